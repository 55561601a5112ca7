"""Words picked on a page, and a pack copied."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.errors import ScannerError
from jargon_scanner.review.picking.before import before
from jargon_scanner.review.picking.cards import new_id
from jargon_scanner.review.picking.picked import USUAL
from jargon_scanner.review.record import packs
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.prepare.forms import Lines
from jargon_scanner.web.pages.prepare.jobs import MakePack
from jargon_scanner.web.pages.prepare.kept import pack_of
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator
from jargon_scanner.web.services import Served

router = APIRouter(prefix="/our-voice/packs", dependencies=[Depends(facilitator)])

_MOST_LINES = 200
Asked = Annotated[Sequence[str], Query(max_length=_MOST_LINES)]


@router.get("/new", response_class=HTMLResponse)
def ask_for_words(
    request: Request, words: Annotated[list[str] | None, Query(max_length=200)] = None
) -> Response:
    """Where a facilitator writes down words, or gives a document; a library's page has ticked some."""
    return _form(request, words="\n".join((words or ())[:_MOST_LINES]))


@router.post("", response_class=HTMLResponse)
async def pick(
    request: Request,
    record: Kept,
    served: Served,
    title: Annotated[str, Form(max_length=200)] = "",
    words: Lines = (),
    document: UploadFile | None = None,
) -> Response:
    """Make a pack of the words, one on a line, and of those of the document."""
    lines = [line.strip() for several in words for line in several.splitlines() if line.strip()]
    with record.reading() as db:
        known = before(db)
    job = MakePack(
        " ".join(title.split()) or "Words without a title",
        tuple(lines[:_MOST_LINES]),
        known,
        datetime.now(UTC),
        USUAL,
        document.filename or "document" if document else "",
        await document.read() if document else b"",
    )
    try:
        pack = await asyncio.wrap_future(served.workshop.submit(job))
    except ScannerError as error:
        return _form(request, title, "\n".join(lines), str(error), 422)
    with record.writing() as db:
        packs.add(db, pack)
    return RedirectResponse(f"/our-voice/packs/{pack.id}", 303)


@router.post("/{identifier}/copy")
def copy(identifier: str, record: Kept) -> Response:
    """A new pack with the same cards: one that was taken to a session stays as it was asked."""
    pack, _ = pack_of(record, identifier)
    with record.writing() as db:
        again = replace(pack, id=new_id(), title=f"{pack.title} (copy)", made=datetime.now(UTC), version=1)
        packs.add(db, again)
    return RedirectResponse(f"/our-voice/packs/{again.id}", 303)


def _form(
    request: Request, title: str = "", words: str = "", fault: str = "", status: int = 200
) -> HTMLResponse:
    given = {"title": title, "written": words, "fault": fault, "most": USUAL}
    return answer(request, "prepare/new.html", status, **given)
