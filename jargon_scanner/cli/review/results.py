"""``review results SESSION...``: what people said, in the terminal or as a sheet to pass on."""

from __future__ import annotations

from typing import Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.review.sheet_file import write_sheet
from jargon_scanner.cli.speech import say, tell


def results(
    sessions: Annotated[
        list[str], typer.Argument(metavar="SESSION...", help="Ids of sessions; “review list” shows them.")
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            metavar="FILE",
            help="Write it: .xlsx, .csv, .docx, .pdf, .html or .txt.",
            show_default=False,
        ),
    ] = None,
    team: Annotated[
        bool,
        typer.Option("--team", help="Keep small numbers in the file: it stays inside the team."),
    ] = False,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Show what people said about each word: by group, with intervals, and in their own words.

    The terminal shows everything. A file leaves out numbers under 5, and those from which they could be
    worked out, and has only words that may be quoted, unless you say --team. Words that nobody has looked at
    yet are shown nowhere.
    """
    with opened_record(record, config) as opened, opened.reading() as db:
        from jargon_scanner.review.found import results_of
        from jargon_scanner.review.outside import for_outside
        from jargon_scanner.review.results_sheet import results_sheet
        from jargon_scanner.review.sheets.formats.text import lines_of

        held, found = results_of(db, sessions)
        title = ", ".join(one.name for one in held)
        if output is None:
            tell("\n".join(lines_of(results_sheet(found, title, for_team=True))))
            return
        sheet = results_sheet(found if team else for_outside(found), title, for_team=team)
        write_sheet(sheet, output)
        say(f"Written to {output}." if team else f"Written to {output}, without small numbers.")
