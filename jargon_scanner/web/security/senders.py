"""Requests that change something come from a page of ours: the browser says so, and a token proves it.

Both are asked for, so that neither an old browser nor a leaked token is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.requests import Request

from jargon_scanner.web.security.refusals import Refusal
from jargon_scanner.web.security.sessions import is_token

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})
_ELSEWHERE = Refusal(
    403,
    "This came from somewhere else",
    "Only a page of jargon-scanner itself can ask for this. Nothing was changed.",
)
_NO_SESSION = Refusal(
    403,
    "This page is no longer known",
    "jargon-scanner was started again since this page was opened, or your browser keeps no cookies from it. "
    "Open the first page again. Nothing was changed.",
)


class Senders:
    """Lets through requests that change nothing, and those that a page of ours has sent."""

    def __init__(self, app: ASGIApp, open_paths: frozenset[str]) -> None:
        self._app = app
        self._open_paths = open_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        refusal = self._refusal(Request(scope)) if scope["type"] == "http" else None
        await (refusal or self._app)(scope, receive, send)

    def _refusal(self, request: Request) -> Refusal | None:
        if request.method in _CHANGES_NOTHING or request.url.path in self._open_paths:
            return None
        if not _is_from_us(request):
            return _ELSEWHERE
        token = request.headers.get("x-csrf-token") or request.query_params.get("csrf", "")
        known = request.scope["has_session"] and is_token(request.scope["session_id"], token)
        return None if known else _NO_SESSION


def _is_from_us(request: Request) -> bool:
    """Whether the browser says that the page it shows is ours: the same host and port."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") == "same-origin"
    return urlsplit(origin).netloc == request.headers.get("host")
