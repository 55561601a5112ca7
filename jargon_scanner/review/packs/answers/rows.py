"""Rows and cells of a spreadsheet, and what cannot be taken from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jargon_scanner.review.people import AgeBand, Group
    from jargon_scanner.review.questions import Answer


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as the program shows it, and its cells by the words above them."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, heading: str) -> str:
        """A cell; "" where it is empty, or where the column is gone."""
        return self.cells.get(heading, "")


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its name, and its rows below the first."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who answered on paper."""

    group: Group
    age: AgeBand | None
    may_quote: bool
    answers: tuple[Answer, ...]


@dataclass(slots=True)
class Faults:
    """Cells that cannot be taken, each with its place and what would do."""

    told: list[str] = field(default_factory=list)

    def tell(self, grid: Grid, row: Row, heading: str, what: str) -> None:
        """Note one."""
        self.told.append(f"{grid.name}, row {row.number}, column {heading}: {what}")

    def one_of(self, grid: Grid, row: Row, heading: str, names: Mapping[str, str]) -> str:
        """What a cell names, in whatever case it was typed; "" where it is empty or names nothing."""
        written = row[heading]
        known = {one.casefold(): name for words, name in names.items() for one in (words, name)}
        found = known.get(written.casefold(), "")
        if written and not found:
            self.tell(grid, row, heading, f"“{written}” is none of {_listed(names)}")
        return found


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
