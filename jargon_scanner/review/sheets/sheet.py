"""What stands on a sheet, in the order in which it is read. Plain words: every format escapes for itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

#: None is an empty cell.
Cell: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        caption: what it is called; a screen reader says it first.
        columns: the words of its heading row. A column whose heading ends with "%" holds shares from 0 to 1.
        rows: as many cells each as there are columns.
        widths: of the columns, as parts of a whole of any size.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading row where cells stand in words: each share says itself that it is one."""
        return tuple(column.removesuffix(" %") for column in self.columns)

    @property
    def in_words(self) -> tuple[tuple[str, ...], ...]:
        """The rows, each cell in words: "82%" for a share, "" for nothing."""
        return tuple(
            tuple(_in_words(cell, column) for cell, column in zip(row, self.columns, strict=True))
            for row in self.rows
        )


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, and who said them: "a young person"."""

    words: str
    who: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a sheet: its heading, then lines, points, tables and quotes, as far as there are any."""

    heading: str
    lines: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    quotes: tuple[Quote, ...] = ()
    is_on_new_page: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        title: its first heading.
        lead: what it is, in a sentence or two.
        sections: in the order in which they are read.
        notes: what has to be known about it, at its end.
        data: the same as rows, for a spreadsheet; its tables where nothing else is said.
        is_large: whether it is for people who read large letters.
    """

    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    data: tuple[Table, ...] = ()
    is_large: bool = False

    @property
    def tables(self) -> tuple[Table, ...]:
        """What a spreadsheet holds."""
        return self.data or tuple(table for section in self.sections for table in section.tables)


def _in_words(cell: Cell, column: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    return f"{cell:.0%}" if column.endswith("%") else f"{cell:,}"
