"""Which words young people know, for those who decide what to fix first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.review.found import group_said, results_of
from jargon_scanner.review.room import LEAST_PEOPLE

if TYPE_CHECKING:
    from sqlalchemy import Connection


def known(db: Connection) -> dict[str, float]:
    """By entry id, the share of young people who had seen the word, over all sessions.

    Words that fewer than five young people were asked about are left out.
    """
    _, found = results_of(db)
    shares: dict[str, float] = {}
    for word in found:
        said = group_said(word, "young person")
        tally = said.tally("seen") if said else None
        yes = tally.of("yes") if tally and (tally.answered or 0) >= LEAST_PEOPLE else None
        if word.card.entry and yes and yes.share.value is not None:
            shares[word.card.entry] = yes.share.value
    return shares
