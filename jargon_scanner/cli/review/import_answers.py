"""``review import FILE``: answers that were typed into the spreadsheet of a pack."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.speech import tell
from jargon_scanner.errors import UsageError


def import_answers(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="The spreadsheet of “review print”, filled in (.xlsx)."),
    ],
    name: Annotated[
        str,
        typer.Option(
            "--name",
            metavar="TEXT",
            help="Which group it was, if “Start here” does not say.",
            show_default=False,
        ),
    ] = "",
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Take out what was brought in from it before."),
    ] = False,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Bring answers on paper in, as a session of their own: all of them, or none and every fault by its cell.

    The same spreadsheet brought in again changes nothing.
    """
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"{file} could not be read: {error.strerror}.") from None
    with opened_record(record, config) as opened:
        from jargon_scanner.review.returned import bring_in

        with opened.writing() as db:
            came = bring_in(db, data, datetime.now(UTC), name=name, replace=replace)
    people = "1 person" if came.people == 1 else f"{came.people} people"
    if came.is_new:
        tell(f"Session {came.session.id}: {came.session.name}, the answers of {people}.")
    else:
        tell(f"Nothing was changed: these answers of {people} are in session {came.session.id} already.")
