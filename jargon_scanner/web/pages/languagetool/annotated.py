"""A text with its program's own marks in it, of which only the words are checked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text.

    Attributes:
        whole: as the program holds it.
        read: as it is checked: the same for words, what a mark stands for for a mark.
    """

    whole: str
    read: str

    @property
    def is_mark(self) -> bool:
        """Whether its characters are not the ones that are checked."""
        return self.whole != self.read


class Annotated:
    """The parts of a text, put together.

    Attributes:
        whole: the text as the program holds it, marks and all. Places are told in it.
        read: the text that is checked.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        """Put a text together from its parts, in order."""
        self._parts = tuple(part for part in parts if part.whole or part.read)
        self.whole = "".join(part.whole for part in self._parts)
        self.read = "".join(part.read for part in self._parts)
        self._starts_whole = list(accumulate((len(part.whole) for part in self._parts), initial=0))
        self._starts_read = list(accumulate((len(part.read) for part in self._parts), initial=0))

    def range_in_whole(self, start: int, end: int) -> tuple[int, int]:
        """Where a range of the text that is checked, which is not empty, stands in the whole text."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, at: int) -> tuple[int, int]:
        """The range of the whole text that one character of the text that is checked stands for."""
        number = bisect_right(self._starts_read, at) - 1
        begins = self._starts_whole[number]
        if self._parts[number].is_mark:
            return begins, self._starts_whole[number + 1]
        place = begins + at - self._starts_read[number]
        return place, place + 1
