"""What people said in a session: shown to the team, and taken away with or without small numbers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from jargon_scanner.errors import UsageError
from jargon_scanner.review.found import results_of
from jargon_scanner.review.outside import for_outside
from jargon_scanner.review.people import PLURALS
from jargon_scanner.review.results import RULE, CardResults, told
from jargon_scanner.review.results_sheet import HOW_SURE, QUESTION_WORDS, interval, results_sheet, who
from jargon_scanner.review.sessions import Session
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.deciding.files import taken
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator
from jargon_scanner.web.security.refusals import Refusal, Refused

router = APIRouter(prefix="/our-voice/sessions/{identifier}/results", dependencies=[Depends(facilitator)])


def found_of(identifier: str, record: Kept) -> tuple[Session, tuple[CardResults, ...]]:
    """A session and what was said in it.

    Raises:
        Refused: there is no such session.
    """
    with record.reading() as db:
        try:
            (session,), found = results_of(db, [identifier])
        except UsageError as error:
            raise Refused(Refusal(404, "There is no such session", str(error))) from None
    return session, found


Found = Annotated[tuple[Session, tuple[CardResults, ...]], Depends(found_of)]


@router.get("", response_class=HTMLResponse)
def show(found: Found, request: Request) -> Response:
    """Every word, group by group."""
    session, results = found
    return answer(
        request,
        "deciding/results.html",
        session=session,
        results=results,
        plurals=PLURALS,
        questions=QUESTION_WORDS,
        interval=interval,
        told=told,
        who=who,
        rules=(HOW_SURE, RULE),
    )


@router.get("/file")
def take(found: Found, form: Annotated[str, Query(max_length=20)], team: bool = False) -> Response:
    """The results as a file; without small numbers, unless it stays inside the team."""
    session, results = found
    sheet = results_sheet(results if team else for_outside(results), session.name, for_team=team)
    return taken(sheet, f"results-{session.id}{'-team-only' if team else ''}", form)
