"""A session: one pack, taken to one group of people, for as long as it is open."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

    from jargon_scanner.review.people import AgeBand, Group

#: Letters and digits that nobody mistakes for each other across a room, without vowels, so that no code is a
#: word.
CODE_LETTERS = "BCDFGHJKMNPQRTVWXY346789"
CODE_LENGTH = 6

#: What a team thinks of somebody's own words: nobody has looked, they may be shown, or they stay hidden.
#: ``held`` words seem to name somebody or to hold a number: a moderator looks at them before anybody else.
Moderation: TypeAlias = Literal["open", "held", "shown", "hidden"]


@dataclass(frozen=True, slots=True)
class Session:
    """A session.

    Attributes:
        id: unique in a record.
        pack: the id of the pack that is asked.
        name: what the team calls it: "Tuesday group".
        opened: when.
        expires: when its codes stop working by themselves.
        ended: when the facilitator ended it; None while it runs.
        ask_age: whether people are asked for an age band.
        uncovered: cards whose live results the facilitator has shown to the room.
    """

    id: str
    pack: str
    name: str
    opened: datetime
    expires: datetime
    ended: datetime | None = None
    ask_age: bool = False
    uncovered: frozenset[str] = frozenset()

    def is_open(self, now: datetime) -> bool:
        """Whether answers are taken."""
        return self.ended is None and now < self.expires


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who answers. No name, no account.

    Attributes:
        id: known to the server only.
        session: the session they joined.
        code: the join code they used.
        group: what they say they are.
        age: their age band; None where it was not asked or not said.
        finished: whether they have come to the end.
        may_quote: whether they said that their own words may be used in training.
    """

    id: str
    session: str
    code: str
    group: Group
    age: AgeBand | None = None
    finished: bool = False
    may_quote: bool = False


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer as it is kept.

    Attributes:
        participant: who gave it; means nothing outside the record.
        group: the group of that person.
        age: their age band.
        session: where it was given.
        card: the card's id.
        question: which question.
        choice: what was chosen.
        words: their own words.
        moderation: what the team thinks of the words.
        may_quote: whether the person said that their words may be used in training.
    """

    participant: str
    group: Group
    age: AgeBand | None
    session: str
    card: str
    question: str
    choice: str
    words: str
    moderation: Moderation
    may_quote: bool

    @property
    def shown_words(self) -> str:
        """The words, where a moderator has let them be shown; "" otherwise."""
        return self.words if self.moderation == "shown" else ""


def new_code() -> str:
    """A join code, from 24⁶, about 190 million: nobody guesses one while a session runs."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
