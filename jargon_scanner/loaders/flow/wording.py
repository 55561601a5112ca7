"""Whose words stand in a cell, and what looks like a heading: as for Word's tables, from less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.flow.passages import Passage
from jargon_scanner.table_labels import Place, TableLabels

if TYPE_CHECKING:
    from jargon_scanner.loaders.flow.passages import Gathered, Row, Table

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


class Wording(TableLabels[Passage]):
    """The cells of a file's tables, with what stands in them."""

    def __init__(self, gathered: Gathered) -> None:
        """Look at the tables of a file and at every passage in them."""
        self._tables: dict[int, Table] = gathered.tables
        worded = (one for one in gathered.passages if one.role != "caption" and one.text)
        super().__init__(worded, {number: table.story.name for number, table in self._tables.items()})

    def cells_in_row(self, place: Place) -> int:
        """How many cells the row of a cell has."""
        return self._row(place).cells

    def _outer(self, place: Place) -> int | None:
        return self._tables[place.table].outer

    def _rows(self, place: Place) -> int:
        return len(self._tables[place.table].rows)

    def _is_header(self, place: Place) -> bool:
        return self._row(place).is_header

    def _is_bold(self, paragraph: Passage) -> bool:
        return paragraph.is_bold

    def _is_unfilled(self, paragraph: Passage) -> bool:
        return paragraph.is_unfilled

    def _row(self, place: Place) -> Row:
        return self._tables[place.table].rows[place.row - 1]
