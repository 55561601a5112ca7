"""A workbook, for people who live in Excel: a sheet for each question, to filter, sort and follow.

Rows are written as they come and never held, so that a library of any size fits in memory. Text is always
text: no cell can start a formula, and no word turns into a link.
"""

from __future__ import annotations

from typing import BinaryIO

import xlsxwriter

from jargon_scanner.library.views.family import Shown, View
from jargon_scanner.library.views.workbook.pen import Pen
from jargon_scanner.library.views.workbook.sheets import SHEETS
from jargon_scanner.library.views.workbook.summary import write_summary

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def _write(shown: Shown, out: BinaryIO) -> None:
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": f"Words of the library {shown.report.name}".strip()})
    pen = Pen(book)
    write_summary(pen, shown.report)
    for sheet in SHEETS:
        pen.table(sheet, shown)
    book.close()


PART = View("workbook", "library.xlsx", "a workbook", _write)
