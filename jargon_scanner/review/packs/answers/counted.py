"""The sheet “Counted”: how many people of a group gave each answer to each word.

The record keeps answers of people. So as many people are made as one question of one word needs, and each
answer is given to that many of them, from the first on. Who of them gave which answers together is not known
and means nothing; figures are never made of that.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, repeat
from typing import TYPE_CHECKING, cast

from jargon_scanner.errors import UsageError
from jargon_scanner.review.packs.answers import columns
from jargon_scanner.review.packs.answers.rows import Person
from jargon_scanner.review.packs.paper import LETTERS, lettered
from jargon_scanner.review.questions import MY_WAY, QUESTIONS, Answer, checked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jargon_scanner.review.cards import Card
    from jargon_scanner.review.packs.answers.rows import Faults, Grid, Row
    from jargon_scanner.review.people import Group
    from jargon_scanner.review.questions import Question

_MOST = 500


def people_of_counts(grid: Grid, cards: Mapping[str, Card], faults: Faults) -> tuple[Person, ...]:
    """As many people as the counts need, group by group.

    Args:
        grid: the sheet.
        cards: by what they are called in it.
        faults: takes what cannot be taken.
    """
    given: dict[str, dict[int, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    seen: set[tuple[str, str]] = set()
    for row in grid.rows:
        named = faults.one_of(grid, row, columns.WORD, {label: label for label in cards})
        group = faults.one_of(grid, row, columns.WHO, columns.groups())
        if not (named and group):
            continue
        if (named, group) in seen:
            faults.tell(grid, row, columns.WORD, f"{named} has a row for {row[columns.WHO].lower()} already")
        seen.add((named, group))
        for question in QUESTIONS:
            for number, answer in enumerate(_answers(grid, row, cards[named], question, faults)):
                given[group][number].append(answer)
    return tuple(
        Person(cast("Group", group), None, may_quote=False, answers=tuple(answers))
        for group, people in given.items()
        for _, answers in sorted(people.items())
    )


def _answers(grid: Grid, row: Row, card: Card, question: Question, faults: Faults) -> Iterator[Answer]:
    """The answers to one question, one for each person; words of their own go with “their own word”."""
    if question == "guess":
        for line in row[columns.GUESSES].splitlines():
            yield from _kept(grid, row, Answer(card.id, "guess", "", line), card, columns.GUESSES, faults)
        return
    own = iter(row[columns.OWN_ONES].splitlines() if question == "prefer" else ())
    letters = lettered(card)
    for column in columns.countings(LETTERS):
        if column.question != question:
            continue
        count = _count(grid, row, column.heading, faults)
        choice = letters.get(column.choice, column.choice)
        if count and len(column.choice) == 1 and column.choice not in letters:
            faults.tell(grid, row, column.heading, f"the card has no wording {column.choice}")
            continue
        words = chain(own, repeat("")) if choice == MY_WAY else repeat("")
        for _ in range(count):
            answer = Answer(card.id, question, choice, next(words))
            yield from _kept(grid, row, answer, card, column.heading, faults)
    for line in own:
        yield from _kept(grid, row, Answer(card.id, question, MY_WAY, line), card, columns.OWN_ONES, faults)


def _kept(grid: Grid, row: Row, answer: Answer, card: Card, heading: str, faults: Faults) -> Iterator[Answer]:
    try:
        yield checked(answer, card)
    except UsageError as error:
        faults.tell(grid, row, heading, str(error))


def _count(grid: Grid, row: Row, heading: str, faults: Faults) -> int:
    written = row[heading]
    if not written:
        return 0
    if not (written.isascii() and written.isdigit() and int(written) <= _MOST):
        faults.tell(grid, row, heading, f"“{written}” is no whole number from 0 to {_MOST}")
        return 0
    return int(written)
