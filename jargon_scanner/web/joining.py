"""Where people join: the address that their tablets can reach, and the picture of it that a camera reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from markupsafe import Markup

from jargon_scanner.web.security.hosts import name_for_others, without_port
from jargon_scanner.web.services import services_of

if TYPE_CHECKING:
    from fastapi import Request


def join_address(request: Request) -> str | None:
    """The address of the page where a code is typed; None where only this computer can reach it.

    It has the name by which the facilitator's own browser came, if others can use that one too.
    """
    asked = without_port(request.headers["host"].lower())
    name = name_for_others(services_of(request).hosts, asked)
    return f"{request.url.scheme}://{name}:{request.scope['server'][1]}/join" if name else None


def code_picture(address: str, code: str) -> Markup:
    """A QR code (ISO/IEC 18004) that leads to a session, as SVG in the page."""
    picture = segno.make(f"{address}/{code}", micro=False)
    svg = picture.svg_inline(omitsize=True, border=4, svgclass="qr", lineclass=None, light="#fff")
    return Markup(svg.replace("<svg ", '<svg role="img" aria-label="QR code to join" ', 1))  # noqa: S704 - of letters and digits that are ours


def spaced(code: str) -> str:
    """A code as it is read out: "BCD 346"."""
    return f"{code[:3]} {code[3:]}"
