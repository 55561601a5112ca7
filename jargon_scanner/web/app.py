"""The app put together: every page behind every guard."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.staticfiles import StaticFiles

from jargon_scanner.plugins import discover
from jargon_scanner.version import __version__
from jargon_scanner.web.archive import Archive
from jargon_scanner.web.desk import Desk
from jargon_scanner.web.family import Page
from jargon_scanner.web.render import answer
from jargon_scanner.web.scans import Scans
from jargon_scanner.web.security import guards
from jargon_scanner.web.security.attempts import Attempts
from jargon_scanner.web.security.callers import only_this_computer
from jargon_scanner.web.security.facilitators import SignInFirst
from jargon_scanner.web.security.hosts import OWN_NAMES
from jargon_scanner.web.security.refusals import Refusal, Refused, page_for
from jargon_scanner.web.security.sign_ins import SignIns
from jargon_scanner.web.services import Services
from jargon_scanner.web.taught import Taught
from jargon_scanner.workshop import Setup

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from fastapi.responses import HTMLResponse

    from jargon_scanner.workshop import Workshop


#: The largest request, in bytes: a document with its photographs.
MAX_BYTES = 50 * 1024 * 1024

#: Wrong join codes of one computer, and in how many seconds: by far enough for a room that mistypes.
_CODE_TRIES = (60, 300.0)

_NOT_FOUND = Refusal(404, "There is no such page", "Start again at the first page.")
_NOT_UNDERSTOOD = Refusal(422, "This was not understood", "Go back, and try again from the page itself.")


def create_app(
    workshop: Workshop,
    *,
    typing: Workshop | None = None,
    hosts: Iterable[str] = OWN_NAMES,
    max_bytes: int = MAX_BYTES,
    record: str | Path | None = None,
    taught: Taught | None = None,
    setup: Setup | None = None,
) -> FastAPI:
    """The app, with every page there is.

    Args:
        workshop: reads the documents; closed when the app ends.
        typing: reads what is being typed, and is closed too; None for the same.
        hosts: the names by which this computer may be asked.
        max_bytes: the most that a request may send.
        record: where the record of Our Voice is kept; None for the council's data folder.
        taught: what it learns while people use it; None to count nothing.
        setup: what a team has chosen, for the libraries that are scanned.
    """
    known = frozenset(hosts)
    archive = Archive(record)
    pages = tuple(discover("jargon_scanner.web.pages", Page).values())
    app = FastAPI(
        title="jargon-scanner",
        version=__version__,
        docs_url=None,  # those pages load their script from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
        middleware=guards(
            known, open_paths=(path for page in pages for path in page.open_paths), max_bytes=max_bytes
        ),
    )
    app.state.services = Services(
        workshop=workshop,
        typing=typing or workshop,
        desk=Desk(),
        max_bytes=max_bytes,
        archive=archive,
        hosts=known,
        sign_ins=SignIns(),
        code_tries=Attempts(*_CODE_TRIES),
        taught=taught or Taught(),
        scans=Scans(setup or Setup(), known=archive.known_words),
    )
    app.state.links = sorted((page.link for page in pages if page.link), key=lambda link: link.place)
    for page in pages:
        kept_here = [] if page.for_others else [Depends(only_this_computer)]
        app.include_router(page.router, dependencies=kept_here)
    app.mount("/static", StaticFiles(directory=Path(__file__).with_name("static")), name="static")
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(SignInFirst, _to_sign_in)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(HTTPException, _not_found)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services: Services = app.state.services
    with services.desk.swept():
        yield
    services.scans.close()
    services.archive.close()
    services.workshop.close()
    services.typing.close()


def _refused(request: Request, error: Exception) -> HTMLResponse:
    refusal = error.refusal if isinstance(error, Refused) else _NOT_UNDERSTOOD
    return answer(request, page_for(request.url.path), refusal.status, refusal=refusal)


def _to_sign_in(_: Request, error: Exception) -> RedirectResponse:
    address = error.address if isinstance(error, SignInFirst) else "/"
    return RedirectResponse(address, 303)


def _not_understood(request: Request, _: Exception) -> HTMLResponse:
    # What the form held is not said, as FastAPI would: it could be a document's words.
    return answer(request, page_for(request.url.path), _NOT_UNDERSTOOD.status, refusal=_NOT_UNDERSTOOD)


def _not_found(request: Request, error: Exception) -> HTMLResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return answer(request, page_for(request.url.path), status, refusal=replace(_NOT_FOUND, status=status))
