"""Which figures are meant: a folder that ``scope`` wrote, and one of the runs that it holds."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.library.store import Store

#: The store's name in the folder of results.
STORE = "figures.sqlite"


@contextmanager
def opened_store(folder: str) -> Iterator[Store]:
    """The store of a folder of figures, or the store itself.

    Raises:
        UsageError: there is none.
    """
    from jargon_scanner.library.store import Store

    path = Path(folder)
    path = path / STORE if path.is_dir() else path
    if not path.is_file():
        raise UsageError(f"{folder} holds no figures. Run jargon-scanner scope first: it writes {STORE}.")
    with Store(path) as store:
        yield store


@contextmanager
def opened_run(written: str) -> Iterator[tuple[Store, int]]:
    """A store and a run of it: of ``figures`` the last one, of ``figures@2027-03`` the last of that month.

    Raises:
        UsageError: there is no such store or run.
    """
    from jargon_scanner.library.tally import last_run

    folder, at, day = written.rpartition("@")
    if not at or Path(written).exists():
        folder, day = written, ""
    with opened_store(folder) as store:
        yield store, last_run(store, until=day)
