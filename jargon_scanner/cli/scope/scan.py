"""``scope FOLDER``: every document of a library read, and its figures written."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli import chosen
from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, WordsOption  # noqa: TC001 - typer reads them
from jargon_scanner.cli.destination import opened
from jargon_scanner.cli.scope.chosen import STORE
from jargon_scanner.cli.scope.summary import summary
from jargon_scanner.cli.speech import is_watched
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jargon_scanner.library.analysis import Recipe
    from jargon_scanner.library.figures import LibraryReport
    from jargon_scanner.library.scope import Progress
    from jargon_scanner.library.store import Store
NOT_ALL_READ = 2


def scan(
    paths: Annotated[
        list[str], typer.Argument(metavar="FOLDER", help="Folders of documents, and documents.")
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help="Where the figures go. Use the same folder next month."
        ),
    ],
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="What the library is called.", show_default=False)
    ] = "",
    pattern: Annotated[
        str | None,
        typer.Option(
            "--structure",
            metavar="PATTERN",
            help="What the names of folders say, from the outside in: {service}/{team}/{type}. "
            "Without it, the first folder is the service.",
        ),
    ] = None,
    listed: Annotated[
        str | None,
        typer.Option(
            "--list",
            metavar="FILE",
            help="A .csv file with a column path, and service, team, type, owner, manager, month or uses "
            "(how often it is used in a year).",
        ),
    ] = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Keep figures only: no sentence and no word of a document.")
    ] = False,
    reread: Annotated[
        bool, typer.Option("--reread", help="Look at every file again, even if its date has not changed.")
    ] = False,
    processes: Annotated[
        int | None,
        typer.Option("--processes", min=0, help="How many documents to read at a time.", show_default=False),
    ] = None,
    engine: Annotated[
        str, typer.Option("--engine", metavar="NAME", help="What does the work: here is this computer.")
    ] = "here",
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    config: ConfigOption = None,
) -> None:
    """Read every document of a library and write its figures into a folder.

    It can be stopped at any moment and goes on where it was. A library that has not changed takes moments.

    Exit code: 0 everything was read; 2 wrong usage, or a document could not be read (the figures name it).
    """
    from jargon_scanner.library.engines.family import Setup
    from jargon_scanner.library.places import structure
    from jargon_scanner.library.scope import Wishes, scan_library
    from jargon_scanner.library.store import Store
    from jargon_scanner.library.tally import tally

    folder = _folder(output, paths)
    wishes = Wishes(
        name, structure(pattern, Path(listed) if listed else None), engine, Setup(processes), not reread
    )
    recipe = _recipe(config, lexicon, words_we_use)
    with Store(folder / STORE, keep_text=False if no_text else None) as store, _bar() as tell:
        run = scan_library([Path(path) for path in paths], store, recipe, wishes, tell)
        report = tally(store, run)
        files = [folder / STORE, *write_views(report, store, folder)]
    typer.echo(summary(report, files))
    raise typer.Exit(NOT_ALL_READ if report.unread else 0)


def _recipe(config: str | None, lexicon: list[str] | None, words_we_use: str | None) -> Recipe:
    from jargon_scanner.library.analysis import Recipe

    settings = chosen.settings_of(config, lexicon, words_we_use)
    return Recipe(
        settings.model, settings.lexicon, settings.words_we_use, chosen.choices_of(settings, None, None, None)
    )


def _folder(output: str, paths: list[str]) -> Path:
    """The folder of results, made if need be: never inside the library, where it would be read next month."""
    folder = Path(output)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file. Name a folder for the figures.")
    for path in map(Path, paths):
        if path.is_dir() and folder.resolve().is_relative_to(path.resolve()):
            raise UsageError(f"{folder} lies in {path}, which is read. Name a folder outside it.")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_views(report: LibraryReport, store: Store, folder: Path) -> list[Path]:
    """Write every view of a library into a folder, each whole or not at all.

    Returns:
        The files, in the order of their names.
    """
    from jargon_scanner.library.tally import where
    from jargon_scanner.library.views import Shown, installed

    shown = Shown(report, lambda: where(store, report.run), store.keeps_text)
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
