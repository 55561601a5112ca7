"""``xlsx``: a sheet's tables as a workbook, a page each; its notes on the last one."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.sheets.formats.family import Format

if TYPE_CHECKING:
    from xlsxwriter.format import Format as Look
    from xlsxwriter.workbook import Workbook

    from jargon_scanner.review.sheets.sheet import Sheet, Table

_WORDS_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_CHARACTERS_ACROSS = 130


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the workbook."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    with Workbook(data, {"in_memory": True, **_WORDS_ONLY}) as book:
        book.set_properties({"title": visible(sheet.title), "author": "jargon-scanner"})
        for table in sheet.tables:
            _page(book, table)
        about = book.add_worksheet("About")
        about.set_column(0, 0, _CHARACTERS_ACROSS, book.add_format({"text_wrap": True, "valign": "top"}))
        for row, line in enumerate((sheet.title, *sheet.lead, *sheet.notes)):
            about.write_string(row, 0, visible(line))
    out.write(data.getvalue())


def _page(book: Workbook, table: Table) -> None:
    page = book.add_worksheet(_NOT_IN_A_NAME.sub(" ", table.caption)[:_LONGEST_NAME])
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    share = book.add_format({"num_format": "0%", "valign": "top"})
    looks: list[Look] = [share if column.endswith("%") else words for column in table.columns]
    for place, (column, width) in enumerate(zip(table.columns, table.widths, strict=True)):
        page.set_column(place, place, _CHARACTERS_ACROSS * width / sum(table.widths))
        page.write_string(0, place, column, bold)
    for number, row in enumerate(table.rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(number, place, visible(cell), words)
            elif cell is not None:
                page.write_number(number, place, cell, looks[place])
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


PART = Format("xlsx", ".xlsx", write)
