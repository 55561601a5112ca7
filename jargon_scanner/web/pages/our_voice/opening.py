"""A session begun: which words, what it is called, how long it may run."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.background import BackgroundTask

from jargon_scanner.errors import UsageError
from jargon_scanner.review.moderation import get_ready
from jargon_scanner.review.record import Record, packs, sessions
from jargon_scanner.review.sessions import Session
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator

if TYPE_CHECKING:
    from jargon_scanner.review.cards import Pack

router = APIRouter(dependencies=[Depends(facilitator)])

#: How long a session may run, in hours, and how that is said.
HOURS = {2: "2 hours", 4: "4 hours", 10: "A day", 7 * 24: "A week, for people who answer by link"}
_LONGEST_NAME = 80


@router.get("/our-voice/sessions/new", response_class=HTMLResponse)
def ask(request: Request, record: Kept, pack: str = "") -> Response:
    """Where a session is described."""
    return _asking(request, record, pack=pack)


@router.post("/our-voice/sessions", response_class=HTMLResponse)
def begin(
    request: Request,
    record: Kept,
    pack: Annotated[str, Form()] = "",
    name: Annotated[str, Form(max_length=1000)] = "",
    hours: Annotated[int, Form()] = 2,
    ask_age: Annotated[bool, Form()] = False,
) -> Response:
    """Open a session, and show its code."""
    name, now = " ".join(name.split()), datetime.now(UTC)
    if not 0 < len(name) <= _LONGEST_NAME or hours not in HOURS:
        fault = f"Give the session a name of at most {_LONGEST_NAME} letters."
        return _asking(request, record, pack=pack, name=name, fault=fault)
    session = Session(secrets.token_hex(8), pack, name, now, now + timedelta(hours=hours), ask_age=ask_age)
    try:
        with record.writing() as db:
            _check_words(packs.get(db, pack))
            sessions.begin(db, session)
    except UsageError as error:
        return _asking(request, record, name=name, fault=str(error))
    return RedirectResponse(f"/our-voice/sessions/{session.id}", 303, background=BackgroundTask(get_ready))


def _check_words(pack: Pack) -> None:
    if not pack.cards:
        raise UsageError("There are no words in this pack. Add some first.")


def _asking(
    request: Request, record: Record, *, pack: str = "", name: str = "", fault: str = ""
) -> HTMLResponse:
    with record.reading() as db:
        found = packs.all_packs(db)
    status = 400 if fault else 200
    values = {"packs": found, "chosen": pack, "name": name, "hours": HOURS, "fault": fault}
    return answer(request, "our_voice/new_session.html", status, **values)
