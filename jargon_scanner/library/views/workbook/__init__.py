"""A workbook, for people who live in Excel: a sheet for each question, to filter, sort and follow."""

from __future__ import annotations

from typing import BinaryIO

from jargon_scanner import workbook
from jargon_scanner.library.views.family import Shown, View
from jargon_scanner.library.views.workbook.sheets import SHEETS
from jargon_scanner.library.views.workbook.summary import write_summary


def _write(shown: Shown, out: BinaryIO) -> None:
    with workbook.opened(out, f"Words of the library {shown.report.name}".strip()) as pen:
        write_summary(pen, shown.report)
        for sheet in SHEETS:
            table = pen.table(sheet.name, sheet.columns, all_rows="occurrences.csv")
            for row in sheet.rows(shown):
                table.add(row)
                if table.is_full:
                    break


PART = View("workbook", "library.xlsx", "a workbook", _write)
