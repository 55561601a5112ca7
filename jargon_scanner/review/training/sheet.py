"""The trainer's pack as a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.review.outside import NOTE
from jargon_scanner.review.said import we_did, you_said
from jargon_scanner.review.sheets import Section, Sheet, Table
from jargon_scanner.review.training.pack import RULE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.review.training.pack import Exercise, Phrase, Question, Training

TITLE = "Words that young people can read"
LEAD = "A pack for a practice session: the phrases that matter most, what people said, exercises and a quiz."
LETTERS = "ABC"
_PHRASES = "The phrases that matter most"
_BEFORE = "Read each sentence aloud, as if it were about you and you were ten. Then write it anew."
_FIND = "No other word will do here. Find your own words together."


def training_sheet(pack: Training) -> Sheet:
    """The pack as it is printed: answers stand on pages of their own."""
    return Sheet(
        TITLE,
        (LEAD,),
        tuple(one for one in _sections(pack) if one.tables or one.quotes or one.lines),
        ("The words here may be shown: who said them told us so.", NOTE),
    )


def _sections(pack: Training) -> Iterator[Section]:
    rows = tuple(_row(number, one) for number, one in enumerate(pack.phrases, start=1))
    table = Table(_PHRASES, ("", "We wrote", "They said", "We decided"), rows, (1, 3, 5, 6))
    yield Section(_PHRASES, (RULE,), tables=(table,) if rows else ())
    yield Section("What they said", quotes=tuple(quote for one in pack.phrases for quote in one.quotes))
    before = tuple(f"{number}. {_before(one)}" for number, one in enumerate(pack.exercises, start=1))
    yield Section("Exercises", (_BEFORE, *before), is_on_new_page=True)
    yield Section("Quiz", tuple(_asked(pack.quiz)))
    after = tuple(f"{number}. {after_of(one)}" for number, one in enumerate(pack.exercises, start=1))
    yield Section("Exercises: how it could be", after, is_on_new_page=True)
    answers = tuple(f"{number}. {answer_of(one)}" for number, one in enumerate(pack.quiz, start=1))
    yield Section("Quiz: the answers", answers)


def after_of(exercise: Exercise) -> str:
    """How the sentence could be, and what to ask oneself."""
    return f"{exercise.after or _FIND} {exercise.hint}".strip()


def answer_of(question: Question) -> str:
    """The right answer with its letter."""
    said = f"{LETTERS[question.right]}: {question.choices[question.right]}."
    return f"{said.replace('..', '.')} {question.because}".strip()


def choices_of(question: Question) -> tuple[str, ...]:
    """What to choose from, each with its letter."""
    return tuple(f"{letter}: {choice}" for letter, choice in zip(LETTERS, question.choices, strict=False))


def _row(number: int, phrase: Phrase) -> tuple[int, str, str, str]:
    return number, phrase.term, you_said(phrase.told.found), we_did(phrase.told.decision)


def _before(exercise: Exercise) -> str:
    return f"{exercise.before}{' (made up)' if exercise.is_invented else ''}"


def _asked(quiz: Iterable[Question]) -> Iterator[str]:
    for number, question in enumerate(quiz, start=1):
        yield f"{number}. {question.asked}"
        yield from choices_of(question)
