"""Sheets of cells: what the loaders of spreadsheets share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jargon_scanner.document import Block, Cell
from jargon_scanner.errors import TooLarge
from jargon_scanner.loaders.lines import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jargon_scanner.document import Owner, Part, Role

MOST_CELLS = 1_000_000
"""Cells with something in them, in all sheets together."""
_LABEL_WORDS = 12


@dataclass(slots=True)
class Sheet:
    """One sheet.

    Attributes:
        name: what its tab says.
        number: its place among the others, from 1.
        rows: its cells with words, by column, by row; both from 1.
        texts: cells that hold text, not numbers or dates.
    """

    name: str
    number: int
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    texts: set[tuple[int, int]] = field(default_factory=set)

    def put(self, row: int, column: int, words: str, *, is_text: bool) -> None:
        """Put words into a cell."""
        words = words.strip()
        if words:
            self.rows.setdefault(row, {})[column] = words
            if is_text:
                self.texts.add((row, column))

    @property
    def label(self) -> str:
        """The sheet, as a person says it."""
        return f'Sheet "{shorten(self.name)}"'

    def blocks(self) -> Iterator[Block]:
        """A block of each cell, row by row."""
        head = self._head()
        for row in sorted(self.rows):
            for column, words in sorted(self.rows[row].items()):
                is_label = row == head or words.endswith(("?", ":"))
                yield Block(
                    index=0,
                    start=0,
                    text=words,
                    label=f"{self.label}, cell {column_letters(column)}{row}",
                    part="table",
                    role="cell",
                    section=(self.name,),
                    cell=Cell(self.number, row, column),
                    owner="template" if is_label and len(words.split()) <= 2 * _LABEL_WORDS else "author",
                )

    def _head(self) -> int:
        """The row that names the columns: the first with several cells, all of them short texts; else 0."""
        for row in sorted(self.rows)[:20]:
            cells = self.rows[row]
            if len(cells) < 2:
                continue
            is_head = all(
                (row, column) in self.texts and len(words.split()) <= _LABEL_WORDS
                for column, words in cells.items()
            )
            return row if is_head and row != max(self.rows) else 0
        return 0

    def beside(
        self,
        words: str,
        label: str,
        *,
        part: Part = "table",
        role: Role = "paragraph",
        owner: Owner = "author",
    ) -> list[Block]:
        """A block of words that stand on the sheet and in no cell; none where there are no words."""
        words = words.strip()
        label = f"{self.label}, {label}"
        return [Block(0, 0, words, label, part, role, (self.name,), owner=owner)] if words else []


def check_size(path: Path, cells: int) -> None:
    """Refuse a file with more cells than we read.

    Raises:
        TooLarge: there are too many.
    """
    if cells > MOST_CELLS:
        raise TooLarge(path, f"it has more than {MOST_CELLS:,} cells with something in them")


def column_letters(column: int) -> str:
    """The letters of a column, from 1: A, Z, AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def number_words(value: float) -> str:
    """A number as a sheet shows it when nobody asked for more."""
    return f"{value:.0f}" if float(value).is_integer() and abs(value) < 1e15 else f"{value:.10g}"
