"""``scope FOLDER``: every document of a library read, and its figures written."""

from __future__ import annotations

from pathlib import Path

import typer

from jargon_scanner.cli import chosen
from jargon_scanner.cli.chosen import (  # noqa: TC001 - typer reads them
    ConfigOption,
    LexiconOption,
    OcrOption,
    WordsOption,
)
from jargon_scanner.cli.scope.options import (  # noqa: TC001 - typer reads them
    EngineOption,
    ListOption,
    NameOption,
    NoTextOption,
    OutputOption,
    PathsArgument,
    PatternOption,
    ProcessesOption,
    PropertiesOption,
    RereadOption,
    SchedulerOption,
)
from jargon_scanner.cli.scope.running import NOT_ALL_READ, bar, known_words, recipe_of


def scan(
    paths: PathsArgument,
    output: OutputOption,
    name: NameOption = "",
    pattern: PatternOption = None,
    listed: ListOption = None,
    properties: PropertiesOption = None,
    no_text: NoTextOption = False,
    reread: RereadOption = False,
    processes: ProcessesOption = None,
    engine: EngineOption = "here",
    scheduler: SchedulerOption = "",
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    ocr: OcrOption = False,
    config: ConfigOption = None,
) -> None:
    """Read every document of a library and write its figures into a folder.

    It can be stopped at any moment and goes on where it was. A library that has not changed takes moments.

    Exit code: 0 everything was read; 2 wrong usage, or a document could not be read (the figures name it).
    """
    from jargon_scanner.library.engines.family import Setup
    from jargon_scanner.library.folder import Order, prepared, refresh
    from jargon_scanner.library.places import structure
    from jargon_scanner.library.scope import Wishes

    ordered = structure(pattern, Path(listed) if listed else None, properties)
    settings = chosen.settings_of(config, lexicon, words_we_use, ocr=ocr)
    setup = Setup(processes, scheduler, settings.limits)
    wishes = Wishes(name, ordered, engine, setup, trust_times=not reread)
    keep_text = False if no_text else None
    order = Order(paths, recipe_of(settings), wishes, keep_text, known_words(settings))
    folder = prepared(output, paths)
    with bar() as tell:
        written = refresh(folder, order, tell)
    typer.echo(written.summary)
    raise typer.Exit(0 if written.all_read else NOT_ALL_READ)
