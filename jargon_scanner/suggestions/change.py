"""A change of the text, which may reach further than the finding it began with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A change: ``text`` takes the place of the half-open range in the document's text."""

    start: int
    end: int
    text: str

    def reaching_back(self, start: int, between: str, opening: str) -> Change:
        """The same change from an earlier word on.

        Args:
            start: where that word begins.
            between: the text after that word and before this change, which stays.
            opening: what stands in place of that word; "" to leave it out.
        """
        kept = between if opening else between.lstrip()
        return Change(start, self.end, f"{opening}{kept}{self.text}")

    def reaching_on(self, end: int, between: str, ending: str) -> Change:
        """The same change up to a later word; ``ending`` stands in place of that word."""
        return Change(self.start, end, f"{self.text}{between}{ending}")
