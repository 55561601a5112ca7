"""``scope audit``: forms of an audit read back, and what they say. One module a command."""

from __future__ import annotations

import typer

from jargon_scanner.cli.scope.audit.read import read
from jargon_scanner.cli.scope.audit.results import results

audit = typer.Typer(
    name="audit",
    help="Read back the forms that “scope sample --auditors” wrote, and show what they say.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
audit.command()(read)
audit.command()(results)
