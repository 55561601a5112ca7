"""Workbooks, for people who live in Excel: tables to filter, sort and follow, one look for all of them.

Rows are written as they come and never held, so that a library of any size fits in memory. Text is always
text: no cell can start a formula, and no word turns into a link.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Look: TypeAlias = Literal["text", "count", "rate", "share", "file"]

#: Rows of a sheet, and links on one, that Excel can hold.
MOST_ROWS = 1_048_575
MOST_LINKS = 65_000
_A4 = 9
_NUMBERS: dict[str, str] = {"count": "#,##0", "rate": "#,##0.0", "share": "0%"}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how wide it is in characters, and how its cells look."""

    heading: str
    width: int
    look: Look = "text"


@contextmanager
def opened(out: BinaryIO, title: str) -> Iterator[Pen]:
    """A new workbook, written on a binary stream when the block ends without an error."""
    from xlsxwriter import Workbook

    pen = Pen(Workbook(out, _OPTIONS))
    pen.book.set_properties({"title": title})
    yield pen
    pen.close()


class Pen:
    """Writes the sheets of one workbook.

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
        self._tables: list[Table] = []

    def page(self, name: str) -> Worksheet:
        """A new sheet whose first row stays in sight and stands on every printed page."""
        page = self.book.add_worksheet(name)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        return page

    def table(self, name: str, columns: Sequence[Column], *, all_rows: str) -> Table:
        """A new sheet with a row of headings.

        Args:
            name: of the sheet.
            columns: from the left.
            all_rows: where every row is to be had when a sheet cannot hold them: "occurrences.csv".
        """
        table = Table(self, self.page(name), columns, all_rows)
        self._tables.append(table)
        return table

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

    def close(self) -> None:
        """Write the workbook."""
        for table in self._tables:
            table.close()
        self.book.close()


class Table:
    """A sheet with a row of headings, and a filter on each column."""

    def __init__(self, pen: Pen, page: Worksheet, columns: Sequence[Column], all_rows: str) -> None:
        """Write the headings on a page."""
        self._pen, self._page, self._columns, self._all_rows = pen, page, columns, all_rows
        self._last = self._links = 0
        for number, column in enumerate(columns):
            page.set_column(number, number, column.width)
            page.write_string(0, number, column.heading, pen.heading)

    @property
    def is_full(self) -> bool:
        """Whether the sheet can hold no further row; its last one says so."""
        return self._last == MOST_ROWS

    def add(self, row: Sequence[Any]) -> None:
        """Write one more row, if it fits."""
        self._last = min(self._last + 1, MOST_ROWS)
        if self.is_full:
            told = f"There are more rows than a sheet can hold: see {self._all_rows}."
            self._page.write_string(self._last, 0, told)
            return
        for number, (column, value) in enumerate(zip(self._columns, row, strict=True)):
            self._links += column.look == "file"
            look = column.look if self._links <= MOST_LINKS else "text"
            self._pen.cell(self._page, self._last, number, value, look)

    def close(self) -> None:
        """Put a filter on each column."""
        self._page.autofilter(0, 0, max(self._last, 1), len(self._columns) - 1)


@lru_cache(maxsize=1024)  # the occurrences of one document stand together
def _address(path: str) -> str:
    return Path(path).resolve().as_uri()
