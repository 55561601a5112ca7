"""One person's way through a pack: one question a screen, back and forth, and on from where they were."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.review.questions import QUESTIONS, choices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.review.cards import Card, Pack
    from jargon_scanner.review.questions import Answer, Question


@dataclass(frozen=True, slots=True)
class Step:
    """One question about one card."""

    card: Card
    question: Question


@dataclass(frozen=True, slots=True)
class Journey:
    """The steps of a pack, and what one person has answered.

    Attributes:
        steps: every question about every card, in the order in which they are asked.
        answers: what was answered, in no order; an answer about a card that was taken out stays in here.
    """

    steps: tuple[Step, ...]
    answers: tuple[Answer, ...]

    @classmethod
    def through(cls, pack: Pack, answers: Iterable[Answer]) -> Journey:
        """The way through a pack."""
        steps = tuple(Step(card, question) for card in pack.cards for question in QUESTIONS)
        return cls(steps, tuple(answers))

    def find(self, card: str, question: str) -> Step | None:
        """The step of this card and question; None where the pack has none such."""
        return next((one for one in self.steps if (one.card.id, one.question) == (card, question)), None)

    def answer(self, step: Step) -> Answer | None:
        """What was answered here."""
        here = (step.card.id, step.question)
        return next((one for one in self.answers if (one.card, one.question) == here), None)

    def before(self, step: Step) -> Step | None:
        """The step before; None at the first."""
        at = self.steps.index(step)
        return self.steps[at - 1] if at else None

    def after(self, step: Step) -> Step | None:
        """The next step; None at the last."""
        return next(iter(self.steps[self.steps.index(step) + 1 :]), None)

    def after_card(self, step: Step) -> Step | None:
        """The first step of the next card; None at the last card."""
        later = self.steps[self.steps.index(step) :]
        return next((one for one in later if one.card.id != step.card.id), None)

    def resume(self) -> Step | None:
        """Where the person was: the step after the last one that they answered; None at the end."""
        last = next((step for step in reversed(self.steps) if self.answer(step)), None)
        return self.after(last) if last else next(iter(self.steps), None)

    def about(self, card: Card) -> tuple[Answer, ...]:
        """What was answered about a card, in the order of its questions."""
        return tuple(answer for step in self.steps if step.card is card and (answer := self.answer(step)))

    @property
    def own_words(self) -> tuple[str, ...]:
        """What the person wrote, in the order in which it was asked."""
        return tuple(answer.words for step in self.steps if (answer := self.answer(step)) and answer.words)


def offered(question: Question, card: Card, participant: str) -> tuple[str, ...]:
    """What one person can choose from, wordings in an order of their own, the same each time they look.

    The first of a list is chosen more often than it is liked; over many people that evens out.
    """
    fixed = choices(question, card)
    if question != "prefer":
        return fixed
    wordings = list(card.wordings)
    random.Random(f"{participant} {card.id}").shuffle(wordings)  # noqa: S311 - an order, not a secret
    return (*wordings, *fixed[len(wordings) :])
