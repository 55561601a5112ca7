"""Sheets that leave Our Voice: one description of what stands on them, written in any format."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.review.sheets.formats.family import Format
from jargon_scanner.review.sheets.sheet import Cell, Quote, Section, Sheet, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Cell", "Format", "Quote", "Section", "Sheet", "Table", "find_format", "installed"]


@cache
def installed() -> Mapping[str, Format]:
    """Every format by name: ours, and those that other installed packages add."""
    from jargon_scanner.plugins import discover

    return discover("jargon_scanner.review.sheets.formats", Format)


def find_format(file: str, *names: str) -> Format:
    """The format that a file's ending stands for.

    Args:
        file: its name.
        names: the formats there are to choose from; all of them where none is named.

    Raises:
        UsageError: none of them has this ending.
    """
    formats = [one for name, one in installed().items() if not names or name in names]
    ending = PurePath(file).suffix.lower()
    for one in formats:
        if one.suffix == ending:
            return one
    endings = ", ".join(one.suffix for one in formats)
    raise UsageError(f"The end of a file’s name says what it becomes: {endings}. {file!r} has none of them.")
