"""Work in other processes that can be stopped: one document at a time, within limits of time and memory.

A worker that hangs, grows over its limit or dies costs the one job that it had in hand; every other job is
done. The standard library's pools cannot say which job broke them, and cannot stop one that hangs.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing.connection import wait
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Job = TypeVar("Job")
Result = TypeVar("Result")

#: Jobs that a worker holds: the one it does, and the next, so that it never waits for us.
_HELD = 2
#: Jobs that one worker is given in its life, then another one takes its place: spaCy keeps every new word for
#: as long as a process lives, so that one of many documents would come to its limit of memory in the end.
_MOST_JOBS = 20_000
# Libraries for matrices start a thread for each core in each process; then they all wait for each other.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may take: seconds from its beginning, and megabytes of its worker's memory.

    The limit of memory holds where the system can set one (not on Windows).
    """

    seconds: float = 300
    megabytes: int = 4000


@dataclass(frozen=True, slots=True)
class Lost:
    """A job without a result: its worker ran out of ``time`` or ``memory``, or met its ``death``."""

    why: Literal["time", "memory", "death"]


@dataclass(slots=True)
class _Worker(Generic[Job, Result]):
    process: SpawnProcess
    pipe: Connection
    jobs: deque[Job] = field(default_factory=deque)
    given: int = 0
    since: float = field(default_factory=time.monotonic)

    def give(self, job: Job) -> None:
        if not self.jobs:
            self.since = time.monotonic()
        self.jobs.append(job)
        self.given += 1
        with suppress(OSError):  # it has died: the next look at its pipe says so, and the job goes elsewhere
            self.pipe.send((job,))

    def take(self, result: Result | Lost) -> tuple[Job, Result | Lost]:
        self.since = time.monotonic()
        return self.jobs.popleft(), result

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def in_processes(
    function: Callable[[Job], Result], jobs: Iterable[Job], *, processes: int, limits: Limits | None = None
) -> Iterator[tuple[Job, Result | Lost]]:
    """Do each job in one of some other processes.

    Args:
        function: does one job. It is sent to the processes, and so are jobs and results: all can be pickled.
            It answers for its own errors; one that it raises counts as the death of its worker.
        jobs: taken only as fast as they are done.
        processes: how many, at least 1.
        limits: what a job may take.

    Yields:
        Each job with its result or with what became of it, in the order in which they end.
    """
    allowed = limits or Limits()
    waiting = iter(jobs)
    again: deque[Job] = deque()
    workers: list[_Worker[Job, Result]] = []
    try:
        while True:
            _fill(workers, again, waiting, lambda: _start(function, allowed), processes)
            if not workers:
                return
            yield from _gather(workers, again, allowed)
    finally:
        for worker in workers:
            worker.stop()


class Standby(Generic[Job, Result]):
    """One other process that does one job at a time; after a job that is lost, the next has a new process."""

    def __init__(self, function: Callable[[Job], Result], limits: Limits) -> None:
        """Start nothing yet; the arguments are those of ``in_processes``."""
        self._function = function
        self._limits = limits
        self._worker: _Worker[Job, Result] | None = None

    def do(self, job: Job) -> Result | Lost:
        """Have a job done, and wait for it. The start of a process counts as part of its first job."""
        worker = self._worker = self._worker or _start(self._function, self._limits)
        worker.give(job)
        answer = _receive(worker, self._limits.seconds)
        worker.take(answer)
        if isinstance(answer, Lost):
            self.stop()
        return answer

    def stop(self) -> None:
        """End the process, if there is one. It ends with this program in any case."""
        if self._worker:
            self._worker.stop()
            self._worker = None


def in_order(
    function: Callable[[Job], Result], jobs: Iterable[Job], *, processes: int, limits: Limits | None = None
) -> Iterator[tuple[Job, Result | Lost]]:
    """Like ``in_processes``, but in the order of the jobs: what ends before its turn waits for it."""
    numbered = partial(_numbered, function)
    early: dict[int, tuple[Job, Result | Lost]] = {}
    turn = 0
    for (number, job), result in in_processes(numbered, enumerate(jobs), processes=processes, limits=limits):
        early[number] = (job, result)
        while turn in early:
            yield early.pop(turn)
            turn += 1


class Pool(Generic[Job, Result]):
    """Workers that live on between jobs, for a program that is asked now and then and shall not wait.

    They start at once. One that is lost over a job is replaced at once, so that there are always as many.
    """

    def __init__(
        self, function: Callable[[Job], Result], *, processes: int, limits: Limits | None = None
    ) -> None:
        """Start the workers.

        Args:
            function: as for ``in_processes``; what it needs it loads while it is unpickled, before any job.
            processes: how many.
            limits: what a job may take.
        """
        self.limits = limits or Limits()
        self._function = function
        self._idle: SimpleQueue[_Worker[Job, Result]] = SimpleQueue()
        self._processes: set[SpawnProcess] = set()
        self._open = True
        for _ in range(processes):
            self._hire()

    def do(self, job: Job) -> Result | Lost:
        """Do one job and wait for it. May be called from many threads: each waits for a free worker."""
        worker = self._idle.get()
        worker.give(job)
        answer = _receive(worker, self.limits.seconds)
        worker.take(answer)
        if isinstance(answer, Lost):
            worker.stop()
            self._processes.discard(worker.process)
            self._hire()
        else:
            self._idle.put(worker)
        return answer

    def close(self) -> None:
        """End all workers, whatever they do. A job that one of them has in hand is lost."""
        self._open = False
        for process in tuple(self._processes):
            process.kill()
            process.join()

    def _hire(self) -> None:
        if not self._open:
            return
        worker = _start(self._function, self.limits)
        self._processes.add(worker.process)
        self._idle.put(worker)


def _numbered(function: Callable[[Job], Result], job: tuple[int, Job]) -> Result:
    return function(job[1])


def _fill(
    workers: list[_Worker[Job, Result]],
    again: deque[Job],
    waiting: Iterator[Job],
    start: Callable[[], _Worker[Job, Result]],
    most: int,
) -> None:
    """Give every worker what it can hold, and start one where there is work for it; stop who has none."""
    for worker in workers:
        while len(worker.jobs) < _HELD and worker.given < _MOST_JOBS and (job := _next(again, waiting)):
            worker.give(job[0])
    while sum(worker.given < _MOST_JOBS for worker in workers) < most and (job := _next(again, waiting)):
        worker = start()
        workers.append(worker)
        worker.give(job[0])
    for worker in [worker for worker in workers if not worker.jobs]:
        workers.remove(worker)
        worker.stop()


def _next(again: deque[Job], waiting: Iterator[Job]) -> tuple[Job] | None:
    if again:
        return (again.popleft(),)
    return next(((job,) for job in islice(waiting, 1)), None)


def _gather(
    workers: list[_Worker[Job, Result]], again: deque[Job], limits: Limits
) -> Iterator[tuple[Job, Result | Lost]]:
    """Wait until something happens; yield what ended."""
    now = time.monotonic()
    patience = max(0.0, min(worker.since + limits.seconds for worker in workers) - now)
    ready = set(wait([worker.pipe for worker in workers], timeout=patience))
    for worker in list(workers):
        if worker.pipe in ready:
            answer = _receive(worker)
        elif time.monotonic() - worker.since > limits.seconds:
            answer = Lost("time")
        else:
            continue
        yield worker.take(answer)
        if isinstance(answer, Lost):
            workers.remove(worker)
            again.extend(worker.jobs)
            worker.stop()


def _receive(worker: _Worker[Job, Result], seconds: float | None = None) -> Result | Lost:
    """What a worker answers, within so many seconds if they are counted here."""
    try:
        if seconds is not None and not worker.pipe.poll(seconds):
            return Lost("time")
        answer: Result | Lost = worker.pipe.recv()
    except (EOFError, OSError):  # on Windows, to ask the pipe of a worker that has ended is an error too
        return Lost("death")
    return answer


def _start(function: Callable[[Job], Result], limits: Limits) -> _Worker[Job, Result]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    with _environment(_ONE_THREAD):
        process = context.Process(target=_work, args=(theirs, function, limits.megabytes), daemon=True)
        process.start()
    theirs.close()
    return _Worker(process, ours)


def _work(pipe: Connection, function: Callable[[Any], Any], megabytes: int) -> None:
    """What a worker does until nobody gives it work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us stops us
    _limit_memory(megabytes)
    while True:
        try:
            (job,) = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = function(job)
        except MemoryError:
            answer = Lost("memory")
        except Exception:  # noqa: BLE001 - not swallowed: it is told as this worker's death
            os._exit(1)  # at once and without a traceback, whose message could quote a document
        pipe.send(answer)


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size if most < 0 else min(size, most), most))


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update({name: value for name, value in values.items() if before[name] is None})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
