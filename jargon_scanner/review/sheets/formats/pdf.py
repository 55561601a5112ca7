"""``pdf``: a sheet as a tagged PDF (PDF/UA-1), set by typst. Its words go in as data, never as markup."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.sheets.formats.family import Format
from jargon_scanner.review.sheets.sheet import shown
from jargon_scanner.review.typesetting import typeset

if TYPE_CHECKING:
    from typing import Any

    from jargon_scanner.review.sheets.sheet import Sheet


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the PDF.

    Raises:
        UsageError: what sets it is not installed.
    """
    template = (files("jargon_scanner.review.sheets") / "templates" / "sheet.typ").read_bytes()
    out.write(typeset(template, "sheet", _plain(sheet)))


def _plain(sheet: Sheet) -> dict[str, Any]:
    """The sheet as plain data, its cells in words."""
    data: dict[str, Any] = _visible(asdict(sheet))
    for section, plain in zip(sheet.sections, data["sections"], strict=True):
        for table, written in zip(section.tables, plain["tables"], strict=True):
            written["columns"] = [column.removesuffix(" %") for column in table.columns]
            written["rows"] = [
                [visible(shown(cell, column)) for cell, column in zip(row, table.columns, strict=True)]
                for row in table.rows
            ]
    del data["data"]
    return data


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {key: _visible(one) for key, one in value.items()}
    return [_visible(one) for one in value] if isinstance(value, tuple | list) else value


PART = Format("pdf", ".pdf", write)
