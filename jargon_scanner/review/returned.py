"""Answers on paper brought in: a session of their own, whole or not at all, and never twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.review.moderation import first_look
from jargon_scanner.review.packs.answers.typed import read_typed
from jargon_scanner.review.picking.cards import new_id
from jargon_scanner.review.record import answers, brought_in, packs, sessions
from jargon_scanner.review.record.brought_in import BroughtIn
from jargon_scanner.review.sessions import Participant, Session

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from jargon_scanner.review.cards import Pack
    from jargon_scanner.review.packs.answers.rows import Person


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of a spreadsheet.

    Attributes:
        session: with the answers.
        people: how many people's.
        is_new: False where it had been brought in before, word for word: nothing was changed.
    """

    session: Session
    people: int
    is_new: bool = True


def bring_in(
    db: Connection, data: bytes, now: datetime, *, name: str = "", replace: bool = False, pack: str = ""
) -> Returned:
    """Bring in a spreadsheet that a team has filled in.

    Args:
        db: a connection that writes; after an error, nothing of this may be kept.
        data: an .xlsx file of ours.
        now: when; the day of the session where nobody wrote one.
        name: of the session; "" for what stands in the spreadsheet.
        replace: whether other answers of the same workbook, group and day make way.
        pack: the id of the pack that it has to be of; "" for any.

    Raises:
        UsageError: it is no spreadsheet of ours, holds what cannot be taken, or other answers of the same
            workbook, group and day are there.
    """
    typed = read_typed(data)
    if pack and typed.pack != pack:
        raise UsageError("This spreadsheet belongs to other words. Bring it in on their page.")
    called = " ".join((name or typed.name).split())
    if not called:
        raise UsageError("Say which group it was: on the sheet “Start here”, or with --name.")
    asked = packs.get(db, typed.pack)
    people = typed.people(asked)
    day = str(typed.day or "")
    before = brought_in.of_workbook(db, typed.workbook, called, day)
    if before is not None and before.sha256 == typed.sha256:
        return Returned(sessions.get(db, before.session), len(people), is_new=False)
    if before is not None and not replace:
        raise UsageError(
            f"Other answers of “{called}” were brought in from this spreadsheet before. To put these in "
            "their place, bring it in with --replace. For another group, write its name on “Start here”."
        )
    if before is not None:
        sessions.remove(db, before.session)
    held = datetime.combine(typed.day, time(12)).astimezone() if typed.day else now
    session = Session(new_id(), asked.id, called, held, held, now, any(person.age for person in people))
    _keep(db, session, asked, people, now)
    brought_in.put(db, BroughtIn(session.id, typed.workbook, called, day, typed.sha256))
    return Returned(session, len(people))


def _keep(db: Connection, session: Session, pack: Pack, people: tuple[Person, ...], now: datetime) -> None:
    code = sessions.begin(db, session)
    for person in people:
        one = Participant(
            new_id(), session.id, code, person.group, person.age, finished=True, may_quote=person.may_quote
        )
        sessions.join(db, one)
        for answer in person.answers:
            moderation = first_look(answer.words, pack.card(answer.card)) if answer.words else "open"
            answers.put(db, one.id, answer, moderation=moderation, now=now)
