"""A pack made of the words that were picked."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.spoken import name_of
from jargon_scanner.review.cards import Card, Pack
from jargon_scanner.review.picking.picked import once_each
from jargon_scanner.review.picking.sentences import sentences_for
from jargon_scanner.review.picking.wordings import meaning_of, wordings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.review.picking.picked import Picked


def pack_of(
    title: str,
    picked: Iterable[Picked],
    lexicon: Lexicon,
    hide: Callable[[str], str],
    now: datetime,
) -> Pack:
    """A new pack, with a card for each word.

    Args:
        title: what the team calls it.
        picked: in the order in which they are asked; what is picked twice is asked once.
        lexicon: has meanings, wordings and invented sentences.
        hide: hides in a text what could tell who it is about.
        now: when.
    """
    cards = tuple(card_of(one, lexicon, hide) for one in once_each(picked))
    return Pack(new_id(), title, now, cards)


def card_of(picked: Picked, lexicon: Lexicon, hide: Callable[[str], str]) -> Card:
    """The card of one word; of one that no lexicon knows, meaning and wordings are left to the team."""
    located = lexicon.entries.get(picked.entry)
    if located is None:
        examples = sentences_for(None, "", picked.sentences, hide)
        return Card(new_id(), "", picked.term, "", (), examples, picked.why)
    entry = located.entry
    return Card(
        new_id(),
        entry.id,
        name_of(entry),
        meaning_of(entry, picked.long),
        wordings_of(entry, picked.long),
        sentences_for(entry, picked.long, picked.sentences, hide),
        picked.why,
    )


def new_id() -> str:
    """An id that nothing else has."""
    return secrets.token_hex(5)
