"""``text``: the table on a screen, as wide as the screen."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.abbreviations.formats.family import Format
from jargon_scanner.abbreviations.formats.wording import (
    STATUS_WORDS,
    first_place,
    headline,
    who_says,
)
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from jargon_scanner.abbreviations.table import Row, Table
    from jargon_scanner.outputs import Look


def write(table: Table, out: BinaryIO, look: Look) -> None:
    """Write the table, then what could not be read."""
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    stream = io.StringIO()
    console = Console(
        file=stream,
        width=look.width,
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
    )
    console.print(Text(headline(table), style="bold"))
    if table.rows:
        grid = Grid(box=None, padding=(0, 2, 0, 0), pad_edge=False)
        grid.add_column("Letters", no_wrap=True, style="bold")
        grid.add_column("Stands for", ratio=3, overflow="fold")
        grid.add_column("Times", justify="right")
        grid.add_column("First place", ratio=2, overflow="fold")
        for row in table.rows:
            grid.add_row(
                Text(visible(row.short)), Text(_meaning(row)), Text(str(row.count)), Text(first_place(row))
            )
        console.print()
        console.print(grid)
    if table.unread:
        console.print()
        console.print(Text("Not read", style="bold"))
        for one in table.unread:
            console.print(Text(f"  {visible(one.message)}"))
    lines = (line.rstrip() for line in stream.getvalue().splitlines())
    out.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))


def _meaning(row: Row) -> str:
    meanings = "; or ".join(visible(one.text) for one in row.meanings)
    status = STATUS_WORDS[row.status]
    if row.status == "elsewhere":
        return f"perhaps {meanings}, as in {who_says(row)} ({status})"
    return f"{meanings} ({status})" if meanings else status


PART = Format(name="text", suffix=".txt", write=write)
