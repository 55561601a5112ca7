"""What the cells of a form are for: which are its own wording, and which prompt a person answers where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.word_file.headings import is_bold
from jargon_scanner.word_file.records import Place

if TYPE_CHECKING:
    from jargon_scanner.word_file.records import CellShape, Paragraph, Row, Table
    from jargon_scanner.word_file.styles import Styles

_QUESTION_WORDS = 25
_LABEL_WORDS = 12
_PROMPT_WORDS = 8
_PROMPT_LENGTH = 60
_REACH = 4
"""How many cells to the left a label may stand."""
_MOST_COLUMNS = 20
_PLACEHOLDERS = re.compile(r"(?:\s|«[^»]*»|<<[^<>]*>>|\{\{[^{}]*\}\}|\{[^{}]*\}|\[[^\[\]]*\])+")


class Cells:
    """The cells of a document's tables, with what stands in them."""

    def __init__(self, paragraphs: list[Paragraph], tables: dict[int, Table], styles: Styles, w: str) -> None:
        self._tables = tables
        self._styles = styles
        self._w = w
        self._filled: dict[Place, list[Paragraph]] = {}
        self._ranks: dict[int, int] = {}
        self._wording: dict[int, bool] = {}
        self._labels: dict[Place, str] = {}
        self._starts: dict[Place, Place] = {}
        self._bold_rows: dict[tuple[int, int], bool] = {}
        for paragraph in paragraphs:
            if paragraph.place and not paragraph.story.aside:
                filled = self._filled.setdefault(paragraph.place, [])
                filled.append(paragraph)
                self._ranks[id(paragraph)] = len(filled)

    def count_in_row(self, place: Place) -> int:
        """How many cells the row of a cell has."""
        return len(self._row(place).cells)

    def outer(self, place: Place) -> int | None:
        """The table around the table of a cell."""
        return self._tables[place.table].outer

    def rank(self, paragraph: Paragraph) -> int:
        """Which of its cell's paragraphs this is, from 1."""
        return self._ranks.get(id(paragraph), 1)

    def is_form_wording(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph in a cell is the form's: a prompt, a label, a column's heading."""
        key = id(paragraph)
        if key not in self._wording:
            self._wording[key] = paragraph.place is not None and self._is_wording(paragraph, paragraph.place)
        return self._wording[key]

    def _is_wording(self, paragraph: Paragraph, place: Place) -> bool:
        text = paragraph.text.strip()
        words = len(text.split())
        if words > _QUESTION_WORDS or text.endswith((".", ";")):
            return False
        if text.endswith(":") and self.rank(paragraph) == 1:
            return True
        if words <= _LABEL_WORDS and (self._row(place).is_header or self._is_bold_row(place)):
            return True
        if place.column > 1 and not self._heads_columns(place):
            return False
        return text.endswith("?") or (words <= _LABEL_WORDS and self._stands_out(paragraph, place))

    def prompt(self, place: Place) -> str:
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
        return f'"{first}"' + (f", column {place.column}" if self.count_in_row(place) > 2 else "")

    def question_above(self, place: Place) -> str:
        """The form's question in the row above, where each row is a single cell; "" where there is none."""
        if place.row == 1 or self.count_in_row(place) != 1:
            return ""
        above = Place(place.table, place.row - 1, 1)
        return self._label(above) if self.count_in_row(above) == 1 else ""

    def _label(self, place: Place) -> str:
        """The words of a cell if they are the form's and short."""
        if place not in self._labels:
            filled = self._filled.get(place)
            self._labels[place] = self._short(place) if filled and self.is_form_wording(filled[0]) else ""
        return self._labels[place]

    def _short(self, place: Place) -> str:
        """The words of a cell if they are few."""
        filled = self._filled.get(place, ())
        if len(filled) != 1 or is_unfilled(filled[0]):
            return ""
        words = filled[0].text.split()
        text = " ".join(words).rstrip(":")
        is_short = len(words) <= _PROMPT_WORDS and len(text) <= _PROMPT_LENGTH
        return text if is_short and not text.endswith(".") else ""

    def _merged_start(self, place: Place) -> Place:
        """The uppermost cell of those merged downwards into this one, remembered for the rows below."""
        passed: list[Place] = []
        start = place
        while start not in self._starts and start.row > 1 and self._shape(start).continues:
            grid = self._shape(start).grid
            above = self._tables[start.table].rows[start.row - 2].cells
            column = next((at for at, shape in enumerate(above, start=1) if shape.grid == grid), None)
            if column is None:
                break
            passed.append(start)
            start = Place(start.table, start.row - 1, column)
        start = self._starts.get(start, start)
        self._starts.update(dict.fromkeys(passed, start))
        return start

    def _row(self, place: Place) -> Row:
        return self._tables[place.table].rows[place.row - 1]

    def _shape(self, place: Place) -> CellShape:
        return self._row(place).cells[place.column - 1]

    def _heads_columns(self, place: Place) -> bool:
        """Whether a cell stands in the first row of a table with columns to head."""
        return place.row == 1 and self.count_in_row(place) > 1 and len(self._tables[place.table].rows) > 1

    def _asks(self, place: Place) -> bool:
        """Whether the cell before asks for this one: a first row may hold an answer, not headings."""
        before = self._filled.get(Place(place.table, place.row, place.column - 1))
        return before is not None and before[-1].text.rstrip().endswith((":", "?"))

    def _is_bold_row(self, place: Place) -> bool:
        """Whether every cell of a row of several is filled, and bold: headings of the columns below."""
        key = (place.table, place.row)
        if key not in self._bold_rows:
            self._bold_rows[key] = self._has_bold_cells_only(place)
        return self._bold_rows[key]

    def _has_bold_cells_only(self, place: Place) -> bool:
        count = self.count_in_row(place)
        if not 1 < count <= _MOST_COLUMNS:
            return False
        for column in range(1, count + 1):
            filled = self._filled.get(Place(place.table, place.row, column))
            if not filled or not is_bold(filled[0], self._styles, self._w):
                return False
        return True

    def _stands_out(self, paragraph: Paragraph, place: Place) -> bool:
        """Whether a cell looks like a label: bold, coloured beside others, or before an empty one."""
        cells = self._row(place).cells
        if is_bold(paragraph, self._styles, self._w):
            return True
        if self._shape(place).shaded and (place.row == 1 or not all(shape.shaded for shape in cells)):
            return True
        return place.column == 1 and len(cells) == 2 and self._awaits(Place(place.table, place.row, 2))

    def _awaits(self, place: Place) -> bool:
        return all(is_unfilled(paragraph) for paragraph in self._filled.get(place, []))


def is_unfilled(paragraph: Paragraph) -> bool:
    """Whether a paragraph waits to be filled in: placeholder text, alone or after a short prompt."""
    text = paragraph.text.strip()
    if _PLACEHOLDERS.fullmatch(text):
        return True
    if not paragraph.prompts:
        return False
    typed = paragraph.typed.strip()
    return not typed or (typed.endswith((":", "?")) and len(typed.split()) <= _LABEL_WORDS)
