"""The tables of every version of the tool become those of this one, and what is in them stays."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import JSON, Boolean, DateTime, Integer, MetaData, create_engine, func, insert, select, text

from jargon_scanner.errors import UsageError
from jargon_scanner.review.record import open_record, tables
from jargon_scanner.review.record.opened import _url
from jargon_scanner.review.record.revisions import bring_up_to_date, known, newest
from tests.conftest import ROOT
from tests.review.filled import everything, fill


def value_of(column):
    """Something that a column can hold."""
    values = {JSON: [], Boolean: True, DateTime: datetime.now(UTC), Integer: 1}
    return next((value for kind, value in values.items() if isinstance(column.type, kind)), "x")


def test_the_tables_are_what_the_steps_make_of_them(record):
    with record.engine.connect() as db:
        here = MigrationContext.configure(db, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(here, tables.metadata) == []
        assert here.get_current_revision() == newest()


@pytest.mark.parametrize("revision", known())
def test_what_an_older_version_has_kept_is_kept(where, revision):
    engine = create_engine(_url(where))
    with engine.begin() as db:
        bring_up_to_date(db, revision)
        there = MetaData()
        there.reflect(db)
        there.remove(there.tables["alembic_version"])
        for table in there.sorted_tables:
            db.execute(insert(table), {column.name: value_of(column) for column in table.c})
    engine.dispose()
    with open_record(where) as record, record.reading() as db:
        for table in there.sorted_tables:
            assert db.execute(select(func.count()).select_from(table)).scalar_one() == 1


def test_to_open_a_record_again_changes_nothing(where):
    with open_record(where) as record:
        fill(record)
        before = everything(record)
    with open_record(where) as record:
        assert everything(record) == before


def test_the_record_of_a_newer_version_is_left_alone(where):
    with open_record(where) as record, record.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageError, match="newer version"):
        open_record(where)


OPENING = "import sys; from jargon_scanner.review.record import open_record; open_record(sys.argv[1]).close()"


@pytest.mark.slow  # three processes; short form: a record is opened again, above
def test_servers_that_start_at_once_make_the_tables_once(where):
    command = [sys.executable, "-c", OPENING, where]
    starting = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(3)]
    for server in starting:
        _, told = server.communicate(timeout=60)
        assert server.returncode == 0, told
    with open_record(where) as record:
        fill(record)
