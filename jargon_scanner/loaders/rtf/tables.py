"""Tables of Rich Text, which names the end of each cell and row and never their beginning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jargon_scanner.loaders.flow import Pen

_DEEPEST = 100


@dataclass(slots=True)
class _Level:
    """A table that is open: whether a row and a cell of it are."""

    in_row: bool = False
    in_cell: bool = False


class Tables:
    """Opens tables, rows and cells as the words in them come."""

    def __init__(self, pen: Pen) -> None:
        """Begin outside any table.

        Args:
            pen: what writes.
        """
        self._pen = pen
        self._levels: list[_Level] = []
        self._outside: list[list[_Level]] = []
        self.heads_columns = False

    def go_to(self, depth: int) -> None:
        """Stand in a cell of the table at some depth; 0 is outside all tables."""
        depth = min(depth, _DEEPEST)
        while len(self._levels) > depth:
            self._levels.pop()
            self._pen.end_table()
        while True:
            if self._levels:
                self._open_cell(self._levels[-1])
            if len(self._levels) >= depth:
                return
            self._levels.append(_Level())
            self._pen.begin_table()

    def _open_cell(self, level: _Level) -> None:
        if not level.in_row:
            self._pen.begin_row(is_header=self.heads_columns)
            level.in_row = True
        if not level.in_cell:
            self._pen.begin_cell()
            level.in_cell = True

    def end_cell(self, depth: int) -> None:
        """End a cell of the table at some depth."""
        self.go_to(depth)
        self._pen.end_cell()
        self._levels[-1].in_cell = False

    def end_row(self, depth: int) -> None:
        """End a row of the table at some depth; a row without cells is none."""
        while len(self._levels) > depth:
            self._levels.pop()
            self._pen.end_table()
        if len(self._levels) == depth and depth:
            self._pen.end_cell()
            self._levels[-1].in_row = self._levels[-1].in_cell = False

    def enter_story(self) -> None:
        """Begin a story with tables of its own."""
        self._outside.append(self._levels)
        self._levels = []

    def leave_story(self) -> None:
        """Go back to the tables outside."""
        self.go_to(0)
        self._levels = self._outside.pop()
