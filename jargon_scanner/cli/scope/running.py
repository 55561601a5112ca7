"""What the commands share that read a library: how it is scanned, and a bar for who looks on."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jargon_scanner.cli import chosen
from jargon_scanner.cli.speech import is_watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jargon_scanner.library.analysis import Recipe
    from jargon_scanner.library.scope import Progress
    from jargon_scanner.settings import Settings

NOT_ALL_READ = 2


def recipe_of(settings: Settings) -> Recipe:
    """How to scan, as a team has chosen."""
    from jargon_scanner.library.analysis import Recipe

    return Recipe(
        settings.model, settings.lexicon, settings.words_we_use, chosen.choices_of(settings, None, None, None)
    )


def known_words(settings: Settings) -> dict[str, float]:
    """How many young people know a word, by entry id, as far as there is a record that says so."""
    try:
        from jargon_scanner.review.known import known
        from jargon_scanner.review.record import open_record
        from jargon_scanner.review.record.opened import is_there
    except ModuleNotFoundError:  # without what Our Voice needs, nobody was asked
        return {}
    if not is_there(settings.record):
        return {}
    with open_record(settings.record) as record, record.reading() as db:
        return known(db)


@contextmanager
def bar() -> Iterator[Callable[[Progress], None]]:
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
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as shown:
        task = shown.add_task("", total=None, words=0)
        yield lambda now: shown.update(task, completed=now.done, total=now.documents, words=now.words)
