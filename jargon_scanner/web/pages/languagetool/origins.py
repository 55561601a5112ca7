"""Who may ask: programs of this computer and add-ons of its browser, but no page of the internet.

A list of a family's own words can be loaded. A page that could ask about any text, and read the answer, could
find out what is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


def may_ask(origin: str | None) -> bool:
    """Whether an ``Origin`` may ask: none (no browser), a page of this computer, an add-on, an app.

    "null" is what any page can call itself.
    """
    if origin is None:
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    if parts.scheme in {"http", "https"}:
        return parts.hostname in _HERE
    return bool(parts.scheme) and bool(parts.netloc)


def cross_origin(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that let a browser hand the answer on to whoever asked, who may ask."""
    origin = headers.get("origin")
    if origin is None:
        return {}
    given = {
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "GET, POST, OPTIONS",
        "access-control-allow-headers": headers.get("access-control-request-headers", "content-type, accept"),
        "access-control-max-age": "600",
        "vary": "Origin, Access-Control-Request-Headers, Access-Control-Request-Private-Network",
    }
    if headers.get("access-control-request-private-network") == "true":
        given["access-control-allow-private-network"] = "true"
    return given
