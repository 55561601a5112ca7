"""A workbook, for people who live in Excel: a sheet for each question, to filter, sort and follow."""

from __future__ import annotations

from typing import BinaryIO

from jargon_scanner import workbook
from jargon_scanner.library.views.family import Shown, View
from jargon_scanner.library.views.workbook.sheets import SHEETS, WHERE
from jargon_scanner.library.views.workbook.summary import write_summary


def _write(shown: Shown, out: BinaryIO) -> None:
    with workbook.opened(out, f"Words of the library {shown.name}".strip()) as pen:
        summary = pen.page("Summary")
        tables = [
            (sheet, pen.table(sheet.name, sheet.columns, all_rows="occurrences.csv")) for sheet in SHEETS
        ]
        # The occurrences go first: figures may still be counted meanwhile.
        for sheet, table in sorted(tables, key=lambda one: one[0] is not WHERE):
            for row in sheet.rows(shown):
                table.add(row)
                if table.is_full:
                    break
        write_summary(pen, summary, shown.report)


PART = View("workbook", "library.xlsx", "a workbook", _write)
