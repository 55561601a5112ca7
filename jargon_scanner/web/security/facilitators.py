"""Pages for facilitators only: who has not given the passphrase is asked for it first.

A router of such pages says ``APIRouter(dependencies=[Depends(facilitator)])``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi import Request  # noqa: TC002 - FastAPI reads it

from jargon_scanner.review.record import passphrase
from jargon_scanner.web.archive import Kept  # noqa: TC001 - FastAPI reads it
from jargon_scanner.web.security.sessions import cookie_name, session_of
from jargon_scanner.web.services import services_of

if TYPE_CHECKING:
    from starlette.responses import Response

SIGN_IN = "/our-voice/sign-in"


class SignInFirst(Exception):
    """Raised where a facilitator has to sign in first.

    Attributes:
        address: of the page that asks for the passphrase, and leads back.
    """

    def __init__(self, request: Request) -> None:
        """Note the page that was asked for; a form that was sent is not sent again."""
        super().__init__(SIGN_IN)
        asked = f"{request.url.path}?{request.url.query}".rstrip("?")
        back = asked if request.method == "GET" else "/our-voice"
        self.address = f"{SIGN_IN}?to={quote(back, safe='/')}"


def is_signed_in(request: Request, kept: str | None) -> bool:
    """Whether a facilitator asks, given what is kept of the passphrase."""
    return services_of(request).sign_ins.knows(_token(request), session_of(request), kept)


def facilitator(request: Request, record: Kept) -> None:
    """What a page depends on that only facilitators may open.

    Raises:
        SignInFirst: nobody has signed in here, or not since the passphrase was changed.
    """
    with record.reading() as db:
        kept = passphrase.get(db)
    if not is_signed_in(request, kept):
        raise SignInFirst(request)


def sign_in(request: Request, response: Response, kept: str) -> Response:
    """Sign the browser in that asked; the cookie ends with the browser."""
    token = services_of(request).sign_ins.begin(session_of(request), kept)
    response.set_cookie(_cookie(request), token, path="/", httponly=True, samesite="strict")
    return response


def sign_out(request: Request, response: Response) -> Response:
    """Sign the browser out that asked."""
    services_of(request).sign_ins.end(_token(request))
    response.delete_cookie(_cookie(request), path="/", httponly=True, samesite="strict")
    return response


def _cookie(request: Request) -> str:
    return f"{cookie_name(request.scope)}-facilitator"


def _token(request: Request) -> str:
    return request.cookies.get(_cookie(request), "")
