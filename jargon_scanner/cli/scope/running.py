"""A library read into a folder of figures, with a bar for who looks on."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.cli import chosen
from jargon_scanner.cli.destination import opened
from jargon_scanner.cli.scope.chosen import STORE
from jargon_scanner.cli.scope.summary import summary
from jargon_scanner.cli.speech import is_watched
from jargon_scanner.errors import UsageError
from jargon_scanner.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jargon_scanner.library.analysis import Recipe
    from jargon_scanner.library.figures import LibraryReport
    from jargon_scanner.library.scope import Progress, Wishes
    from jargon_scanner.library.store import Store

NOT_ALL_READ = 2


def read_library(
    paths: Sequence[str], output: str, recipe: Recipe, wishes: Wishes, *, no_text: bool
) -> tuple[LibraryReport, list[Path]]:
    """Scan a library and write its figures.

    Returns:
        The figures, and the files that were written.
    """
    from jargon_scanner.library.tally import tally

    folder = _folder(output, paths)
    with _scanned(paths, folder, recipe, wishes, no_text=no_text) as (store, run):
        report = tally(store, run)
        _write_views(report, store, folder)
        return report, _files(folder)


def refresh_library(
    paths: Sequence[str], output: str, recipe: Recipe, wishes: Wishes, *, no_text: bool
) -> tuple[str, bool]:
    """Scan a library and write its figures, unless those that stand there are of today and nothing changed.

    Returns:
        What the person is told, and whether every document could be read.
    """
    from jargon_scanner.library.standing import Written, last_written, note_written, stamp
    from jargon_scanner.library.tally import tally

    folder = _folder(output, paths)
    with _scanned(paths, folder, recipe, wishes, no_text=no_text) as (store, run):
        before, now = last_written(store), stamp(store, run)
        files = _files(folder)
        if before and (before.stamp, before.version) == (now, __version__) and all(map(Path.is_file, files)):
            store.forget(run)
            return (
                f"{before.summary}\n\nNothing has changed since these figures were written.",
                before.all_read,
            )
        report = tally(store, run)
        _write_views(report, store, folder)
        written = Written(now, __version__, summary(report, files), not report.unread)
        note_written(store, written)
        return written.summary, written.all_read


@contextmanager
def _scanned(
    paths: Sequence[str], folder: Path, recipe: Recipe, wishes: Wishes, *, no_text: bool
) -> Iterator[tuple[Store, int]]:
    """The store of a folder, open, with a run in it that is finished."""
    from jargon_scanner.library.elsewhere import root_of
    from jargon_scanner.library.scope import scan_library
    from jargon_scanner.library.store import Store

    with Store(folder / STORE, keep_text=False if no_text else None) as store:
        with _bar() as tell:
            run = scan_library([root_of(path) for path in paths], store, recipe, wishes, tell)
        yield store, run


def recipe_of(config: str | None, lexicon: list[str] | None, words_we_use: str | None) -> Recipe:
    """How to scan, as the configuration and the command line say."""
    from jargon_scanner.library.analysis import Recipe

    settings = chosen.settings_of(config, lexicon, words_we_use)
    return Recipe(
        settings.model, settings.lexicon, settings.words_we_use, chosen.choices_of(settings, None, None, None)
    )


def _folder(output: str, paths: Sequence[str]) -> Path:
    """The folder of results, made if need be: never inside the library, where it would be read next month."""
    folder = Path(output)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file. Name a folder for the figures.")
    for path in map(Path, paths):
        if path.is_dir() and folder.resolve().is_relative_to(path.resolve()):
            raise UsageError(f"{folder} lies in {path}, which is read. Name a folder outside it.")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _write_views(report: LibraryReport, store: Store, folder: Path) -> None:
    """Write every view of a library into a folder, each whole or not at all."""
    from jargon_scanner.library.tally import where
    from jargon_scanner.library.trend import history
    from jargon_scanner.library.views import Shown, installed

    shown = Shown(report, lambda: where(store, report.run), history(store, report.name), store.keeps_text)
    for view in installed().values():
        with opened(str(folder / view.file)) as out:
            view.write(shown, out)


def _files(folder: Path) -> list[Path]:
    """The files of figures in a folder: the store, then every view by name."""
    from jargon_scanner.library.views import installed

    return [folder / STORE, *sorted(folder / view.file for view in installed().values())]


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    """A bar with documents, words and the time that is left, on standard error, if a person looks there."""
    if not is_watched(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[words]:,} words"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task("", total=None, words=0)
        yield lambda now: bar.update(task, completed=now.done, total=now.documents, words=now.words)
