"""``review restore``: a backup put back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.back_up import write_backup
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.speech import tell


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What review backup has written.")],
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Let what the record holds go; it is backed up beside FILE first."),
    ] = False,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Put a backup back: into an empty record, or in the place of what is there."""
    with opened_record(record, config) as opened:
        from jargon_scanner.review.deciding import given_up
        from jargon_scanner.review.record import backup

        with file.open("rb") as data:
            if replace:
                write_backup(opened, _beside(file))
            told = backup.restore(opened, data, replace=replace)
        tell(f"Restored from {file}: {told}.")
        unknown = given_up(opened)
    sync = "To have its decisions hold on this computer: jargon-scanner review sync"
    if unknown:
        words = ", ".join(f"“{one}”" for one in unknown)
        tell(f"{sync} --replace. That gives up what holds here and is not in the backup: {words}.")
    else:
        tell(sync)


def _beside(file: Path) -> Path:
    """A name for what a restored backup takes the place of."""
    return file.with_name(f"{file.stem}-before-{datetime.now():%Y-%m-%d-%H%M%S}.zip")
