"""A session, or those who joined with one code, forgotten for good."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse

from jargon_scanner.errors import UsageError
from jargon_scanner.review.record.forgetting import forget_code, forget_session
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.our_voice.running import AnyNow
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator
from jargon_scanner.web.security.refusals import Refusal, Refused

router = APIRouter(prefix="/our-voice/sessions/{identifier}/forget", dependencies=[Depends(facilitator)])

_EVERYTHING = "everything"


@router.get("", response_class=HTMLResponse)
def ask(now: AnyNow, request: Request) -> Response:
    """Whether they are sure, and what is to go."""
    return answer(request, "our_voice/forget.html", now=now, session=now.session, fault="")


@router.post("", response_class=HTMLResponse)
def forget(
    now: AnyNow, request: Request, record: Kept, what: Annotated[str, Form(max_length=20)] = ""
) -> Response:
    """Delete it for good."""
    if what not in (*now.codes, _EVERYTHING):
        fault = "Choose what is to be forgotten."
        return answer(request, "our_voice/forget.html", 400, now=now, session=now.session, fault=fault)
    try:
        people = forget_session(record, now.session.id) if what == _EVERYTHING else forget_code(record, what)
    except UsageError as error:
        raise Refused(Refusal(409, "Not all of it is gone yet", str(error))) from None
    return answer(
        request,
        "our_voice/forgotten.html",
        session=now.session,
        people=people,
        code="" if what == _EVERYTHING else what,
        is_file=record.is_file,
    )
