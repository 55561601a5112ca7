"""A session while it runs: how many are in, how far they are, what is uncovered; nothing of one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.review.record import answers, packs, sessions
from jargon_scanner.review.room import RoomSaid, what_the_room_said

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from jargon_scanner.review.cards import Card
    from jargon_scanner.review.sessions import GivenAnswer, Session


@dataclass(frozen=True, slots=True)
class CardNow:
    """How a word stands.

    Attributes:
        card: the card.
        answered: how many people have answered something about it.
        said: what the room said, where the facilitator has uncovered it; None while it is covered.
    """

    card: Card
    answered: int
    said: RoomSaid | None


@dataclass(frozen=True, slots=True)
class Now:
    """How a session stands.

    Attributes:
        session: the session.
        codes: its join codes.
        joined: how many people are in.
        finished: how many of them have come to the end.
        to_look_at: how many answers in somebody's own words no moderator has looked at.
        cards: its words.
    """

    session: Session
    codes: tuple[str, ...]
    joined: int
    finished: int
    to_look_at: int
    cards: tuple[CardNow, ...]

    @property
    def uncovered(self) -> tuple[CardNow, ...]:
        """The words whose answers the room may see."""
        return tuple(one for one in self.cards if one.said is not None)


def now_of(db: Connection, identifier: str) -> Now:
    """How the session of this id stands at this moment.

    Raises:
        UsageError: there is none.
    """
    session = sessions.get(db, identifier)
    people = sessions.participants(db, identifier)
    answered = answers.people_by_card(db, identifier)
    preferred: dict[str, list[GivenAnswer]] = {card: [] for card in session.uncovered}
    for one in answers.of_sessions(db, identifier, cards=session.uncovered, question="prefer"):
        preferred[one.card].append(one)
    cards = tuple(
        CardNow(
            card,
            answered.get(card.id, 0),
            what_the_room_said(card, preferred[card.id]) if card.id in preferred else None,
        )
        for card in packs.get(db, session.pack).cards
    )
    finished = sum(one.finished for one in people)
    to_look_at = answers.count_unread(db, identifier)
    return Now(session, sessions.codes(db, identifier), len(people), finished, to_look_at, cards)
