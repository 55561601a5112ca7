"""Other computers: the workers of a Dask scheduler that the person names, each reading the same folders.

Dask gives the files of a lost worker to another one. A worker reads one document at a time, as the grammar
model is not made for threads. Each worker needs jargon-scanner and sees the documents under the same paths.
"""

from __future__ import annotations

from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any

from jargon_scanner.breakage import InternalError, where_it_broke
from jargon_scanner.errors import UsageError
from jargon_scanner.library.analysis import Analysis, Recipe, Unread, analyse
from jargon_scanner.library.engines.family import Analysed, Engine, Job, Setup
from jargon_scanner.loaders.scanned import read_scans, scans_are_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

#: Documents under way for each thread of the workers, so that none waits for us.
_AHEAD = 4
_one_at_a_time = Lock()


def _analyse(jobs: Iterable[Job], recipe: Recipe, setup: Setup) -> Iterator[Analysed]:
    distributed = _library()
    if not setup.scheduler:
        raise UsageError("--engine dask needs --scheduler ADDRESS, such as tcp://10.0.0.5:8786.")
    with _client(distributed, setup.scheduler) as client:
        ahead = _AHEAD * max(1, sum(client.nthreads().values()))
        waiting = iter(jobs)
        under_way: dict[Any, Job] = {}
        with client.as_current():
            done = distributed.as_completed()

        def submit(count: int) -> None:
            for job in islice(waiting, count):
                future = client.submit(_do, recipe, job, scans=scans_are_read(), pure=False)
                under_way[future] = job
                done.add(future)

        submit(ahead)
        for future in done:
            job = under_way.pop(future)
            yield job, _outcome(future, job)
            submit(1)


def _do(recipe: Recipe, job: Job, *, scans: bool) -> Analysis | Unread:
    """Read one document; scanned pages as whoever asks wishes: a worker was not told when it began."""
    with _one_at_a_time:
        read_scans(wanted=scans)
        return analyse(recipe, job.path)


def _outcome(future: Any, job: Job) -> Analysis | Unread:
    error = future.exception()
    if error is None:
        outcome: Analysis | Unread = future.result()
        return outcome
    broken = InternalError(job.path, where_it_broke(error))
    return Unread(broken.code, str(broken))


def _library() -> ModuleType:
    try:
        import distributed
    except ImportError:
        raise UsageError(
            '--engine dask needs Dask. Install it: python -m pip install "jargon-scanner[cluster]"'
        ) from None
    module: ModuleType = distributed
    return module


def _client(distributed: ModuleType, address: str) -> Any:
    try:
        return distributed.Client(address, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"No Dask scheduler answers at {address} ({type(error).__name__}). Start one, or check it."
        ) from None


PART = Engine("dask", "the workers of a Dask scheduler", _analyse)
