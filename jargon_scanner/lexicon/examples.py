"""The example sentences of an entry, taken apart: the words, the marked ranges, the outcome expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.lexicon.entry import Entry

Expectation: TypeAlias = Literal["flagged", "not_flagged", "rewritten", "known_gap"]
ARROW = "→"
_MARKED = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """One example sentence.

    Attributes:
        entry: the id of the entry it belongs to.
        expectation: what it proves.
        text: the sentence without marks.
        marked: half-open ranges of ``text`` that stood in square brackets.
        outcome: what stands after the arrow: the rewritten sentence or the expansion; "" for none.
        place: which of the entry's examples of this sort it is, from 0.
    """

    entry: str
    expectation: Expectation
    text: str
    marked: tuple[tuple[int, int], ...]
    outcome: str
    place: int


def examples_of(entry: Entry) -> Iterator[Example]:
    """Every example of an entry, in the order of the file."""
    kinds: tuple[Expectation, ...] = ("flagged", "not_flagged", "rewritten", "known_gap")
    for expectation in kinds:
        for place, written in enumerate(getattr(entry.examples, expectation)):
            sentence, _, outcome = written.partition(ARROW)
            text, marked = _unmarked(sentence.strip())
            yield Example(entry.id, expectation, text, marked, outcome.strip(), place)


def _unmarked(sentence: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    marked = tuple(
        (match.start(1) - 2 * number - 1, match.end(1) - 2 * number - 1)
        for number, match in enumerate(_MARKED.finditer(sentence))
    )
    return _MARKED.sub(r"\1", sentence), marked
