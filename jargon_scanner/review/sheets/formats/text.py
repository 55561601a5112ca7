"""``txt``: a sheet as plain text, for the terminal too."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.sheets.formats.family import Format
from jargon_scanner.review.sheets.sheet import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.review.sheets.sheet import Section, Sheet, Table

_WIDTH = 88


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the text."""
    out.write(("\n".join(lines_of(sheet)) + "\n").encode("utf-8", "replace"))


def lines_of(sheet: Sheet, width: int = _WIDTH) -> Iterator[str]:
    """A sheet as lines of at most so many characters; tables may be wider."""
    yield visible(sheet.title)
    yield from _folded(sheet.lead, width)
    for section in sheet.sections:
        yield ""
        yield visible(section.heading).upper()
        yield from _section(section, width)
    if sheet.notes:
        yield ""
        yield from _folded(sheet.notes, width)


def _section(section: Section, width: int) -> Iterator[str]:
    yield from _folded(section.lines, width)
    yield from _folded(section.points, width, "- ")
    for table in section.tables:
        yield from _table(table)
    yield from _folded((f"“{quote.words}” {quote.who}" for quote in section.quotes), width, "  ")


def _folded(lines: Iterable[str], width: int, before: str = "") -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(
            visible(line), width, initial_indent=before, subsequent_indent=" " * len(before)
        )


def _table(table: Table) -> Iterator[str]:
    rows = [
        [visible(shown(cell, column)) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]
    listed = [[column.removesuffix(" %") for column in table.columns], *rows]
    widths = [max(len(row[place]) for row in listed) for place in range(len(table.columns))]
    for row in listed:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


PART = Format("txt", ".txt", write)
