"""Results as they may leave the team: no number under five, and none that could be worked out.

Primary and complementary suppression of a one-way table (A. Hundepool and others, "Statistical Disclosure
Control", Wiley 2012, chapter 4): every count from one to four is hidden, then so much more that none of them
follows from the total, even for a reader who knows this rule. That nobody chose an answer may be told.
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
        least: the smallest number, but for none, that may be said.

    Returns:
        The places of every count under ``least``. Where these follow from the total, every answer that nobody
        chose is hidden with them, since any of those could be the one; without such answers, the smallest of
        the other counts, until each hidden count could have at least two values.
    """
    small = {place for place, count in enumerate(counts) if 0 < count < least}
    total = sum(counts[place] for place in small)
    if not _are_worked_out(len(small), total, total, least):
        return frozenset(small)
    none = {place for place, count in enumerate(counts) if not count}
    if none:
        return frozenset(small | none)
    hidden = set(small)
    rest = sorted((place for place in range(len(counts)) if place not in small), key=lambda at: counts[at])
    while rest:
        hidden.add(rest.pop(0))
        all_hidden, large = sum(counts[at] for at in hidden), len(hidden) - len(small)
        next_shown = counts[rest[0]] if rest else all_hidden
        if not _are_worked_out(
            len(small), all_hidden - large * next_shown, all_hidden - large * least, least
        ):
            break
    return frozenset(hidden)


def _are_worked_out(small: int, low: int, high: int, least: int) -> bool:
    """Whether a small count can have one value only.

    Args:
        small: how many small counts there are, each from 1 to under ``least``.
        low: what they sum up to at the least, as a reader works it out; ``high``, at the most.
        high: see ``low``.
        least: the smallest number that may be said.
    """
    fewest, most = small, small * (least - 1)
    low, high = max(low, fewest), min(high, most)
    return bool(small) and low == high and (small == 1 or low in (fewest, most))
