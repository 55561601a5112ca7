"""When we break: a page that says so, and a line that says where; neither quotes a document."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jargon_scanner.breakage import where_it_broke
from jargon_scanner.web.security.headers import Headers
from jargon_scanner.web.security.refusals import Refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Faults:
    """Answers in the place of a page that broke. A traceback is never shown: it could quote a document."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; whatever comes of it, it is answered once."""
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception as error:  # noqa: BLE001 - not swallowed: told to the person and to the terminal
            where = where_it_broke(error)
            print(f"jargon-scanner broke ({where}). Please report this.", file=sys.stderr)  # noqa: T201 - the terminal is all the log there is
            if not begun and scope["type"] == "http":
                refusal = Refusal(
                    500,
                    "jargon-scanner broke",
                    f"This is our fault, not yours: {where}. Please report it; it quotes no document.",
                )
                await Headers(refusal)(scope, receive, send)
