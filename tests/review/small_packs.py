"""A small pack and a session over it, for tests of whoever prepares, asks, looks on or decides."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.record import packs, sessions
from jargon_scanner.review.sessions import Session

if TYPE_CHECKING:
    from jargon_scanner.review.record import Record

CONTACT = Card(
    "c1",
    "contact",
    "contact",
    "time with your family",
    ("family time", "seeing mum and dad", "visits"),
    (
        Example("Contact is on Saturdays."),
        Example("[name] has contact with Aunt Winifred.", "document", ticked=False),
    ),
)
PLACEMENT = Card(
    "c2", "placement", "placement", "the home where you live now", ("home", "the place where you live"), ()
)
PACK = Pack("p1", "Spring words", datetime(2027, 3, 1, tzinfo=UTC), (CONTACT, PLACEMENT))


def open_session(record: Record, *, ask_age: bool = False, pack: Pack = PACK, name: str = "s1") -> str:
    """Keep the pack and begin a session over it, open for two hours from now; gives its join code."""
    now = datetime.now(UTC)
    with record.writing() as db:
        packs.add(db, pack)
        return sessions.begin(
            db, Session(name, pack.id, "Tuesday group", now, now + timedelta(hours=2), ask_age=ask_age)
        )
