"""What is kept of the facilitators' passphrase: one row, or none before it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from jargon_scanner.review.record import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ONLY = 1


def get(db: Connection) -> str | None:
    """What ``review.passphrase.locked`` made of it; None where none was chosen yet."""
    kept: str | None = db.execute(select(tables.passphrase.c.kept)).scalar_one_or_none()
    return kept


def put(db: Connection, kept: str) -> None:
    """Keep it in the place of the one before."""
    db.execute(delete(tables.passphrase))
    db.execute(insert(tables.passphrase).values(id=_ONLY, kept=kept))
