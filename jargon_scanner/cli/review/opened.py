"""The record that the commands of ``review`` share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from jargon_scanner.cli import chosen
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from jargon_scanner.review.record import Record

RecordOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="WHERE",
        help="Where the answers are kept: a file, or a database's address. Without it, what "
        "jargon-scanner.toml says, or else a file in your data folder.",
        show_default=False,
    ),
]


def opened_record(where: str | None, config: str | None = None) -> Record:
    """The record that the command line, the configuration or the data folder has.

    Raises:
        UsageError: it cannot be opened, or what it needs is not installed.
    """
    try:
        from jargon_scanner.review.record import open_record
    except ModuleNotFoundError as error:
        raise UsageError(
            f"Our Voice needs {error.name}, which is not installed. Install it: "
            'python -m pip install "jargon-scanner[review]"'
        ) from None
    return open_record(where or chosen.settings_of(config).record)
