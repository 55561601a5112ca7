"""``pdf``: a sheet as a tagged PDF (PDF/UA-1), set by typst. Its words go in as data, never as markup."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.review.sheets.formats.family import Format
from jargon_scanner.review.typesetting import all_visible, typeset

if TYPE_CHECKING:
    from typing import Any

    from jargon_scanner.review.sheets.sheet import Sheet


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the PDF.

    Raises:
        UsageError: what sets it is not installed.
    """
    template = (files("jargon_scanner.review.sheets") / "templates" / "sheet.typ").read_bytes()
    out.write(typeset(template, "sheet", all_visible(_plain(sheet))))


def _plain(sheet: Sheet) -> dict[str, Any]:
    """The sheet as plain data, its cells in words."""
    data: dict[str, Any] = asdict(sheet)
    for section, plain in zip(sheet.sections, data["sections"], strict=True):
        for table, written in zip(section.tables, plain["tables"], strict=True):
            written["columns"], written["rows"] = table.headings, table.in_words
    del data["data"]
    return data


PART = Format("pdf", ".pdf", write)
