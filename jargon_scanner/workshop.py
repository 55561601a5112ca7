"""What is done with a document, in another process: one that can be stopped, and that is ready when asked.

A job is a small frozen dataclass with its document in it and a method ``do``; who asks brings it. What a team
writes or decides while the program runs holds from the next job on.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

from jargon_scanner.breakage import InternalError, lost_over, where_it_broke
from jargon_scanner.choices import Choices
from jargon_scanner.data_folder import kept_layers
from jargon_scanner.errors import ScannerError
from jargon_scanner.garbage import keep_for_good
from jargon_scanner.workers import Limits, Lost, Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from jargon_scanner.scan import Scanner
    from jargon_scanner.told import Library

#: Asks the model something, which is loaded only then.
_FIRST_TEXT = "Mum failed to engage, and the ICPC was adjourned."

#: Each file of the layers that change, with its time and its size.
State: TypeAlias = "tuple[tuple[str, int, int], ...]"

Answer = TypeVar("Answer")
More = TypeVar("More")
Answer_co = TypeVar("Answer_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Setup:
    """What a team has chosen.

    Attributes:
        model: an installed model's name; None for the one that comes with the tool.
        lexicon: files and folders of further layers.
        words_we_use: a list of the words that one family uses.
        choices: what is to be shown.
        library: what other documents say of short forms.
    """

    model: str | None = None
    lexicon: tuple[Path, ...] = ()
    words_we_use: Path | None = None
    choices: Choices = field(default_factory=Choices)
    library: Library = field(default_factory=dict)

    @property
    def layers(self) -> tuple[Path, ...]:
        """The files and folders of further layers as they are now: a first decision makes one more."""
        return tuple(dict.fromkeys((*kept_layers(), *self.lexicon)))


@dataclass(frozen=True, slots=True)
class Tools:
    """What a worker holds ready for its jobs: the scanner, and what is to be shown."""

    scanner: Scanner
    choices: Choices


class Job(Protocol[Answer_co]):
    """Something to do with one document. Goes to another process and so does what comes of it."""

    @property
    def name(self) -> str:
        """What the document is called, for messages."""

    def do(self, tools: Tools) -> Answer_co:
        """Do it.

        Raises:
            ScannerError: it cannot be done; the error is for a person.
        """


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with the words that were written last, in the ``state`` of the layers that has it."""

    state: State
    said: str


@dataclass(frozen=True, slots=True)
class _Done(Generic[Answer]):
    """What came of a job, and what is wrong with the words written since those that it was done with."""

    answer: Answer | ScannerError
    fault: _Fault | None = None


class Workshop:
    """Has jobs done, each in one of a few processes that stay ready for the next."""

    def __init__(self, setup: Setup, *, processes: int, limits: Limits) -> None:
        """Start nothing yet: the processes start for the first job.

        Args:
            setup: what they get ready.
            processes: how many.
            limits: what a job may take.
        """
        self._setup = setup
        self._start = partial(Pool[Job[Any], _Done[Any]], _Bench(setup), processes=processes, limits=limits)
        self._pool: Pool[Job[Any], _Done[Any]] | None = None
        self._fault: _Fault | None = None
        self._starting = Lock()
        self._ready: Future[str] | None = None
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="workshop")

    @property
    def is_ready(self) -> bool:
        """Whether a process has its tools. Who asks has one started."""
        with self._starting:
            self._ready = self._ready or self._threads.submit(self._do, GetReady())
        return self._ready.done()

    @property
    def fault(self) -> str:
        """Why the words that were written last are not in use; "" where they are, or were not tried yet."""
        fault = self._fault
        return fault.said if fault and fault.state == _state_of(self._setup.layers) else ""

    def submit(self, job: Job[Answer]) -> Future[Answer]:
        """Have a job done as soon as a process is free. Its error, if it has one, is a ``ScannerError``."""
        return self._threads.submit(self._do, job)

    def submit_and(self, job: Job[Answer], then: Callable[[Answer], More]) -> Future[More]:
        """The same, and have something quick made here of what comes of it."""
        return self._threads.submit(lambda: then(self._do(job)))

    def close(self) -> None:
        """Let go of everything, done or not."""
        with self._starting:
            if self._pool is not None:
                self._pool.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _do(self, job: Job[Answer]) -> Answer:
        pool = self._started()
        outcome = pool.do(job)
        if isinstance(outcome, Lost):
            limits = pool.limits
            raise lost_over(job.name, outcome.why, limits.seconds, limits.megabytes)
        self._fault = outcome.fault
        if isinstance(outcome.answer, ScannerError):
            raise outcome.answer
        done: Answer = outcome.answer
        return done

    def _started(self) -> Pool[Job[Any], _Done[Any]]:
        with self._starting:
            self._pool = self._pool or self._start()
            return self._pool


class _Bench:
    """Does jobs where it is unpickled; its tools are made ready there, before the first job.

    What a team writes or decides while the app runs holds from the next job on: the tools are made again.
    Where it holds a mistake, those from before stay in use, and every answer says so.
    """

    def __init__(self, setup: Setup, tools: Tools | ScannerError | None = None) -> None:
        self._setup = setup
        self._tools = tools
        self._state = _state_of(setup.layers)
        self._fault: _Fault | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return _bench_with_tools, (self._setup,)

    def __call__(self, job: Job[Answer]) -> _Done[Answer]:
        if self._tools is not None and self._state != _state_of(self._setup.layers):
            self.get_tools()
        return _Done(self._do(job), self._fault)

    def _do(self, job: Job[Answer]) -> Answer | ScannerError:
        if not isinstance(self._tools, Tools):
            return self._tools or ScannerError("There are no tools here.")
        try:
            return job.do(self._tools)
        except ScannerError as error:
            return error
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - told to the person, without the document's words
            return InternalError(job.name, where_it_broke(error))
        finally:
            self._tools.scanner.forget_texts()

    def get_tools(self) -> None:
        """Make the tools, of the words as they are now."""
        # Before they are made: what is written meanwhile they may not hold.
        self._state = _state_of(self._setup.layers)
        made = _tools_of(self._setup)
        has_older = isinstance(self._tools, Tools) and isinstance(made, ScannerError)
        self._fault = _Fault(self._state, str(made)) if has_older else None
        self._tools = self._tools if has_older else made


def _bench_with_tools(setup: Setup) -> _Bench:
    bench = _Bench(setup)
    bench.get_tools()
    return bench


def _tools_of(setup: Setup) -> Tools | ScannerError:
    from jargon_scanner.scan import Scanner, scan_text

    try:
        scanner = Scanner.create(setup.model, setup.layers, setup.words_we_use, setup.library)
    except ScannerError as error:
        return error
    scan_text(_FIRST_TEXT, scanner=scanner)
    keep_for_good()
    return Tools(scanner, setup.choices)


def _state_of(layers: Iterable[Path]) -> State:
    """What tells one state of the layers that change from another, without reading them."""
    files = (path for layer in layers for path in (layer.glob("*.yaml") if layer.is_dir() else (layer,)))
    states = ((path, path.stat()) for path in files if path.is_file())
    return tuple((str(path), state.st_mtime_ns, state.st_size) for path, state in states)


@dataclass(frozen=True, slots=True)
class GetReady:
    """Nothing but to wait until a process has its tools."""

    name: str = ""

    def do(self, tools: Tools) -> str:
        """The lexicon's name."""
        return tools.scanner.tool.lexicon.name
