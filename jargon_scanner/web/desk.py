"""What is open: documents in memory, each for one session, under a name that cannot be guessed.

Nothing of them is written to a disk (but see ``scratch`` for old Word files). A document goes when its last
page is closed, when nobody has looked at it for a long time, or when the server ends.
"""

from __future__ import annotations

import secrets
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from jargon_scanner.errors import ScannerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

    from jargon_scanner.edits import Choice

Read = TypeVar("Read")

#: Seconds after which a document is put away that nobody has looked at: a long lunch.
IDLE_SECONDS = 2 * 60 * 60
#: The most bytes of documents that are held at once.
MOST_BYTES = 1024 * 1024 * 1024
_SWEEP_SECONDS = 60


class DeskFull(ScannerError):
    """More is open than this computer should hold."""

    code = "desk-full"


@dataclass(slots=True)
class Opened(Generic[Read]):
    """A document that is open.

    Attributes:
        id: cannot be guessed.
        session: whose it is.
        name: the file's own name, without folders.
        data: its bytes.
        reading: what was read, or the error that a person is told.
        choices: what the writer has decided so far, by finding.
        views: the browser pages that show it.
        seen: when anybody last looked at it.
        unsaved: whether something was decided since the last copy was made.
        copied: what became of each finding in the last copy, in words.
    """

    id: str
    session: str
    name: str
    data: bytes
    reading: Future[Read]
    choices: dict[str, Choice] = field(default_factory=dict)
    views: set[str] = field(default_factory=set)
    seen: float = field(default_factory=time.monotonic)
    unsaved: bool = False
    copied: tuple[str, ...] = ()


class Desk(Generic[Read]):
    """All documents that are open."""

    def __init__(self, *, idle_seconds: float = IDLE_SECONDS, most_bytes: int = MOST_BYTES) -> None:
        """An empty desk.

        Args:
            idle_seconds: after which a document goes that nobody looks at.
            most_bytes: of all documents together.
        """
        self._idle_seconds = idle_seconds
        self._most_bytes = most_bytes
        self._opened: dict[str, Opened[Read]] = {}

    def __len__(self) -> int:
        return len(self._opened)

    def put(self, session: str, name: str, data: bytes, reading: Future[Read]) -> Opened[Read]:
        """Open a document.

        Raises:
            DeskFull: too much is open.
        """
        self.sweep()
        if len(data) + sum(len(one.data) for one in tuple(self._opened.values())) > self._most_bytes:
            raise DeskFull("Too many documents are open at once. Close the pages of some, and try again.")
        opened = Opened(secrets.token_urlsafe(24), session, name, data, reading)
        self._opened[opened.id] = opened
        return opened

    def get(self, session: str, name: str) -> Opened[Read] | None:
        """A document of this session, if it is open."""
        opened = self._opened.get(name)
        if opened is None or opened.session != session:
            return None
        opened.seen = time.monotonic()
        return opened

    def view(self, opened: Opened[Read]) -> str:
        """Show a document on one more page; the page's own name, for ``leave``."""
        name = secrets.token_urlsafe(8)
        opened.views.add(name)
        return name

    def leave(self, opened: Opened[Read], view: str) -> None:
        """Close one page of a document; with its last page it goes."""
        opened.views.discard(view)
        if not opened.views:
            self.put_away(opened)

    def put_away(self, opened: Opened[Read]) -> None:
        """Forget a document, read or not."""
        opened.reading.cancel()
        self._opened.pop(opened.id, None)

    def sweep(self) -> None:
        """Put away what nobody has looked at for too long."""
        limit = time.monotonic() - self._idle_seconds
        for opened in tuple(self._opened.values()):
            if opened.seen < limit:
                self.put_away(opened)

    @contextmanager
    def swept(self) -> Iterator[None]:
        """Sweep from time to time, and put everything away in the end."""
        over = threading.Event()

        def keep_sweeping() -> None:
            while not over.wait(_SWEEP_SECONDS):
                self.sweep()

        threading.Thread(target=keep_sweeping, daemon=True).start()
        try:
            yield
        finally:
            over.set()
            for opened in tuple(self._opened.values()):
                self.put_away(opened)
