"""A library scanned from a page: begun, watched, stopped, done again, its figures deleted."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.errors import UsageError
from jargon_scanner.web.render import answer
from jargon_scanner.web.scans import Asked
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import Served

router = APIRouter(prefix="/library")

_GONE = Refusal(404, "There are no figures of that name", "Go back to your libraries, and choose one.")


@router.get("", response_class=HTMLResponse)
def libraries(request: Request, served: Served) -> Response:
    """The libraries there are, and where a person names a new one."""
    return _home(request, served)


@router.post("", response_class=HTMLResponse)
def begin(
    request: Request,
    served: Served,
    name: Annotated[str, Form(max_length=200)] = "",
    path: Annotated[str, Form(max_length=2000)] = "",
    pattern: Annotated[str, Form(max_length=200)] = "",
    figures_only: Annotated[bool, Form()] = False,
) -> Response:
    """Begin to scan a folder."""
    name = " ".join(name.split())
    given = {"name": name, "path": path, "pattern": pattern, "figures_only": figures_only}
    try:
        served.scans.start(name, Asked(path.strip().strip('"'), not figures_only, pattern.strip()))
    except UsageError as error:
        return _home(request, served, given, str(error), 422)
    return RedirectResponse(f"/library/{name}", 303)


@router.get("/{name}/progress")
def progress(name: str, served: Served) -> dict[str, Any]:
    """How far a scan is, for the script of its page."""
    scan = served.scans.of(name)
    if scan is None:
        raise Refused(_GONE)
    now = scan.progress
    return {
        "running": served.scans.is_running(name),
        "done": now.done if now else 0,
        "documents": now.documents if now else 0,
        "words": now.words if now else 0,
        "left": scan.seconds_left,
    }


@router.post("/{name}/stop")
def stop(name: str, served: Served) -> Response:
    """Stop a scan; it goes on where it was when it is begun again."""
    served.scans.stop(name)
    return RedirectResponse(f"/library/{name}", 303)


@router.post("/{name}/again")
def again(name: str, served: Served) -> Response:
    """Scan a library as it was scanned before."""
    try:
        asked = served.scans.asked_before(name)
        if asked is None:
            raise Refused(_GONE)
        served.scans.start(name, asked)
    except UsageError as error:
        raise Refused(Refusal(422, "The library was not scanned", str(error))) from None
    return RedirectResponse(f"/library/{name}", 303)


@router.post("/{name}/delete")
def delete(name: str, served: Served) -> Response:
    """Delete the figures of a library; its documents are left alone."""
    try:
        served.scans.delete(name)
    except UsageError as error:
        raise Refused(Refusal(422, "The figures were not deleted", str(error))) from None
    except FileNotFoundError:
        raise Refused(_GONE) from None
    return RedirectResponse("/library", 303)


def _home(
    request: Request, served: Served, given: dict[str, Any] | None = None, fault: str = "", status: int = 200
) -> HTMLResponse:
    empty = {"name": "", "path": "", "pattern": "", "figures_only": False}
    shown = {"given": given or empty, "fault": fault, "libraries": served.scans.names()}
    return answer(request, "library/home.html", status, folder=str(served.scans.folder), **shown)
