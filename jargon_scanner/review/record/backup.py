"""The whole record in one file, and back: the same file for SQLite and PostgreSQL.

It is a zip archive of ``about.json`` (format, revision of the tables, moment) and one file a table, with one
JSON array a row. The facilitators' passphrase is not in it: whoever holds the file could try to guess it.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from sqlalchemy import DateTime, MetaData, create_engine, delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from jargon_scanner.errors import UsageError
from jargon_scanner.review.record import tables
from jargon_scanner.review.record.revisions import bring_up_to_date, known, newest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

    from jargon_scanner.review.record.opened import Record

_FORMAT = "jargon-scanner record"
_LEFT_OUT = frozenset({"passphrase"})
#: What reading a file raises that is no archive of ours: the archive, what is packed in it, or its rows. A
#: compression that Python does not know and a locked archive are a ``RuntimeError``.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError),
    *(KeyError, ValueError, TypeError, DBAPIError),
)
#: More than any record of a council has; a file that unpacks to more was made to fill the memory.
_MOST_BYTES = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Held:
    """What a record or a backup holds, in numbers."""

    packs: int
    sessions: int
    people: int
    decisions: int

    def __str__(self) -> str:
        """In words."""
        return (
            f"packs: {self.packs}, sessions: {self.sessions}, people's answers: {self.people}, "
            f"decisions: {self.decisions}"
        )


def held(db: Connection) -> Held:
    """What a record holds."""
    of = (tables.pack, tables.session, tables.participant, tables.decision)
    return Held(*(db.execute(select(func.count()).select_from(table)).scalar_one() for table in of))


def back_up(record: Record, file: BinaryIO) -> Held:
    """Write everything that a record holds at one moment; others go on writing to it meanwhile.

    Args:
        record: the record.
        file: open for writing, in bytes.
    """
    with record.reading() as db, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        about = {"format": _FORMAT, "revision": newest(), "made": datetime.now(UTC).isoformat()}
        archive.writestr("about.json", json.dumps(about))
        for table in _kept(tables.metadata):
            with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as rows:
                for row in db.execute(select(table)):
                    line = json.dumps(list(row), default=datetime.isoformat, ensure_ascii=False)
                    rows.write(line.encode() + b"\n")
        return held(db)


def restore(record: Record, file: BinaryIO, *, replace: bool = False) -> Held:
    """Put back what a backup holds, in one transaction: all of it, or nothing.

    Args:
        record: an empty record; its passphrase stays as it is.
        file: open for reading, in bytes.
        replace: whether what the record holds may go.

    Raises:
        UsageError: it is no backup, it is damaged, a newer version made it, or the record is not empty.
    """
    scratch = create_engine("sqlite://", poolclass=StaticPool)  # in memory: no answer in a file of its own
    try:
        with scratch.begin() as found:
            _unpack(file, found)
            with record.writing() as db:
                before = held(db)
                if before != Held(0, 0, 0, 0) and not replace:
                    raise UsageError(f"The record is not empty ({before}). Nothing was restored.")
                _put_in_place(found, db)
                return held(db)
    except _DAMAGED as error:
        # Which kind only: a database quotes the row that it refuses.
        raise UsageError(
            f"This is no backup of the record, or it is damaged ({type(error).__name__}). Nothing was "
            "restored."
        ) from None
    finally:
        scratch.dispose()


def _kept(metadata: MetaData) -> list[Table]:
    """The tables of a backup, each after those that it refers to."""
    return [table for table in metadata.sorted_tables if table.name not in _LEFT_OUT]


def _unpack(file: BinaryIO, scratch: Connection) -> None:
    """Fill a database in memory with a backup, and bring it from the backup's revision to ours."""
    with zipfile.ZipFile(file) as archive:
        if sum(one.file_size for one in archive.infolist()) > _MOST_BYTES:
            raise UsageError("This backup unpacks to more than a record can hold. It was not read.")
        bring_up_to_date(scratch, _revision(json.loads(archive.read("about.json"))))
        there = MetaData()
        there.reflect(scratch)
        there.remove(there.tables["alembic_version"])
        for table in _kept(there):
            rows = [dict(zip(table.c.keys(), row, strict=True)) for row in _rows(archive, table)]
            if rows:
                scratch.execute(insert(table), rows)
    bring_up_to_date(scratch)


def _revision(about: dict[str, str]) -> str:
    if about.get("format") != _FORMAT:
        raise UsageError("This is no backup of the record.")
    if about["revision"] not in known():
        raise UsageError(
            f"The backup was made by a newer version of jargon-scanner (revision {about['revision']}). "
            "Restore it with that version, or a newer one."
        )
    return about["revision"]


def _rows(archive: zipfile.ZipFile, table: Table) -> Iterator[list[Any]]:
    """The rows of a table, their moments read."""
    moments = [isinstance(column.type, DateTime) for column in table.c]
    with archive.open(f"{table.name}.jsonl") as lines:
        for line in lines:
            values = json.loads(line)
            yield [
                datetime.fromisoformat(value).astimezone(UTC) if is_moment and value else value
                for value, is_moment in zip(values, moments, strict=True)
            ]


def _put_in_place(scratch: Connection, db: Connection) -> None:
    """Empty the tables of a record, and fill them with those of the backup."""
    kept = _kept(tables.metadata)
    for table in reversed(kept):
        db.execute(delete(table))
    for table in kept:
        _copy(table, scratch, db)


def _copy(table: Table, scratch: Connection, db: Connection) -> None:
    rows = [dict(row) for row in scratch.execute(select(table)).mappings()]
    if rows:
        db.execute(insert(table), rows)
    counted = table.autoincrement_column
    if rows and counted is not None and db.dialect.name == "postgresql":
        # The database counts on by itself, and knows nothing of ids that were brought along.
        last = max(row[counted.name] for row in rows)
        sequence = text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)")
        db.execute(sequence, {"table": table.name, "column": counted.name, "last": last})
