"""No request may send more than we can hold, or take for ever to do so."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from starlette.datastructures import Headers as RequestHeaders

from jargon_scanner.web.security.refusals import Refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: How long a browser may take to send a request, in seconds.
MAX_SECONDS = 60.0


class _TooMuch(Exception):
    """More was sent than may be."""


class _TooSlow(Exception):
    """It took longer than it may."""


class Sizes:
    """Stops a request that sends too much or too slowly."""

    def __init__(self, app: ASGIApp, max_bytes: int, max_seconds: float = MAX_SECONDS) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._max_seconds = max_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; refuse it as soon as it is known to be too large."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if _announced(scope) > self._max_bytes:
            await self._too_large(scope, receive, send)
            return
        try:
            await self._app(scope, self._measured(receive), send)
        except _TooMuch:
            await self._too_large(scope, receive, send)
        except _TooSlow:
            await _TOO_SLOW(scope, receive, send)

    def _measured(self, receive: Receive) -> Receive:
        until = time.monotonic() + self._max_seconds
        left = self._max_bytes
        ended = False

        async def receive_measured() -> Message:
            nonlocal left, ended
            if ended:  # what comes now is that the browser went away, whenever it does
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), until - time.monotonic())
            except TimeoutError:
                raise _TooSlow from None
            left -= len(message.get("body", b""))
            ended = not message.get("more_body", False)
            if left < 0:
                raise _TooMuch
            return message

        return receive_measured

    @property
    def _too_large(self) -> Refusal:
        megabytes = self._max_bytes // (1024 * 1024)
        return Refusal(
            413,
            "The file is too large",
            f"It has more than {megabytes} MB, which is more than can be read safely here. Take large "
            "pictures out of it, or split it.",
        )


_TOO_SLOW = Refusal(
    408, "The file took too long to arrive", "Nothing was read. Check that the file opens, and try again."
)


def _announced(scope: Scope) -> int:
    length = RequestHeaders(scope=scope).get("content-length", "0")
    return int(length) if length.isdigit() else 0
