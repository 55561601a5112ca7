"""The labels of a form's tables: whose words stand in a cell, and which prompt the words of a cell answer.

The rules are the same for every format; a format says what its rows and paragraphs look like.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_QUESTION_WORDS = 25
_PROMPT_WORDS = 8
_PROMPT_LENGTH = 60
_REACH = 4
"""How many cells to the left a label may stand."""
_MOST_COLUMNS = 20

PLACEHOLDERS = re.compile(
    r"(?:\s|«[^»]*»|<<[^<>]*>>|\{\{[^{}]*\}\}|\{[^{}]*\}|\[[^\[\]]*\]|_{3,}+|\.{4,}+|…)+"
)
"""What stands where nothing is written yet: names of fields to merge, and lines and dots to write on."""

LABEL_WORDS = 12
"""A label has no more words than these."""


class Place(NamedTuple):
    """A cell of a table, counted from 1. A tuple, because places are looked up for every paragraph."""

    table: int
    row: int
    column: int


class Paragraph(Protocol):
    """What stands in a cell: words in a place."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def place(self) -> Place | None:
        """The cell, if it stands in one."""


Words = TypeVar("Words", bound=Paragraph)


class TableLabels(ABC, Generic[Words]):
    """The cells of a document's tables, with the paragraphs in them."""

    def __init__(self, paragraphs: Iterable[Words], stories: Mapping[int, str]) -> None:
        """Look at every paragraph in a cell.

        Args:
            paragraphs: in reading order.
            stories: the name of every table's story, in reading order; "" for the body.
        """
        self._stories = stories
        self._numbers = _counted(stories)
        self._filled: dict[Place, list[Words]] = {}
        self._ranks: dict[int, int] = {}
        self._wording: dict[int, bool] = {}
        self._labels: dict[Place, str] = {}
        self._bold_rows: dict[tuple[int, int], bool] = {}
        for paragraph in paragraphs:
            if paragraph.place:
                filled = self._filled.setdefault(paragraph.place, [])
                filled.append(paragraph)
                self._ranks[id(paragraph)] = len(filled)

    @abstractmethod
    def cells_in_row(self, place: Place) -> int:
        """How many cells the row of a cell has."""

    @abstractmethod
    def _outer(self, place: Place) -> int | None:
        """The table around the table of a cell."""

    @abstractmethod
    def _rows(self, place: Place) -> int:
        """How many rows the table of a cell has."""

    @abstractmethod
    def _is_header(self, place: Place) -> bool:
        """Whether the format says that the row of a cell heads the columns."""

    @abstractmethod
    def _is_bold(self, paragraph: Words) -> bool:
        """Whether every word of a paragraph is bold."""

    @abstractmethod
    def _is_unfilled(self, paragraph: Words) -> bool:
        """Whether a paragraph waits to be filled in."""

    def _is_coloured(self, _place: Place) -> bool:
        """Whether the colour of a cell makes it a label."""
        return False

    def _merged_start(self, place: Place) -> Place:
        """The uppermost cell of those that are merged into this one."""
        return place

    def label(self, paragraph: Words, place: Place) -> str:
        """How a person finds a paragraph: 'Header, table 2 (inside table 1), row 3, "Name", paragraph 2'.

        Tables are counted in their story: in a header that has one table, it is table 1.
        """
        story, outer = self._stories[place.table], self._outer(place)
        table = f"{story}, table" if story else "Table"
        inside = "" if outer is None else f" (inside table {self._numbers[outer]})"
        where = f"column {place.column}"
        if not self.is_form_wording(paragraph):
            question = self._question_above(place)
            where = self._prompt(place) or (f'under "{question}"' if question else where)
        rank = self._rank(paragraph)
        which = f", paragraph {rank}" if rank > 1 else ""
        return f"{table} {self._numbers[place.table]}{inside}, row {place.row}, {where}{which}"

    def _rank(self, paragraph: Words) -> int:
        """Which of its cell's paragraphs this is, from 1."""
        return self._ranks.get(id(paragraph), 1)

    def is_form_wording(self, paragraph: Words) -> bool:
        """Whether a paragraph in a cell is the form's: a prompt, a label, a column's heading."""
        key = id(paragraph)
        if key not in self._wording:
            self._wording[key] = paragraph.place is not None and self._is_wording(paragraph, paragraph.place)
        return self._wording[key]

    def _is_wording(self, paragraph: Words, place: Place) -> bool:
        text = paragraph.text.strip()
        words = len(text.split())
        if words > _QUESTION_WORDS or text.endswith((".", ";")):
            return False
        if text.endswith(":") and self._rank(paragraph) == 1:
            return True
        if words <= LABEL_WORDS and (self._is_header(place) or self._is_bold_row(place)):
            return True
        if place.column > 1 and not self._heads_columns(place):
            return False
        return text.endswith("?") or (words <= LABEL_WORDS and self._stands_out(paragraph, place))

    def _prompt(self, place: Place) -> str:
        """What belongs in a cell, by the label to its left or the start of its row: "Parenting capacity".

        Returns:
            The label, in quotes, with the column where the label alone does not tell it; "" without a label.
        """
        if place.column == 1 or (self._heads_columns(place) and not self._asks(place)):
            return ""
        nearest = range(place.column - 1, max(place.column - 1 - _REACH, 0), -1)
        for column in nearest:
            label = self._label(Place(place.table, place.row, column))
            if label:
                return f'"{label}"' + (f", column {place.column}" if column < nearest[0] else "")
        first = self._short(self._merged_start(Place(place.table, place.row, 1)))
        if not first:
            return ""
        return f'"{first}"' + (f", column {place.column}" if self.cells_in_row(place) > 2 else "")

    def _question_above(self, place: Place) -> str:
        """The form's question in the row above, where each row is a single cell; "" where there is none."""
        if place.row == 1 or self.cells_in_row(place) != 1:
            return ""
        above = Place(place.table, place.row - 1, 1)
        return self._label(above) if self.cells_in_row(above) == 1 else ""

    def _label(self, place: Place) -> str:
        """The words of a cell if they are the form's and short."""
        if place not in self._labels:
            filled = self._filled.get(place)
            self._labels[place] = self._short(place) if filled and self.is_form_wording(filled[0]) else ""
        return self._labels[place]

    def _short(self, place: Place) -> str:
        """The words of a cell if they are few."""
        filled = self._filled.get(place, ())
        if len(filled) != 1 or self._is_unfilled(filled[0]):
            return ""
        words = filled[0].text.split()
        text = " ".join(words).rstrip(":")
        is_short = len(words) <= _PROMPT_WORDS and len(text) <= _PROMPT_LENGTH
        return text if is_short and not text.endswith(".") else ""

    def _heads_columns(self, place: Place) -> bool:
        """Whether a cell stands in the first row of a table with columns to head."""
        return place.row == 1 and self.cells_in_row(place) > 1 and self._rows(place) > 1

    def _asks(self, place: Place) -> bool:
        """Whether the cell before asks for this one: a first row may hold an answer, not headings."""
        before = self._filled.get(Place(place.table, place.row, place.column - 1))
        return before is not None and before[-1].text.rstrip().endswith((":", "?"))

    def _is_bold_row(self, place: Place) -> bool:
        """Whether every cell of a row of several is filled, and bold: headings of the columns below."""
        key = (place.table, place.row)
        if key not in self._bold_rows:
            count = self.cells_in_row(place)
            row = (self._filled.get(Place(place.table, place.row, column)) for column in range(1, count + 1))
            self._bold_rows[key] = 1 < count <= _MOST_COLUMNS and all(
                filled and self._is_bold(filled[0]) for filled in row
            )
        return self._bold_rows[key]

    def _stands_out(self, paragraph: Words, place: Place) -> bool:
        """Whether a cell looks like a label: bold, coloured beside others, or before an empty one."""
        if self._is_bold(paragraph) or self._is_coloured(place):
            return True
        after = self._filled.get(Place(place.table, place.row, 2), [])
        return place.column == 1 and self.cells_in_row(place) == 2 and all(map(self._is_unfilled, after))


def _counted(stories: Mapping[int, str]) -> dict[int, int]:
    """The number of each table in its story."""
    met: Counter[str] = Counter()
    numbers: dict[int, int] = {}
    for table, story in stories.items():
        met[story] += 1
        numbers[table] = met[story]
    return numbers
