"""Text with places: what every loader gives and every later room reads. Knows no format.

``Document.text`` is the blocks joined by a line break or, for plain text and Markdown, the decoded file
itself. ``Document.text[block.start : block.start + len(block.text)] == block.text`` holds for every block,
blocks stand in reading order and do not overlap.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Part: TypeAlias = Literal[
    "body", "table", "header", "footer", "footnote", "endnote", "comment", "textbox", "form-field"
]
Role: TypeAlias = Literal["heading", "paragraph", "list-item", "cell", "caption", "field"]
Owner: TypeAlias = Literal["template", "author"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table. Counted from 1, as a person counts."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell: the longest text that no sentence crosses.

    Attributes:
        index: place among the document's blocks, from 0.
        start: offset of ``text`` in ``Document.text``, in code points.
        text: the words as they stand.
        label: a place that a person can follow: "Page 2, Table 1, row 3, column 2".
        part: the story of the document it belongs to.
        role: what the block is in its part.
        section: the headings above it, outermost first.
        page: page number from 1, or None where the format has no pages.
        cell: its place in a table, if it stands in one.
        level: depth of a heading (1 is the outermost), else None.
        owner: ``template`` for the form's printed wording, ``author`` for what was typed in.
        anchor: private to the format: how its loader finds the block again in the file.
    """

    index: int
    start: int
    text: str
    label: str
    part: Part = "body"
    role: Role = "paragraph"
    section: tuple[str, ...] = ()
    page: int | None = None
    cell: Cell | None = None
    level: int | None = None
    owner: Owner = "author"
    anchor: Any = field(default=None, repr=False, compare=False)

    @property
    def end(self) -> int:
        """Offset just after the block in ``Document.text``."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a reader could see and we could not read, or read in a way that matters.

    ``code`` is stable; ``message`` is a sentence for a person and never quotes the document; ``where`` is a
    place in the document or "" for the whole of it.
    """

    code: str
    message: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read: its text, where each part of it stands, and what could not be read.

    ``properties`` are what the file says of itself, by name in small letters: "author", "category",
    "company", and whatever names its makers gave.
    """

    path: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    pages: int | None = None
    problems: tuple[Problem, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()


# A block made anew from these takes half the time of dataclasses.replace.
_ALL_BUT_INDEX = attrgetter(*(one.name for one in fields(Block) if one.name != "index"))
_ALL_BUT_PLACE = attrgetter(*(one.name for one in fields(Block) if one.name not in {"index", "start"}))


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks of a document that have their place in its text, with ``index`` filled in."""
    return tuple(Block(index, *_ALL_BUT_INDEX(block)) for index, block in enumerate(blocks))


def join_blocks(blocks: list[Block]) -> tuple[str, tuple[Block, ...]]:
    """Number the blocks and place them in one text, joined by line breaks.

    Returns:
        The joined text, and the blocks with ``index`` and ``start`` filled in.
    """
    placed: list[Block] = []
    start = 0
    for index, block in enumerate(blocks):
        placed.append(Block(index, start, *_ALL_BUT_PLACE(block)))
        start += len(block.text) + 1
    return "\n".join(block.text for block in placed), tuple(placed)
