"""``review forget``: answers that are to go, really gone."""

from __future__ import annotations

from typing import Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.speech import tell
from jargon_scanner.errors import UsageError


def forget(
    session: Annotated[
        str | None,
        typer.Argument(metavar="[SESSION]", help="The id of a session, as review list shows it."),
    ] = None,
    code: Annotated[
        str | None,
        typer.Option("--code", metavar="CODE", help="Only what those who joined with this code have said."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Delete the answers of a session, or of one join code, for good. What was decided on them stays."""
    if (session is None) == (code is None):
        raise UsageError("Say what to forget: the id of a session, or a join code with --code.")
    with opened_record(record, config) as opened:
        from jargon_scanner.review.record.forgetting import forget_code, forget_session

        what = f"session {session}" if session else f"code {code}"
        if not yes and not typer.confirm(f"Forget every answer of {what}? This cannot be undone.", err=True):
            tell("Nothing was forgotten.")
            raise typer.Exit
        people = forget_session(opened, session) if session else forget_code(opened, code or "")
        is_file = opened.is_file
    whose = "1 person" if people == 1 else f"{people} people"
    tell(f"The answers of {whose} are gone with {what}. Decisions that rest on them stay.")
    tell("Backups that were made before still hold them: delete those as well.")
    if not is_file:
        tell("PostgreSQL's own logs and backups may too: whoever runs it knows.")
