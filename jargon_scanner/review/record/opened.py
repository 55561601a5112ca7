"""The database opened, brought up to date, and written to in whole transactions."""

from __future__ import annotations

import os
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from jargon_scanner.data_folder import data_folder
from jargon_scanner.errors import UsageError
from jargon_scanner.review.record.revisions import bring_up_to_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

FILE_NAME = "our-voice.sqlite"
_BUSY_SECONDS = 30
_POSTGRESQL = ("postgres", "postgresql", "postgresql+psycopg")


class Record:
    """A record, open. ``with`` closes it.

    Attributes:
        engine: the database's connections.
    """

    def __init__(self, engine: Engine) -> None:
        """Hold an engine whose tables are there; ``open_record`` makes one."""
        self.engine = engine
        # SQLite lets one write at a time. Threads queue here, rather than each asking it again and again.
        self._turn = Lock()

    @property
    def is_file(self) -> bool:
        """Whether it is a file of SQLite, and not a database that several teams share."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose answers are all of one moment."""
        with self.engine.connect() as db:
            level = {} if self.is_file else {"isolation_level": "REPEATABLE READ"}
            yield db.execution_options(reading=True, **level)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one transaction: all of it is kept when the block ends without an error."""
        with self._turn if self.is_file else nullcontext(), self.engine.begin() as db:
            yield db

    def close(self) -> None:
        """Let the database go."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_record(where: str | Path | None = None) -> Record:
    """Open the record, make it where there is none, and bring its tables up to date.

    Args:
        where: a file; a database's address such as ``postgresql://…``; None for the file in the council's
            data folder.

    Raises:
        UsageError: it is no address, the database cannot be reached, or the file is no record.
    """
    url = _url(where)
    try:
        # No error of the database may quote an answer.
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=url.get_backend_name() != "sqlite")
    except ModuleNotFoundError as error:
        raise UsageError(
            f"A record in PostgreSQL needs {error.name}, which is not installed. Install it: "
            'python -m pip install "jargon-scanner[postgres]"'
        ) from None
    if engine.dialect.name == "sqlite":
        _set_up_sqlite(engine)
    try:
        with engine.begin() as db:
            bring_up_to_date(db)
    except (DBAPIError, OSError) as error:
        engine.dispose()
        raise UsageError(
            f"The record {url.render_as_string(hide_password=True)} could not be opened: "
            f"{getattr(error, 'orig', error)}"
        ) from None
    except UsageError:
        engine.dispose()
        raise
    return Record(engine)


def is_there(where: str | Path | None = None) -> bool:
    """Whether there is a record already; of a database at an address it is taken for granted."""
    if isinstance(where, str) and "://" in where:
        return True
    return (Path(where) if where else data_folder() / FILE_NAME).is_file()


def _url(where: str | Path | None) -> URL:
    if isinstance(where, str) and "://" in where:
        return _of_postgresql(where)
    path = Path(where) if where else data_folder() / FILE_NAME
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _make_private(path)
    return URL.create("sqlite", database=str(path))


def _of_postgresql(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        raise UsageError("The address of the record is none that a database could have.") from None
    if url.drivername not in _POSTGRESQL:
        raise UsageError(
            f"A record lies in a file or in PostgreSQL, not in {url.drivername}. An address begins with "
            "postgresql://"
        )
    return url.set(drivername="postgresql+psycopg")


def _make_private(path: Path) -> None:
    """A new file that only the person who makes it can read; SQLite gives the files beside it the same."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError:  # it is there; or it cannot be made, which is told when it is opened
        return


def _set_up_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _(connection: Any, _: object) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN itself, below
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # an answer that was thanked for is on the disk
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
        connection.execute("PRAGMA temp_store = MEMORY")  # no answer in a file outside the record

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        reads = connection.get_execution_options().get("reading", False)
        # Who will write waits at the door: a reader that turns into a writer could find it shut.
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
