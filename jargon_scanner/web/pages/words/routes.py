"""The requests of the pages about words."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from jargon_scanner.errors import ScannerError
from jargon_scanner.trial import Trial
from jargon_scanner.web.pages.words.form import PARTS, TREATMENTS, Answers, NotInThisForm, answers, answers_of
from jargon_scanner.web.pages.words.jobs import Categories, Search, Show, Try
from jargon_scanner.web.pages.words.shown import Category, Sheet
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import Served, Services, done
from jargon_scanner.workshop import GetReady

router = APIRouter(prefix="/words")

_UNREAD = "The words could not be read"
_NO_SUCH = Refusal(404, "There is no such entry", "Look the words up on the page The words.")


@router.get("", response_class=HTMLResponse)
async def search(
    request: Request, served: Served, words: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """Look words up."""
    hits = await done(served.workshop.submit(Search(" ".join(words.split()))), _UNREAD)
    own = served.taught.lexicon_file
    return answer(request, "words/search.html", asked=words, hits=hits, own=own)


@router.get("/entries/{identifier}", response_class=HTMLResponse)
async def show(identifier: str, request: Request, served: Served) -> Response:
    """An entry in full."""
    return answer(request, "words/entry.html", sheet=await _sheet(served, identifier))


@router.get("/new", response_class=HTMLResponse)
async def ask(
    request: Request,
    served: Served,
    words: Annotated[str, Query(max_length=200)] = "",
    of: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """The form for a new entry, or for a change of one that is there."""
    filled = answers_of(await _row(served, of)) if of else Answers(words=words)
    return await _form(request, served, filled, None)


@router.post("/try", response_class=HTMLResponse)
async def try_it(request: Request, served: Served, filled: Annotated[Answers, Depends(answers)]) -> Response:
    """Try an entry. To our script goes what came of it; to a form, the whole page."""
    trial = await _trial(served, filled)
    if request.headers.get("x-pieces") is not None:
        return answer(request, "words/trial.html", trial=trial, own=served.taught.lexicon_file)
    return await _form(request, served, filled, trial)


@router.post("/add", response_class=HTMLResponse)
async def add(request: Request, served: Served, filled: Annotated[Answers, Depends(answers)]) -> Response:
    """Add an entry to the council's own words, if nothing speaks against it."""
    trial = await _trial(served, filled)
    if trial.entry is not None:
        try:
            where = served.taught.add_entry(trial.entry)
            served.workshop.submit(GetReady())  # the words are read anew while this is looked at
            return answer(request, "words/added.html", filled=filled, id=trial.entry.id, where=where)
        except ScannerError as error:
            trial = Trial(None, (str(error),))
    return await _form(request, served, filled, trial, 422)


async def _form(
    request: Request, served: Services, filled: Answers, trial: Trial | None, status: int = 200
) -> Response:
    return answer(
        request,
        "words/form.html",
        status,
        filled=filled,
        trial=trial,
        categories=await _categories(served),
        parts=PARTS,
        treatments=TREATMENTS,
        own=served.taught.lexicon_file,
    )


async def _trial(served: Services, filled: Answers) -> Trial:
    kinds = {one.id: one.kind for one in await _categories(served)}
    before = await _row(served, filled.of) if filled.of else {}
    return await done(served.workshop.submit(Try(filled.row(kinds, before))), _UNREAD)


async def _categories(served: Services) -> tuple[Category, ...]:
    return await done(served.workshop.submit(Categories()), _UNREAD)


async def _row(served: Services, identifier: str) -> dict[str, Any]:
    """An entry that the form has room for, as plain data.

    Raises:
        Refused: there is none of this id, or the form has no room for it.
    """
    row = (await _sheet(served, identifier)).row
    try:
        answers_of(row)
    except NotInThisForm as error:
        raise Refused(Refusal(422, "This page has no room for it", str(error))) from None
    return row


async def _sheet(served: Services, identifier: str) -> Sheet:
    sheet = await done(served.workshop.submit(Show(identifier)), _UNREAD)
    if sheet is None:
        raise Refused(_NO_SUCH)
    return sheet
