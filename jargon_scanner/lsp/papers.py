"""What was read of each text that is open: its newest words, a moment after the last key was pressed."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.live.remarks import Remark

#: Seconds without a key pressed after which a text is read: shorter, and half-written words are underlined.
PAUSE = 0.3


@dataclass(frozen=True, slots=True)
class Paper:
    """A text as its editor holds it.

    Attributes:
        uri: the editor's name for it.
        version: the editor's count of its changes.
        language: the editor's name for its format, "markdown"; None for one without a name.
        text: the words.
    """

    uri: str
    version: int | None
    language: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """A text, and what is said about it; why it could not be read, or "" where it could."""

    paper: Paper
    remarks: tuple[Remark, ...] = ()
    fault: str = ""


class Papers:
    """All texts that are open. Lives in one event loop; reads in a thread of its own, one text at a time."""

    def __init__(
        self,
        read: Callable[[Paper], Read],
        when_read: Callable[[Read], None],
        *,
        pause: float = PAUSE,
    ) -> None:
        """Nothing is open yet.

        Args:
            read: says what is to be said about a text. It answers for its own errors.
            when_read: is told of each text that was read and has not changed since.
            pause: seconds to wait after a change.
        """
        self._read = read
        self._when_read = when_read
        self._pause = pause
        self._readings: dict[str, asyncio.Task[Read]] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="papers")

    def opened(self, paper: Paper) -> None:
        """Read a text at once."""
        self._put(paper, 0.0)

    def changed(self, paper: Paper) -> None:
        """Read a text when its writer pauses; what was read of it before counts no more."""
        self._put(paper, self._pause)

    def closed(self, uri: str) -> None:
        """Forget a text."""
        reading = self._readings.pop(uri, None)
        if reading is not None:
            reading.cancel()

    async def read(self, uri: str) -> Read | None:
        """What is said about the newest words of a text, as soon as it is known; None where it is closed."""
        while (reading := self._readings.get(uri)) is not None:
            await asyncio.wait([reading])
            if not reading.cancelled():
                return reading.result()
        return None

    def _put(self, paper: Paper, pause: float) -> None:
        self.closed(paper.uri)
        self._readings[paper.uri] = asyncio.create_task(self._read_after(pause, paper))

    async def _read_after(self, pause: float, paper: Paper) -> Read:
        await asyncio.sleep(pause)
        read = await asyncio.get_running_loop().run_in_executor(self._thread, self._read, paper)
        self._when_read(read)
        return read
