"""The requests of the LanguageTool HTTP API."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from jargon_scanner.errors import ScannerError, TooLarge, TooSlow
from jargon_scanner.live.typed import readable
from jargon_scanner.web.pages.languagetool.asked import NotUnderstood, asked
from jargon_scanner.web.pages.languagetool.jobs import ReadTyped
from jargon_scanner.web.pages.languagetool.origins import cross_origin, may_ask
from jargon_scanner.web.pages.languagetool.told import LANGUAGES, told
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import Served, Services
from jargon_scanner.workshop import Workshop

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

_FIELDS = (
    *("text", "data", "language", "enabledOnly"),
    *("disabledRules", "disabledCategories", "enabledRules", "enabledCategories"),
)
_IN_A_FORM = {
    "requestBody": {
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {"type": "object", "properties": {name: {"type": "string"} for name in _FIELDS}}
            }
        }
    }
}
_IN_THE_ADDRESS = {
    "parameters": [{"name": name, "in": "query", "schema": {"type": "string"}} for name in _FIELDS]
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
    job = ReadTyped(readable(question.text.read), served.taught.ignored)
    reading = asyncio.wrap_future(_reader(served).submit(job))
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
    _reader(served)
    return JSONResponse(LANGUAGES, headers=cross_origin(request.headers))


def _reader(served: Services) -> Workshop:
    """Who reads what is typed. Until the process for that is ready, it is one of those for documents."""
    return served.typing if served.typing.is_ready else served.workshop


async def preflight(request: Request) -> Response:
    """Tell a browser whether an add-on of its may ask."""
    return Response(status_code=204, headers=cross_origin(request.headers))


for _path in PATHS:
    _described = _path.startswith("/v2/") and _path.count("/") == 2  # the address that the others stand for
    router.add_api_route(_path, preflight, methods=["OPTIONS"], include_in_schema=False)
    if _path.endswith("languages"):
        router.add_api_route(_path, languages, methods=["GET"], include_in_schema=_described)
    else:
        router.add_api_route(
            _path, check, methods=["GET"], include_in_schema=_described, openapi_extra=_IN_THE_ADDRESS
        )
        router.add_api_route(
            _path, check, methods=["POST"], include_in_schema=_described, openapi_extra=_IN_A_FORM
        )
