"""``scope export``: every occurrence as a Parquet file."""

from __future__ import annotations

from typing import Annotated

import typer

from jargon_scanner.cli.destination import check_destination, opened
from jargon_scanner.cli.scope.chosen import FiguresArgument, opened_run


def export(
    figures: FiguresArgument,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The file to write (.parquet).")
    ],
) -> None:
    """Write every occurrence as a long table in a Parquet file, for analysts."""
    from jargon_scanner.library.export import write_parquet
    from jargon_scanner.library.tally import where

    check_destination(output, [])
    with opened_run(figures) as (store, run), opened(output) as out:
        rows = write_parquet(where(store, run), out)
    typer.echo(f"Written: {output}, {rows:,} rows")
