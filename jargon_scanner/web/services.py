"""What pages work with. A page asks for it by the type of an argument: ``served: Served``."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from fastapi import Depends, Request

from jargon_scanner.errors import ScannerError
from jargon_scanner.web.security.refusals import Refusal, Refused

if TYPE_CHECKING:
    from concurrent.futures import Future

    from jargon_scanner.web.archive import Archive
    from jargon_scanner.web.desk import Desk
    from jargon_scanner.web.scans import Scans
    from jargon_scanner.web.security.attempts import Attempts
    from jargon_scanner.web.security.sign_ins import SignIns
    from jargon_scanner.web.taught import Taught
    from jargon_scanner.workshop import Workshop

Answer = TypeVar("Answer")


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


async def done(job: Future[Answer], cannot: str) -> Answer:
    """What comes of a job.

    Args:
        job: was submitted.
        cannot: what a page says above the reason where it could not be done.

    Raises:
        Refused: it could not be done.
    """
    try:
        return await asyncio.wrap_future(job)
    except ScannerError as error:
        raise Refused(Refusal(422, cannot, str(error))) from None
