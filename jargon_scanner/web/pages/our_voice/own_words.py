"""What people wrote in their own words: a moderator reads it before anybody else does."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request, Response
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
def show(now: AnyNow, request: Request, record: Kept, missed: int = 0) -> Response:
    """What waits to be read, and what was decided."""
    with record.reading() as db:
        found = _own_words(db, now)
    waiting = sorted(
        (one for one in found if one.given.moderation in ("open", "held")),
        key=lambda one: one.given.moderation != "held",
    )
    decided = [one for one in found if one.given.moderation in ("shown", "hidden")]
    return answer(
        request,
        "our_voice/own_words.html",
        session=now.session,
        asking=asking,
        missed=missed,
        waiting=waiting,
        decided=decided,
    )


@router.post("")
def moderate(
    now: AnyNow,
    record: Kept,
    decision: Annotated[Literal["shown", "hidden"], Form()],
    key: Annotated[list[str], Form(max_length=5000)],
) -> Response:
    """Show some words or hide them; only those that were read, and not what became of them meanwhile."""
    wanted, noted = set(key), 0
    with record.writing() as db:
        for one in _own_words(db, now):
            if one.key in wanted:
                given = one.given
                noted += answers.moderate(
                    db, given.participant, given.card, given.question, given.words, decision
                )
    missed = len(wanted) - noted
    asked = f"?missed={missed}" if missed else ""
    return RedirectResponse(f"/our-voice/sessions/{now.session.id}/own-words{asked}", 303)


def _own_words(db: Connection, now: Now) -> list[OwnWords]:
    cards = {card.id: card for card in packs.get(db, now.session.pack).cards}
    found = answers.of_sessions(db, now.session.id)
    return [OwnWords(_key(one), cards[one.card], one) for one in found if one.words and one.card in cards]


def _key(given: GivenAnswer) -> str:
    said = "\0".join((given.participant, given.card, given.question, given.words))
    return hashlib.blake2b(said.encode(), key=_KEY, digest_size=16).hexdigest()
