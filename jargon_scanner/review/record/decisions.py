"""The history of decisions: rows are added and read, and nothing else."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from jargon_scanner.errors import UsageError
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.record import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, RowMapping


def append(db: Connection, decision: Decision) -> int:
    """Add a decision to the history.

    Returns:
        Its id.

    Raises:
        UsageError: it undoes what is not there, or what is undone already.
    """
    if decision.outcome == "undo":
        _check_undoing(db, decision)
    row = asdict(decision)
    del row["id"]  # the database gives it
    try:
        kept = db.execute(insert(tables.decision).values(row).returning(tables.decision.c.id))
    except IntegrityError:  # somebody else took it back since we looked
        raise UsageError(f"Decision {decision.undoes} is taken back already.") from None
    return int(kept.scalar_one())


def history(db: Connection) -> tuple[Decision, ...]:
    """Every decision, oldest first."""
    rows = db.execute(select(tables.decision).order_by(tables.decision.c.id)).mappings()
    return tuple(map(_decision, rows))


def _check_undoing(db: Connection, decision: Decision) -> None:
    table = tables.decision
    there = db.execute(select(table.c.id).where(table.c.id == decision.undoes)).first()
    undone = db.execute(select(table.c.id).where(table.c.undoes == decision.undoes)).first()
    if there is None:
        raise UsageError(f"There is no decision {decision.undoes} to take back.")
    if undone is not None:
        raise UsageError(f"Decision {decision.undoes} is taken back already, by decision {undone[0]}.")


def _decision(row: RowMapping) -> Decision:
    return Decision(**{**row, "readers": tuple(row["readers"])})
