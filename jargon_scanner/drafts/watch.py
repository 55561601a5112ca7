"""Keeping a folder: whatever is saved there gets its copy and its report a moment later.

What lies in the folder decides. That something has happened, the system tells where it can; a share of
another computer may not tell, so the folder is looked at every few seconds in any case.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event
from typing import TYPE_CHECKING

from jargon_scanner.drafts.beside import put_beside
from jargon_scanner.drafts.folder import SETTLED_SECONDS, Drafts, Ready, Waiting
from jargon_scanner.errors import CannotMark, DocumentChanged, DocumentError
from jargon_scanner.outputs.wording import count
from jargon_scanner.whole_file import remove_leftovers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from jargon_scanner.drafts.beside import Beside
    from jargon_scanner.marking.library import Copy

#: How often a folder is looked at from which nothing is heard.
QUIET_SECONDS = 3.0
#: What a folder tells of that can mean a saved draft. To be opened and read is not among them.
_SAVED = frozenset({"created", "modified", "moved", "closed", "deleted"})


@dataclass(slots=True)
class Keeper:
    """Gives every draft that is saved in a folder its copy and its report.

    Attributes:
        drafts: what is known of the folder.
        make: has a draft's marked copy made; several at once, so that a long one holds up no other.
        tell: is told a sentence of what was done.
        warn: is told a sentence of what could not be done, or has to wait.
        stirred: set when there may be something to do.
    """

    drafts: Drafts
    make: Callable[[Path], Future[Copy]]
    tell: Callable[[str], None]
    warn: Callable[[str], None]
    stirred: Event = field(default_factory=Event)
    _in_hand: dict[Path, tuple[Ready, Future[Copy]]] = field(default_factory=dict)
    _hashes: dict[Path, str] = field(default_factory=dict)
    _beside: dict[Path, Beside] = field(default_factory=dict)
    _said: dict[Path, str] = field(default_factory=dict)

    def look(self, now: float) -> float:
        """Look at the folder once, and do what is to be done.

        Args:
            now: seconds of a clock that only goes forward.

        Returns:
            After how many seconds to look again, if nothing is heard until then.

        Raises:
            ScannerError: no draft can be done, such as for want of the model.
        """
        try:
            for found in self.drafts.look(now):
                self._meet(found)
        except OSError as error:
            folder = self.drafts.folder
            self._warn_once(folder, f"{folder} cannot be seen ({error.strerror}). It is looked for again.")
            return QUIET_SECONDS
        finally:
            self._finish()
        self._said.pop(self.drafts.folder, None)
        return SETTLED_SECONDS if self.drafts.unsettled else QUIET_SECONDS

    def _meet(self, found: Ready | Waiting | DocumentError) -> None:
        if isinstance(found, Waiting):
            self._warn_once(found.path, found.why)
        elif isinstance(found, DocumentError):
            self.warn(_at_time(str(found)))
        elif found.path in self._in_hand:
            self.drafts.look_again_at(found.path)
        elif not self._is_done(found):
            self._said.pop(found.path, None)
            making = self.make(found.path)
            self._in_hand[found.path] = (found, making)
            making.add_done_callback(lambda _: self.stirred.set())

    def _is_done(self, ready: Ready) -> bool:
        """Whether these very words were checked, and what came of it is still there."""
        if self._hashes.get(ready.path) != ready.sha256:
            return False
        beside = self._beside.get(ready.path)
        return beside is None or all(path.exists() for path in beside.written)

    def _finish(self) -> None:
        """Put what has been made beside its draft."""
        for path, (ready, making) in tuple(self._in_hand.items()):
            if making.done():
                del self._in_hand[path]
                self._put(ready, making)

    def _put(self, ready: Ready, making: Future[Copy]) -> None:
        try:
            made = making.result()
        except DocumentChanged:
            self.drafts.look_again_at(ready.path)
            return
        except DocumentError as error:
            self._hashes[ready.path] = ready.sha256
            self.warn(_at_time(str(error)))
            return
        self._hashes[ready.path] = ready.sha256
        before = self._beside.get(ready.path)
        try:
            beside = put_beside(made, before.written if before else {})
        except CannotMark as error:
            self.warn(_at_time(str(error)))
            return
        self._beside[ready.path] = beside
        self.tell(_at_time(what_was_done(made, beside)))

    def _warn_once(self, path: Path, sentence: str) -> None:
        if self._said.get(path) != sentence:
            self._said[path] = sentence
            self.warn(_at_time(sentence))


def what_was_done(made: Copy, beside: Beside) -> str:
    """What a person is told of a draft that has its copy and its report: names and counts, no words of it."""
    changes = sum(done.action == "changed" for done in made.marked.done)
    comments = len(made.marked.done) - changes
    left = f", {count(len(made.marked.left), 'finding', 'findings')} left for you" if made.marked.left else ""
    return (
        f"{made.path.name}: {count(changes, 'change', 'changes')}, {count(comments, 'comment', 'comments')}"
        f"{left}. Written: {beside.copy.name} and {beside.report.name}"
    )


def keep(keeper: Keeper, over: Event) -> None:
    """Keep a folder until ``over`` is set."""
    remove_leftovers(keeper.drafts.folder)
    with _heard(keeper.drafts.folder, keeper.stirred):
        while not over.is_set():
            keeper.stirred.clear()
            pause = keeper.look(time.monotonic())
            keeper.stirred.wait(pause)


@contextmanager
def _heard(folder: Path, stirred: Event) -> Iterator[None]:
    """Set an event whenever the system tells that something was saved in a folder."""
    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers import Observer

    class Ear(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in _SAVED:
                stirred.set()

    observer = Observer()
    try:
        observer.schedule(Ear(), str(folder))
        observer.start()
    except OSError:  # the system has no more ears to give, or the share has none: looking is enough
        yield
        return
    try:
        yield
    finally:
        observer.stop()
        with suppress(RuntimeError):
            observer.join()


def _at_time(sentence: str) -> str:
    return f"{datetime.now().astimezone():%H:%M} {sentence}"
