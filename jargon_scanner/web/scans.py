"""Libraries that are scanned from a page: each into a folder of figures, one scan of it at a time."""

from __future__ import annotations

import json
import re
import shutil
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from jargon_scanner.breakage import where_it_broke
from jargon_scanner.data_folder import data_folder
from jargon_scanner.errors import ScannerError, UsageError
from jargon_scanner.library.analysis import Recipe
from jargon_scanner.library.folder import STORE, Order, opened_run, prepared, refresh
from jargon_scanner.library.places import structure
from jargon_scanner.library.scope import Progress, Wishes
from jargon_scanner.library.store import Store
from jargon_scanner.library.tally import tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.library.figures import LibraryReport
    from jargon_scanner.workshop import Setup

_NAME = re.compile(r"[^\W_](?:[\w '’&()-]{0,58}[\w)])?")
_ORDERED = "ordered on the page"


class Stopped(Exception):  # no ScannerError: nobody did anything wrong
    """The person has stopped a scan. It goes on where it was when it is started again."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for.

    Attributes:
        path: the folder or address.
        keep_text: whether flagged words and sentences are kept.
        pattern: how its folders are ordered; "" for the service alone.
    """

    path: str
    keep_text: bool = True
    pattern: str = ""


@dataclass(slots=True)
class Scan:
    """A scan that was started.

    Attributes:
        began: when, on a clock that is never set.
        progress: how far it is; None before the documents are listed.
        ends: done when it has ended, however that was.
        stop: set to stop it.
    """

    began: float = field(default_factory=time.monotonic)
    progress: Progress | None = None
    ends: Future[None] = field(default_factory=Future)
    stop: Event = field(default_factory=Event)

    def tell(self, progress: Progress) -> None:
        """Take note of how far it is.

        Raises:
            Stopped: the person has stopped it.
        """
        self.progress = progress
        if self.stop.is_set():
            raise Stopped

    @property
    def seconds_left(self) -> float | None:
        """How long it will take yet, at the pace so far; None while nobody can say."""
        if self.progress is None or not self.progress.done:
            return None
        taken = time.monotonic() - self.began
        return taken / self.progress.done * (self.progress.documents - self.progress.done)

    @property
    def fault(self) -> str:
        """Why it failed, for a person; "" while it runs, and when it has not failed."""
        error = self.ends.exception() if self.ends.done() else None
        if error is None or isinstance(error, Stopped):
            return ""
        if isinstance(error, ScannerError):
            return str(error)
        return f"The scan broke ({where_it_broke(error)}). Please report this; it quotes no document."


class Scans:
    """The libraries of this computer's pages."""

    def __init__(
        self,
        setup: Setup,
        folder: Path | None = None,
        known: Callable[[], dict[str, float]] = dict,
    ) -> None:
        """Scan nothing yet.

        Args:
            setup: what the team has chosen.
            folder: where the folders of figures lie; None for the data folder.
            known: how many young people know a word, by entry id.
        """
        self._setup = setup
        self._folder = folder
        self._known = known
        self._scans: dict[str, Scan] = {}
        self._reports: dict[str, LibraryReport] = {}
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="scan")

    @property
    def folder(self) -> Path:
        """Where the folders of figures lie."""
        return self._folder or data_folder() / "figures"

    def names(self) -> tuple[str, ...]:
        """The libraries that have figures or are being scanned."""
        kept = [path.parent.name for path in self.folder.glob(f"*/{STORE}")]
        return tuple(sorted({*kept, *self._scans}, key=str.casefold))

    def place(self, name: str) -> Path:
        """The folder of a library's figures.

        Raises:
            UsageError: it is no name that a folder could have.
        """
        if not _NAME.fullmatch(name):
            raise UsageError(f"“{name}” cannot be a name here. Use up to 60 letters, digits and spaces.")
        return self.folder / name

    def of(self, name: str) -> Scan | None:
        """The last scan of a library since the app was started."""
        return self._scans.get(name)

    def is_running(self, name: str) -> bool:
        """Whether a library is being scanned."""
        scan = self.of(name)
        return scan is not None and not scan.ends.done()

    def start(self, name: str, asked: Asked) -> None:
        """Begin to scan a library; nothing happens while that is going on.

        Raises:
            UsageError: the name or the folder cannot be used.
        """
        folder = self.place(name)
        if not asked.path or ("://" not in asked.path and not Path(asked.path).is_dir()):
            raise UsageError(f"There is no folder {asked.path} here. Copy its address from your file window.")
        prepared(str(folder), [asked.path])
        setup = self._setup
        recipe = Recipe(setup.model, setup.layers, setup.words_we_use, setup.choices)
        wishes = Wishes(name, structure(asked.pattern or None, None))
        order = Order([asked.path], recipe, wishes, None if asked.keep_text else False, self._known())
        with self._lock:
            if not self.is_running(name):
                scan = self._scans[name] = Scan()
                self._threads.submit(_run, scan, folder, order, asked)

    def asked_before(self, name: str) -> Asked | None:
        """What was asked for when a library was scanned last."""
        path = self.place(name) / STORE
        if not path.is_file():
            return None
        with Store(path) as store:
            kept = store.setting(_ORDERED)
        return Asked(**json.loads(kept)) if kept else None

    def figures(self, name: str) -> LibraryReport:
        """The figures of a library's last scan, as its files show them; counted once for each scan.

        Raises:
            UsageError: there is no finished scan of that name.
        """
        with opened_run(str(self.place(name))) as (store, run):
            report = self._reports.get(name)
            if report is None or report.run != run:
                report = self._reports[name] = tally(store, run, self._known())
            return report

    def stop(self, name: str) -> None:
        """Stop a scan after the document that it is at."""
        scan = self.of(name)
        if scan:
            scan.stop.set()

    def delete(self, name: str) -> None:
        """Delete a library's figures. Its documents are left alone.

        Raises:
            UsageError: it is being scanned.
        """
        if self.is_running(name):
            raise UsageError("It is being scanned. Stop that first.")
        self._scans.pop(name, None)
        self._reports.pop(name, None)
        shutil.rmtree(self.place(name))

    def close(self) -> None:
        """Stop every scan and wait for it."""
        for name in tuple(self._scans):
            self.stop(name)
        self._threads.shutdown(cancel_futures=True)


def _run(scan: Scan, folder: Path, order: Order, asked: Asked) -> None:
    """Scan, and have the scan say how it ended: nobody else looks at what a thread of the pool raises."""
    try:
        with Store(folder / STORE, keep_text=order.keep_text) as store:
            store.set_setting(_ORDERED, json.dumps(asdict(asked)))
        refresh(folder, order, scan.tell)
    except BaseException as error:  # noqa: BLE001 - told on the page
        scan.ends.set_exception(error)
    else:
        scan.ends.set_result(None)
