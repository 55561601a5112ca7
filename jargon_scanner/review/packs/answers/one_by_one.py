"""The sheet “One by one”: a row for each word that a person answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jargon_scanner.errors import UsageError
from jargon_scanner.review.packs.answers import columns
from jargon_scanner.review.packs.answers.rows import Person
from jargon_scanner.review.packs.paper import lettered
from jargon_scanner.review.questions import MY_WAY, Answer, checked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jargon_scanner.review.cards import Card
    from jargon_scanner.review.packs.answers.rows import Faults, Grid, Row
    from jargon_scanner.review.people import AgeBand, Group


def people_of_rows(grid: Grid, cards: Mapping[str, Card], faults: Faults) -> tuple[Person, ...]:
    """Everybody who has rows of their own.

    Args:
        grid: the sheet.
        cards: by what they are called in it.
        faults: takes what cannot be taken.
    """
    people: dict[str, list[Row]] = {}
    for row in grid.rows:
        if any(row.cells.values()):
            if row[columns.PERSON]:
                people.setdefault(row[columns.PERSON], []).append(row)
            else:
                faults.tell(grid, row, columns.PERSON, "give the person a number, such as 1")
    return tuple(_person(grid, rows, cards, faults) for rows in people.values())


def _person(grid: Grid, rows: list[Row], cards: Mapping[str, Card], faults: Faults) -> Person:
    first = rows[0]
    if not first[columns.WHO]:
        faults.tell(grid, first, columns.WHO, "say who the person is, at least in their first row")
    for row in rows[1:]:
        for heading in (columns.WHO, columns.AGE, columns.QUOTE):
            if row[heading] and row[heading] != first[heading]:
                faults.tell(grid, row, heading, f"row {first.number} says otherwise of the same person")
    answers: list[Answer] = []
    about: set[str] = set()
    for row in rows:
        if row[columns.WORD] in about:
            faults.tell(grid, row, columns.WORD, "this person has a row for this word already")
        about.add(row[columns.WORD])
        answers += _answers(grid, row, cards, faults)
    group = faults.one_of(grid, first, columns.WHO, columns.groups())
    age = faults.one_of(grid, first, columns.AGE, columns.ages())
    quote = faults.one_of(grid, first, columns.QUOTE, {columns.YES: columns.YES, columns.NO: columns.NO})
    return Person(
        cast("Group", group),
        cast("AgeBand", age) if age else None,
        quote == columns.YES,
        tuple(answers),
    )


def _answers(grid: Grid, row: Row, cards: Mapping[str, Card], faults: Faults) -> Iterator[Answer]:
    named = faults.one_of(grid, row, columns.WORD, {label: label for label in cards})
    if not named:
        if not row[columns.WORD]:
            faults.tell(grid, row, columns.WORD, "choose the word that the answers are about")
        return
    card = cards[named]
    letters = lettered(card)
    for question, heading in columns.ASKED.items():
        words = ""
        if question == "guess":
            choice, words = "", row[heading]
        else:
            names = columns.words_for(question, letters)
            if question == "prefer":
                names |= {wording: letter for letter, wording in letters.items()}
            choice = faults.one_of(grid, row, heading, names)
        if question == "prefer":
            words = row[columns.OWN_WORDS]
            choice = letters.get(choice, choice) or (MY_WAY if words else "")
        if choice or words:
            try:
                yield checked(Answer(card.id, question, choice, words.replace("\n", " ")), card)
            except UsageError as error:
                faults.tell(grid, row, heading, str(error))
