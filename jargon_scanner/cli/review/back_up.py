"""``review backup``: the whole record in one file."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads it
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.speech import tell
from jargon_scanner.errors import UsageError
from jargon_scanner.whole_file import replaced

if TYPE_CHECKING:
    from jargon_scanner.review.record import Record


def back_up(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it, such as our-voice.zip.")],
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Write the whole record into one file. It holds what people said: keep it as safe as the record."""
    with opened_record(record, config) as opened:
        write_backup(opened, file)


def write_backup(record: Record, file: Path) -> None:
    """Write a backup that nobody else can read, and say what it holds.

    Raises:
        UsageError: there is a file of that name.
    """
    from jargon_scanner.review.record import backup

    if file.exists():
        raise UsageError(f"{file} is there already and was not overwritten. Choose another name.")
    file.parent.mkdir(parents=True, exist_ok=True)
    with replaced(file) as data:
        told = backup.back_up(record, data)
    file.chmod(0o600)
    tell(f"{file} holds the record: {told}.")
