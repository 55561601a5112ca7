"""``review passphrase``: what facilitators sign in with."""

from __future__ import annotations

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.speech import tell


def choose_passphrase(record: RecordOption = None, config: ConfigOption = None) -> None:
    """Choose or change the passphrase that facilitators sign in with. It is asked for twice and not shown."""
    with opened_record(record, config) as opened:
        from jargon_scanner.review.passphrase import locked
        from jargon_scanner.review.record import passphrase

        again = "The same again"
        kept = locked(typer.prompt("New passphrase", hide_input=True, confirmation_prompt=again, err=True))
        with opened.writing() as db:
            passphrase.put(db, kept)
    tell("The passphrase is kept. Facilitators who are signed in have to sign in again.")
