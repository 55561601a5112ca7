"""What pages work with. A page asks for it by the type of an argument: ``served: Served``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request

if TYPE_CHECKING:
    from jargon_scanner.web.archive import Archive
    from jargon_scanner.web.desk import Desk
    from jargon_scanner.web.scans import Scans
    from jargon_scanner.web.security.attempts import Attempts
    from jargon_scanner.web.security.sign_ins import SignIns
    from jargon_scanner.web.taught import Taught
    from jargon_scanner.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Services:
    """What the app works with.

    Attributes:
        workshop: reads the documents.
        typing: reads paragraphs as they are typed, in a process that no document holds up.
        desk: holds those that are open.
        max_bytes: how much a request may send.
        archive: keeps what young people and parents said.
        hosts: the names by which this computer may be asked.
        sign_ins: the facilitators who are signed in.
        code_tries: how often somebody has typed a join code that there is not.
        taught: what the app learns while people use it.
        scans: the libraries that are scanned from a page.
    """

    workshop: Workshop
    typing: Workshop
    desk: Desk[Any]
    max_bytes: int
    archive: Archive
    hosts: frozenset[str]
    sign_ins: SignIns
    code_tries: Attempts
    taught: Taught
    scans: Scans


def services_of(request: Request) -> Services:
    """The services of the app that a request came to."""
    services: Services = request.app.state.services
    return services


Served = Annotated[Services, Depends(services_of)]
