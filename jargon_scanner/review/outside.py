"""Results as they may leave the team: no number under five, and none that could be worked out.

Primary and complementary suppression of a one-way table (P.-P. de Wolf and others, "Statistical Disclosure
Control", Wiley 2012, chapter 4): every count under five is hidden, then so many more of the smallest that no
hidden count follows from the total, even for a reader who knows this rule.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jargon_scanner.intervals import Estimate
from jargon_scanner.review.room import LEAST_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jargon_scanner.review.results import CardResults, GroupSaid, Tally

HIDDEN = f"fewer than {LEAST_PEOPLE}, or hidden so that such a number cannot be worked out"
NOTE = (
    f"Numbers under {LEAST_PEOPLE} are not said, and some others neither, so that nobody can work them out. "
    "Take care with two sheets of the same sessions: what differs between them can be worked out."
)


def for_outside(found: Iterable[CardResults]) -> tuple[CardResults, ...]:
    """The results without small numbers, and with people's own words only where they may be quoted.

    Of a group of fewer than five nothing is told at all.
    """
    return tuple(_card(one) for one in found)


def _card(found: CardResults) -> CardResults:
    large = (one for one in found.groups if (one.people or 0) >= LEAST_PEOPLE)
    return replace(found, groups=tuple(map(_group, large)))


def _group(said: GroupSaid) -> GroupSaid:
    return replace(
        said,
        tallies=tuple(_tally(one) for one in said.tallies if (one.answered or 0) >= LEAST_PEOPLE),
        guesses=tuple(one for one in said.guesses if one.may_quote),
        wordings=tuple(one for one in said.wordings if one.may_quote),
        waiting=0,
    )


def _tally(tally: Tally) -> Tally:
    counts = [one.count or 0 for one in tally.counts]
    hidden = hidden_cells(counts)
    shown = tuple(
        replace(one, count=None, share=Estimate(None)) if place in hidden else one
        for place, one in enumerate(tally.counts)
    )
    return replace(tally, counts=shown)


def hidden_cells(counts: Sequence[int], least: int = LEAST_PEOPLE) -> frozenset[int]:
    """Places of the counts that must not be said beside their total.

    Args:
        counts: all answers to one question; their sum is known to everybody.
        least: the smallest number that may be said.

    Returns:
        The places of every count under ``least``, and of others, the smallest first, until each hidden count
        could have at least two values. Everything is hidden where nothing else will do.
    """
    hidden = {place for place, count in enumerate(counts) if count < least}
    rest = sorted((place for place in range(len(counts)) if place not in hidden), key=lambda at: counts[at])
    small = len(hidden)
    while hidden and rest:
        total = sum(counts[at] for at in hidden)
        if not _can_be_worked_out(total, small, len(hidden) - small, counts[rest[0]], least):
            break
        hidden.add(rest.pop(0))
    return frozenset(hidden)


def _can_be_worked_out(total: int, small: int, large: int, next_shown: int, least: int) -> bool:
    """Whether some hidden count can have one value only.

    Args:
        total: of the hidden counts, which a reader works out from what is shown.
        small: how many of them are under ``least``.
        large: how many are not; each is at most the smallest that is shown.
        next_shown: the smallest that is shown.
        least: the smallest number that may be said.
    """
    most = small * (least - 1)
    low, high = max(0, total - large * next_shown), min(most, total - large * least)
    if low < high:
        return False
    return small == 1 or low in (0, most)
