"""What a trainer teaches with: chosen from the record, by rules that are said."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from jargon_scanner.review.decisions import standing
from jargon_scanner.review.questions import KEEP_THE_WORD
from jargon_scanner.review.said import Told, quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jargon_scanner.review.decisions import Decision
    from jargon_scanner.review.results import CardResults
    from jargon_scanner.review.sheets import Quote

#: How many phrases matter most.
MOST = 10
#: What "matter most" means, said where they are named.
RULE = (
    "These come first: words that were decided, then those that most young people feel sad to read, then "
    "those that fewest have seen."
)
_CHOICES = 3
_SAD = ("very sad", "sad")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that matters, with what people said of it that may be quoted."""

    told: Told
    quotes: tuple[Quote, ...]

    @property
    def term(self) -> str:
        """The words."""
        return self.told.found.card.term

    @property
    def instead(self) -> str:
        """What to write: what was decided, or else the first wording of its card; "" where the word stays."""
        decision = self.told.decision
        if decision is not None:
            return decision.wording if decision.outcome == "adopt" else ""
        return next(iter(self.told.found.card.wordings), "")


@dataclass(frozen=True, slots=True)
class Exercise:
    """A sentence to write anew.

    Attributes:
        term: the phrase that stands in it.
        before: as it was written, nobody named in it.
        after: as it could be; "" where that is for the group to find.
        hint: what to ask oneself.
        is_invented: whether it was made up for the lexicon.
    """

    term: str
    before: str
    after: str
    hint: str
    is_invented: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the quiz: what to choose from, and the place of the right answer."""

    asked: str
    choices: tuple[str, ...]
    right: int
    because: str


@dataclass(frozen=True, slots=True)
class Training:
    """The whole pack."""

    phrases: tuple[Phrase, ...]
    exercises: tuple[Exercise, ...]
    quiz: tuple[Question, ...]


def training(
    found: Iterable[CardResults],
    history: Sequence[Decision],
    rewrite: Callable[[str], tuple[str, str]],
) -> Training:
    """A pack of what the record has.

    Args:
        found: as ``for_outside`` makes them.
        history: every decision, oldest first.
        rewrite: gives a sentence as it could be, "" if nothing drops in, and what to ask oneself.
    """
    held = {one.key: one for one in standing(history) if one.outcome != "ask again"}
    told_of = sorted((Told(one, held.get(one.card.key)) for one in found), key=_matters)[:MOST]
    phrases = tuple(Phrase(one, tuple(quotes([one]))) for one in told_of)
    return Training(
        phrases,
        tuple(one for phrase in phrases for one in _exercises(phrase, rewrite)),
        tuple(one for phrase in phrases for one in _questions(phrase, phrases)),
    )


def _matters(told: Told) -> tuple[bool, float, float, str]:
    """What orders the phrases: see ``RULE``."""
    return (
        told.decision is None,
        -_share(told.found, "feeling", _SAD),
        _share(told.found, "seen", ("yes",)),
        told.found.card.term.casefold(),
    )


def _share(found: CardResults, question: str, counted: tuple[str, ...]) -> float:
    young = next((one for one in found.groups if one.group == "young person"), None)
    tally = next((one for one in young.tallies if one.question == question), None) if young else None
    counts = [one.count or 0 for one in tally.counts if one.choice in counted] if tally else []
    return sum(counts) / tally.answered if tally and tally.answered else 0.0


def _exercises(phrase: Phrase, rewrite: Callable[[str], tuple[str, str]]) -> Iterator[Exercise]:
    """Sentences of the card that may go out: those of templates first, invented ones last."""
    examples = sorted(phrase.told.found.card.shown_examples, key=lambda one: one.origin != "template")
    for example in examples[:1]:
        after, hint = rewrite(example.text)
        yield Exercise(phrase.term, example.text, after, hint, example.origin == "invented")


def _questions(phrase: Phrase, phrases: Sequence[Phrase]) -> Iterator[Question]:
    card, decision = phrase.told.found.card, phrase.told.decision
    if decision is not None and decision.outcome == "adopt":
        others = [one for one in card.wordings if one.casefold() != decision.wording.casefold()]
        others += [one.instead for one in phrases if one.instead and one.instead not in card.wordings]
        yield _question(
            f"What do we write instead of “{card.term}”?",
            decision.wording,
            others,
            _because(phrase),
        )
    elif decision is not None:
        yield _question(
            f"What do we do with “{card.term}”?",
            "Keep it, and say beside it what it means",
            ["Leave it out", "Write it in capital letters"],
            _because(phrase),
        )
    elif card.meaning:
        others = [one.told.found.card.meaning for one in phrases if one.told.found.card.meaning]
        others = [one for one in others if one != card.meaning]
        yield _question(f"What does “{card.term}” mean?", card.meaning, others, "")


def _question(asked: str, right: str, others: Sequence[str], because: str) -> Question:
    """A question whose answers stand in an order that is always the same, and tells nothing."""
    wrong = {_bare(one): one for one in others if _bare(one) != _bare(right)}
    choices = [right, *wrong.values()][:_CHOICES]
    Random(asked).shuffle(choices)  # noqa: S311 - an order, not a secret
    return Question(asked, tuple(choices), choices.index(right), because)


def _bare(choice: str) -> str:
    """What two choices have in common that nobody could tell apart: "short break", "short breaks"."""
    return choice.casefold().rstrip("s.")


def _because(phrase: Phrase) -> str:
    """What young people said, as far as numbers may be told."""
    decision, found = phrase.told.decision, phrase.told.found
    if decision is None:
        return ""
    wanted = KEEP_THE_WORD if decision.outcome == "keep" else decision.wording
    for group in found.groups:
        tally = group.tally("prefer")
        count = tally.of(wanted) if tally else None
        if tally and count and count.count and group.group == decision.group:
            return f"Chosen by {count.count} of {tally.answered}."
    return decision.reason
