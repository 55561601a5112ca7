"""Answers that are to be forgotten, really gone: the rows, and the bytes that they stood in.

What was decided on their strength stays: a decision holds figures, and nobody's words. Copies that were made
before (``review backup``, a database's own backups and logs) are out of our reach; whoever forgets is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from jargon_scanner.errors import UsageError
from jargon_scanner.review.record import sessions, tables

if TYPE_CHECKING:
    from jargon_scanner.review.record.opened import Record


def forget_session(record: Record, identifier: str) -> int:
    """Forget a session, its codes, whoever joined it and all their answers.

    Returns:
        How many people's answers went.

    Raises:
        UsageError: there is no such session.
    """
    with record.writing() as db:
        sessions.get(db, identifier)
        people = len(sessions.participants(db, identifier))
        sessions.remove(db, identifier)
    _overwrite(record)
    return people


def forget_code(record: Record, code: str) -> int:
    """Forget whoever joined with a code, all their answers, and the code, with which nobody joins any more.

    Returns:
        How many people's answers went.

    Raises:
        UsageError: there is no such code.
    """
    code = code.strip().upper()
    joined = tables.participant.c.code == code
    with record.writing() as db:
        people = db.execute(select(func.count()).select_from(tables.participant).where(joined)).scalar_one()
        db.execute(delete(tables.participant).where(joined))
        gone = db.execute(delete(tables.join_code).where(tables.join_code.c.code == code))
        if not people and not gone.rowcount:
            raise UsageError(f"There is no code {code}. See the codes on the session's page.")
    _overwrite(record)
    return people


def forget_person(record: Record, participant: str) -> None:
    """Forget one person and all their answers, because they ask for it while others go on.

    Where others read the record at this moment, the bytes go when the next who can empties its log: nobody is
    kept waiting for them, and nobody is told of a fault.
    """
    with record.writing() as db:
        sessions.leave(db, participant)
    _overwritten(record)


def _overwrite(record: Record) -> None:
    """Leave no byte of what was deleted.

    Raises:
        UsageError: somebody read the record all the while, so that its log could not be emptied.
    """
    if not _overwritten(record):
        raise UsageError(
            "The answers are deleted. The record was being read meanwhile, so that their bytes may stand in "
            "the file beside it until the programs that use it are closed."
        )


def _overwritten(record: Record) -> bool:
    """Build the file anew without what was deleted, and empty the log that it was first written to.

    Returns:
        Whether the log could be emptied: not while somebody reads.
    """
    # A transaction of SQLite would already be begun by SQLAlchemy; neither command may run inside one.
    db = record.engine.raw_connection()
    try:
        cursor = db.cursor()
        if record.is_file:
            cursor.execute("VACUUM")
            (busy, *_), *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        else:
            busy = 0
            db.driver_connection.autocommit = True  # type: ignore[union-attr]  # the driver's own
            for table in tables.metadata.tables:
                cursor.execute(f'VACUUM FULL "{table}"')
    except record.engine.dialect.loaded_dbapi.OperationalError:  # somebody writes all the while
        return False
    finally:
        db.invalidate()
    return not busy
