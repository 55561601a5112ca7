"""The table of abbreviations in every format: one module each with a ``PART``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jargon_scanner.abbreviations.formats.family import Format
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Format", "find_format", "installed"]


@cache
def installed() -> Mapping[str, Format]:
    """Every format by name: ours, and those that other installed packages add."""
    from jargon_scanner.plugins import discover

    return discover("jargon_scanner.abbreviations.formats", Format)


def find_format(name: str | None, file: str | None = None) -> Format:
    """The format that was asked for by name, or that a file's ending stands for, or else ``text``.

    Raises:
        UsageError: there is no format of that name.
    """
    formats = installed()
    if name is None:
        by_ending = (one for one in formats.values() if file and file.lower().endswith(one.suffix))
        return next(by_ending, formats["text"])
    if name not in formats:
        raise UsageError(f"There is no format {name!r}. The formats are: {', '.join(formats)}.")
    return formats[name]
