"""The facilitators who are signed in: in memory, so that ending the server signs everybody out."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from jargon_scanner.review.passphrase import opens
from jargon_scanner.web.security.attempts import Attempts

if TYPE_CHECKING:
    from collections.abc import Callable

_WORKING_DAY = 10 * 3600.0
_WINDOW = 5 * 60.0
_TRIES_OF_ONE = 5
_TRIES_OF_OTHERS = 30
_BYTES = 24


@dataclass(frozen=True, slots=True)
class _SignIn:
    """What a token stands for: a browser's session, the passphrase it gave, and when that was."""

    session: str
    kept: str
    since: float


class SignIns:
    """Who is signed in, and how often somebody may try."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody; ``now`` tells the time in seconds."""
        self._now = now
        self._of: dict[str, _SignIn] = {}
        self._each = Attempts(_TRIES_OF_ONE, _WINDOW, now)
        self._others = Attempts(_TRIES_OF_OTHERS, _WINDOW, now)
        self._lock = Lock()
        self._costly = Lock()

    def try_passphrase(self, passphrase: str, kept: str, caller: str, *, is_here: bool) -> bool:
        """Whether somebody knows the passphrase.

        Other computers have their tries counted together as well. This one has not: nobody in the room can
        lock out the facilitator's own computer.

        Raises:
            TooMany: somebody has tried too often.
        """
        self._each.take(caller)
        if not is_here:
            self._others.take("others")
        with self._costly:  # one at a time: each takes tens of megabytes
            right = opens(passphrase, kept)
        if right:
            self._each.forgive(caller)
        return right

    def begin(self, session: str, kept: str) -> str:
        """Sign a browser's session in with what is kept of the passphrase; gives the token of its cookie."""
        now = self._now()
        token = secrets.token_urlsafe(_BYTES)
        with self._lock:
            alive = {one: it for one, it in self._of.items() if now - it.since < _WORKING_DAY}
            self._of = {**alive, token: _SignIn(session, kept, now)}
        return token

    def knows(self, token: str, session: str, kept: str | None) -> bool:
        """Whether a token is good: for this session, with the passphrase of now, since this working day."""
        it = self._of.get(token)
        return (
            it is not None
            and it.session == session
            and it.kept == kept
            and self._now() - it.since < _WORKING_DAY
        )

    def end(self, token: str) -> None:
        """Sign out."""
        with self._lock:
            self._of = {one: it for one, it in self._of.items() if one != token}
