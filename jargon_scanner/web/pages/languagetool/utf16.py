"""Places as the programs count that ask us: in units of UTF-16, where an emoji is two."""

from __future__ import annotations

from bisect import bisect_left

_LAST_OF_ONE_UNIT = 0xFFFF


class Units:
    """The places of one text."""

    def __init__(self, text: str) -> None:
        """Find the characters of a text that are two units long."""
        self._wide = [place for place, letter in enumerate(text) if ord(letter) > _LAST_OF_ONE_UNIT]

    def before(self, place: int) -> int:
        """How many units stand before a place, which is counted in code points."""
        return place + bisect_left(self._wide, place)
