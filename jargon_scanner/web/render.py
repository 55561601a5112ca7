"""Pages from templates: every word of a document escaped, no script and no style but our own files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse

from jargon_scanner import approvals

if TYPE_CHECKING:
    from datetime import datetime

    from jinja2 import Environment
    from starlette.requests import Request


#: Whose pieces of pages ours use too.
_SHARED = ("jargon_scanner.library.views.page",)


def page(template: str, **values: Any) -> str:
    """A page, or a piece of one."""
    return _environment().get_template(template).render(**values)


def answer(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page for whoever asks, whose forms carry the token of their session."""
    state = request.app.state
    given = {
        "token": request.scope["form_token"],
        "links": state.links,
        "here": request.url.path,
        "mistake": state.services.workshop.fault,
    }
    return HTMLResponse(page(template, **given, **values), status)


def day(moment: datetime) -> str:
    """The day of a moment where this computer stands: "9 March 2027"."""
    return approvals.day(moment.astimezone().date().isoformat())


def moment(at: datetime) -> str:
    """A moment where this computer stands: "17:30 on 9 March 2027"."""
    return f"{at.astimezone():%H:%M} on {day(at)}"


@cache
def _environment() -> Environment:
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    from jargon_scanner.findings import KINDS
    from jargon_scanner.outputs import wording
    from jargon_scanner.outputs.visible import visible
    from jargon_scanner.review.drawings import DRAWINGS

    environment = Environment(
        loader=ChoiceLoader(
            [PackageLoader(package, "templates") for package in ("jargon_scanner.web", *_SHARED)]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(kinds=KINDS, words=wording, drawings=DRAWINGS)
    environment.filters["visible"] = visible
    environment.filters["day"] = day
    environment.filters["moment"] = moment
    return environment
