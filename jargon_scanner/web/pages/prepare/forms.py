"""What the form of a card says, and what its page showed when it was opened."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Annotated

from fastapi import Form
from pydantic import TypeAdapter, ValidationError

from jargon_scanner.review.cards import Card, Example
from jargon_scanner.review.moderation import first_look
from jargon_scanner.web.security.refusals import Refusal, Refused

_LONGEST = 600
_NOT_OURS = Refusal(422, "This was not understood", "Open the page of the card again, and try once more.")
_CARD: TypeAdapter[Card] = TypeAdapter(Card)

Line = Annotated[str, Form(max_length=_LONGEST)]
Lines = Annotated[Sequence[str], Form(max_length=200)]
Seen = Annotated[str, Form(max_length=20_000)]


def carried(card: Card) -> str:
    """A card as its page carries it, so that the changes of two people can be told from each other."""
    return json.dumps(asdict(card), ensure_ascii=False)


def seen(was: Seen) -> Card:
    """The card as the page showed it.

    Raises:
        Refused: no page of ours has carried this.
    """
    try:
        return _CARD.validate_json(was)
    except ValidationError:
        raise Refused(_NOT_OURS) from None


def written(
    was: Seen, term: Line, meaning: Line = "", wording: Lines = (), sentence: Lines = (), tick: Lines = ()
) -> tuple[Card, Card]:  # fmt: skip
    """The card as the page showed it, and as it is wanted.

    Args:
        was: as the page showed it.
        term: the word.
        meaning: what it means.
        wording: other ways to say it; empty lines are left out.
        sentence: those of the page in their order, then new ones; an empty line takes one out.
        tick: places of the sentences that were looked at.
    """
    before = seen(was)
    card = replace(
        before,
        term=_line(term) or before.term,
        meaning=_line(meaning),
        wordings=tuple(dict.fromkeys(filter(None, map(_line, wording)))),
    )
    examples = (
        _example(text, card, place, str(place) in tick)
        for place, text in enumerate(map(_line, sentence))
        if text
    )
    return before, replace(card, examples=tuple(examples))


def _example(text: str, card: Card, place: int, is_ticked: bool) -> Example:
    """A sentence; one that somebody types goes out unless it seems to name somebody, or when it is ticked."""
    old = card.examples[place] if place < len(card.examples) else None
    if old is not None and old.text == text:
        return old if old.origin == "invented" else replace(old, ticked=is_ticked)
    if old is not None and old.origin in ("template", "document"):
        return Example(text, old.origin, is_ticked)
    return Example(text, "team", is_ticked or first_look(text, card) == "open")


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
