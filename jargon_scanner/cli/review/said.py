"""``review said``: the sheet “You said, we did” for those who took part."""

from __future__ import annotations

from typing import Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.review.sheet_file import write_sheet
from jargon_scanner.cli.speech import say


def said(
    output: Annotated[str, typer.Option("--output", metavar="FILE", help="A .docx, .pdf or .html file.")],
    sessions: Annotated[
        list[str] | None,
        typer.Option("--session", metavar="ID", help="Only of this session.", show_default=False),
    ] = None,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Write “You said, we did”: what came of people's answers, and what was not done and why.

    It has no number under 5, and nobody's words but those that may be quoted.
    """
    with opened_record(record, config) as opened, opened.reading() as db:
        from jargon_scanner.review.found import results_of
        from jargon_scanner.review.outside import for_outside
        from jargon_scanner.review.record import decisions
        from jargon_scanner.review.said import said_sheet

        sheet = said_sheet(for_outside(results_of(db, sessions or None)[1]), decisions.history(db))
    write_sheet(sheet, output, "docx", "pdf", "html")
    say(f"Written to {output}. Read it before you give it to anybody: it tells people your reasons.")
