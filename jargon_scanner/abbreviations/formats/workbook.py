"""``xlsx``: the table as a workbook, its heading kept in sight and with a filter."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.abbreviations.formats.family import Format
from jargon_scanner.abbreviations.formats.wording import COLUMNS, cells
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from jargon_scanner.abbreviations.table import Table
    from jargon_scanner.outputs import Look

_WORDS_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(table: Table, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a format's one signature
    """Write a sheet of short forms, and one of what could not be read where there is any."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    with Workbook(data, {"in_memory": True, **_WORDS_ONLY}) as book:
        book.set_properties({"title": "Abbreviations", "author": "jargon-scanner"})
        bold = book.add_format({"bold": True, "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Abbreviations")
        for place, (column, width) in enumerate(COLUMNS.items()):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, column, bold)
        for number, row in enumerate(table.rows, start=1):
            for place, cell in enumerate(cells(row)):
                sheet.write(number, place, cell, wrapped)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(table.rows), len(COLUMNS) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        if table.unread:
            unread = book.add_worksheet("Not read")
            unread.set_column(0, 1, 80, wrapped)
            unread.write_row(0, 0, ["Document", "Why"], bold)
            for number, one in enumerate(table.unread, start=1):
                unread.write_row(number, 0, [visible(one.path), visible(one.message)], wrapped)
            unread.freeze_panes(1, 0)
    out.write(data.getvalue())


PART = Format(name="xlsx", suffix=".xlsx", write=write, for_screen=False)
