"""A request that is not answered: a page that says why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

from jargon_scanner.web.render import page

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send


#: Where young people and parents are: what goes wrong is told in the look that they know.
_THEIR_PATHS = ("/join", "/talk")


def page_for(path: str) -> str:
    """The template that tells of a refusal to whoever asked for this path."""
    return "talk/refusal.html" if path.startswith(_THEIR_PATHS) else "refusal.html"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered.

    Attributes:
        status: of HTTP.
        title: what happened, in a few words.
        advice: what happened and what to do, for the person in front of the browser.
    """

    status: int
    title: str
    advice: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page."""
        body = page(page_for(scope["path"]), refusal=self, links=(), here="")
        await HTMLResponse(body, self.status)(scope, receive, send)


class Refused(Exception):
    """Raised where a request cannot be answered."""

    def __init__(self, refusal: Refusal) -> None:
        """Say why."""
        super().__init__(refusal.title)
        self.refusal = refusal
