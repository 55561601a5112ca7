"""What the walk finds: paragraphs with addresses, tables, and counts of what was not plain text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.word_file.anchor import Anchor

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from jargon_scanner.document import Part as StoryKind
    from jargon_scanner.table_labels import Place
    from jargon_scanner.word_file.anchor import Path, Segment


@dataclass(frozen=True, slots=True)
class Story:
    """A stretch of text that is read on its own: the body, a header, a footnote, a text box.

    Attributes:
        kind: the ``part`` of its blocks.
        name: what a person calls it, "" for the body.
        aside: true for words that are no paragraph of the page: a picture's description, a chart's title.
    """

    kind: StoryKind
    name: str = ""
    aside: bool = False


@dataclass(slots=True)
class CellShape:
    """What a cell looks like.

    Attributes:
        grid: where it starts on the table's grid, from 0.
        span: how many places of the grid it takes.
        shaded: whether it is coloured.
        continues: whether it is the lower part of a cell merged downwards.
    """

    grid: int
    span: int = 1
    shaded: bool = False
    continues: bool = False


@dataclass(slots=True)
class Row:
    """A row: its cells, and whether it is repeated on each page as a heading."""

    is_header: bool
    next_grid: int
    cells: list[CellShape] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table: its number in the file, the number of the table around it, its story's name, its rows."""

    number: int
    outer: int | None
    story: str
    rows: list[Row] = field(default_factory=list)


ListPlace: TypeAlias = tuple[str | None, int | None]
"""Number of a list and level in it, as a paragraph or style names them; None where it does not."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph as the walk finds it, with or without text. The walk fills it in and then leaves it alone.

    Attributes:
        story: the story that it belongs to.
        part: name of the part.
        element: its ``w:p``; for text that stands in no paragraph, the element that holds it.
        path: the way to the element from the part's root.
        place: the innermost cell that it stands in.
        text: the words as a reader sees them, with tracked changes accepted.
        segments: which of its characters come from which element.
        style: id of its style.
        outline: level of a heading from 1, when the paragraph itself says so; 0 when it says that it is none.
        list_place: its list and level, when the paragraph itself says so.
        prompts: stretches of the text that are placeholder text of a content control.
    """

    story: Story
    part: str
    element: Element
    path: Path
    place: Place | None = None
    text: str = ""
    segments: list[Segment] = field(default_factory=list)
    style: str | None = None
    outline: int | None = None
    list_place: ListPlace | None = None
    prompts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def anchor(self) -> Anchor:
        """The address of each character."""
        return Anchor(self.part, self.path, tuple(self.segments))

    @property
    def typed(self) -> str:
        """The text without placeholder text."""
        kept, at = [], 0
        for start, end in self.prompts:
            kept.append(self.text[at:start])
            at = end
        return "".join([*kept, self.text[at:]])


@dataclass(slots=True)
class Gathered:
    """What a walk gathers over all the stories of a file.

    Attributes:
        paragraphs: in reading order.
        tables: by number.
        sections: header and footer references: kind of story, type and relationship id.
        notes: ids of footnotes, endnotes and comments in the order in which the text refers to them.
        boxes: how many text boxes and other stories inside paragraphs have been named, by name.
        counts: things that are said in the document's problems, by code.
        steps: how many steps the addresses of deep text have, together.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: dict[int, Table] = field(default_factory=dict)
    sections: list[tuple[StoryKind, str, str]] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)
    boxes: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    steps: int = 0

    def copy(self) -> Gathered:
        """A copy that a walk can be tried on."""
        return Gathered(
            list(self.paragraphs),
            dict(self.tables),
            list(self.sections),
            {kind: list(ids) for kind, ids in self.notes.items()},
            Counter(self.boxes),
            Counter(self.counts),
            self.steps,
        )
