"""What people answered about each word, group by group: counts, shares with their intervals, and their words.

Groups are never added up: what they say differently is said, by a rule that ``differences`` states.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from jargon_scanner.intervals import Estimate, share
from jargon_scanner.review.people import GROUPS, PLURALS
from jargon_scanner.review.questions import KEEP_THE_WORD, MY_WAY, NONE_OF_THESE, choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jargon_scanner.review.cards import Card, Pack
    from jargon_scanner.review.people import Group
    from jargon_scanner.review.questions import Question
    from jargon_scanner.review.sessions import GivenAnswer

#: Questions whose answers are chosen, in the order in which they are told.
TOLD: tuple[Question, ...] = ("seen", "feeling", "prefer", "sort")
#: How two groups are said to differ; stated wherever differences are told.
RULE = (
    "Two groups disagree when most of each chose something else. We call it clear when the 95 % intervals of "
    "the two groups do not overlap for one of the two answers; else too few were asked to be sure."
)
_SAD = ("very sad", "sad")


@dataclass(frozen=True, slots=True)
class Count:
    """How many gave an answer, and their share with its 95 % interval; None where that is not said."""

    choice: str
    count: int | None
    share: Estimate


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers of one group to one question. ``answered`` is None where that is not said."""

    question: Question
    answered: int | None
    counts: tuple[Count, ...]

    @property
    def favourite(self) -> Count | None:
        """What most chose; None where nothing is ahead of all else."""
        known = sorted((one for one in self.counts if one.count), key=lambda one: -(one.count or 0))
        if not known or (len(known) > 1 and known[0].count == known[1].count):
            return None
        return known[0]

    def of(self, choice: str) -> Count | None:
        """One answer."""
        return next((one for one in self.counts if one.choice == choice), None)


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's own words, which a moderator has let be shown, and whether they may be used in training."""

    words: str
    may_quote: bool


@dataclass(frozen=True, slots=True)
class GroupSaid:
    """What one group said about a word.

    Attributes:
        group: who.
        people: how many of them answered anything about it; None where that is not said.
        tallies: a tally for each question that somebody answered.
        guesses: what people think the word means.
        wordings: how people would say it themselves.
        waiting: how many own words nobody has looked at yet.
    """

    group: Group
    people: int | None
    tallies: tuple[Tally, ...]
    guesses: tuple[Said, ...] = ()
    wordings: tuple[Said, ...] = ()
    waiting: int = 0

    def tally(self, question: Question) -> Tally | None:
        """The answers to one question."""
        return next((one for one in self.tallies if one.question == question), None)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two groups that answered differently, in a sentence, and whether that is clear."""

    question: Question
    sentence: str
    is_clear: bool


@dataclass(frozen=True, slots=True)
class CardResults:
    """What was said about a word, by the groups that said something."""

    card: Card
    groups: tuple[GroupSaid, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where groups disagree."""
        return tuple(
            found
            for one, other in combinations(self.groups, 2)
            for found in (*_favour(self.card, one, other), *_shares(one, other))
        )


def results(packs: Mapping[str, Pack], answers: Iterable[GivenAnswer]) -> tuple[CardResults, ...]:
    """Count the answers of some sessions; a word that several sessions asked about is told once.

    Args:
        packs: of each session, by the session's id.
        answers: of these sessions.
    """
    given = tuple(answers)
    words: dict[str, Card] = {}
    asked: dict[tuple[str, str], str] = {}
    for session, pack in packs.items():
        for card in pack.cards:
            words[card.key] = _with_wordings_of(words[card.key], card) if card.key in words else card
            asked[session, card.id] = card.key
    return tuple(
        _card_results(card, [one for one in given if asked.get((one.session, one.card)) == key])
        for key, card in words.items()
    )


def _with_wordings_of(card: Card, other: Card) -> Card:
    return replace(card, wordings=tuple(dict.fromkeys((*card.wordings, *other.wordings))))


def _card_results(card: Card, answers: Sequence[GivenAnswer]) -> CardResults:
    of_groups = ((group, [one for one in answers if one.group == group]) for group in GROUPS)
    return CardResults(card, tuple(_group_said(group, card, given) for group, given in of_groups if given))


def _group_said(group: Group, card: Card, answers: Sequence[GivenAnswer]) -> GroupSaid:
    tallies = (_tally(question, card, answers) for question in TOLD)
    own = [one for one in answers if one.words]
    return GroupSaid(
        group,
        len({one.participant for one in answers}),
        tuple(one for one in tallies if one.answered),
        _shown(one for one in own if one.question == "guess"),
        _shown(one for one in own if one.question == "prefer"),
        sum(one.moderation in ("open", "held") for one in own),
    )


def _tally(question: Question, card: Card, answers: Iterable[GivenAnswer]) -> Tally:
    counted = Counter(one.choice for one in answers if one.question == question and one.choice)
    offered = tuple(dict.fromkeys((*choices(question, card), *counted)))
    total = counted.total()
    return Tally(
        question,
        total,
        tuple(Count(choice, counted[choice], share(counted[choice], total)) for choice in offered),
    )


def _shown(answers: Iterable[GivenAnswer]) -> tuple[Said, ...]:
    shown = (Said(one.shown_words, one.may_quote) for one in answers if one.shown_words)
    return tuple(sorted(shown, key=lambda one: one.words.casefold()))


def _favour(card: Card, one: GroupSaid, other: GroupSaid) -> tuple[Difference, ...]:
    """Where most of two groups chose something else."""
    found = []
    for question in ("prefer", "sort"):
        first, second = one.tally(question), other.tally(question)
        if first is None or second is None or first.favourite is None or second.favourite is None:
            continue
        mine, theirs = first.favourite, second.favourite
        if mine.choice == theirs.choice:
            continue
        is_clear = any(_are_apart(first.of(key), second.of(key)) for key in (mine.choice, theirs.choice))
        verb = "choose" if question == "prefer" else "would"
        sentence = (
            f"Most {PLURALS[one.group]} {verb} {told(mine.choice, card)}; "
            f"most {PLURALS[other.group]} {verb} {told(theirs.choice, card)}."
        )
        found.append(Difference(question, sentence, is_clear))
    return tuple(found)


def _shares(one: GroupSaid, other: GroupSaid) -> tuple[Difference, ...]:
    """Where more of one group know the word, or are sad to read it, than chance would make of few people."""
    found = []
    told_of: tuple[tuple[Question, tuple[str, ...], str], ...] = (
        ("seen", ("yes",), "have seen the word"),
        ("feeling", _SAD, "are sad to read it"),
    )
    for question, counted, words in told_of:
        mine, theirs = _share_of(one.tally(question), counted), _share_of(other.tally(question), counted)
        if _are_estimates_apart(mine, theirs):
            more, less = (one, other) if (mine.value or 0) > (theirs.value or 0) else (other, one)
            sentence = f"More {PLURALS[more.group]} than {PLURALS[less.group]} {words}."
            found.append(Difference(question, sentence, is_clear=True))
    return tuple(found)


def _share_of(tally: Tally | None, counted: tuple[str, ...]) -> Estimate:
    if tally is None or tally.answered is None:
        return Estimate(None)
    counts = [one.count for one in tally.counts if one.choice in counted]
    known = [one for one in counts if one is not None]
    return share(sum(known), tally.answered) if len(known) == len(counts) else Estimate(None)


def _are_apart(one: Count | None, other: Count | None) -> bool:
    return one is not None and other is not None and _are_estimates_apart(one.share, other.share)


def _are_estimates_apart(one: Estimate, other: Estimate) -> bool:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.high < other.low or other.high < one.low


def told(choice: str, card: Card) -> str:
    """An answer in a sentence about a group: wordings in quotation marks, the rest in plain words."""
    if choice in card.wordings:
        return f"“{choice}”"
    return {
        KEEP_THE_WORD: f"“{card.term}” itself",
        NONE_OF_THESE: "none of these",
        MY_WAY: "words of their own",
        "keep": "keep the word",
        "explain": "keep and explain it",
        "change": "change it",
        "ask me": "be asked what they call it",
    }.get(choice, choice)
