"""Excel spreadsheets: .xlsx, .xlsm, .xltx, .xltm, .xlsb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.kinds import office_folder

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document


def read(path: Path, data: bytes) -> Document:
    """Read a spreadsheet.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    from jargon_scanner.loaders.xlsx.reading import read_workbook

    return read_workbook(path, data, PART.name)


PART = Loader(
    name="xlsx",
    description="an Excel spreadsheet",
    suffixes=(".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb"),
    recognises=lambda head: office_folder(head) == "xl/",
    read=read,
)
