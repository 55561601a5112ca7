"""A library read into a folder of figures, with a bar for who looks on."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.cli import chosen
from jargon_scanner.cli.destination import opened
from jargon_scanner.cli.scope.chosen import STORE
from jargon_scanner.cli.speech import is_watched
from jargon_scanner.errors import UsageError

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
    from jargon_scanner.library.scope import scan_library
    from jargon_scanner.library.store import Store
    from jargon_scanner.library.tally import tally

    folder = _folder(output, paths)
    with Store(folder / STORE, keep_text=False if no_text else None) as store, _bar() as tell:
        run = scan_library([Path(path) for path in paths], store, recipe, wishes, tell)
        report = tally(store, run)
        return report, [folder / STORE, *_write_views(report, store, folder)]


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


def _write_views(report: LibraryReport, store: Store, folder: Path) -> list[Path]:
    """Write every view of a library into a folder, each whole or not at all; the files by name."""
    from jargon_scanner.library.tally import where
    from jargon_scanner.library.trend import history
    from jargon_scanner.library.views import Shown, installed

    shown = Shown(report, lambda: where(store, report.run), history(store, report.name), store.keeps_text)
    files = []
    for view in installed().values():
        path = folder / view.file
        with opened(str(path)) as out:
            view.write(shown, out)
        files.append(path)
    return sorted(files)


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
