"""Excel spreadsheets of the old kind (.xls); also of the binary kind (.xlsb), for the loader of .xlsx."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from jargon_scanner.document import Problem
from jargon_scanner.errors import DamagedFile, PasswordProtected, TooLarge
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.inside import Collection
from jargon_scanner.loaders.kinds import is_old_excel
from jargon_scanner.loaders.sheets import Sheet, check_size, number_words

if TYPE_CHECKING:
    from pathlib import Path

    from python_calamine import CalamineSheet

    from jargon_scanner.document import Document

_LARGEST_SHEET = 20_000_000
_CELLS_ONLY = Problem(
    "cells-only",
    "Only the cells of this spreadsheet were read: comments, text boxes, headers and pictures were not. Save "
    "it as .xlsx to have them read.",
)


def read(path: Path, data: bytes) -> Document:
    """Read an old spreadsheet.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    return read_old(path, data, PART.name)


def read_old(path: Path, data: bytes, name: str) -> Document:
    """Read a spreadsheet of the old or of the binary kind.

    Args:
        path: the file, for messages.
        data: its bytes.
        name: the name of the format.

    Raises:
        PasswordProtected: it is encrypted.
        DamagedFile: it cannot be read.
        TooLarge: it has more cells than we read.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    collection = Collection(path)
    cells = 0
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for number, title in enumerate(book.sheet_names, start=1):
            found = book.get_sheet_by_name(title)
            if found.total_height * found.total_width > _LARGEST_SHEET:
                raise TooLarge(path, "one of its sheets reaches too far")
            sheet = Sheet(title, number)
            for row, values in enumerate(found.iter_rows(), start=1):
                for column, value in enumerate(values, start=_first_column(found)):
                    words = _words(value)
                    cells += bool(words)
                    sheet.put(row, column, words, is_text=isinstance(value, str))
                check_size(path, cells)
            collection.blocks += sheet.blocks()
    except PasswordError as fault:
        raise PasswordProtected(path) from fault
    except CalamineError as fault:
        raise DamagedFile(path, "its sheets cannot be read") from fault
    collection.problems.append(_CELLS_ONLY)
    return collection.document(name, data)


def _first_column(sheet: CalamineSheet) -> int:
    """The column of the first value of each row: rows are given from the first that is filled."""
    return 1 + (sheet.start[1] if sheet.start and sheet.width < sheet.total_width else 0)


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return number_words(value)
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}" if value.time() != time() else f"{value:%d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value) if isinstance(value, (str, time, timedelta)) else ""


PART = Loader(
    name="xls",
    description="an Excel spreadsheet of the old kind",
    suffixes=(".xls", ".xlt"),
    recognises=is_old_excel,
    read=read,
)
