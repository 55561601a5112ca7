"""What the room said about a word: shown on every screen, so it says nothing of one person.

No numbers: in a group of ten, a number is a person. What most chose is named, once enough have answered, and
words of somebody's own only when the worker has let them be shown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.review.cards import Card
    from jargon_scanner.review.sessions import GivenAnswer

#: Fewer people than this could be told apart.
LEAST_PEOPLE = 5


@dataclass(frozen=True, slots=True)
class RoomSaid:
    """What can be shown to the room.

    Attributes:
        most: the answers to "Which would you rather read?" that most chose, more than one where they are
            level; empty before enough people have answered.
        words: other ways to say it, in people's own words.
    """

    most: tuple[str, ...]
    words: tuple[str, ...]


def what_the_room_said(card: Card, answers: Iterable[GivenAnswer]) -> RoomSaid:
    """What the room said about a card.

    Args:
        card: which.
        answers: everything that was answered in the session.
    """
    preferred = [one for one in answers if one.card == card.id and one.question == "prefer"]
    counts = Counter(one.choice for one in preferred)
    enough = counts.total() >= LEAST_PEOPLE
    highest = max(counts.values(), default=0)
    most = tuple(sorted(choice for choice, count in counts.items() if count == highest)) if enough else ()
    words = (one.shown_words for one in preferred if one.shown_words)
    return RoomSaid(most, tuple(sorted(dict.fromkeys(words))))
