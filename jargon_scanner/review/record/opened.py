"""The database opened, brought up to date, and written to in whole transactions."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from jargon_scanner.data_folder import data_folder
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

FILE_NAME = "our-voice.sqlite"
_BUSY_SECONDS = 30


class Record:
    """A record, open. ``with`` closes it.

    Attributes:
        engine: the database's connections.
    """

    def __init__(self, engine: Engine) -> None:
        """Hold an engine whose tables are there; ``open_record`` makes one."""
        self.engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose answers are all of one moment."""
        with self.engine.connect() as db:
            yield db.execution_options(reading=True)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one transaction: all of it is kept when the block ends without an error."""
        with self.engine.begin() as db:
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
        where: a file; a database's address such as ``postgresql+psycopg://…``; None for the file in the
            council's data folder.

    Raises:
        UsageError: it is no address, the database cannot be reached, or the file is no record.
    """
    url = _url(where)
    engine = create_engine(url, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        _set_up_sqlite(engine)
    try:
        _bring_up_to_date(engine)
    except (DBAPIError, OSError) as error:
        engine.dispose()
        raise UsageError(
            f"The record {url.render_as_string(hide_password=True)} could not be opened: "
            f"{getattr(error, 'orig', error)}"
        ) from None
    return Record(engine)


def _url(where: str | Path | None) -> URL:
    if isinstance(where, str) and "://" in where:
        try:
            return make_url(where)
        except ArgumentError:
            raise UsageError("The address of the record is none that a database could have.") from None
    path = Path(where) if where else data_folder() / FILE_NAME
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return URL.create("sqlite", database=str(path))


def _set_up_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _(connection: Any, _: object) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN itself, below
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # an answer that was thanked for is on the disk
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        reads = connection.get_execution_options().get("reading", False)
        # Who will write waits at the door: a reader that turns into a writer could find it shut.
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _bring_up_to_date(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", "jargon_scanner.review.record:migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
