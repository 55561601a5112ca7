"""The requests of the LanguageTool HTTP API."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from jargon_scanner.errors import ScannerError, TooLarge, TooSlow
from jargon_scanner.live.typed import readable
from jargon_scanner.web.pages.languagetool.asked import NotUnderstood, asked
from jargon_scanner.web.pages.languagetool.jobs import ReadTyped
from jargon_scanner.web.pages.languagetool.origins import cross_origin, may_ask
from jargon_scanner.web.pages.languagetool.told import LANGUAGES, told
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import Served
from jargon_scanner.web.work import GetReady

_NOT_FOR_PAGES = Refusal(
    403, "No page of the internet may ask this", "Only programs and add-ons on this computer may."
)


def only_from_here(request: Request) -> None:
    """Let through who may ask.

    Raises:
        Refused: it is a page of the internet.
    """
    if not may_ask(request.headers.get("origin")):
        raise Refused(_NOT_FOR_PAGES)


router = APIRouter(dependencies=[Depends(only_from_here)])

#: Some programs add "/v2" to the address that a person gives them, some people write it there, and some end
#: it with a stroke, to which LibreOffice adds another.
_BEFORE = ("/", "//", "/v2/", "/v2//", "/v2/v2/", "/v2//v2/")
PATHS = tuple(f"{before}{name}" for before in _BEFORE for name in ("check", "languages"))
#: More than a long report has, in characters. Programs send a paragraph, or a whole text.
MAX_CHARACTERS = 300_000

#: LibreOffice waits ten seconds for an answer.
_PATIENCE_SECONDS = 8.0
_NOT_YET = "The text is not read yet. Ask again in a moment."

_FORM = {
    "requestBody": {
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {
                        name: {"type": "string"}
                        for name in (
                            *("text", "data", "language", "enabledOnly"),
                            *("disabledRules", "disabledCategories", "enabledRules", "enabledCategories"),
                        )
                    },
                }
            }
        }
    }
}


async def check(request: Request, served: Served) -> Response:
    """Say what is to be said about a text."""
    headers = cross_origin(request.headers)
    try:
        question = asked(await request.body(), request.url.query)
    except NotUnderstood as error:
        return PlainTextResponse(f"Error: {error}", 400, headers)
    if len(question.text.whole) > MAX_CHARACTERS:
        too_long = f"Error: the text exceeds the limit of {MAX_CHARACTERS} characters"
        return PlainTextResponse(too_long, 413, headers)
    if not question.is_english:
        return JSONResponse(told(question, (), missing="Only English is read here."), headers=headers)
    reading = asyncio.wrap_future(served.typing.submit(ReadTyped(readable(question.text.read))))
    await asyncio.wait([reading], timeout=_PATIENCE_SECONDS)
    if not reading.done():
        reading.add_done_callback(lambda late: late.cancelled() or late.exception())  # nobody asks for it now
        return JSONResponse(told(question, (), missing=_NOT_YET), headers=headers)
    try:
        answer = told(question, reading.result())
    except (TooSlow, TooLarge) as error:
        answer = told(question, (), missing=str(error))
    except ScannerError as error:  # a fault of ours: it says where, and never what
        return PlainTextResponse(f"Error: {error}", 500, headers)
    return JSONResponse(answer, headers=headers)


async def languages(request: Request, served: Served) -> Response:
    """The languages that are read. Who asks for them is about to ask more: the reader gets ready."""
    served.typing.submit(GetReady())
    return JSONResponse(LANGUAGES, headers=cross_origin(request.headers))


async def preflight(request: Request) -> Response:
    """Tell a browser whether an add-on of its may ask."""
    return Response(status_code=204, headers=cross_origin(request.headers))


def _add(path: str) -> None:
    extra: dict[str, Any] = {} if path.endswith("languages") else {"openapi_extra": _FORM}
    router.add_api_route(path, preflight, methods=["OPTIONS"], include_in_schema=False)
    if path.endswith("languages"):
        router.add_api_route(path, languages, methods=["GET"])
        return
    router.add_api_route(path, check, methods=["GET"])
    router.add_api_route(path, check, methods=["POST"], **extra)


for _path in PATHS:
    _add(_path)
