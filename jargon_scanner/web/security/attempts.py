"""How often somebody may guess: a passphrase, or a join code."""

from __future__ import annotations

import time
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class TooMany(Exception):
    """There were too many wrong tries.

    Attributes:
        seconds: how long to wait before the next.
    """

    def __init__(self, seconds: float) -> None:
        """Say how long."""
        super().__init__(f"{seconds:.0f}")
        self.seconds = seconds

    @property
    def minutes(self) -> str:
        """How long, in words: "a minute", "5 minutes"."""
        whole = max(1, -(-int(self.seconds) // 60))
        return "a minute" if whole == 1 else f"{whole} minutes"


class Attempts:
    """Counts tries in a window that moves with the time."""

    def __init__(self, most: int, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        """Allow each caller ``most`` tries in ``seconds``; ``now`` tells the time in seconds."""
        self._most = most
        self._seconds = seconds
        self._now = now
        self._tries: dict[str, deque[float]] = {}
        self._lock = Lock()

    def take(self, who: str) -> None:
        """Count a try, before it is known whether it is right: a hundred at once are a hundred tries.

        Raises:
            TooMany: there were as many as there may be; this one was not counted.
        """
        with self._lock:
            self._forget_old()
            tries = self._tries.setdefault(who, deque())
            self._check(tries)
            tries.append(self._now())

    def check(self, who: str) -> None:
        """Say whether there is a try left, and count none.

        Raises:
            TooMany: there is none.
        """
        with self._lock:
            self._forget_old()
            self._check(self._tries.get(who, deque()))

    def forgive(self, who: str) -> None:
        """Forget the tries of somebody who was right."""
        with self._lock:
            self._tries.pop(who, None)

    def _check(self, tries: deque[float]) -> None:
        if len(tries) >= self._most:
            raise TooMany(tries[0] + self._seconds - self._now())

    def _forget_old(self) -> None:
        before = self._now() - self._seconds
        for who, tries in list(self._tries.items()):
            while tries and tries[0] <= before:
                tries.popleft()
            if not tries:
                del self._tries[who]
