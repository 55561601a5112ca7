"""A screen of ours: a template of the folder ``talk``, which says things as ``review.asking`` does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jargon_scanner.review import asking
from jargon_scanner.web.render import answer

if TYPE_CHECKING:
    from fastapi import Request, Response


def screen(request: Request, name: str, status: int = 200, **values: Any) -> Response:
    """The screen for whoever asks."""
    return answer(request, f"talk/{name}.html", status, asking=asking, **values)
