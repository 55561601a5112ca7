"""``review list``: the packs and sessions that there are."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.speech import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


def list_record(record: RecordOption = None, config: ConfigOption = None) -> None:
    """List the packs of words and the sessions, newest first, each with its id."""
    with opened_record(record, config) as opened, opened.reading() as db:
        tell("\n".join(_lines(db)))


def _lines(db: Connection) -> Iterator[str]:
    from jargon_scanner.review.record import packs, sessions

    found = packs.all_packs(db)
    if not found:
        yield "No words have been picked yet. Begin with: jargon-scanner review prepare"
    for pack in found:
        words = "1 word" if len(pack.cards) == 1 else f"{len(pack.cards)} words"
        yield f"pack {pack.id}  {pack.made:%Y-%m-%d}  {pack.title} ({words})"
    now = datetime.now(UTC)
    for session in sessions.all_sessions(db):
        people = len(sessions.participants(db, session.id))
        state = "open" if session.is_open(now) else "ended"
        yield f"session {session.id}  {session.opened:%Y-%m-%d}  {session.name} ({people} joined, {state})"
