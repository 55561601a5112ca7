"""Which spreadsheets of answers were brought in, and what became of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from jargon_scanner.review.record import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """One spreadsheet, brought in.

    Attributes:
        session: what became of it.
        workbook: which workbook it is.
        name: of the group, as it stands in it.
        day: of the session, as an ISO date.
        sha256: of everything that was typed.
    """

    session: str
    workbook: str
    name: str
    day: str
    sha256: str


def put(db: Connection, one: BroughtIn) -> None:
    """Note that a spreadsheet was brought in."""
    db.execute(insert(tables.brought_in).values(asdict(one)))


def of_workbook(db: Connection, workbook: str, name: str, day: str) -> BroughtIn | None:
    """What was brought in from a workbook for a group and a day; None for nothing, or nothing any more."""
    table = tables.brought_in
    row = db.execute(
        select(table).where(table.c.workbook == workbook, table.c.name == name, table.c.day == day)
    ).mappings()
    found = row.one_or_none()
    return BroughtIn(**found) if found else None
