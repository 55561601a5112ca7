"""The tables. A change of them is a new migration, never an edit of an old one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

if TYPE_CHECKING:
    from sqlalchemy import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment, in UTC: SQLite forgets the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> Any:
        """As it is kept."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any | None, _: Dialect) -> datetime | None:
        """As it was given."""
        if value is None:
            return None
        moment: datetime = value
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _below(key: str) -> ForeignKey:
    """A reference whose rows go when what they belong to goes: what is deleted is really gone."""
    return ForeignKey(key, ondelete="CASCADE")


pack = Table(
    "pack",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("title", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("version", Integer, nullable=False),
)

card = Table(
    "card",
    metadata,
    Column("pack", _below("pack.id"), primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("entry", Text, nullable=False),
    Column("term", Text, nullable=False),
    Column("meaning", Text, nullable=False),
    Column("wordings", JSON, nullable=False),
    Column("examples", JSON, nullable=False),
    Column("why", Text, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("pack", ForeignKey("pack.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("opened", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("ended", Moment),
    Column("ask_age", Boolean, nullable=False),
    Column("uncovered", JSON, nullable=False),
)

#: One session may have several codes: one for the young people's table, one for the parents'.
join_code = Table(
    "join_code",
    metadata,
    Column("code", String(8), primary_key=True),
    Column("session", _below("session.id"), nullable=False, index=True),
)

participant = Table(
    "participant",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("session", _below("session.id"), nullable=False, index=True),
    Column("code", String(8), nullable=False),
    Column("group", String(16), nullable=False),
    Column("age", String(12)),
    Column("finished", Boolean, nullable=False),
    Column("may_quote", Boolean, nullable=False),
)

answer = Table(
    "answer",
    metadata,
    Column("participant", _below("participant.id"), primary_key=True),
    Column("card", String(32), primary_key=True),
    Column("question", String(8), primary_key=True),
    Column("choice", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("moderation", String(6), nullable=False),
    Column("given", Moment, nullable=False),
)

#: Which spreadsheet of answers became which session, so that none is counted twice.
brought_in = Table(
    "brought_in",
    metadata,
    Column("session", _below("session.id"), primary_key=True),
    Column("workbook", String(32), nullable=False),
    Column("name", Text, nullable=False),
    Column("day", String(10), nullable=False),
    Column("sha256", String(64), nullable=False),
    UniqueConstraint("workbook", "name", "day"),
)

#: Append-only. No reference to a session: a decision outlives the answers it rests on.
decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("entry", Text, nullable=False),
    Column("term", Text, nullable=False),
    Column("outcome", String(9), nullable=False),
    Column("wording", Text, nullable=False),
    Column("readers", JSON, nullable=False),
    Column("reason", Text, nullable=False),
    Column("group", String(16), nullable=False),
    Column("chose", Integer, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("session", String(32)),
    Column("undoes", Integer),
    Column("of", Text, nullable=False),
    Column("despite", Text, nullable=False),
    UniqueConstraint("undoes"),
    sqlite_autoincrement=True,
)

#: Of one row: what facilitators sign in with, as ``review.passphrase`` keeps it.
passphrase = Table(
    "passphrase",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kept", Text, nullable=False),
)

Index("ix_decision_entry", decision.c.entry)
