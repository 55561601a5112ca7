"""The tables brought up to date, step by step, in one transaction: all of the steps, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Two servers that start at once on one PostgreSQL: the second waits until the first is done. Any number that
#: nobody else uses there.
_TURN = 0x6F757276


def newest() -> str:
    """The revision that this version of the tool works with."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def bring_up_to_date(db: Connection, revision: str = "head") -> None:
    """Change the tables of a database to those of a revision, and keep what is in them.

    Raises:
        UsageError: they were made by a newer version of the tool, which knows revisions that we do not.
    """
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
    here = MigrationContext.configure(db).get_current_revision()
    if here is not None and here not in known():
        raise UsageError(
            f"The record was made by a newer version of jargon-scanner (revision {here}). Use that version, "
            "or a newer one. Nothing was changed."
        )
    config = _config()
    config.attributes["connection"] = db
    command.upgrade(config, revision)


def known() -> tuple[str, ...]:
    """Every revision, the oldest first."""
    steps = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(reversed([step.revision for step in steps]))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "jargon_scanner.review.record:migrations")
    return config
