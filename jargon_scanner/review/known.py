"""Which words young people know, for those who decide what to fix first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.review.record import answers, packs, sessions
from jargon_scanner.review.results import results

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: With fewer answers than this, a share says nothing.
_FEWEST = 5


def known(db: Connection) -> dict[str, float]:
    """By entry id, the share of young people who had seen the word, over all sessions.

    Words that fewer than five young people were asked about are left out.
    """
    held = sessions.all_sessions(db)
    asked = {session.id: packs.get(db, session.pack) for session in held}
    found: dict[str, float] = {}
    for word in results(asked, answers.of_sessions(db, *asked)):
        tallies = (one.tally("seen") for one in word.groups if one.group == "young person")
        tally = next(tallies, None)
        yes = tally.of("yes") if tally and (tally.answered or 0) >= _FEWEST else None
        if word.card.entry and tally and tally.answered and yes:
            found[word.card.entry] = (yes.count or 0) / tally.answered
    return found
