"""The figures of a run, counted in another process while this one writes every single occurrence of it."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.library.store import Store
from jargon_scanner.library.tally import tally
from jargon_scanner.library.trend import history
from jargon_scanner.workers import Limits, Lost, Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from jargon_scanner.library.figures import LibraryReport, Point

#: With fewer documents than this, starting another process takes longer than counting.
_FEW = 500
_A_DAY = Limits(seconds=24 * 60 * 60)

Counted: TypeAlias = "tuple[LibraryReport, tuple[Point, ...]]"
_Job: TypeAlias = "tuple[Path, int, dict[str, float]]"


@contextmanager
def counted(
    store: Store, run: int, known: Mapping[str, float], processes: int | None
) -> Iterator[Callable[[], Counted]]:
    """While this lasts, what is given answers with the figures of a run and the history of its library.

    Args:
        store: that holds the run.
        run: its id.
        known: by entry id, the share of young people who know the word.
        processes: how many may work at once; None for as many as suit the computer.
    """

    def here() -> Counted:
        return _count(store, run, known)

    if store.path is None or (processes or os.cpu_count() or 1) < 2 or _documents(store, run) < _FEW:
        yield cache(here)
        return
    pool: Pool[_Job, Counted] = Pool(_counted, processes=1, limits=_A_DAY)
    thread = ThreadPoolExecutor(1)
    try:
        answer = thread.submit(pool.do, (store.path, run, dict(known)))

        def there() -> Counted:
            found = answer.result()
            return here() if isinstance(found, Lost) else found

        yield cache(there)
    finally:
        pool.close()
        thread.shutdown()


def _counted(job: _Job) -> Counted:
    path, run, known = job
    with Store(path) as store:
        return _count(store, run, known)


def _count(store: Store, run: int, known: Mapping[str, float]) -> Counted:
    report = tally(store, run, known)
    return report, history(store, report.name)


def _documents(store: Store, run: int) -> int:
    (documents,) = store.db.execute("SELECT count(*) FROM document WHERE run = ?", (run,)).fetchone()
    return int(documents)
