"""Rows in files: CSV as Excel reads it, and .xlsx. Every cell is words: no formula is ever written or run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from jargon_scanner.csv_cells import guarded, unguarded
from jargon_scanner.errors import LexiconError
from jargon_scanner.lexicon.exchange.rows import COLUMNS, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WIDTHS = {
    "meaning": 50,
    "why": 40,
    "say": 40,
    "senses": 50,
    "flagged": 50,
    "not_flagged": 50,
    "rewritten": 60,
}
_WIDTH = 16


def write_csv(rows: Iterable[Row]) -> bytes:
    """CSV with the mark that tells Excel it is UTF-8; a cell that looks like a formula is marked as words."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([guarded(row.get(column, "")) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def read_csv(data: bytes) -> Iterator[tuple[int, Row]]:
    """The rows of a CSV file with their numbers; commas, semicolons or tabs between the cells."""
    text = _decoded(data)
    heading = text.splitlines()[0] if text.strip() else ""
    delimiter = max(",;\t", key=heading.count)
    cells = (
        [unguarded(cell) for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    )
    yield from _rows(cells)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def write_xlsx(rows: Iterable[Row]) -> bytes:
    """A workbook with one sheet, its heading kept in sight and with a filter."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(out, {"in_memory": True, **plain}) as book:
        sheet = book.add_worksheet("Words")
        cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        bold = book.add_format({"bold": True})
        for place, column in enumerate(COLUMNS):
            sheet.set_column(place, place, _WIDTHS.get(column, _WIDTH), cell)
            sheet.write_string(0, place, column, bold)
        last = 0
        for last, row in enumerate(rows, start=1):
            for place, column in enumerate(COLUMNS):
                if row.get(column):
                    sheet.write_string(last, place, row[column], cell)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    return out.getvalue()


def read_xlsx(data: bytes, name: str) -> Iterator[tuple[int, Row]]:
    """The rows of the first sheet of a workbook with their numbers.

    Raises:
        LexiconError: it is no workbook.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    except CalamineError as error:
        raise LexiconError(f"{name} cannot be read as a workbook: {error}. Save it again as .xlsx.") from None
    yield from _rows([_written(value) for value in row] for row in sheet.to_python(skip_empty_area=False))


def _written(value: object) -> str:
    """A cell as words: Excel makes numbers and yes/no of what looks like them."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _rows(lines: Iterable[Sequence[str]]) -> Iterator[tuple[int, Row]]:
    """Rows by the names in the first one; columns without a name are passed over."""
    heading: list[str] = []
    for number, cells in enumerate(lines, start=1):
        if number == 1:
            heading = [cell.strip() for cell in cells]
            continue
        yield number, {key: cell for key, cell in zip(heading, cells, strict=False) if key}
