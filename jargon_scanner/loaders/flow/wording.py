"""Whose words stand in a cell, and which prompt it answers: as for Word's tables, from less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.flow.passages import Place, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.loaders.flow.passages import Gathered, Passage, Table

_QUESTION_WORDS = 25
_LABEL_WORDS = 12
_PROMPT_WORDS = 8
_PROMPT_LENGTH = 60
_REACH = 4
_MOST_COLUMNS = 20
_HEADING_LENGTH = 100
_HEADING_WORDS = 12
_ENDS_OF_SENTENCES = (".", ";", ",", "!", ":")


def looks_like_heading(passage: Passage) -> bool:
    """A short paragraph, all of it bold, that does not end as a sentence does: how forms write headings."""
    text = passage.text
    return (
        passage.is_bold
        and len(text) <= _HEADING_LENGTH
        and not text.endswith(_ENDS_OF_SENTENCES)
        and len(text.split()) <= _HEADING_WORDS
        and any(letter.isalpha() for letter in text)
    )


class Wording:
    """The cells of a file's tables, with what stands in them."""

    def __init__(self, gathered: Gathered) -> None:
        """Look at the tables of a file and at every passage in them."""
        self._tables: dict[int, Table] = gathered.tables
        self._filled: dict[Place, list[Passage]] = {}
        self._ranks: dict[int, int] = {}
        self._bold_rows: dict[tuple[int, int], bool] = {}
        for passage in gathered.passages:
            if passage.place and passage.role != "caption" and passage.text:
                filled = self._filled.setdefault(passage.place, [])
                filled.append(passage)
                self._ranks[id(passage)] = len(filled)

    def rank(self, passage: Passage) -> int:
        """Which of its cell's paragraphs this is, from 1."""
        return self._ranks.get(id(passage), 1)

    def outer(self, place: Place) -> int | None:
        """The table around the table of a cell."""
        return self._tables[place.table].outer

    def cells_in_row(self, place: Place) -> int:
        """How many cells the row of a cell has."""
        return self._row(place).cells

    def is_form_wording(self, passage: Passage) -> bool:
        """Whether a passage in a cell is the form's: a prompt, a label, a column's heading."""
        place = passage.place
        text = passage.text
        words = len(text.split())
        if place is None or words > _QUESTION_WORDS or text.endswith((".", ";")):
            return False
        if text.endswith(":") and self.rank(passage) == 1:
            return True
        if words <= _LABEL_WORDS and (self._row(place).is_header or self._is_bold_row(place)):
            return True
        if place.column > 1 and not self._heads_columns(place):
            return False
        return text.endswith("?") or (words <= _LABEL_WORDS and self._stands_out(passage, place))

    def prompt(self, place: Place) -> str:
        """What belongs in a cell, by the label to its left, in quotes; "" without one."""
        if place.column == 1 or (self._heads_columns(place) and not self._asks(place)):
            return ""
        nearest = place.column - 1
        for column in range(nearest, max(nearest - _REACH, 0), -1):
            label = self._label(Place(place.table, place.row, column))
            if label:
                return f'"{label}"' + (f", column {place.column}" if column < nearest else "")
        first = self._short(Place(place.table, place.row, 1))
        if not first:
            return ""
        return f'"{first}"' + (f", column {place.column}" if self.cells_in_row(place) > 2 else "")

    def question_above(self, place: Place) -> str:
        """The form's question in the row above, where each row is a single cell; "" where there is none."""
        if place.row == 1 or self.cells_in_row(place) != 1:
            return ""
        above = Place(place.table, place.row - 1, 1)
        return self._label(above) if self.cells_in_row(above) == 1 else ""

    def _label(self, place: Place) -> str:
        filled = self._filled.get(place)
        return self._short(place) if filled and self.is_form_wording(filled[0]) else ""

    def _short(self, place: Place) -> str:
        filled = self._filled.get(place, ())
        if len(filled) != 1 or filled[0].is_unfilled:
            return ""
        words = filled[0].text.split()
        text = " ".join(words).rstrip(":")
        is_short = len(words) <= _PROMPT_WORDS and len(text) <= _PROMPT_LENGTH
        return text if is_short and not text.endswith(".") else ""

    def _row(self, place: Place) -> Row:
        return self._tables[place.table].rows[place.row - 1]

    def _heads_columns(self, place: Place) -> bool:
        return place.row == 1 and self.cells_in_row(place) > 1 and len(self._tables[place.table].rows) > 1

    def _asks(self, place: Place) -> bool:
        before = self._filled.get(Place(place.table, place.row, place.column - 1))
        return before is not None and before[-1].text.endswith((":", "?"))

    def _is_bold_row(self, place: Place) -> bool:
        key = (place.table, place.row)
        if key not in self._bold_rows:
            count = self.cells_in_row(place)
            row = (self._filled.get(Place(place.table, place.row, column)) for column in range(1, count + 1))
            self._bold_rows[key] = 1 < count <= _MOST_COLUMNS and _all_bold(row)
        return self._bold_rows[key]

    def _stands_out(self, passage: Passage, place: Place) -> bool:
        """Whether a cell looks like a label: bold, or before an empty one."""
        if passage.is_bold:
            return True
        after = self._filled.get(Place(place.table, place.row, 2), [])
        return (
            place.column == 1
            and self.cells_in_row(place) == 2
            and all(answer.is_unfilled for answer in after)
        )


def _all_bold(cells: Iterable[list[Passage] | None]) -> bool:
    return all(filled and filled[0].is_bold for filled in cells)
