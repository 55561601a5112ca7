"""Excel spreadsheets of the old kind: .xls, .xlt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.kinds import is_old_excel

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document


def read(path: Path, data: bytes) -> Document:
    """Read an old spreadsheet.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    from jargon_scanner.loaders.xls.reading import read_cells

    return read_cells(path, data, PART.name)


PART = Loader(
    name="xls",
    description="an Excel spreadsheet of the old kind",
    suffixes=(".xls", ".xlt"),
    recognises=is_old_excel,
    read=read,
)
