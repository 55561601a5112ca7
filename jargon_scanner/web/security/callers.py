"""Who calls: this computer, or another one.

An address of TCP cannot be made up by a caller who wants an answer. A caller behind a proxy has the proxy's
address, so whoever brings a proxy's headers is taken for another computer.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from fastapi import Request  # noqa: TC002 - FastAPI reads it

from jargon_scanner.web.security.refusals import Refusal, Refused

if TYPE_CHECKING:
    from starlette.types import Scope

_PROXY_HEADERS = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
_ELSEWHERE = Refusal(
    403,
    "This page stays on its own computer",
    "It can only be opened on the computer on which jargon-scanner was started.",
)


def caller(scope: Scope) -> str:
    """The address of whoever asks; "" where the server does not know it."""
    return str((scope.get("client") or ("", 0))[0])


def is_this_computer(request: Request) -> bool:
    """Whether the browser that asks runs on the computer that answers."""
    if any(name in request.headers for name in _PROXY_HEADERS):
        return False
    address, asked = caller(request.scope), str((request.scope.get("server") or ("", 0))[0])
    try:
        one = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(one, "ipv4_mapped", None) or one
    return mapped.is_loopback or address == asked


def only_this_computer(request: Request) -> None:
    """What a page depends on that other computers must not open.

    Raises:
        Refused: another computer asks.
    """
    if not is_this_computer(request):
        raise Refused(_ELSEWHERE)
