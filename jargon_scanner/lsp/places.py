"""Places as the protocol counts them: a line, and units of the encoding that was agreed on along it.

Its lines end at a line feed, a carriage return or both, and nowhere else (Language Server Protocol 3.17,
"Text Documents"); Python's own idea of a line is wider.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from lsprotocol.types import Position, Range

if TYPE_CHECKING:
    from collections.abc import Callable

_LINE_END = re.compile(r"\r\n|\n|\r")


class Places:
    """The places of one text."""

    def __init__(self, text: str, units: Callable[[str], int]) -> None:
        """Find the lines of a text.

        Args:
            text: as the editor holds it.
            units: how many units a piece of a line takes, in the encoding that was agreed on.
        """
        self._text = text
        self._units = units
        ends = [match.span() for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def position(self, place: int) -> Position:
        """Where an offset in code points stands."""
        line = bisect_right(self._starts, place) - 1
        return Position(line, self._units(self._text[self._starts[line] : place]))

    def range(self, start: int, end: int) -> Range:
        """Where a range of offsets stands."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The offset in code points of a position; one past the end of its line is the end of its line."""
        if position.line >= len(self._starts):
            return len(self._text)
        place, last = self._starts[position.line], self._ends[position.line]
        units = 0
        while place < last and units < position.character:
            units += self._units(self._text[place])
            place += 1
        return place
