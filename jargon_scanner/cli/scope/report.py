"""``scope report``: one page in Word for a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.destination import check_destination, opened
from jargon_scanner.cli.scope.chosen import FiguresArgument, opened_run

if TYPE_CHECKING:
    from jargon_scanner.library.panel import Panel
    from jargon_scanner.library.store import Store


def report(
    figures: FiguresArgument,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The Word document to write (.docx).")
    ],
) -> None:
    """Write one page for a panel: the figures, a chart, what changed since the last scan, and what next.

    It names services and terms only, and nothing that tells of a child.
    """
    from jargon_scanner.library.panel import write_panel

    check_destination(output, [])
    with opened_run(figures) as (store, run):
        panel = _panel(store, run)
    with opened(output) as out:
        write_panel(panel, out)
    typer.echo(f"Written: {output}")


def _panel(store: Store, run: int) -> Panel:
    from jargon_scanner.library.compare import compare
    from jargon_scanner.library.panel import Panel
    from jargon_scanner.library.tally import tally
    from jargon_scanner.library.tally.terms import own_wordings
    from jargon_scanner.library.trend import history

    now = tally(store, run)
    earlier = [
        point
        for point in history(store, now.name)
        if point.run < run and point.service is None and not point.sample
    ]
    own = own_wordings(store)
    if not earlier:
        return Panel(now, own=own)
    return Panel(now, earlier[-1], compare((store, earlier[-1].run), (store, run)), own)
