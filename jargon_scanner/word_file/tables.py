"""Tables: each real cell once, in the order of the file, however cells are merged or wrapped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jargon_scanner.table_labels import Place
from jargon_scanner.word_file.records import CellShape, Row, Table
from jargon_scanner.word_file.values import child, is_on, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from jargon_scanner.word_file.frames import Frame
    from jargon_scanner.word_file.pen import Pen

_UNCOLOURED = {None, "auto", "FFFFFF", "ffffff"}


class Tables:
    """Handles ``w:tbl``, ``w:tr`` and ``w:tc``, and counts as a person does."""

    def __init__(self, pen: Pen, w: str) -> None:
        self._pen = pen
        self._w = w
        self._table: Table | None = None

    def table(self, element: Element, _index: int) -> Frame:
        """Begin a table."""
        outer, previous = self._pen.place, self._table
        tables = self._pen.gathered.tables
        self._table = Table(len(tables) + 1, outer.table if outer else None, self._pen.story.name)
        tables[self._table.number] = self._table
        return enumerate(element), partial(self._leave, previous, outer)

    def _leave(self, table: Table | None, place: Place | None) -> None:
        self._table = table
        self._pen.place = place

    def row(self, element: Element, _index: int) -> Frame | None:
        """Begin a row; a row that is deleted under tracked changes is left out."""
        properties = child(element, f"{self._w}trPr")
        if child(properties, f"{self._w}del") is not None:
            self._pen.gathered.counts["tracked-deletion"] += 1
            return None
        if self._table is not None:
            is_header = is_on(child(properties, f"{self._w}tblHeader"), self._w)
            self._table.rows.append(Row(is_header, whole(value(properties, "gridBefore", self._w))))
        return enumerate(element), None

    def cell(self, element: Element, _index: int) -> Frame | None:
        """Begin a cell; a cell that is deleted under tracked changes is left out."""
        row = self._table.rows[-1] if self._table is not None and self._table.rows else Row(False, 0)
        shape = self._shape(element, row.next_grid)
        if shape is None:
            self._pen.gathered.counts["tracked-deletion"] += 1
            return None
        if self._table is not None and self._table.rows:
            row.cells.append(shape)
            row.next_grid += shape.span
            self._pen.place = Place(self._table.number, len(self._table.rows), len(row.cells))
        return enumerate(element), None

    def _shape(self, element: Element, grid: int) -> CellShape | None:
        """What a cell looks like; None when it is deleted."""
        w = self._w
        shape = CellShape(grid)
        properties = child(element, f"{w}tcPr")
        for setting in () if properties is None else properties:
            tag = setting.tag
            if tag == f"{w}gridSpan":
                shape.span = max(whole(setting.get(f"{w}val"), 1), 1)
            elif tag == f"{w}vMerge":
                shape.continues = setting.get(f"{w}val") != "restart"
            elif tag == f"{w}shd":
                shape.shaded = setting.get(f"{w}fill") not in _UNCOLOURED
            elif tag == f"{w}cellDel":
                return None
        return shape
