"""This computer: one process for each core, each of which can be stopped."""

from __future__ import annotations

import os
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from jargon_scanner.library.analysis import Analysis, Recipe, Unread, analyse
from jargon_scanner.library.engines.family import Analysed, Engine, Job, Setup, as_unread
from jargon_scanner.workers import Lost, in_processes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: With fewer documents than this, starting other processes takes longer than the work.
_FEW = 8


def _analyse(jobs: Iterable[Job], recipe: Recipe, setup: Setup) -> Iterator[Analysed]:
    waiting = iter(jobs)
    first = list(islice(waiting, _FEW)) if setup.processes is None else []
    processes = setup.processes if setup.processes is not None else (os.cpu_count() or 1)
    if setup.processes == 0 or (setup.processes is None and len(first) < _FEW):
        for job in chain(first, waiting):
            yield job, analyse(recipe, job.path)
        return
    done = in_processes(partial(_do, recipe), chain(first, waiting), processes=processes, limits=setup.limits)
    for job, outcome in done:
        yield job, as_unread(job, outcome, setup.limits) if isinstance(outcome, Lost) else outcome


def _do(recipe: Recipe, job: Job) -> Analysis | Unread:
    return analyse(recipe, job.path)


PART = Engine("here", "this computer", _analyse)
