"""Everything that was decided, newest first; nothing is ever taken out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.errors import ScannerError
from jargon_scanner.review import history_sheet
from jargon_scanner.review.deciding import undo
from jargon_scanner.review.decisions import standing
from jargon_scanner.review.record import decisions
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.deciding.files import taken
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator
from jargon_scanner.web.security.refusals import Refusal, Refused

router = APIRouter(prefix="/our-voice/history", dependencies=[Depends(facilitator)])


@router.get("", response_class=HTMLResponse)
def show(request: Request, record: Kept) -> Response:
    """The history, with a way to take back what holds."""
    with record.reading() as db:
        history = decisions.history(db)
    undone = {one.undoes for one in history}
    return answer(
        request,
        "deciding/history.html",
        history=history[::-1],
        holding={one.id for one in standing(history)},
        undone=undone,
        tell=history_sheet,
    )


@router.post("/{number}/undo")
def take_back(number: int, record: Kept, reason: Annotated[str, Form(max_length=500)] = "") -> Response:
    """Take a decision back; that is an entry too."""
    try:
        undo(record, number, reason, datetime.now(UTC))
    except ScannerError as error:
        raise Refused(Refusal(409, "It could not be taken back", str(error))) from None
    return RedirectResponse("/our-voice/history", 303)


@router.get("/file")
def take(record: Kept, form: Annotated[str, Query(max_length=20)]) -> Response:
    """The history as a file."""
    with record.reading() as db:
        sheet = history_sheet.history_sheet(decisions.history(db))
    return taken(sheet, "history", form)
