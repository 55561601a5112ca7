"""``scope sample``: some documents of each service, drawn at random, read for an audit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jargon_scanner.cli import chosen
from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, WordsOption  # noqa: TC001 - typer reads them
from jargon_scanner.cli.scope.audit.forms import auditors_of, write_forms
from jargon_scanner.cli.scope.options import (  # noqa: TC001 - typer reads them
    ListOption,
    NameOption,
    NoTextOption,
    OutputOption,
    PathsArgument,
    PatternOption,
    ProcessesOption,
    PropertiesOption,
)
from jargon_scanner.cli.scope.running import NOT_ALL_READ, bar, recipe_of
from jargon_scanner.cli.speech import tell


def sample(
    paths: PathsArgument,
    output: OutputOption,
    per_service: Annotated[
        int, typer.Option("--per-service", min=1, metavar="N", help="How many documents of each service.")
    ],
    seed: Annotated[
        int,
        typer.Option("--seed", metavar="N", help="Any number. The same one draws the same documents again."),
    ],
    month: Annotated[
        str, typer.Option("--month", metavar="2027-03", help="Documents of this month.", show_default=False)
    ] = "",
    name: NameOption = "",
    pattern: PatternOption = None,
    listed: ListOption = None,
    properties: PropertiesOption = None,
    no_text: NoTextOption = False,
    processes: ProcessesOption = None,
    auditors: Annotated[
        str | None,
        typer.Option(
            "--auditors",
            metavar="FILE",
            help="A .csv file with the columns name, service and manages (authors or teams, with ; between): "
            "each document gets a fair auditor by lot, and a form.",
        ),
    ] = None,
    forms: Annotated[str, typer.Option("--forms", metavar="NAME", help="Forms as docx or xlsx.")] = "docx",
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    config: ConfigOption = None,
) -> None:
    """Draw documents of each service at random, read them, and keep the figures as one point of the trend.

    The figures of a sample come with their sureness: see “scope history”.

    With --auditors, each document is paired at random with somebody of another service who does not manage
    its author, and a form of one page is written for each pair: see “scope audit”.

    Exit code: 0 everything drawn was read; 2 wrong usage, or a document could not be read.
    """
    from jargon_scanner.library.engines.family import Setup
    from jargon_scanner.library.folder import Order, files_of, prepared, scan_into
    from jargon_scanner.library.places import structure
    from jargon_scanner.library.sampling import Sample
    from jargon_scanner.library.scope import Wishes
    from jargon_scanner.library.summary import summary

    people = auditors_of(auditors, forms)
    settings = chosen.settings_of(config, lexicon, words_we_use)
    wishes = Wishes(
        name,
        structure(pattern, Path(listed) if listed else None, properties),
        setup=Setup(processes, limits=settings.limits),
        sample=Sample(per_service, seed, month),
    )
    order = Order(paths, recipe_of(settings), wishes, keep_text=False if no_text else None)
    folder = prepared(output, paths)
    with bar() as progress:
        report = scan_into(folder, order, progress)
    typer.echo(summary(report, files_of(folder)))
    drawn = sorted(row.path for row in report.documents)
    typer.echo("\n".join(["", "Drawn:", *(f"  {path}" for path in drawn)]))
    if people:
        tell("\n".join(["", *write_forms(output, report.run, people, month, forms)]))
    raise typer.Exit(NOT_ALL_READ if report.unread else 0)
