"""What is taken to young people and parents: a pack of cards, one word on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

#: Where an example sentence comes from: made up for the lexicon, printed in a blank template, written about
#: somebody and then made safe, or typed by the team.
Origin: TypeAlias = Literal["invented", "template", "document", "team"]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the word in it.

    Attributes:
        text: the sentence, names and numbers hidden.
        origin: where it comes from.
        ticked: whether a person has looked at it and let it go out. Invented sentences need no tick.
    """

    text: str
    origin: Origin = "invented"
    ticked: bool = False

    @property
    def may_go_out(self) -> bool:
        """Whether it can be shown to anybody."""
        return self.ticked or self.origin == "invented"


def key_of(entry: str, term: str) -> str:
    """What makes a word the same as another: its entry, or its letters where it has none."""
    return entry or " ".join(term.casefold().split())


@dataclass(frozen=True, slots=True)
class Card:
    """One word to talk about.

    Attributes:
        id: unique in its pack.
        entry: the lexicon's entry; "" for a word that is in no lexicon.
        term: the word as it is shown.
        meaning: what it means, for a child; "" where nobody has said.
        wordings: two or three other ways to say it, to choose from.
        examples: one or two sentences.
        why: why it was picked, in words: "412 times in 63 templates".
    """

    id: str
    entry: str
    term: str
    meaning: str
    wordings: tuple[str, ...]
    examples: tuple[Example, ...]
    why: str = ""

    @property
    def key(self) -> str:
        """What makes its word the same as that of another pack's card, or of a decision."""
        return key_of(self.entry, self.term)

    def is_named(self, words: str) -> bool:
        """Whether somebody who says so means this word: by its letters, or by its entry's id."""
        return key_of("", words) in {self.entry, key_of("", self.term)} - {""}

    @property
    def shown_examples(self) -> tuple[Example, ...]:
        """The sentences that may go out."""
        return tuple(one for one in self.examples if one.may_go_out)


@dataclass(frozen=True, slots=True)
class Pack:
    """Cards for a session.

    Attributes:
        id: unique in a record.
        title: what the team calls it.
        made: when.
        cards: in the order in which they are asked.
        version: rises by one with every change, so that of two editors at once none overwrites the other.
    """

    id: str
    title: str
    made: datetime
    cards: tuple[Card, ...]
    version: int = 1

    def card(self, identifier: str) -> Card:
        """The card of this id.

        Raises:
            KeyError: there is none.
        """
        for card in self.cards:
            if card.id == identifier:
                return card
        raise KeyError(identifier)
