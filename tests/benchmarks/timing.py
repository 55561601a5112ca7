"""Processor time of a piece of work, and one line of a benchmark's table."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a table.

    Attributes:
        what: the work, in words.
        seconds: processor time, user and system, of the fastest run.
        words: how many words were worked on; 0 where speed by words says nothing.
        megabytes: the most memory that the process held, where that is the question.
        note: why there is no figure, or what else has to be known.
    """

    what: str
    seconds: float = 0.0
    words: int = 0
    megabytes: float = 0.0
    note: str = ""


def cpu(work: Callable[[], object], runs: int = 3) -> float:
    """Processor seconds of the fastest of so many runs: what else the machine does only adds to the rest."""
    return min(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return process_time() - begin


def cpu_of_command(command: Sequence[str], runs: int = 3, text: str | None = None) -> float:
    """Processor seconds of a whole process, the fastest of so many runs. A command that fails is an error."""
    return min(_command_once(command, text) for _ in range(runs))


def _command_once(command: Sequence[str], text: str | None) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, input=text, text=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def python(code: str, *arguments: str) -> list[str]:
    """The command that runs a line of Python in a fresh process."""
    return [sys.executable, "-c", code, *arguments]
