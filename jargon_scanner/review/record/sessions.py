"""Sessions, their join codes, and who joined; kept."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from jargon_scanner.errors import UsageError
from jargon_scanner.review.record import tables
from jargon_scanner.review.sessions import Participant, Session, new_code

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, RowMapping


def begin(db: Connection, session: Session) -> str:
    """Keep a new session.

    Returns:
        Its first join code.
    """
    row = asdict(session) | {"uncovered": sorted(session.uncovered)}
    db.execute(insert(tables.session).values(row))
    return add_code(db, session.id)


def add_code(db: Connection, session: str) -> str:
    """A further join code for a session: one for each table or group whose answers may have to go."""
    taken = {code for (code,) in db.execute(select(tables.join_code.c.code))}
    code = next(one for one in iter(new_code, "") if one not in taken)
    db.execute(insert(tables.join_code).values(code=code, session=session))
    return code


def codes(db: Connection, session: str) -> tuple[str, ...]:
    """The join codes of a session."""
    rows = db.execute(select(tables.join_code.c.code).where(tables.join_code.c.session == session))
    return tuple(sorted(code for (code,) in rows))


def get(db: Connection, identifier: str) -> Session:
    """The session of this id.

    Raises:
        UsageError: there is none.
    """
    row = db.execute(select(tables.session).where(tables.session.c.id == identifier)).mappings().one_or_none()
    if row is None:
        raise UsageError(
            f"There is no session {identifier!r}. See the sessions with: jargon-scanner review list"
        )
    return _session(row)


def all_sessions(db: Connection) -> tuple[Session, ...]:
    """Every session, newest first."""
    rows = db.execute(select(tables.session).order_by(tables.session.c.opened.desc(), tables.session.c.id))
    return tuple(map(_session, rows.mappings()))


def of_code(db: Connection, code: str, now: datetime) -> Session | None:
    """The session that a join code opens at this moment; None where it opens none."""
    row = (
        db.execute(
            select(tables.session)
            .join(tables.join_code, tables.join_code.c.session == tables.session.c.id)
            .where(tables.join_code.c.code == code.strip().upper())
        )
        .mappings()
        .one_or_none()
    )
    session = _session(row) if row else None
    return session if session and session.is_open(now) else None


def end(db: Connection, identifier: str, now: datetime) -> None:
    """End a session: no answer is taken any more."""
    table = tables.session
    db.execute(update(table).where(table.c.id == identifier, table.c.ended.is_(None)).values(ended=now))


def open_again(db: Connection, identifier: str) -> None:
    """Take back that a session was ended; it ends when its codes expire."""
    table = tables.session
    db.execute(update(table).where(table.c.id == identifier).values(ended=None))


def uncover(db: Connection, identifier: str, card: str) -> None:
    """Show the room what was answered about one card.

    Raises:
        UsageError: there is no such session.
    """
    _set_uncovered(db, identifier, card, shown=True)


def cover(db: Connection, identifier: str, card: str) -> None:
    """Cover again what was answered about one card.

    Raises:
        UsageError: there is no such session.
    """
    _set_uncovered(db, identifier, card, shown=False)


def remove(db: Connection, identifier: str) -> None:
    """Remove a session with its codes, whoever joined it and all their answers."""
    db.execute(delete(tables.session).where(tables.session.c.id == identifier))


def join(db: Connection, participant: Participant) -> None:
    """Keep somebody who joined."""
    db.execute(insert(tables.participant).values(asdict(participant)))


def participant(db: Connection, identifier: str) -> Participant | None:
    """The participant of this id; None where there is none, or none any more."""
    table = tables.participant
    row = db.execute(select(table).where(table.c.id == identifier)).mappings().one_or_none()
    return Participant(**row) if row else None


def participants(db: Connection, session: str) -> tuple[Participant, ...]:
    """Everybody who joined a session."""
    table = tables.participant
    rows = db.execute(select(table).where(table.c.session == session).order_by(table.c.id)).mappings()
    return tuple(Participant(**row) for row in rows)


def finish(db: Connection, identifier: str) -> None:
    """Note that somebody has come to the end."""
    table = tables.participant
    db.execute(update(table).where(table.c.id == identifier).values(finished=True))


def allow_quotes(db: Connection, identifier: str, may_quote: bool) -> None:
    """Note whether somebody's own words, all of them, may be used in training."""
    table = tables.participant
    db.execute(update(table).where(table.c.id == identifier).values(may_quote=may_quote))


def leave(db: Connection, identifier: str) -> None:
    """Forget somebody who joined, and every answer of theirs."""
    db.execute(delete(tables.participant).where(tables.participant.c.id == identifier))


def _set_uncovered(db: Connection, identifier: str, card: str, *, shown: bool) -> None:
    table = tables.session
    # Of two facilitators at once the second waits here for the first, and adds to theirs.
    db.execute(select(table.c.id).where(table.c.id == identifier).with_for_update())
    others = get(db, identifier).uncovered - {card}
    uncovered = sorted({*others, card} if shown else others)
    db.execute(update(table).where(table.c.id == identifier).values(uncovered=uncovered))


def _session(row: RowMapping) -> Session:
    return Session(**{**row, "uncovered": frozenset(row["uncovered"])})
