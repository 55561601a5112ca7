"""What stands in the spreadsheet: its sheets, its columns, and the words that a cell may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.review.asking import said
from jargon_scanner.review.cards import Card
from jargon_scanner.review.people import AGE_BANDS, GROUPS
from jargon_scanner.review.questions import FEELINGS, KEEP_THE_WORD, MY_WAY, NONE_OF_THESE, SEEN, SORTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.review.questions import Question

#: What the sheet that nobody sees begins with.
FORMAT = "jargon-scanner answers 1"
START, PEOPLE, COUNTED, ABOUT = "Start here", "One by one", "Counted", "about"

#: Cells of the first sheet, as (row, column) from 0.
NAME_CELL, DAY_CELL = (2, 1), (3, 1)

PERSON, WHO, AGE, WORD, OWN_WORDS, QUOTE = (
    "Person",
    "Who",
    "Age",
    "Word",
    "Their own word",
    "May be quoted",
)
#: The questions of the sheet “One by one”, each with its column.
ASKED: dict[Question, str] = {
    "seen": "Seen it before",
    "guess": "What they think it means",
    "feeling": "How it feels",
    "prefer": "Would rather read",
    "sort": "What to do with it",
}
PEOPLE_COLUMNS = (PERSON, WHO, AGE, WORD, *ASKED.values(), OWN_WORDS, QUOTE)

GUESSES, OWN_ONES = "What people think it means (one on a line)", "Their own words (one on a line)"

#: Answers that are the same for every card are asked of this one.
_ANY_CARD = Card("", "", "", "", (), ())
_PREFER = {KEEP_THE_WORD: "The word is fine", NONE_OF_THESE: "None of these", MY_WAY: "Their own word"}
YES, NO = "Yes", "No"


@dataclass(frozen=True, slots=True)
class Counting:
    """A column of the sheet “Counted”: how many gave one answer to one question.

    Attributes:
        heading: of the column.
        question: which question.
        choice: which answer; a letter for a wording.
    """

    heading: str
    question: Question
    choice: str


def label(card: Card, number: int) -> str:
    """What a card is called in the spreadsheet; its number tells two cards of one word apart."""
    return f"{number}. {card.term}"


def words_for(question: Question, letters: Iterable[str] = ()) -> dict[str, str]:
    """The answers of a question, by the words that stand in a cell.

    Args:
        question: one that is answered with a choice.
        letters: those of the wordings, where it is asked what somebody would rather read.
    """
    if question == "prefer":
        return {**{letter: letter for letter in letters}, **{words: one for one, words in _PREFER.items()}}
    names = {"seen": SEEN, "feeling": FEELINGS, "sort": SORTS, "guess": ()}[question]
    return {said(name, _ANY_CARD): name for name in names}


def countings(letters: Iterable[str]) -> tuple[Counting, ...]:
    """The columns of numbers, in their order."""
    columns = [Counting(f"Seen it: {words}", "seen", name) for words, name in words_for("seen").items()]
    columns += [Counting(f"Feels: {words}", "feeling", name) for words, name in words_for("feeling").items()]
    columns += [
        Counting(f"Rather: {words}", "prefer", name) for words, name in words_for("prefer", letters).items()
    ]
    return (*columns, *(Counting(words, "sort", name) for words, name in words_for("sort").items()))


def groups() -> dict[str, str]:
    """The groups, by the words that stand in a cell."""
    return {group.capitalize(): group for group in GROUPS}


def ages() -> dict[str, str]:
    """The age bands, likewise."""
    return {band.capitalize(): band for band in AGE_BANDS}
