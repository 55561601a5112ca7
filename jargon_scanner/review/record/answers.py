"""Answers, kept: of one person to one question the last one."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from sqlalchemy import delete, distinct, func, insert, select, update

from jargon_scanner.errors import UsageError
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import tables
from jargon_scanner.review.sessions import GivenAnswer

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection

    from jargon_scanner.review.questions import Question
    from jargon_scanner.review.sessions import Moderation

_OF_ANSWER = [tables.answer.c[one.name] for one in fields(Answer)]
#: Of the answer itself, and what the person has said of themselves.
_OF_GIVEN = [
    (tables.answer if one.name in tables.answer.c else tables.participant).c[one.name]
    for one in fields(GivenAnswer)
]


def put(db: Connection, participant: str, answer: Answer, *, moderation: Moderation, now: datetime) -> None:
    """Keep an answer, in place of an earlier one to the same question.

    Raises:
        UsageError: the person's answers were forgotten meanwhile.
    """
    take_back(db, participant, answer.card, answer.question)
    row = asdict(answer) | {"participant": participant, "moderation": moderation, "given": now}
    db.execute(insert(tables.answer).values(row))


def take_back(db: Connection, participant: str, card: str, question: str) -> None:
    """Forget the answer to one question.

    Raises:
        UsageError: the person's answers were forgotten meanwhile.
    """
    _take_turn(db, participant)
    table = tables.answer
    db.execute(
        delete(table).where(
            table.c.participant == participant, table.c.card == card, table.c.question == question
        )
    )


def of_participant(db: Connection, participant: str) -> tuple[Answer, ...]:
    """What one person has answered so far."""
    table = tables.answer
    rows = db.execute(select(*_OF_ANSWER).where(table.c.participant == participant)).mappings()
    return tuple(Answer(**row) for row in rows)


def of_sessions(
    db: Connection,
    *sessions: str,
    cards: Collection[str] | None = None,
    question: Question | None = None,
    own_words: bool = False,
) -> tuple[GivenAnswer, ...]:
    """Every answer of some sessions, in an order that says nothing about when they were given.

    Args:
        db: a connection.
        sessions: which.
        cards: to these cards only; None for all.
        question: to this question only; None for all.
        own_words: those only that are in somebody's own words.
    """
    table, people = tables.answer, tables.participant
    asked = (
        select(*_OF_GIVEN)
        .select_from(table)
        .join(people, people.c.id == table.c.participant)
        .where(people.c.session.in_(sessions))
        .order_by(table.c.card, table.c.question, table.c.participant)
    )
    if cards is not None:
        asked = asked.where(table.c.card.in_(sorted(cards)))
    if question is not None:
        asked = asked.where(table.c.question == question)
    if own_words:
        asked = asked.where(table.c.words != "")
    return tuple(GivenAnswer(**row) for row in db.execute(asked).mappings())


def people_by_card(db: Connection, session: str) -> dict[str, int]:
    """How many people have answered something about each card of a session."""
    table, people = tables.answer, tables.participant
    counted = db.execute(
        select(table.c.card, func.count(distinct(table.c.participant)))
        .join(people, people.c.id == table.c.participant)
        .where(people.c.session == session)
        .group_by(table.c.card)
    )
    return {row[0]: row[1] for row in counted}


def count_unread(db: Connection, session: str) -> int:
    """How many answers in somebody's own words no moderator has looked at."""
    table, people = tables.answer, tables.participant
    return db.execute(
        select(func.count())
        .select_from(table.join(people, people.c.id == table.c.participant))
        .where(people.c.session == session, table.c.words != "", table.c.moderation.in_(("open", "held")))
    ).scalar_one()


def moderate(
    db: Connection, participant: str, card: str, question: str, words: str, moderation: Moderation
) -> bool:
    """Note what the team thinks of somebody's words.

    Args:
        db: a connection that writes.
        participant: whose words.
        card: about which card.
        question: in answer to which question.
        words: the words that the moderator has read.
        moderation: what was decided.

    Returns:
        Whether it was noted. It is not where the person has changed the words meanwhile: nobody has read
        those.
    """
    table = tables.answer
    found = db.execute(
        update(table)
        .where(table.c.participant == participant, table.c.card == card, table.c.question == question)
        .where(table.c.words == words)
        .values(moderation=moderation)
    )
    return found.rowcount == 1


def _take_turn(db: Connection, participant: str) -> None:
    """Wait for another answer of the same person, sent by a second tap; SQLite has made us wait already."""
    table = tables.participant
    if db.execute(select(table.c.id).where(table.c.id == participant).with_for_update()).first() is None:
        raise UsageError("These answers are not kept any more. Join again with your code.")
