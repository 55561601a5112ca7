"""Packs as the pages find and change them; what cannot be done is a page that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.review.record import packs
from jargon_scanner.web.security.refusals import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from jargon_scanner.review.cards import Pack
    from jargon_scanner.review.record import Record

GONE = Refusal(404, "This is not there any more", "Open the page of the pack again.")
ASKED = Refusal(
    409,
    "These words were taken to a session",
    "They stay as they were asked. Make a copy of them on their page, and change that.",
)


def pack_of(record: Record, identifier: str) -> tuple[Pack, bool]:
    """A pack, and whether it was taken to a session.

    Raises:
        Refused: there is none.
    """
    try:
        with record.reading() as db:
            return packs.get(db, identifier), packs.is_asked(db, identifier)
    except UsageError:
        raise Refused(GONE) from None


def held(db: Connection, identifier: str) -> Pack:
    """A pack that nobody else changes before this transaction ends.

    Raises:
        Refused: there is none, or it was taken to a session.
    """
    try:
        pack = packs.held(db, identifier)
    except UsageError:
        raise Refused(GONE) from None
    if packs.is_asked(db, identifier):
        raise Refused(ASKED)
    return pack


def change(record: Record, identifier: str, edit: Callable[[Pack], Pack]) -> None:
    """Change a pack as it is at this moment, whoever changed it last.

    Raises:
        Refused: there is none, or it was taken to a session.
        UsageError: the change cannot be made.
    """
    with record.writing() as db:
        packs.change(db, edit(held(db, identifier)))
