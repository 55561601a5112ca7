"""``csv``: a sheet's first table of data, every cell words or a number and never a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.csv_cells import guarded
from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.sheets.formats.family import Format

if TYPE_CHECKING:
    from jargon_scanner.review.sheets.sheet import Cell, Sheet


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the rows; of several tables each has its heading row, and a line is left empty between them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for number, table in enumerate(sheet.tables):
        if number:
            writer.writerow(())
        writer.writerow(table.columns)
        writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    out.write(text.getvalue().encode("utf-8-sig", "replace"))


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, float):
        return round(cell, 4)
    return guarded(visible(cell)) if isinstance(cell, str) else cell


PART = Format("csv", ".csv", write)
