"""Changes of a pack, and what two people changed at once brought together: nothing is lost.

Plain functions from packs to packs; ``record.packs`` keeps what comes of them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.review.cards import Card, Example, Pack


@dataclass(frozen=True, slots=True)
class Clash:
    """What two people changed at once.

    Attributes:
        field: the name of the field of the card.
        theirs: what the other person, who was first, has made of it.
    """

    field: str
    theirs: object


@dataclass(frozen=True, slots=True)
class Merged:
    """A card that two people changed.

    Attributes:
        card: with the changes of both; where both changed the same, with ours.
        clashes: where they did. Nothing may be kept before a person has chosen.
        taken: names of the fields in which theirs was taken over.
    """

    card: Card
    clashes: tuple[Clash, ...]
    taken: tuple[str, ...]


def merged(was: Card, ours: Card, theirs: Card) -> Merged:
    """Bring together what two people made of one card.

    Args:
        was: as both opened it.
        ours: as we want it.
        theirs: as somebody else has kept it meanwhile.
    """
    names = [one.name for one in fields(was)]
    changed = [name for name in names if getattr(theirs, name) != getattr(was, name)]
    kept_by_us = {name for name in changed if getattr(ours, name) == getattr(was, name)}
    clashes = tuple(
        Clash(name, getattr(theirs, name))
        for name in changed
        if name not in kept_by_us and getattr(ours, name) != getattr(theirs, name)
    )
    card = replace(ours, **{name: getattr(theirs, name) for name in kept_by_us})
    return Merged(card, clashes, tuple(name for name in changed if name in kept_by_us))


def with_card(pack: Pack, card: Card) -> Pack:
    """The pack with a card in the place of the one of the same id, or behind the others."""
    if all(one.id != card.id for one in pack.cards):
        return replace(pack, cards=(*pack.cards, card))
    return replace(pack, cards=tuple(card if one.id == card.id else one for one in pack.cards))


def without_card(pack: Pack, card: Card) -> Pack:
    """The pack without a card.

    Args:
        pack: as it is now.
        card: as the person who takes it out saw it.

    Raises:
        UsageError: somebody has changed the card since.
    """
    if any(one.id == card.id and one != card for one in pack.cards):
        raise UsageError(
            f"Somebody has changed the card “{card.term}” since you opened this page. Look at it, and then "
            "take it out."
        )
    return replace(pack, cards=tuple(one for one in pack.cards if one.id != card.id))


def moved(pack: Pack, identifier: str, by: int) -> Pack:
    """The pack with a card further up (-1) or down (1); at its ends nothing moves."""
    cards = list(pack.cards)
    place = next((place for place, card in enumerate(cards) if card.id == identifier), None)
    if place is None:
        return pack
    cards.insert(max(place + by, 0), cards.pop(place))
    return replace(pack, cards=tuple(cards))


def unticked(pack: Pack) -> Iterator[tuple[Card, Example]]:
    """Every sentence that waits for a tick, with its card."""
    for card in pack.cards:
        for example in card.examples:
            if not example.may_go_out:
                yield card, example


def ticked(pack: Pack, card: Card, example: Example) -> Pack:
    """The pack with one sentence let out, exactly as it was looked at.

    Raises:
        UsageError: it is not there any more in these words.
    """
    return _with_example(pack, card, example, (replace(example, ticked=True),))


def without_example(pack: Pack, card: Card, example: Example) -> Pack:
    """The pack without one sentence.

    Raises:
        UsageError: it is not there any more in these words.
    """
    return _with_example(pack, card, example, ())


def _with_example(pack: Pack, card: Card, example: Example, instead: tuple[Example, ...]) -> Pack:
    now = next((one for one in pack.cards if one.id == card.id), None)
    if now is None or example not in now.examples:
        raise UsageError("Somebody else has changed this sentence meanwhile. Look at it again.")
    place = now.examples.index(example)
    examples = (*now.examples[:place], *instead, *now.examples[place + 1 :])
    return with_card(pack, replace(now, examples=examples))
