"""Headers and footers: each section of a file repeats them, and a reader needs them once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jargon_scanner.loaders.flow import Story

if TYPE_CHECKING:
    from jargon_scanner.loaders.flow import Gathered
    from jargon_scanner.loaders.flow.passages import Passage, Table


class Margins:
    """Keeps the first of equal headers and footers, and counts the others of each kind."""

    def __init__(self, gathered: Gathered) -> None:
        """Begin.

        Args:
            gathered: what was read.
        """
        self._gathered = gathered
        self._said: set[tuple[str, ...]] = set()
        self._names: Counter[str] = Counter()

    def check(self, passages: int, tables: int, kind: str) -> None:
        """At the end of a header or footer, leave it out if its words were read before.

        Args:
            passages: how many passages there were before it.
            tables: how many tables.
            kind: its name.
        """
        gathered = self._gathered
        added = gathered.passages[passages:]
        said = tuple(" ".join(passage.text.split()) for passage in added if passage.text)
        if not said or said in self._said:
            del gathered.passages[passages:]
            for number in range(len(gathered.tables), tables, -1):
                del gathered.tables[number]
            return
        self._said.add(said)
        self._names[kind] += 1
        if self._names[kind] > 1:
            inside = (table for number, table in gathered.tables.items() if number > tables)
            named: list[Passage | Table] = [*added, *inside]
            for one in named:
                name = one.story.name.replace(kind, f"{kind} ({self._names[kind]})", 1)
                one.story = Story(one.story.part, name)
