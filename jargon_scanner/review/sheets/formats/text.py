"""``txt``: a sheet as plain text, for the terminal too."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.sheets.formats.family import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.review.sheets.sheet import Section, Sheet, Table

_WIDTH = 88


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the text."""
    out.write(("\n".join(lines_of(sheet)) + "\n").encode("utf-8", "replace"))


def lines_of(sheet: Sheet, width: int = _WIDTH) -> Iterator[str]:
    """A sheet as lines of at most so many characters."""
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
        yield from _table(table, width)
    yield from _folded((f"“{quote.words}” {quote.who}" for quote in section.quotes), width, "  ")


def _folded(lines: Iterable[str], width: int, before: str = "") -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(
            visible(line), width, initial_indent=before, subsequent_indent=" " * len(before)
        )


def _table(table: Table, width: int) -> Iterator[str]:
    columns, rows = table.headings, [tuple(map(visible, row)) for row in table.in_words]
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    if sum(widths) + 2 * len(widths) > width:
        yield from _one_by_one(columns, rows, width)
        return
    for row in (columns, *rows):
        yield "  " + "  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)).rstrip()


def _one_by_one(columns: Iterable[str], rows: Iterable[Iterable[str]], width: int) -> Iterator[str]:
    """A table too wide to be read: a line for each cell that says something, row after row."""
    label = max(map(len, columns)) + 2
    for row in rows:
        yield ""
        for column, cell in zip(columns, row, strict=True):
            if cell:
                text = f"  {column:<{label}}{cell}"
                yield from textwrap.wrap(text, width, subsequent_indent=" " * (label + 2))


PART = Format("txt", ".txt", write)
