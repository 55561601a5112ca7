"""``scope``: for the people who look after a library of documents. One module a command.

``scope FOLDER`` is the scan itself; a first word that names another command of the group is that command.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from jargon_scanner.cli.scope.audit import audit
from jargon_scanner.cli.scope.compare import compare
from jargon_scanner.cli.scope.decide import decide
from jargon_scanner.cli.scope.export import export
from jargon_scanner.cli.scope.history import history
from jargon_scanner.cli.scope.report import report
from jargon_scanner.cli.scope.sample import sample
from jargon_scanner.cli.scope.scan import scan
from jargon_scanner.cli.scope.theme import theme

_SCAN = "scan"


class ScopeCommands(TyperGroup):
    """A group whose first command may be left out: ``scope FOLDER`` is ``scope scan FOLDER``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the name of the first command before arguments that name none."""
        names = {*self.commands, *ctx.help_option_names}
        if args and args[0] not in names:
            args = [_SCAN, *args]
        rest: list[str] = super().parse_args(ctx, args)
        return rest


scope = typer.Typer(
    name="scope",
    cls=ScopeCommands,
    help="Scope a library of documents: which words, how often, where, and what to fix first. "
    "“scope FOLDER” is “scope scan FOLDER”.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
scope.command(_SCAN)(scan)
scope.command()(compare)
scope.command()(decide)
scope.command()(history)
scope.command()(report)
scope.command()(sample)
scope.command()(export)
scope.command()(theme)
scope.add_typer(audit)
