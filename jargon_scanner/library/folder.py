"""A folder of figures: its store and its views, written from a scan and opened again."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.library.counted import counted
from jargon_scanner.library.elsewhere import root_of
from jargon_scanner.library.scope import scan_library
from jargon_scanner.library.standing import Written, last_written, note_written, stamp
from jargon_scanner.library.store import Store
from jargon_scanner.library.summary import summary
from jargon_scanner.library.tally import last_run, where
from jargon_scanner.library.views import Shown, installed
from jargon_scanner.version import __version__
from jargon_scanner.whole_file import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jargon_scanner.library.analysis import Recipe
    from jargon_scanner.library.figures import LibraryReport
    from jargon_scanner.library.scope import Progress, Wishes

#: The store's name in the folder.
STORE = "figures.sqlite"
_UNCHANGED = "Nothing has changed since these figures were written."


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be scanned, and how.

    Attributes:
        paths: folders, files and addresses, as the person named them.
        recipe: how each document is scanned.
        wishes: what the library is called, how it is ordered, and what does the work.
        keep_text: whether flagged words and sentences are kept; None to leave it as it is.
        known: by entry id, the share of young people who know the word, where a review has asked.
    """

    paths: Sequence[str]
    recipe: Recipe
    wishes: Wishes
    keep_text: bool | None = None
    known: Mapping[str, float] = field(default_factory=dict)


def prepared(output: str, paths: Sequence[str]) -> Path:
    """A folder for figures, made if need be: never inside the library, where it would be read next month.

    Raises:
        UsageError: it is a file, or lies in what is read.
    """
    folder = Path(output)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file. Name a folder for the figures.")
    for path in map(Path, paths):
        if path.is_dir() and folder.resolve().is_relative_to(path.resolve()):
            raise UsageError(f"{folder} lies in {path}, which is read. Name a folder outside it.")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def files_of(folder: Path) -> list[Path]:
    """The files of figures in a folder: the store, then every view by name."""
    return [folder / STORE, *sorted(folder / view.file for view in installed().values())]


def scan_into(folder: Path, order: Order, tell: Callable[[Progress], None]) -> LibraryReport:
    """Scan a library and write its figures.

    Returns:
        The figures.
    """
    with _scanned(folder, order, tell) as (store, run):
        return _written(store, run, folder, order)


def refresh(folder: Path, order: Order, tell: Callable[[Progress], None]) -> Written:
    """Scan a library and write its figures, unless those that stand there are of today and nothing changed.

    Returns:
        What the person is told.
    """
    with _scanned(folder, order, tell) as (store, run):
        before, now = last_written(store), stamp(store, run, order.known)
        files = files_of(folder)
        if before and (before.stamp, before.version) == (now, __version__) and all(map(Path.is_file, files)):
            store.forget(run)
            return Written(now, __version__, f"{before.summary}\n\n{_UNCHANGED}", before.all_read)
        report = _written(store, run, folder, order)
        written = Written(now, __version__, summary(report, files), not report.unread)
        note_written(store, written)
        return written


@contextmanager
def _scanned(folder: Path, order: Order, tell: Callable[[Progress], None]) -> Iterator[tuple[Store, int]]:
    """The store of a folder, open, with a run in it that is finished."""
    with Store(folder / STORE, keep_text=order.keep_text) as store:
        roots = [root_of(path) for path in order.paths]
        yield store, scan_library(roots, store, order.recipe, order.wishes, tell)


def _written(store: Store, run: int, folder: Path, order: Order) -> LibraryReport:
    """The figures of a run, with every view of them in the folder, each whole or not at all."""
    with counted(store, run, order.known, order.wishes.setup.processes) as count:
        shown = Shown(order.wishes.name, count, lambda: where(store, run), store.keeps_text)
        # The workbook goes first: it begins with what needs no figures, while they are counted.
        for view in reversed(installed().values()):
            with replaced((folder / view.file).resolve()) as out:
                view.write(shown, out)
        return shown.report


@contextmanager
def opened_store(folder: str) -> Iterator[Store]:
    """The store of a folder of figures, or the store itself.

    Raises:
        UsageError: there is none.
    """
    path = Path(folder)
    path = path / STORE if path.is_dir() else path
    if not path.is_file():
        raise UsageError(f"{folder} holds no figures. Run jargon-scanner scope first: it writes {STORE}.")
    with Store(path) as store:
        yield store


@contextmanager
def opened_run(written: str) -> Iterator[tuple[Store, int]]:
    """A store and a run of it: of ``figures`` the last one, of ``figures@2027-03`` the last of that month.

    Raises:
        UsageError: there is no such store or run.
    """
    folder, at, day = written.rpartition("@")
    if not at or Path(written).exists():
        folder, day = written, ""
    with opened_store(folder) as store:
        yield store, last_run(store, until=day)
