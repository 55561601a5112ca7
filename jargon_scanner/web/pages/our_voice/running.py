"""A session while it runs: its code, how far people are, what is uncovered, and its end."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.errors import UsageError
from jargon_scanner.review import asking
from jargon_scanner.review.live import Now, now_of
from jargon_scanner.review.record import sessions
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.joining import code_picture, join_address, spaced
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator
from jargon_scanner.web.security.refusals import Refusal, Refused

router = APIRouter(prefix="/our-voice/sessions/{identifier}", dependencies=[Depends(facilitator)])


def session_now(identifier: str, record: Kept) -> Now:
    """How the session of a request stands.

    Raises:
        Refused: there is none.
    """
    try:
        with record.reading() as db:
            return now_of(db, identifier)
    except UsageError:
        told = "It may have been forgotten. All sessions stand on the first page of Our Voice."
        raise Refused(Refusal(404, "There is no such session", told)) from None


AnyNow = Annotated[Now, Depends(session_now)]


@router.get("", response_class=HTMLResponse)
def show(now: AnyNow, request: Request) -> Response:
    """The facilitator's own page of a session."""
    return _page(request, "session", now)


@router.get("/screen", response_class=HTMLResponse)
def show_room(now: AnyNow, request: Request) -> Response:
    """For the screen that everybody in the room sees: the code, and what has been uncovered."""
    return _page(request, "screen", now)


@router.get("/sheet", response_class=HTMLResponse)
def show_sheet(now: AnyNow, request: Request) -> Response:
    """For paper: a page for each code."""
    return _page(request, "sheet", now)


@router.get("/now")
def tell(now: AnyNow) -> dict[str, str]:
    """What changes on these pages while they are looked at: texts by the id of their place.

    ``state`` stands for all the rest; when it is another, the page is loaded again.
    """
    texts = {"joined": now.joined, "finished": now.finished, "to-look-at": now.to_look_at}
    texts |= {f"answered-{place}": one.answered for place, one in enumerate(now.cards)}
    return {"state": _state(now)} | {place: str(text) for place, text in texts.items()}


@router.post("/codes")
def add_code(now: AnyNow, record: Kept) -> Response:
    """One more code."""
    with record.writing() as db:
        sessions.add_code(db, now.session.id)
    return _back(now, "codes")


@router.post("/cards/{card}/uncover")
def uncover(card: str, now: AnyNow, record: Kept) -> Response:
    """Let the room see what it said about a word."""
    if any(one.card.id == card for one in now.cards):
        with record.writing() as db:
            sessions.uncover(db, now.session.id, card)
    return _back(now, "words")


@router.post("/cards/{card}/cover")
def cover(card: str, now: AnyNow, record: Kept) -> Response:
    """Cover it again."""
    with record.writing() as db:
        sessions.cover(db, now.session.id, card)
    return _back(now, "words")


@router.post("/end")
def end(now: AnyNow, record: Kept) -> Response:
    """End it: no answer is taken any more."""
    with record.writing() as db:
        sessions.end(db, now.session.id, datetime.now(UTC))
    return _back(now)


@router.post("/open-again")
def open_again(now: AnyNow, record: Kept) -> Response:
    """Take that back, until its codes expire."""
    with record.writing() as db:
        sessions.open_again(db, now.session.id)
    return _back(now)


def _page(request: Request, name: str, now: Now) -> Response:
    address = join_address(request)
    pictures = {code: code_picture(address, code) for code in now.codes} if address else {}
    moment = datetime.now(UTC)
    return answer(
        request,
        f"our_voice/{name}.html",
        asking=asking,
        now=now,
        session=now.session,
        is_open=now.session.is_open(moment),
        is_expired=moment >= now.session.expires,
        address=address,
        pictures=pictures,
        spaced=spaced,
        state=_state(now),
    )


def _state(now: Now) -> str:
    """Another where the page looks different but for its counts."""
    is_open = now.session.is_open(datetime.now(UTC))
    said = [(one.card.id, one.said) for one in now.uncovered]
    return hashlib.blake2b(repr((is_open, now.codes, said)).encode(), digest_size=8).hexdigest()


def _back(now: Now, place: str = "") -> Response:
    return RedirectResponse(f"/our-voice/sessions/{now.session.id}{'#' if place else ''}{place}", 303)
