from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from jargon_scanner.review.record import Record, open_record
from tests.review import postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.running() as folder:
        yield folder


def address_of(kind: str, request: pytest.FixtureRequest) -> str:
    """Where a new record of this kind is kept."""
    if kind == "sqlite":
        folder: Path = request.getfixturevalue("tmp_path")
        return str(folder / f"{uuid4().hex}.sqlite")
    return postgres.fresh(request.getfixturevalue("postgres_server"), f"r{uuid4().hex}")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> str:
    """Where a new record is kept: in a file, and in a database that several teams share."""
    return address_of(request.param, request)


@pytest.fixture
def record(where: str) -> Iterator[Record]:
    with open_record(where) as opened:
        yield opened
