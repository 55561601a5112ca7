"""The requests for the guides and their pictures."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, HTMLResponse

from jargon_scanner.guides import PICTURES, guides
from jargon_scanner.guides.html import as_html
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.refusals import Refusal, Refused

router = APIRouter()

_NO_SUCH = Refusal(404, "There is no such guide", "All guides are listed on the page Guides.")


@router.get("/guides", response_class=HTMLResponse)
def list_guides(request: Request) -> Response:
    """All guides."""
    return answer(request, "guides/list.html", guides=tuple(guides().values()))


@router.get("/guides/{name}", response_class=HTMLResponse)
def show_guide(name: str, request: Request) -> Response:
    """One guide."""
    guide = guides().get(name)
    if guide is None:
        raise Refused(_NO_SUCH)
    return answer(request, "guides/guide.html", guide=guide, body=as_html(guide, _address))


@router.get("/guides/pictures/{name}")
def show_picture(name: str) -> Response:
    """One picture of a guide."""
    picture = next((path for path in PICTURES.glob("*.png") if path.name == name), None)
    if picture is None:
        raise Refused(_NO_SUCH)
    return FileResponse(picture, media_type="image/png")


def _address(picture: str) -> str:
    return f"/guides/pictures/{picture}"
