"""Who is asking: a cookie that this run of the server has signed, and that ends with the browser.

The token that every form carries is made from it with a key that nobody else has, so that a page that cannot
read ours cannot send our forms.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING

from starlette.datastructures import Headers as RequestHeaders
from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_KEY = secrets.token_bytes(32)
_BYTES = 24


def session_of(request: Request) -> str:
    """The session that a request belongs to; the same for all requests of one browser."""
    return str(request.scope["session_id"])


def cookie_name(scope: Scope) -> str:
    """The cookie's name, with our port: browsers send cookies to every port of a computer."""
    server = scope.get("server") or ("", 0)
    return f"jargon-scanner-{server[1]}"


class Sessions:
    """Gives every request its session, and a browser without one its cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with ``session_id``, ``has_session`` and ``form_token`` in its scope."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name = cookie_name(scope)
        known = _read(RequestHeaders(scope=scope).get("cookie", ""), name)
        session = known or secrets.token_urlsafe(_BYTES)

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                cookie = f"{name}={session}.{_signed('cookie', session)}; Path=/; HttpOnly; SameSite=Strict"
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        given = {"session_id": session, "has_session": known is not None, "form_token": _form_token(session)}
        scope = {**scope, **given}
        await self._app(scope, receive, send if known else send_with_cookie)


def _read(header: str, name: str) -> str | None:
    """The session of a cookie that we have signed."""
    try:
        morsel = SimpleCookie(header).get(name)
    except CookieError:
        return None
    session, _, signature = (morsel.value if morsel else "").partition(".")
    return session if session and _same(signature, _signed("cookie", session)) else None


def is_token(session: str, token: str) -> bool:
    """Whether a form's token is the one of this session."""
    return _same(token, _form_token(session))


def _form_token(session: str) -> str:
    return _signed("form", session)


def _signed(use: str, session: str) -> str:
    return hmac.new(_KEY, f"{use}:{session}".encode(), hashlib.sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
