"""What was asked and decided before: words that nobody has looked at come first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jargon_scanner.review.decisions import standing
from jargon_scanner.review.history_sheet import month_of
from jargon_scanner.review.record import decisions, packs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from jargon_scanner.review.decisions import Decision

_SAID = {"adopt": "decided in {}", "keep": "kept in {}", "ask again": "to be asked again"}


@dataclass(frozen=True, slots=True)
class Before:
    """What is known from earlier sessions.

    Attributes:
        asked: the words of every pack.
        decided: the last decision on a word that stands.
    """

    asked: frozenset[str] = frozenset()
    decided: Mapping[str, Decision] = field(default_factory=dict)

    def turn(self, key: str) -> int:
        """When a word's turn comes: 0 if never asked or to be asked again, 1 if asked, 2 if decided."""
        decision = self.decided.get(key)
        if decision is None:
            return int(key in self.asked)
        return 0 if decision.outcome == "ask again" else 2

    def remark(self, key: str) -> str:
        """What there is to say of a word's past; "" for nothing."""
        decision = self.decided.get(key)
        if decision is not None:
            return _SAID[decision.outcome].format(month_of(decision))
        return "on a card before" if key in self.asked else ""


def before(db: Connection) -> Before:
    """What a record knows."""
    asked = {card.key for pack in packs.all_packs(db) for card in pack.cards}
    decided = {one.key: one for one in standing(decisions.history(db))}
    return Before(frozenset(asked), decided)
