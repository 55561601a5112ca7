"""The pen of a walk: it writes passages and knows the story, the table and the cell that it stands in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.loaders.flow.passages import Gathered, Passage, Row, Story, Table
from jargon_scanner.table_labels import Place
from jargon_scanner.word_file.drawings import is_written_by_machine

if TYPE_CHECKING:
    from jargon_scanner.document import Owner, Role

_BLANK = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class _Outside:
    """What is put aside while a story inside a paragraph is read."""

    story: Story
    open: Passage | None
    table: Table | None
    place: Place | None


class Pen:
    """Writes passages.

    Attributes:
        gathered: what was written.
        story: the story at hand.
        is_bold: whether words are bold.
        is_hidden: whether words are hidden.
        is_prompt: whether words are a prompt that waits to be overwritten.
    """

    def __init__(self, story: Story | None = None, gathered: Gathered | None = None) -> None:
        """Begin with an empty page.

        Args:
            story: the outermost story; the body when left out.
            gathered: what earlier walks over the same file found, to go on from.
        """
        self.gathered = gathered or Gathered()
        self.story = story or Story()
        self.is_bold = False
        self.is_hidden = False
        self.is_prompt = False
        self._open: Passage | None = None
        self._table: Table | None = None
        self._place: Place | None = None
        self._outside: list[_Outside] = []
        self._around: list[tuple[Table | None, Place | None]] = []
        self._names: Counter[str] = Counter()

    @property
    def in_table(self) -> bool:
        """Whether a table is open in the story at hand."""
        return self._table is not None

    @property
    def depth(self) -> int:
        """How many tables stand around this place, in its story."""
        return 0 if self._table is None else 1 + sum(table is not None for table, _ in self._around)

    def begin(
        self, role: Role = "paragraph", level: int | None = None, owner: Owner | None = None, label: str = ""
    ) -> None:
        """Begin a paragraph; one that is open ends."""
        self.end()
        self._open = Passage(self.story, role, self._place, level, owner, label)
        self.gathered.passages.append(self._open)

    def end(self) -> None:
        """End the open paragraph, if there is one."""
        if self._open is not None and self._open.has_hidden:
            self.gathered.counts["hidden-text"] += 1
        self._open = None

    @property
    def is_open(self) -> bool:
        """Whether a paragraph is open."""
        return self._open is not None

    def say(self, text: str) -> None:
        """Write text as it stands."""
        if self._open is None:
            if text.isspace():
                return
            self.begin()
        opened = self._open
        if opened is None or not text:
            return
        opened.pieces.append(text)
        if text.isspace():
            return
        opened.is_bold = opened.is_bold and self.is_bold
        opened.has_hidden = opened.has_hidden or self.is_hidden
        if self.is_prompt:
            opened.prompted += len(text)
        else:
            opened.typed += len(text)

    def flow(self, text: str) -> None:
        """Write text of a format in which any run of blanks is one space."""
        flowing = _BLANK.sub(" ", text)
        if flowing.startswith(" ") and self._ends_in_space():
            flowing = flowing[1:]
        if flowing:
            self.say(flowing)

    def _ends_in_space(self) -> bool:
        if self._open is None or not self._open.pieces:
            return True
        return self._open.pieces[-1][-1:] in {" ", "\n", "\t"}

    def add(self, text: str, role: Role, *, owner: Owner | None = None, label: str = "") -> None:
        """Write a paragraph of its own, beside the one that is open: a description, a field's value."""
        words = text.strip()
        if words:
            passage = Passage(self.story, role, self._place, None, owner, label, [words], self.is_bold)
            passage.typed = len(words)
            self.gathered.passages.append(passage)

    def describe(self, words: str) -> None:
        """Write the description of a picture, if a person wrote it."""
        if words.strip() and not is_written_by_machine(words):
            self.add(words, "caption", label=self.name("Picture description"))

    def name(self, kind: str) -> str:
        """A numbered name of something in this story: "Footnote 2"; "Header, text box 1"."""
        around = self.story.name
        name = f"{around}, {kind[0].lower()}{kind[1:]}" if around else kind
        self._names[name] += 1
        return f"{name} {self._names[name]}"

    def enter_story(self, story: Story) -> None:
        """Begin a story inside the one at hand; what is open there waits."""
        self._outside.append(_Outside(self.story, self._open, self._table, self._place))
        self.story, self._open, self._table, self._place = story, None, None, None

    def leave_story(self) -> None:
        """Go back to the story outside."""
        if not self._outside:
            return
        self.end()
        outside = self._outside.pop()
        self.story, self._open, self._table = outside.story, outside.open, outside.table
        self._place = outside.place

    def begin_table(self) -> None:
        """Begin a table, in the cell at hand if there is one."""
        self.end()
        self._around.append((self._table, self._place))
        number = len(self.gathered.tables) + 1
        self._table = Table(number, self._place.table if self._place else None, self.story)
        self.gathered.tables[number] = self._table
        self._place = None

    def end_table(self) -> None:
        """End the innermost table."""
        self.end()
        if self._around:
            self._table, self._place = self._around.pop()

    def begin_row(self, *, is_header: bool = False) -> None:
        """Begin a row of the innermost table."""
        self.end()
        if self._table is not None:
            self._table.rows.append(Row(is_header))
            self._place = None

    def begin_cell(self) -> None:
        """Begin the next cell of the row; one merged from above counts as a cell."""
        self.end()
        if self._table is None:
            return
        if not self._table.rows:
            self._table.rows.append(Row())
        row = self._table.rows[-1]
        row.cells += 1
        self._place = Place(self._table.number, len(self._table.rows), row.cells)

    def end_cell(self) -> None:
        """End the cell at hand."""
        self.end()
        self._place = None

    def heads_columns(self) -> None:
        """Say of the row at hand that it heads columns."""
        if self._table is not None and self._table.rows:
            self._table.rows[-1].is_header = True
