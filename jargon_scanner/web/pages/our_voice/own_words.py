"""What people wrote in their own words: a moderator reads it before anybody else does."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.review import asking
from jargon_scanner.review.record import answers, packs
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.our_voice.running import AnyNow
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from jargon_scanner.review.cards import Card
    from jargon_scanner.review.live import Now
    from jargon_scanner.review.sessions import GivenAnswer

router = APIRouter(prefix="/our-voice/sessions/{identifier}/own-words", dependencies=[Depends(facilitator)])

#: How many a moderator sees at once.
A_PAGE = 50

_KEY = secrets.token_bytes(32)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Somebody's words, as a moderator sees them. Whose they are, the page does not say.

    Attributes:
        key: stands for who said it, about what, and in which words; means nothing elsewhere.
        card: about which word.
        given: the answer.
    """

    key: str
    card: Card
    given: GivenAnswer


@router.get("", response_class=HTMLResponse)
def show_unread(now: AnyNow, request: Request, record: Kept, missed: int = 0) -> Response:
    """The first of what waits to be read: what may name somebody before all else."""
    with record.reading() as db:
        waiting = [one for one in _own_words(db, now) if one.given.moderation in ("open", "held")]
    waiting.sort(key=lambda one: one.given.moderation != "held")
    return answer(
        request,
        "our_voice/own_words.html",
        session=now.session,
        asking=asking,
        missed=missed,
        count=len(waiting),
        shown=waiting[:A_PAGE],
    )


@router.get("/read", response_class=HTMLResponse)
def show_read(
    now: AnyNow, request: Request, record: Kept, page: Annotated[int, Query(ge=1)] = 1, missed: int = 0
) -> Response:
    """What was decided, to decide it otherwise."""
    with record.reading() as db:
        read = [one for one in _own_words(db, now) if one.given.moderation in ("shown", "hidden")]
    pages = max(1, -(-len(read) // A_PAGE))
    page = min(page, pages)
    return answer(
        request,
        "our_voice/words_read.html",
        session=now.session,
        asking=asking,
        missed=missed,
        shown=read[(page - 1) * A_PAGE : page * A_PAGE],
        page=page,
        pages=pages,
    )


@router.post("")
def moderate(
    now: AnyNow,
    record: Kept,
    decision: Annotated[Literal["shown", "hidden"], Form()],
    key: Annotated[list[str], Form(max_length=A_PAGE)],
    page: Annotated[int, Form()] = 0,
) -> Response:
    """Show some words or hide them; only those that were read, and not what became of them meanwhile.

    ``page`` is the one of those that were read before; 0 for what waits.
    """
    wanted, noted = set(key), 0
    with record.writing() as db:
        for one in _own_words(db, now):
            if one.key in wanted:
                given = one.given
                noted += answers.moderate(
                    db, given.participant, given.card, given.question, given.words, decision
                )
    asked = {"page": page} if page else {}
    if missed := len(wanted) - noted:
        asked["missed"] = missed
    address = f"/our-voice/sessions/{now.session.id}/own-words{'/read' if page else ''}"
    return RedirectResponse(f"{address}?{urlencode(asked)}" if asked else address, 303)


def _own_words(db: Connection, now: Now) -> list[OwnWords]:
    cards = {card.id: card for card in packs.get(db, now.session.pack).cards}
    found = answers.of_sessions(db, now.session.id, own_words=True)
    return [OwnWords(_key(one), cards[one.card], one) for one in found if one.card in cards]


def _key(given: GivenAnswer) -> str:
    said = "\0".join((given.participant, given.card, given.question, given.words))
    return hashlib.blake2b(said.encode(), key=_KEY, digest_size=16).hexdigest()
