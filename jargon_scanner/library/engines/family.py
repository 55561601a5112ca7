"""What an engine is: it analyses documents in any order, each once, whatever becomes of its workers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.breakage import lost_over
from jargon_scanner.library.analysis import Analysis, Recipe, Unread
from jargon_scanner.workers import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from jargon_scanner.workers import Lost


@dataclass(frozen=True, slots=True)
class Job:
    """One content to analyse: a file, the hash of its bytes, and the key of how it is read."""

    path: Path
    sha256: str
    reading: str


@dataclass(frozen=True, slots=True)
class Setup:
    """What a person chose of an engine.

    Attributes:
        processes: how many; None for what suits the computer and the work.
        scheduler: the address of other computers' scheduler; "" for none.
        limits: what one document may take.
    """

    processes: int | None = None
    scheduler: str = ""
    limits: Limits = field(default_factory=Limits)


Analysed: TypeAlias = tuple[Job, Analysis | Unread]


@dataclass(frozen=True, slots=True)
class Engine:
    """Analyses documents.

    Attributes:
        name: what a person types after ``--engine``.
        description: what it is, with an article.
        analyse: gives each job with its outcome, as they end. ``jobs`` is taken only as fast as they do.
    """

    name: str
    description: str
    analyse: Callable[[Iterable[Job], Recipe, Setup], Iterator[Analysed]]


def as_unread(job: Job, lost: Lost, limits: Limits) -> Unread:
    """What is said of a document whose worker was lost over it."""
    error = lost_over(job.path, lost.why, limits.seconds, limits.megabytes)
    return Unread(error.code, str(error))
