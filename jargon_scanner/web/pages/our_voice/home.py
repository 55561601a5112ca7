"""The first page of Our Voice: what there is, and what to do next."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from jargon_scanner.review.record import packs, sessions
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator

router = APIRouter(dependencies=[Depends(facilitator)])


@router.get("/our-voice", response_class=HTMLResponse)
def home(request: Request, record: Kept) -> HTMLResponse:
    """The packs and sessions there are, newest first."""
    with record.reading() as db:
        found, held = packs.all_packs(db), sessions.all_sessions(db)
    return answer(request, "our_voice/home.html", packs=found, sessions=held, now=datetime.now(UTC))
