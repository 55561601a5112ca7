"""A pack as a whole: what is on its cards, in which order, and what still waits for a person."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.errors import ScannerError, UsageError
from jargon_scanner.review import editing
from jargon_scanner.review.cards import Card
from jargon_scanner.review.people import PLURALS
from jargon_scanner.review.picking.before import before
from jargon_scanner.review.picking.picked import MOST_IN_A_SESSION
from jargon_scanner.review.record import Record
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.prepare.forms import carried, seen
from jargon_scanner.web.pages.prepare.jobs import MakeCard
from jargon_scanner.web.pages.prepare.kept import GONE, change, pack_of
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator
from jargon_scanner.web.security.refusals import Refused
from jargon_scanner.web.services import Served

router = APIRouter(prefix="/our-voice/packs/{identifier}", dependencies=[Depends(facilitator)])

SeenCard = Annotated[Card, Depends(seen)]


@router.get("", response_class=HTMLResponse)
def show(identifier: str, request: Request, record: Kept, kept: str = "", both: bool = False) -> Response:
    """Every card as it would be shown, with what can be done about it."""
    return shown(request, record, identifier, kept=kept, both=both)


@router.post("/title")
def name(identifier: str, record: Kept, title: Annotated[str, Form(max_length=200)]) -> Response:
    """Call the pack something else."""
    words = " ".join(title.split())
    change(record, identifier, lambda pack: replace(pack, title=words or pack.title))
    return back_to(identifier)


@router.post("/cards", response_class=HTMLResponse)
async def add(
    identifier: str,
    request: Request,
    record: Kept,
    served: Served,
    word: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Add the card of a word that somebody names."""
    if not word.strip():
        return shown(request, record, identifier, 422, fault="Write a word first.")
    with record.reading() as db:
        known = before(db)
    try:
        card = await asyncio.wrap_future(served.workshop.submit(MakeCard(word, known)))
    except ScannerError as error:
        return shown(request, record, identifier, 422, fault=str(error))
    change(record, identifier, lambda pack: editing.with_card(pack, card))
    return back_to(identifier, card.id)


@router.post("/cards/{card}/move")
def move(
    identifier: str, card: str, record: Kept, way: Annotated[Literal["earlier", "later"], Form()]
) -> Response:
    """Ask a word earlier or later."""
    change(record, identifier, lambda pack: editing.moved(pack, card, 1 if way == "later" else -1))
    return back_to(identifier, card)


@router.post("/cards/{card}/remove", response_class=HTMLResponse)
def remove(identifier: str, request: Request, record: Kept, was: SeenCard) -> Response:
    """Take a card out, if it is still what the page showed."""
    try:
        change(record, identifier, lambda pack: editing.without_card(pack, was))
    except UsageError as error:
        return shown(request, record, identifier, 409, fault=str(error))
    return back_to(identifier)


@router.post("/cards/{card}/tick", response_class=HTMLResponse)
def tick(
    identifier: str,
    request: Request,
    record: Kept,
    was: SeenCard,
    place: Annotated[int, Form(ge=0)],
    do: Annotated[Literal["tick", "remove"], Form()],
) -> Response:
    """Let a sentence go out, or take it off the card, exactly as the page showed it."""
    if place >= len(was.examples):
        raise Refused(GONE)
    edit = editing.ticked if do == "tick" else editing.without_example
    try:
        change(record, identifier, lambda pack: edit(pack, was, was.examples[place]))
    except UsageError as error:
        return shown(request, record, identifier, 409, fault=str(error))
    return back_to(identifier, was.id)


def back_to(identifier: str, card: str = "") -> RedirectResponse:
    """To the page of the pack, at one of its cards."""
    return RedirectResponse(f"/our-voice/packs/{identifier}{'#card-' if card else ''}{card}", 303)


def shown(
    request: Request,
    record: Record,
    identifier: str,
    status: int = 200,
    **told: Any,
) -> HTMLResponse:
    """The page of a pack.

    Args:
        request: who asks.
        record: that holds it.
        identifier: of the pack.
        status: of HTTP.
        told: what is said at its head or beside its forms: ``fault``, ``kept`` (a card's id) with ``both``,
            ``returned`` and ``not_brought`` of answers on paper.

    Raises:
        Refused: there is no such pack.
    """
    pack, is_asked = pack_of(record, identifier)
    kept = next((card for card in pack.cards if card.id == told.get("kept")), None)
    said = {"fault": "", "both": False, "returned": None, "not_brought": ""} | told | {"kept": kept}
    return answer(
        request,
        "prepare/pack.html",
        status,
        pack=pack,
        is_asked=is_asked,
        waiting=len(list(editing.unticked(pack))),
        most=MOST_IN_A_SESSION,
        carried=carried,
        groups=PLURALS,
        **said,
    )
