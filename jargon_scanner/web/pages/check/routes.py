"""The requests of the practitioner's page."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.edits import decided
from jargon_scanner.errors import ScannerError
from jargon_scanner.marking.family import As, Wishes
from jargon_scanner.web.desk import Opened
from jargon_scanner.web.downloads import download
from jargon_scanner.web.pages.check.choosing import Action, Decision, decide
from jargon_scanner.web.pages.check.jobs import Copy, PageToKeep, WorkbookToKeep
from jargon_scanner.web.pages.check.shown import Sheet, Shown
from jargon_scanner.web.pages.check.told import (
    how_it_was_decided,
    left_alone,
    what_the_copy_holds,
    what_was_decided,
)
from jargon_scanner.web.pages.check.uploads import read_upload
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.callers import is_this_computer, only_this_computer
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.security.sessions import session_of
from jargon_scanner.web.services import Served, done

Draft: TypeAlias = Opened[Sheet]

router = APIRouter()

#: How long a page waits in one request for its document to be read, in seconds.
_WAIT_SECONDS = 20.0
_NO_COPY = "No copy could be made"
_GONE = Refusal(
    404,
    "This document is not open any more",
    "Nothing is kept when its page is closed, or when nobody has looked at it for two hours. Drop it again.",
)


@router.get("/", response_class=HTMLResponse)
async def home(request: Request) -> Response:
    """Where a document is dropped, or text is pasted."""
    return answer(request, "check/home.html", fault="")


@router.post("/documents", response_class=HTMLResponse)
async def open_document(request: Request, served: Served) -> Response:
    """Take a document and have it read; the page of it says how far that is."""
    try:
        job = replace(await read_upload(request, served.max_bytes), ignored=served.taught.ignored)
        reading = served.workshop.submit_and(job, Sheet)
        draft = served.desk.put(session_of(request), job.name, job.data, reading)
    except ScannerError as error:
        return answer(request, "check/home.html", 400, fault=str(error))
    return RedirectResponse(f"/documents/{draft.id}", 303)


def draft_of(name: str, request: Request, served: Served) -> Draft:
    """The document of a request's session.

    Raises:
        Refused: it is not open.
    """
    draft = served.desk.get(session_of(request), name)
    if draft is None:
        raise Refused(_GONE)
    return draft


AnyDraft = Annotated[Draft, Depends(draft_of)]


def read_draft_of(draft: AnyDraft) -> Draft:
    """The same, read.

    Raises:
        Refused: it is not open, or it is not read yet, or could not be read.
    """
    if not draft.reading.done() or draft.reading.cancelled() or draft.reading.exception():
        raise Refused(_GONE)
    return draft


ReadDraft = Annotated[Draft, Depends(read_draft_of)]


def decision_of(
    action: Annotated[Action, Form()],
    wording: Annotated[str, Form(max_length=10)] = "",
    words: Annotated[str, Form(max_length=5000)] = "",
    sentence: Annotated[str, Form(max_length=5000)] = "",
    reason: Annotated[str, Form(max_length=500)] = "",
) -> Decision:
    """What a finding's form says."""
    return Decision(action, wording, words, sentence, reason)


@router.get("/documents/{name}", response_class=HTMLResponse)
def show_document(draft: AnyDraft, request: Request, served: Served) -> Response:
    """A document with its words marked, or how far its reading is, or why it could not be read."""
    if not draft.reading.done():
        return answer(request, "check/waiting.html", draft=draft)
    try:
        sheet = draft.reading.result()
    except ScannerError as error:
        served.desk.put_away(draft)
        return answer(request, "check/home.html", 422, fault=str(error))
    view = served.desk.view(draft)
    return answer(
        request,
        "check/document.html",
        draft=draft,
        shown=Shown(sheet, draft.choices),
        view=view,
        is_own=is_this_computer(request),
    )


@router.get("/documents/{name}/ready")
async def wait_until_ready(draft: AnyDraft) -> Response:
    """Wait a while for a document to be read: 204 when it is, 202 when it is not yet."""
    reading = asyncio.wrap_future(draft.reading)
    # Its error is told by the page; one that nobody looks at here, asyncio would log with the file's name.
    reading.add_done_callback(lambda done: done.cancelled() or done.exception())
    await asyncio.wait([reading], timeout=_WAIT_SECONDS)
    return Response(status_code=204 if draft.reading.done() else 202)


@router.post("/documents/{name}/findings/{finding_id}", response_class=HTMLResponse)
def decide_on_finding(
    draft: ReadDraft,
    finding_id: str,
    decision: Annotated[Decision, Depends(decision_of)],
    request: Request,
    served: Served,
) -> Response:
    """Take a decision. To our script go the pieces of the page that changed; to a form, the whole page."""
    sheet = draft.reading.result()
    before = Shown(sheet, draft.choices)
    finding = next((one for one in before.report.findings if one.id == finding_id), None)
    if finding is None:
        raise Refused(_GONE)
    told = ""
    try:
        decided_now = decide(before.report, draft.choices, finding, decision)
        if decision.action == "keep-always":
            only_this_computer(request)  # it changes a file here
            told = left_alone(finding.text, served.taught.leave_alone(finding.text, decision.reason))
        served.taught.decided(before.report.findings, draft.choices, decided_now)
        draft.choices = decided_now
    except ScannerError as error:
        told = str(error)
    now = Shown(sheet, draft.choices)
    cards, pieces = now.differs_from(before)
    draft.unsaved = draft.unsaved or bool(cards)
    if request.headers.get("x-pieces") is None:
        return RedirectResponse(f"/documents/{draft.id}#{finding_id}", 303)
    told = told or what_was_decided(cards, now.plan)
    return answer(
        request,
        "check/pieces.html",
        draft=draft,
        shown=now,
        cards=cards,
        pieces=pieces,
        told=told,
        is_own=is_this_computer(request),
    )


@router.get("/documents/{name}/bar", response_class=HTMLResponse)
def show_bar(draft: ReadDraft, request: Request) -> Response:
    """The counts, and what the last copy holds."""
    shown = Shown(draft.reading.result(), draft.choices)
    told = " ".join(draft.copied[:1])
    return answer(
        request, "check/pieces.html", draft=draft, shown=shown, cards=(), pieces=(), told=told, is_own=False
    )


@router.get("/documents/{name}/copies/{as_}")
async def take_copy(as_: As, draft: ReadDraft, served: Served) -> Response:
    """A marked copy of the document, with what was chosen; the original is not touched."""
    report = draft.reading.result().reading.report
    chosen = decided(report.findings, draft.choices)
    wishes = Wishes(datetime.now().astimezone(), as_)
    marked = await done(
        served.workshop.submit(Copy(draft.name, draft.data, report, chosen, wishes)), _NO_COPY
    )
    draft.unsaved, draft.copied = False, what_the_copy_holds(marked)
    return download(marked.data, f"{PurePath(draft.name).stem}-marked{marked.suffix}")


@router.get("/documents/{name}/page")
async def take_page(draft: ReadDraft, served: Served) -> Response:
    """The document as a page to keep, with its changes and notes."""
    report = draft.reading.result().reading.report
    chosen = decided(report.findings, draft.choices)
    wishes = Wishes(datetime.now().astimezone())
    page = await done(
        served.workshop.submit(PageToKeep(draft.name, draft.data, report, chosen, wishes)), _NO_COPY
    )
    draft.unsaved, draft.copied = False, ()
    return download(page, f"{PurePath(draft.name).stem}-marked.html")


@router.get("/documents/{name}/workbook")
async def take_workbook(draft: ReadDraft, served: Served) -> Response:
    """The findings as a workbook, with what was decided on each."""
    shown = Shown(draft.reading.result(), draft.choices)
    decided = {card.finding.id: how_it_was_decided(card) for card in shown.cards}
    book = await done(served.workshop.submit(WorkbookToKeep(draft.name, shown.report, decided)), _NO_COPY)
    draft.unsaved, draft.copied = False, ()
    return download(book, f"{PurePath(draft.name).stem}-findings.xlsx")


@router.delete("/documents/{name}")
def leave_document(draft: AnyDraft, served: Served, view: str = "") -> Response:
    """A page of the document was closed; with the last one, the document goes."""
    served.desk.leave(draft, view)
    return Response(status_code=204)


@router.post("/documents/{name}/put-away")
def put_document_away(draft: AnyDraft, served: Served) -> Response:
    """Forget the document now, on whatever pages it is shown."""
    served.desk.put_away(draft)
    return RedirectResponse("/", 303)
