"""Figures that a command opens. The library's code is loaded then: who asks for help waits for none of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.library.store import Store

FiguresArgument: TypeAlias = Annotated[
    str, typer.Argument(metavar="FOLDER", help="A folder of figures; figures@2027-03 is that month's scan.")
]


@contextmanager
def opened_store(folder: str) -> Iterator[Store]:
    """The store of a folder of figures, or the store itself.

    Raises:
        UsageError: there is none.
    """
    from jargon_scanner.library import folder as figures

    with figures.opened_store(folder) as store:
        yield store


@contextmanager
def opened_run(written: str) -> Iterator[tuple[Store, int]]:
    """A store and a run of it: of ``figures`` the last one, of ``figures@2027-03`` the last of that month.

    Raises:
        UsageError: there is no such store or run.
    """
    from jargon_scanner.library import folder as figures

    with figures.opened_run(written) as opened:
        yield opened
