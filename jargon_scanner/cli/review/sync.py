"""``review sync``: the reviewed layer of this computer, made from a record that several share."""

from __future__ import annotations

from typing import Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.speech import tell


def sync(
    replace: Annotated[
        bool, typer.Option("--replace", help="Give up decisions here that come from another record.")
    ] = False,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Bring what was decided to this computer: several teams share one record, each has its own words file.

    After a decision that was made here this is done by itself.
    """
    with opened_record(record, config) as opened:
        from jargon_scanner.review.deciding import publish
        from jargon_scanner.review.decisions import standing
        from jargon_scanner.review.record import decisions

        path = publish(opened, replace_other=replace)
        with opened.reading() as db:
            holding = [one for one in standing(decisions.history(db)) if one.outcome != "ask again"]
    number = "1 decision holds" if len(holding) == 1 else f"{len(holding)} decisions hold"
    tell(f"{number}. Written to {path}.")
