"""``csv``: the table for a spreadsheet, every cell of it words or a number and never a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.abbreviations.formats.family import Format
from jargon_scanner.abbreviations.formats.wording import COLUMNS, cells
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from jargon_scanner.abbreviations.table import Table
    from jargon_scanner.outputs import Look

#: Beginnings that a spreadsheet would take for a formula, and the mark that says it is none.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def write(table: Table, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a format's one signature
    """Write a row for each short form, then one for each document that could not be read."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in table.rows:
        writer.writerow([_guarded(cell) for cell in cells(row)])
    for one in table.unread:
        cell = {"Stands for": visible(one.message), "Status": "not read", "Used in": visible(one.path)}
        writer.writerow([_guarded(cell.get(column, "")) for column in COLUMNS])
    out.write(text.getvalue().encode("utf-8-sig", "replace"))


def _guarded(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


PART = Format(name="csv", suffix=".csv", write=write)
