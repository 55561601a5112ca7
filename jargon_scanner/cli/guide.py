"""``guide``: one page for each user, and the data-protection note."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from jargon_scanner.cli import destination
from jargon_scanner.cli.speech import is_watched, tell


def guide(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Which one; without it, they are listed.", show_default=False),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it as a page, with its pictures."),
    ] = None,
) -> None:
    """Show a guide: how to begin, or what is read and kept (data-protection).

    With `serve`, they stand on the page Guides.
    """
    from jargon_scanner.guides import guide as find
    from jargon_scanner.guides import guides

    if name is None:
        width = max(map(len, guides()))
        tell("\n".join(f"{one.name:{width}}  {one.title}" for one in guides().values()))
        return
    found = find(name)
    if output is not None:
        from jargon_scanner.guides.html import page

        destination.check_destination(output, ())
        with destination.opened(output) as out:
            out.write(page(found))
        tell(f"Written: {output}")
    elif is_watched(sys.stdout):
        from rich.console import Console
        from rich.markdown import Markdown

        Console(width=min(Console().width, 100)).print(Markdown(found.text))
    else:
        typer.echo(found.text)
