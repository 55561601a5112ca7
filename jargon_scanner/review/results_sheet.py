"""Results as a sheet: for each word what each group said, and as rows for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.review.outside import HIDDEN, NOTE
from jargon_scanner.review.people import PLURALS
from jargon_scanner.review.results import RULE, told
from jargon_scanner.review.room import LEAST_PEOPLE
from jargon_scanner.review.sheets import Cell, Quote, Section, Sheet, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jargon_scanner.intervals import Estimate
    from jargon_scanner.review.people import Group
    from jargon_scanner.review.questions import Question
    from jargon_scanner.review.results import CardResults, Count, GroupSaid, Said, Tally

#: What each question asked, in a few words.
QUESTION_WORDS: dict[Question, str] = {
    "seen": "Have seen the word",
    "guess": "Think it means",
    "feeling": "How it feels to read it",
    "prefer": "Would rather read",
    "sort": "What to do with it",
}
HOW_SURE = (
    "Beside each share stands its 95 % interval: how far it could move if other people of the same group had "
    "been asked. With few people it is wide."
)
_HIDDEN = "–"
_COLUMNS = ("Word", "Group", "Question", "Answer", "People", "Of", "Share %", "From %", "To %")


def results_sheet(found: Sequence[CardResults], title: str, *, for_team: bool) -> Sheet:
    """The results of one or several sessions.

    Args:
        found: as the team sees them, or as ``for_outside`` makes them.
        title: what the sessions are called.
        for_team: whether they are complete.
    """
    lead = "For the team only: it holds small numbers." if for_team else "Numbers are safe to pass on."
    hidden = () if for_team else (NOTE, f"{_HIDDEN} stands for: {HIDDEN}.")
    return Sheet(
        f"What people said: {title}",
        (lead,),
        tuple(_section(one, for_team=for_team) for one in found),
        (HOW_SURE, RULE, *hidden),
        (Table("Answers", _COLUMNS, tuple(_rows(found)), (3, 3, 3, 4, 1, 1, 1, 1, 1)), *_words(found)),
    )


def summary(said: GroupSaid) -> str:
    """How many of a group have seen the word, in a sentence; "" where that is not said."""
    seen = said.tally("seen")
    yes = seen.of("yes") if seen else None
    if seen is None or yes is None or yes.count is None:
        return ""
    return f"{yes.count} of {seen.answered} have seen the word ({interval(yes.share)})."


def interval(estimate: Estimate) -> str:
    """A share with its interval: "82%, 59 to 94"."""
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return _HIDDEN
    return f"{estimate.value:.0%}, {100 * estimate.low:.0f} to {100 * estimate.high:.0f}"


def who(group: Group) -> str:
    """One of a group, with an article: "a young person"."""
    return f"a {group}"


def _section(found: CardResults, *, for_team: bool) -> Section:
    if not found.groups:
        nobody = "Nobody has answered." if for_team else f"Fewer than {LEAST_PEOPLE} people of each group."
        return Section(found.card.term, (nobody,))
    lines = [f"{PLURALS[one.group].capitalize()}: {_people(one)}" for one in found.groups]
    points = tuple(
        f"{one.sentence} {'This is clear.' if one.is_clear else 'Too few were asked to be sure.'}"
        for one in found.differences
    )
    tables = tuple(_table(one, found) for one in found.groups)
    quotes = (
        Quote(said.words, f"{who(group.group)}, {about}")
        for group in found.groups
        for about, words in (("on what it means", group.guesses), ("on what to say", group.wordings))
        for said in words
    )
    return Section(found.card.term, tuple(lines), points, tables, tuple(quotes))


def _people(said: GroupSaid) -> str:
    waiting = f" Own words that wait to be read: {said.waiting}." if said.waiting else ""
    return f"{said.people} answered. {summary(said)}{waiting}".strip()


def _table(said: GroupSaid, found: CardResults) -> Table:
    rows = tuple(
        (
            QUESTION_WORDS[tally.question],
            told(one.choice, found.card),
            _number(one.count),
            interval(one.share),
        )
        for tally in said.tallies
        for one in tally.counts
    )
    caption = f"{PLURALS[said.group].capitalize()} on “{found.card.term}”"
    return Table(caption, ("Question", "Answer", "People", "Share"), rows, (4, 5, 1.5, 3))


def _rows(found: Iterable[CardResults]) -> Iterator[tuple[Cell, ...]]:
    for one in found:
        for group in one.groups:
            for tally in group.tallies:
                for count in tally.counts:
                    yield (one.card.term, group.group, *_cells(tally, count))


def _cells(tally: Tally, count: Count) -> tuple[Cell, ...]:
    share = count.share
    question = QUESTION_WORDS[tally.question]
    return question, count.choice, _number(count.count), tally.answered, share.value, share.low, share.high


def _words(found: Iterable[CardResults]) -> tuple[Table, ...]:
    rows = tuple(
        (one.card.term, group.group, QUESTION_WORDS[question], said.words, "yes" if said.may_quote else "no")
        for one in found
        for group in one.groups
        for question, words in _own(group)
        for said in words
    )
    columns = ("Word", "Group", "Question", "In their own words", "May be quoted")
    return (Table("Own words", columns, rows, (3, 3, 3, 8, 2)),) if rows else ()


def _own(group: GroupSaid) -> Iterator[tuple[Question, Sequence[Said]]]:
    yield "guess", group.guesses
    yield "prefer", group.wordings


def _number(count: int | None) -> Cell:
    return _HIDDEN if count is None else count
