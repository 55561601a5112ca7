"""One card: its word, meaning, wordings and sentences, changed by one person or by two at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.review import editing
from jargon_scanner.review.cards import Card, Pack
from jargon_scanner.review.record import Record, packs
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.prepare.forms import carried, written
from jargon_scanner.web.pages.prepare.kept import ASKED, GONE, held, pack_of
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator
from jargon_scanner.web.security.refusals import Refused

router = APIRouter(prefix="/our-voice/packs/{identifier}/cards", dependencies=[Depends(facilitator)])

#: Lines for wordings, and for new sentences, that a form offers at least.
_LINES = 4


@router.get("/{card}", response_class=HTMLResponse)
def edit(identifier: str, card: str, request: Request, record: Kept) -> Response:
    """The form of a card."""
    pack, is_asked = pack_of(record, identifier)
    if is_asked:
        raise Refused(ASKED)
    try:
        found = pack.card(card)
    except KeyError:
        raise Refused(GONE) from None
    return _form(request, pack, found, found)


@router.post("/{card}", response_class=HTMLResponse)
def keep(
    identifier: str,
    request: Request,
    record: Kept,
    change: Annotated[tuple[Card, Card], Depends(written)],
    then: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Keep a card. Where somebody else has changed the same lines, both are shown and nothing is kept yet."""
    was, ours = change
    found, pack = _merged(record, identifier, was, ours)
    if found.clashes:
        theirs = next(one for one in pack.cards if one.id == ours.id)
        return _form(request, pack, found.card, theirs, found, 409)
    if then == "next":
        following = _after(pack, ours.id)
        if following:
            return RedirectResponse(f"/our-voice/packs/{pack.id}/cards/{following.id}", 303)
    both = "&both=true" if found.taken else ""
    return RedirectResponse(f"/our-voice/packs/{pack.id}?kept={ours.id}{both}#card-{ours.id}", 303)


def _merged(record: Record, identifier: str, was: Card, ours: Card) -> tuple[editing.Merged, Pack]:
    """What comes of our change and theirs, kept if they can stand together; and the pack as it was."""
    with record.writing() as db:
        pack = held(db, identifier)
        # A card that somebody has taken out while it was edited comes back: what was written is not lost.
        theirs = next((one for one in pack.cards if one.id == ours.id), was)
        found = editing.merged(was, ours, theirs)
        if not found.clashes:
            packs.change(db, editing.with_card(pack, found.card))
        return found, pack


def _form(
    request: Request,
    pack: Pack,
    card: Card,
    was: Card,
    found: editing.Merged | None = None,
    status: int = 200,
) -> HTMLResponse:
    """The form with a card in it, which carries the card that is kept now."""
    place = next((place for place, one in enumerate(pack.cards, start=1) if one.id == card.id), None)
    return answer(
        request,
        "prepare/card.html",
        status,
        pack=pack,
        card=card,
        was=carried(was),
        place=place,
        is_last=_after(pack, card.id) is None,
        wordings=(*card.wordings, *[""] * (_LINES - len(card.wordings))),
        theirs={one.field: one.theirs for one in found.clashes} if found else {},
    )


def _after(pack: Pack, card: str) -> Card | None:
    places = [one.id for one in pack.cards]
    place = places.index(card) + 1 if card in places else len(places)
    return pack.cards[place] if place < len(pack.cards) else None
