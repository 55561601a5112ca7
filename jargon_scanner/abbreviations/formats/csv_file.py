"""``csv``: the table for a spreadsheet, every cell of it words or a number and never a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.abbreviations.formats.family import Format
from jargon_scanner.abbreviations.formats.wording import COLUMNS, cells
from jargon_scanner.csv_cells import guarded
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from jargon_scanner.abbreviations.table import Table
    from jargon_scanner.outputs import Look


def write(table: Table, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a format's one signature
    """Write a row for each short form, then one for each document that could not be read."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in table.rows:
        writer.writerow([guarded(str(cell)) for cell in cells(row)])
    for one in table.unread:
        cell = {"Stands for": visible(one.message), "Status": "not read", "Used in": visible(one.path)}
        writer.writerow([guarded(cell.get(column, "")) for column in COLUMNS])
    out.write(text.getvalue().encode("utf-8-sig", "replace"))


PART = Format(name="csv", suffix=".csv", write=write)
