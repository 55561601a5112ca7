"""``review training``: a trainer's pack for a practice session, in Word and as slides."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jargon_scanner.cli import destination
from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, settings_of
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.speech import say
from jargon_scanner.errors import UsageError


def training(
    output: Annotated[str, typer.Option("--output", metavar="FOLDER", help="Where the files go.")],
    sessions: Annotated[
        list[str] | None,
        typer.Option("--session", metavar="ID", help="Only of this session.", show_default=False),
    ] = None,
    lexicon: LexiconOption = None,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Make a trainer's pack: the phrases that matter most, what people said, exercises, a quiz with answers.

    Nothing is in it but sentences that you have ticked or that are made up, words that may be quoted, and no
    number under 5.
    """
    with opened_record(record, config) as opened, opened.reading() as db:
        from jargon_scanner.review.found import results_of
        from jargon_scanner.review.outside import for_outside
        from jargon_scanner.review.record import decisions

        found, history = for_outside(results_of(db, sessions or None)[1]), decisions.history(db)
    if not found:
        raise UsageError("There was no session yet, so there is nothing to teach with.")
    from jargon_scanner.review.sheets import installed
    from jargon_scanner.review.training import pack, rewriting
    from jargon_scanner.review.training.sheet import training_sheet
    from jargon_scanner.review.training.slides import write_slides
    from jargon_scanner.scan import Scanner

    settings = settings_of(config, lexicon)
    rewrite = rewriting.rewriter(Scanner.create(settings.model, settings.lexicon))
    made = pack.training(found, history, rewrite)
    folder = Path(output)
    folder.mkdir(exist_ok=True)
    with destination.opened(str(folder / "training.docx")) as out:
        installed()["docx"].write(training_sheet(made), out)
    with destination.opened(str(folder / "training.pptx")) as out:
        write_slides(made, out)
    say(f"training.docx and training.pptx are in {folder}. Read them before you teach with them.")
