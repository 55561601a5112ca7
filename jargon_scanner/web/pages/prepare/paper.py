"""A pack on paper: its files to download, and what comes back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse

from jargon_scanner.errors import UsageError
from jargon_scanner.review.people import Group
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.downloads import download
from jargon_scanner.web.pages.prepare.kept import pack_of
from jargon_scanner.web.pages.prepare.pack import shown
from jargon_scanner.web.security.facilitators import facilitator

router = APIRouter(prefix="/our-voice/packs/{identifier}", dependencies=[Depends(facilitator)])

File = Literal["cards.pdf", "cards.docx", "tally.pdf", "tally.docx", "answers.xlsx"]


@router.get("/print")
def take(
    identifier: str, request: Request, record: Kept, file: File, group: Group = "young person"
) -> Response:
    """One file of the pack. Sentences that nobody has ticked are not in it."""
    from jargon_scanner.review.packs.files import one_file

    pack, _ = pack_of(record, identifier)
    try:
        made = one_file(pack, group, file)
    except UsageError as error:
        return shown(request, record, identifier, 422, fault=str(error))
    return download(made.content, made.name)


@router.post("/answers", response_class=HTMLResponse)
def bring_in(
    identifier: str,
    request: Request,
    record: Kept,
    answers: UploadFile,
    replace: Annotated[bool, Form()] = False,
) -> Response:
    """Bring in a spreadsheet that was filled in: all of it, or nothing and every fault by its cell."""
    from jargon_scanner.review import returned

    try:
        with record.writing() as db:
            data = answers.file.read()
            came = returned.bring_in(db, data, datetime.now(UTC), replace=replace, pack=identifier)
    except UsageError as error:
        return shown(request, record, identifier, 422, not_brought=str(error))
    return shown(request, record, identifier, returned=came)
