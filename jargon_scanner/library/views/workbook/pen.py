"""Writes the sheets of one workbook, with the looks that they share."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from jargon_scanner.library.views.family import Shown
    from jargon_scanner.library.views.workbook.sheets import Sheet

#: Rows of a sheet, and links on one, that Excel can hold.
MOST_ROWS = 1_048_575
MOST_LINKS = 65_000
_A4 = 9
_NUMBERS: dict[str, str] = {"count": "#,##0", "rate": "#,##0.0", "share": "0%"}


class Pen:
    """Writes sheets of one workbook.

    Attributes:
        book: the workbook.
        heading, title, quiet: looks of words that are no cells of a table.
    """

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.heading: Format = book.add_format(
            {"bold": True, "bg_color": "#12161C", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"}
        )
        self.title: Format = book.add_format({"bold": True, "font_size": 16})
        self.quiet: Format = book.add_format({"font_color": "#4A5360"})
        numbers = {
            look: book.add_format({"num_format": form, "valign": "top"}) for look, form in _NUMBERS.items()
        }
        self._looks: dict[str, Format] = {
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "file": book.add_format({"font_color": "#1C5AA0", "underline": 1, "valign": "top"}),
            **numbers,
        }

    def page(self, name: str) -> Worksheet:
        """A new sheet whose first row stays in sight and stands on every printed page."""
        page = self.book.add_worksheet(name)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        return page

    def table(self, sheet: Sheet, shown: Shown) -> None:
        """A sheet with a row of headings and a filter on each column."""
        page = self.page(sheet.name)
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, column.width)
            page.write_string(0, number, column.heading, self.heading)
        last, links = 0, 0
        for last, row in enumerate(sheet.rows(shown), start=1):
            if last == MOST_ROWS:
                page.write_string(last, 0, "There are more rows than a sheet can hold: see occurrences.csv.")
                break
            for number, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                links += column.look == "file"
                self.cell(page, last, number, value, column.look if links <= MOST_LINKS else "text")
        page.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)

    def cell(self, page: Worksheet, row: int, column: int, value: Any, look: str) -> None:
        """A cell that is always text or a number; nothing where there is no value."""
        if value is None or value == "":
            return
        if look == "file" and "://" not in str(value):
            page.write_url(row, column, _address(value), self._looks["file"], string=str(value))
        elif look in _NUMBERS:
            page.write_number(row, column, value, self._looks[look])
        else:
            page.write_string(row, column, str(value), self._looks["text"])


@lru_cache(maxsize=1024)  # the occurrences of one document stand together
def _address(path: str) -> str:
    return Path(path).resolve().as_uri()
