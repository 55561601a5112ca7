"""``lexicon``: for the people who look after the words. One module a command."""

from __future__ import annotations

import typer

from jargon_scanner.cli.lexicon.add import add
from jargon_scanner.cli.lexicon.check import check
from jargon_scanner.cli.lexicon.exchange import bring, export
from jargon_scanner.cli.lexicon.health import health
from jargon_scanner.cli.lexicon.list_entries import list_entries
from jargon_scanner.cli.lexicon.show import show

lexicon = typer.Typer(
    name="lexicon",
    help="Look after the words: list, show, check and add entries, and exchange them with other programs.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
lexicon.command()(show)
lexicon.command("list")(list_entries)
lexicon.command()(check)
lexicon.command()(add)
lexicon.command()(health)
lexicon.command()(export)
lexicon.command("import")(bring)
