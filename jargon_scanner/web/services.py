"""What pages work with. A page asks for it by the type of an argument: ``served: Served``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request

if TYPE_CHECKING:
    from jargon_scanner.web.desk import Desk
    from jargon_scanner.web.work import Workshop


@dataclass(frozen=True, slots=True)
class Services:
    """Who reads documents, what is open, and how much a request may send, in bytes."""

    workshop: Workshop
    desk: Desk[Any]
    max_bytes: int


def services_of(request: Request) -> Services:
    """The services of the app that a request came to."""
    services: Services = request.app.state.services
    return services


Served = Annotated[Services, Depends(services_of)]
