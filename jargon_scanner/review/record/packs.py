"""Packs of cards, kept."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from jargon_scanner.errors import UsageError
from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.record import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, RowMapping, Select

_OF_CARD = [tables.card.c[one.name] for one in fields(Card)]


def add(db: Connection, pack: Pack) -> None:
    """Keep a new pack."""
    row = {"id": pack.id, "title": pack.title, "made": pack.made, "version": pack.version}
    db.execute(insert(tables.pack).values(row))
    _put_cards(db, pack)


def change(db: Connection, pack: Pack) -> Pack:
    """Keep a pack that was changed.

    Args:
        db: a connection that writes.
        pack: with the ``version`` of the pack that was changed.

    Returns:
        It, with its new version.

    Raises:
        UsageError: somebody else has changed it meanwhile, so nothing is kept and nothing of theirs is lost;
            or it was taken to a session, and what was asked stays as it was asked.
    """
    if is_asked(db, pack.id):
        raise UsageError(
            "These words were taken to a session: they stay as they were asked. Make a copy to change them."
        )
    changed = db.execute(
        update(tables.pack)
        .where(tables.pack.c.id == pack.id, tables.pack.c.version == pack.version)
        .values(title=pack.title, version=pack.version + 1)
    )
    if changed.rowcount != 1:
        raise UsageError(
            "Somebody else has changed these cards since you opened them. Open them again, and make your "
            "change once more: theirs is kept."
        )
    db.execute(delete(tables.card).where(tables.card.c.pack == pack.id))
    _put_cards(db, pack)
    return replace(pack, version=pack.version + 1)


def get(db: Connection, identifier: str) -> Pack:
    """The pack of this id.

    Raises:
        UsageError: there is none.
    """
    return _one(db, identifier, select(tables.pack))


def held(db: Connection, identifier: str) -> Pack:
    """The same, to be changed: nobody else changes it before this transaction ends.

    Raises:
        UsageError: there is none.
    """
    return _one(db, identifier, select(tables.pack).with_for_update())


def _one(db: Connection, identifier: str, asked: Select[Any]) -> Pack:
    row = db.execute(asked.where(tables.pack.c.id == identifier)).mappings().one_or_none()
    if row is None:
        raise UsageError(f"There is no pack {identifier!r}. See the packs with: jargon-scanner review list")
    cards = db.execute(
        select(*_OF_CARD).where(tables.card.c.pack == identifier).order_by(tables.card.c.place)
    ).mappings()
    return Pack(row["id"], row["title"], row["made"], tuple(map(_card, cards)), row["version"])


def is_asked(db: Connection, identifier: str) -> bool:
    """Whether a pack was taken to a session."""
    sessions = select(tables.session.c.id).where(tables.session.c.pack == identifier).limit(1)
    return db.execute(sessions).first() is not None


def all_packs(db: Connection) -> tuple[Pack, ...]:
    """Every pack, newest first."""
    rows = db.execute(select(tables.pack.c.id).order_by(tables.pack.c.made.desc(), tables.pack.c.id))
    return tuple(get(db, identifier) for (identifier,) in rows)


def _put_cards(db: Connection, pack: Pack) -> None:
    rows = [asdict(card) | {"pack": pack.id, "place": place} for place, card in enumerate(pack.cards)]
    if rows:
        db.execute(insert(tables.card), rows)


def _card(row: RowMapping) -> Card:
    examples = tuple(Example(**example) for example in row["examples"])
    return Card(**{**row, "wordings": tuple(row["wordings"]), "examples": examples})
