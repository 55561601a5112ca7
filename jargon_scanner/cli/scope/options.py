"""Options that the commands which read a library share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

PathsArgument: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="FOLDER", help="Folders of documents, and documents.")
]
OutputOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="FOLDER", help="Where the figures go. Use the same folder next month."
    ),
]
NameOption: TypeAlias = Annotated[
    str, typer.Option("--name", metavar="NAME", help="What the library is called.", show_default=False)
]
PatternOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--structure",
        metavar="PATTERN",
        help="What the names of folders say, from the outside in: {service}/{team}/{type}. "
        "Without it, the first folder is the service.",
    ),
]
PropertiesOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--properties",
        metavar="PAIRS",
        help="What Word and PDF files say of themselves: service=category, owner=author. "
        "Folders and --list are stronger.",
        show_default=False,
    ),
]
ListOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--list",
        metavar="FILE",
        help="A .csv file with a column path, and service, team, type, owner, manager, month or uses "
        "(how often it is used in a year).",
    ),
]
NoTextOption: TypeAlias = Annotated[
    bool, typer.Option("--no-text", help="Keep figures only: no sentence and no word of a document.")
]
RereadOption: TypeAlias = Annotated[
    bool, typer.Option("--reread", help="Look at every file again, even if its date has not changed.")
]
ProcessesOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--processes", min=0, help="How many documents to read at a time.", show_default=False),
]
EngineOption: TypeAlias = Annotated[
    str, typer.Option("--engine", metavar="NAME", help="What does the work: here (this computer) or dask.")
]
SchedulerOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="For --engine dask: where its scheduler listens, such as tcp://10.0.0.5:8786.",
        show_default=False,
    ),
]
