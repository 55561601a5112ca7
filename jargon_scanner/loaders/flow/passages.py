"""What a loader gathers on its way through a file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jargon_scanner.table_labels import PLACEHOLDERS

if TYPE_CHECKING:
    from jargon_scanner.document import Owner, Part, Role
    from jargon_scanner.table_labels import Place

_PROMPT_WORDS = 12


@dataclass(frozen=True, slots=True)
class Story:
    """A stretch of text beside others: the body, a header, one footnote, one slide.

    Attributes:
        part: what kind of stretch.
        name: what a person calls it: "Footnote 2"; "" for the body of a document.
    """

    part: Part = "body"
    name: str = ""


@dataclass(slots=True)
class Row:
    """A row of a table: whether it heads columns, and how many cells it has."""

    is_header: bool = False
    cells: int = 0


@dataclass(slots=True)
class Table:
    """A table: its number in the file, the number of the table around it, its story, its rows."""

    number: int
    outer: int | None
    story: Story
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Passage:
    """A paragraph as it was found.

    Attributes:
        story: the story that it belongs to.
        role: what it is; a paragraph in a cell becomes a cell.
        place: its cell, if it stands in one.
        level: depth of a heading.
        owner: whose words they are where the format tells; otherwise they are looked at.
        label: its place where the format names it better than by counting.
        pieces: its text, piece by piece.
        is_bold: true while every word of it is bold.
        has_hidden: true when some of it is not shown.
        typed: how many characters stand outside prompts.
        prompted: how many characters are a prompt, which waits to be overwritten.
    """

    story: Story
    role: Role = "paragraph"
    place: Place | None = None
    level: int | None = None
    owner: Owner | None = None
    label: str = ""
    pieces: list[str] = field(default_factory=list)
    is_bold: bool = True
    has_hidden: bool = False
    typed: int = 0
    prompted: int = 0

    @property
    def text(self) -> str:
        """Its text without the space around it."""
        return "".join(self.pieces).strip()

    @property
    def is_unfilled(self) -> bool:
        """Whether it waits to be filled in: placeholders alone, or a prompt of the program."""
        text = self.text
        if PLACEHOLDERS.fullmatch(text):
            return True
        if not self.prompted:
            return False
        return not self.typed or (self.typed < self.prompted and len(text.split()) <= _PROMPT_WORDS)


@dataclass(slots=True)
class Gathered:
    """Everything that was found: passages in reading order, tables by number, and what to tell."""

    passages: list[Passage] = field(default_factory=list)
    tables: dict[int, Table] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
