"""What the cells of a Word form are for: how Word's tables tell their labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.table_labels import LABEL_WORDS, PLACEHOLDERS, Place, TableLabels
from jargon_scanner.word_file.headings import is_bold
from jargon_scanner.word_file.records import Paragraph

if TYPE_CHECKING:
    from jargon_scanner.word_file.records import CellShape, Row, Table
    from jargon_scanner.word_file.styles import Styles


class Cells(TableLabels[Paragraph]):
    """The cells of a Word document's tables, with what stands in them."""

    def __init__(self, paragraphs: list[Paragraph], tables: dict[int, Table], styles: Styles, w: str) -> None:
        """Look at the paragraphs of the text itself; what stands aside in a cell is none of its wording."""
        worded = (paragraph for paragraph in paragraphs if not paragraph.story.aside)
        super().__init__(worded, {number: table.story for number, table in tables.items()})
        self._tables = tables
        self._styles = styles
        self._w = w
        self._starts: dict[Place, Place] = {}

    def cells_in_row(self, place: Place) -> int:
        """How many cells the row of a cell has."""
        return len(self._row(place).cells)

    def _outer(self, place: Place) -> int | None:
        return self._tables[place.table].outer

    def _rows(self, place: Place) -> int:
        return len(self._tables[place.table].rows)

    def _is_header(self, place: Place) -> bool:
        return self._row(place).is_header

    def _is_bold(self, paragraph: Paragraph) -> bool:
        return is_bold(paragraph, self._styles, self._w)

    def _is_unfilled(self, paragraph: Paragraph) -> bool:
        return is_unfilled(paragraph)

    def _is_coloured(self, place: Place) -> bool:
        """Whether a cell is shaded, and others beside it are not."""
        cells = self._row(place).cells
        return self._shape(place).shaded and (place.row == 1 or not all(shape.shaded for shape in cells))

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


def is_unfilled(paragraph: Paragraph) -> bool:
    """Whether a paragraph waits to be filled in: placeholder text, alone or after a short prompt."""
    text = paragraph.text.strip()
    if PLACEHOLDERS.fullmatch(text):
        return True
    if not paragraph.prompts:
        return False
    typed = paragraph.typed.strip()
    return not typed or (typed.endswith((":", "?")) and len(typed.split()) <= LABEL_WORDS)
