"""``review``: young people and parents decide what we should say. One module a command."""

from __future__ import annotations

import typer

from jargon_scanner.cli.review.back_up import back_up
from jargon_scanner.cli.review.decide import decide
from jargon_scanner.cli.review.forget import forget
from jargon_scanner.cli.review.import_answers import import_answers
from jargon_scanner.cli.review.list_record import list_record
from jargon_scanner.cli.review.make_glossary import make_glossary
from jargon_scanner.cli.review.passphrase import choose_passphrase
from jargon_scanner.cli.review.prepare import prepare
from jargon_scanner.cli.review.print_pack import print_pack
from jargon_scanner.cli.review.restore import restore
from jargon_scanner.cli.review.results import results
from jargon_scanner.cli.review.said import said
from jargon_scanner.cli.review.sync import sync
from jargon_scanner.cli.review.tick import tick
from jargon_scanner.cli.review.training import training

review = typer.Typer(
    name="review",
    help="Our Voice: take words to young people and parents, and bring back what we should say.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
review.command()(prepare)
review.command()(tick)
review.command("print")(print_pack)
review.command("import")(import_answers)
review.command("list")(list_record)
review.command()(results)
review.command()(decide)
review.command()(sync)
review.command("glossary")(make_glossary)
review.command()(said)
review.command()(training)
review.command("passphrase")(choose_passphrase)
review.command("backup")(back_up)
review.command("restore")(restore)
review.command("forget")(forget)
