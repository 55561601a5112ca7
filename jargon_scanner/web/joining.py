"""Where people join: the address that their tablets can reach, and the picture of it that a camera reads."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

import segno
from markupsafe import Markup

from jargon_scanner.web.security.hosts import OWN_NAMES, without_port
from jargon_scanner.web.services import services_of

if TYPE_CHECKING:
    from fastapi import Request


def join_address(request: Request) -> str | None:
    """The address of the page where a code is typed; None where only this computer can reach it.

    It has the name by which the facilitator's own browser came, if others can use that one too.
    """
    asked = without_port(request.headers["host"].lower())
    names = {name for name in services_of(request).hosts if _is_for_others(name)}
    if not names:
        return None
    name = asked if asked in names else min(names, key=_how_hard_to_type)
    return f"{request.url.scheme}://{name}:{request.scope['server'][1]}/join"


def code_picture(address: str, code: str) -> Markup:
    """A QR code (ISO/IEC 18004) that leads to a session, as SVG in the page."""
    picture = segno.make(f"{address}/{code}", micro=False)
    svg = picture.svg_inline(omitsize=True, border=4, svgclass="qr", lineclass=None, light="#fff")
    return Markup(svg.replace("<svg ", '<svg role="img" aria-label="QR code to join" ', 1))  # noqa: S704 - of letters and digits that are ours


def spaced(code: str) -> str:
    """A code as it is read out: "BCD 346"."""
    return f"{code[:3]} {code[3:]}"


def _is_for_others(name: str) -> bool:
    if name in OWN_NAMES:
        return False
    address = _address(name)
    return address is None or not (address.is_loopback or address.is_link_local)


def _how_hard_to_type(name: str) -> tuple[int, int, str]:
    """An address of four numbers leads everywhere; a name may lead nowhere on a tablet; the rest is long."""
    address = _address(name)
    kind = 1 if address is None else 0 if address.version == 4 else 2
    return kind, len(name), name


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return None
