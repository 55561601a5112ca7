"""What is asked about a word, and what may be answered. Every question may be skipped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from jargon_scanner.review.cards import Card

Question: TypeAlias = Literal["seen", "guess", "feeling", "prefer", "sort"]
#: In the order in which they are asked.
QUESTIONS: tuple[Question, ...] = get_args(Question)

SEEN = ("yes", "no", "not sure")
#: From the worst to the best.
FEELINGS = ("very sad", "sad", "okay", "happy", "very happy")
#: Young people's groups sort words in this way: keep it, explain it, change it, or ask me what I call it.
SORTS = ("keep", "explain", "change", "ask me")

#: Answers to "Which would you rather read?" beside the wordings of a card.
KEEP_THE_WORD = "the word is fine"
NONE_OF_THESE = "none of these"
MY_WAY = "my own way"

#: The longest answer in somebody's own words, in characters.
MOST_CHARACTERS = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's answer to one question about one card.

    Attributes:
        card: the card's id.
        question: which question.
        choice: what was chosen; "" where only words were asked for.
        words: the person's own words; "" where none were given.
    """

    card: str
    question: Question
    choice: str = ""
    words: str = ""


def choices(question: Question, card: Card) -> tuple[str, ...]:
    """What can be chosen; empty where the answer is in the person's own words."""
    if question == "prefer":
        return (*card.wordings, KEEP_THE_WORD, NONE_OF_THESE, MY_WAY)
    return {"seen": SEEN, "feeling": FEELINGS, "sort": SORTS, "guess": ()}[question]


def checked(answer: Answer, card: Card) -> Answer:
    """An answer that can be kept: spaces trimmed, a choice that the card offers.

    Raises:
        UsageError: the choice is not one of the question's, nothing was answered, or the words are too many.
    """
    words = " ".join(answer.words.split())
    offered = choices(answer.question, card)
    if answer.choice and answer.choice not in offered:
        raise UsageError(f"“{answer.choice}” is none of the answers to this question.")
    if not answer.choice and not words:
        raise UsageError("There is no answer here. To leave a question out, skip it.")
    if words and answer.question not in ("guess", "prefer"):
        raise UsageError("This question is answered with one of its choices.")
    if len(words) > MOST_CHARACTERS:
        raise UsageError(f"That is a lot of words. Please use no more than {MOST_CHARACTERS} letters.")
    return Answer(answer.card, answer.question, answer.choice, words)
