"""What stands on paper: plain data, which PDF and Word show in the same words and the same order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.review.asking import WHAT_HAPPENS, asked, said
from jargon_scanner.review.people import GROUPS, PLURALS
from jargon_scanner.review.questions import (
    FEELINGS,
    KEEP_THE_WORD,
    MY_WAY,
    NONE_OF_THESE,
    SEEN,
    SORTS,
)

if TYPE_CHECKING:
    from jargon_scanner.review.cards import Card, Pack
    from jargon_scanner.review.people import Group

#: Wordings are told apart by a letter, on cards, on the tally sheet and in the spreadsheet.
LETTERS = "ABCDEFGHIJKL"

HOW_TO = (
    "Tick what you think. No answer is wrong, and you can leave anything out.",
    "Write or draw as much as you like. Please leave names out.",
)
HOW_TO_TALLY = (
    "Make a mark for each person, in the row of who they are. Then type the numbers into the sheet “Counted” "
    "of the spreadsheet."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to tick: its name among the answers, its words, and the name of its drawing; "" for none."""

    name: str
    words: str
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One word on paper.

    Attributes:
        number: its place in the pack, from 1.
        term: the word.
        meaning: what it means; on the sheet for the team alone, for it is asked first.
        why: why it was picked; likewise.
        sentences: that show the word; only those that may go out.
        wordings: what could be said instead, each with its letter as its name.
        fine: that the word may stay, in words.
    """

    number: int
    term: str
    meaning: str
    why: str
    sentences: tuple[str, ...]
    wordings: tuple[Choice, ...]
    fine: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A pack as it is printed for one group.

    Attributes:
        title: of the pack.
        group: for whom, in the plural.
        happens: what is done with the answers.
        how: how to fill it in.
        tally: how to count.
        asked: the questions, by name.
        seen, feelings, sorts: the answers that are the same on every card.
        none, own: the answers beside the wordings.
        groups: everybody who can be counted.
        cards: in the order of the pack.
    """

    title: str
    group: str
    happens: tuple[str, ...]
    how: tuple[str, ...]
    tally: str
    asked: dict[str, str]
    seen: tuple[Choice, ...]
    feelings: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    none: str
    own: str
    groups: tuple[str, ...]
    cards: tuple[PaperCard, ...]


def on_paper(pack: Pack, group: Group) -> Paper:
    """A pack as it is printed for a group. Sentences that nobody has ticked are not on it.

    Args:
        pack: with at least one card.
        group: who is asked: the questions differ.
    """
    any_card = pack.cards[0]

    def all_of(names: tuple[str, ...]) -> tuple[Choice, ...]:
        return tuple(Choice(name, said(name, any_card), name) for name in names)

    return Paper(
        title=pack.title,
        group=PLURALS[group],
        happens=WHAT_HAPPENS,
        how=HOW_TO,
        tally=HOW_TO_TALLY,
        asked={
            "seen": asked("seen", group),
            "guess": asked("guess", group),
            "feeling": asked("feeling", group),
            "prefer": asked("prefer", group),
            "sort": asked("sort", group),
        },
        seen=tuple(Choice(name, said(name, any_card)) for name in SEEN),
        feelings=all_of(FEELINGS),
        sorts=all_of(SORTS),
        none=said(NONE_OF_THESE, any_card),
        own=said(MY_WAY, any_card),
        groups=tuple(PLURALS[one] for one in GROUPS),
        cards=tuple(_card(card, number) for number, card in enumerate(pack.cards, start=1)),
    )


def lettered(card: Card) -> dict[str, str]:
    """The wordings of a card by their letters."""
    return dict(zip(LETTERS, card.wordings, strict=False))


def _card(card: Card, number: int) -> PaperCard:
    return PaperCard(
        number,
        card.term,
        card.meaning,
        card.why,
        tuple(example.text for example in card.shown_examples),
        tuple(Choice(letter, words) for letter, words in lettered(card).items()),
        said(KEEP_THE_WORD, card),
    )
