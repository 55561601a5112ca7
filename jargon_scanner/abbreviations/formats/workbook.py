"""``xlsx``: the table as a workbook, its heading kept in sight and with a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner import workbook
from jargon_scanner.abbreviations.formats.family import Format
from jargon_scanner.abbreviations.formats.wording import COLUMNS, cells
from jargon_scanner.outputs.visible import visible
from jargon_scanner.workbook import Column

if TYPE_CHECKING:
    from jargon_scanner.abbreviations.table import Table
    from jargon_scanner.outputs import Look

_COUNTS = ("Times", "Documents")
_ALL = "the csv or json format"


def write(table: Table, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a format's one signature
    """Write a sheet of short forms, and one of what could not be read where there is any."""
    columns = [Column(name, width, "count" if name in _COUNTS else "text") for name, width in COLUMNS.items()]
    with workbook.opened(out, "Abbreviations") as pen:
        sheet = pen.table("Abbreviations", columns, all_rows=_ALL)
        for row in table.rows:
            sheet.add(cells(row))
        if table.unread:
            unread = pen.table("Not read", (Column("Document", 80), Column("Why", 80)), all_rows=_ALL)
            for one in table.unread:
                unread.add((visible(one.path), visible(one.message)))


PART = Format(name="xlsx", suffix=".xlsx", write=write, for_screen=False)
