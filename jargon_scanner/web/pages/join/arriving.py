"""Coming in: the code, who you are, and what happens with what you say."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.review.people import AGE_BANDS, GROUPS
from jargon_scanner.review.record import sessions
from jargon_scanner.review.sessions import Participant, Session
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.join.screen import screen
from jargon_scanner.web.pages.join.who import find_voice, give_ticket, id_of, new_ticket, who
from jargon_scanner.web.security.attempts import TooMany
from jargon_scanner.web.security.callers import caller
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import Served, services_of


def _may_try(request: Request, served: Served) -> None:
    """Whether the computer that asks has not typed too many codes that there are not."""
    try:
        served.code_tries.check(caller(request.scope))
    except TooMany as error:
        told = f"Too many codes were typed here that open nothing. You can go on in {error.minutes}."
        raise Refused(Refusal(429, "Please wait a little", told)) from None


router = APIRouter(dependencies=[Depends(_may_try)])

_LONGEST_TICKET = 64


@router.get("/join", response_class=HTMLResponse)
def ask_code(request: Request, record: Kept, code: str = "") -> Response:
    """Where the code is typed; one that opens a session leads to it."""
    typed = "".join(one for one in code.upper() if one.isalnum())[:20]
    if not typed:
        return screen(request, "code", code="", fault="")
    with record.reading() as db:
        session = sessions.of_code(db, typed, datetime.now(UTC))
    if session is None:
        return _no_such_code(request, typed)
    return RedirectResponse(f"/join/{quote(typed)}", 303)


@router.get("/join/{code}", response_class=HTMLResponse)
def welcome(code: str, request: Request, record: Kept) -> Response:
    """What this is, and who are you; or, who has begun already is shown the way back in."""
    with record.reading() as db:
        session = sessions.of_code(db, code, datetime.now(UTC))
        voice = find_voice(db, who(request))
    if session is None:
        return _no_such_code(request, code)
    begun = voice is not None and voice.session.id == session.id
    return _ask_who(request, code, begun=begun)


@router.post("/join/{code}", response_class=HTMLResponse)
def join(
    code: str,
    request: Request,
    record: Kept,
    ticket: Annotated[str, Form(min_length=20, max_length=_LONGEST_TICKET)],
    group: Annotated[str, Form()] = "",
    age: Annotated[str, Form()] = "",
    age_was_asked: Annotated[bool, Form()] = False,
) -> Response:
    """Let somebody in. A form that is sent twice lets in one person."""
    if group not in GROUPS:
        return _ask_who(request, code, ticket=ticket, fault="Please pick one.")
    with record.writing() as db:
        session = sessions.of_code(db, code, datetime.now(UTC))
        if session is None:
            return _no_such_code(request, code)
        if _asks_age(session, group) and not age_was_asked:
            return screen(request, "age", code=code, group=group, ticket=ticket, age_bands=AGE_BANDS)
        band = age if age in AGE_BANDS and _asks_age(session, group) else None
        if sessions.participant(db, id_of(ticket)) is None:
            person = Participant(id_of(ticket), session.id, code.upper(), group, band)
            sessions.join(db, person)
    response = RedirectResponse("/talk", 303)
    give_ticket(request, response, ticket, session)
    return response


def _asks_age(session: Session, group: str) -> bool:
    return session.ask_age and group == "young person"


def _ask_who(
    request: Request, code: str, *, ticket: str = "", begun: bool = False, fault: str = ""
) -> Response:
    return screen(
        request,
        "welcome",
        422 if fault else 200,
        code=code,
        ticket=ticket or new_ticket(),
        groups=GROUPS,
        begun=begun,
        fault=fault,
    )


def _no_such_code(request: Request, code: str) -> Response:
    with suppress(TooMany):  # many at once; the next is told
        services_of(request).code_tries.take(caller(request.scope))
    fault = "That code does not open a session. Please look at it again, or ask the worker."
    return screen(request, "code", 404, code=code, fault=fault)
