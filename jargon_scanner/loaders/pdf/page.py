"""What the rooms of the PDF loader hand on: words with boxes, lines, pages. Knows no library."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Place: TypeAlias = tuple[float, float, float, float]
"""A rectangle in a page's own coordinates, as notes in a PDF need it: left, bottom, right, top."""


class Box(NamedTuple):
    """A rectangle on a page as a person sees it: from the top left corner, downwards, in points."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, point: tuple[float, float], slack: float = 0.0) -> bool:
        """True when a point lies inside, or outside by no more than ``slack``."""
        x, y = point
        return self.x0 - slack <= x <= self.x1 + slack and self.top - slack <= y <= self.bottom + slack


def around(boxes: list[Box]) -> Box:
    """The smallest box that holds all of some boxes (at least one)."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def upright(box: Box, turned: int) -> Box:
    """A box as it lies after turning back some quarter turns, about the corner of the page."""
    x0, top, x1, bottom = box
    if turned == 1:
        return Box(top, -x1, bottom, -x0)
    if turned == 2:
        return Box(-x1, -bottom, -x0, -top)
    return Box(-bottom, x0, -top, x1) if turned == 3 else box


class Tag(NamedTuple):
    """What a tagged PDF says of some letters.

    Attributes:
        order: which of the page's paragraphs they belong to, from 1, in the order in which it is read.
        role: what the paragraph is.
        level: of a heading, from 1.
        cell: the table on the page, the row and the column that they stand in, each from 1.
    """

    order: int
    role: Literal["paragraph", "heading", "list-item"] = "paragraph"
    level: int | None = None
    cell: tuple[int, int, int] | None = None


class Word(NamedTuple):
    """Letters without a gap. A named tuple, for there are thousands.

    Attributes:
        text: its characters, ligatures taken apart.
        box: where a person sees it.
        place: the same in the page's own coordinates.
        line: number of the line on the page in the order in which the file draws.
        size: of its letters, in points.
        turned: its direction in quarter turns with the clock, as seen; 0 is upright.
        bold: true for a bold face.
        unseen: why nobody sees it: "invisible", "white", "off-page", "tiny"; "" when it can be seen.
        broken: true when it ends in a hyphen at the end of a line, which ``text`` does not hold.
        span: the half-open range of PDFium's characters that it is made of; None where it was read from a
            picture.
        tag: what the file says of it, where it does and can be trusted.
    """

    text: str
    box: Box
    place: Place
    line: int
    size: float
    turned: int = 0
    bold: bool = False
    unseen: str = ""
    broken: bool = False
    span: tuple[int, int] | None = (0, 0)
    tag: Tag | None = None

    @property
    def flow(self) -> Box:
        """Where it would be if the page were turned so that it stands upright: what lines are made by."""
        return upright(self.box, self.turned) if self.turned else self.box


class Placed(NamedTuple):
    """Where a word of a block's text stands on its page: what a PDF block's anchor is made of.

    Attributes:
        start: its offset in the block's text.
        length: how many letters of the text it is.
        page: number of its page, from 1.
        place: its rectangle; of all of the field for what was typed into one.
        span: the half-open range of PDFium's characters on the page; None for a field or a scan.
    """

    start: int
    length: int
    page: int
    place: Place
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, with no gap as wide as one between columns."""

    words: tuple[Word, ...]
    box: Box
    page: int

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The size of the line's letters, in points."""
        return self.words[0].size

    @property
    def turned(self) -> int:
        """The direction of its words."""
        return self.words[0].turned

    @property
    def flow(self) -> Box:
        """Where it would be if the page were turned so that it stands upright."""
        return upright(self.box, self.turned)

    @property
    def tag(self) -> Tag | None:
        """What the file says of it: a number at its start can have a tag of its own."""
        return self.words[-1].tag

    @property
    def bold(self) -> bool:
        """True when every word of it is bold."""
        return all(word.bold for word in self.words)


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell that ruling lines enclose; ``row`` and ``column`` from 1."""

    box: Box
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells."""

    box: Box
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """What was typed into a form, or a note on the page.

    Attributes:
        text: the words.
        box: where it stands, as seen.
        place: the same in the page's own coordinates.
        name: what the form calls the field; "" for a note.
        kind: "field", "note" (seen when opened) or "box" (text put on the page).
    """

    text: str
    box: Box
    place: Place
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that was found on one page.

    Attributes:
        number: from 1.
        width, height: as seen.
        words: in the order in which the file draws them.
        tables: from top to bottom.
        fields: form values and notes.
        pictures: the share of the page that pictures cover, 0 to 1.
        drawings: how many drawn shapes there are.
        odd_letters: the share of letters that the file does not name.
        too_complex: true when there were too many lines to look for tables.
        has_form: true when there are fields to fill in, filled or not.
        recognised: true when its words, if any were found, were read from its picture.
        tagged: true when the file says what its words are, and they stand in the order that it says.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    tables: tuple[Table, ...] = ()
    fields: tuple[Field, ...] = ()
    pictures: float = 0.0
    drawings: int = 0
    odd_letters: float = 0.0
    too_complex: bool = False
    has_form: bool = field(default=False)
    recognised: bool = False
    tagged: bool = False
