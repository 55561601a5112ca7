"""Which drafts of a folder were saved, are whole, and are open in no other program."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from jargon_scanner.drafts.names import held_by, is_ours
from jargon_scanner.errors import AccessDenied, DocumentError, FileMissing
from jargon_scanner.loaders import is_document, is_litter, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Known = TypeVar("Known")

#: So long a file has to stay as it is before it counts as written in full.
SETTLED_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """What changes whenever a file is written: its size in bytes, and its time in nanoseconds."""

    size: int
    time: int


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft that was saved and let go of; ``sha256`` of its bytes."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that was saved and cannot be read yet; ``why`` is a sentence for the person."""

    path: Path
    why: str


@dataclass(slots=True)
class Drafts:
    """What is known of the drafts of one folder, look by look. The folders in it are left alone.

    Attributes:
        folder: the folder.
        unsettled: how many files are being written, or held by a program, as of the last look.
    """

    folder: Path
    unsettled: int = 0
    _done: dict[Path, Stamp] = field(default_factory=dict)
    _changing: dict[Path, tuple[Stamp, float]] = field(default_factory=dict)

    def leave_as_they_are(self) -> int:
        """Count the drafts that are there now, and wait for each to be saved again."""
        self._done = dict(self._listed())
        return sum(is_document(path) for path in self._done)

    def look(self, now: float) -> Iterator[Ready | Waiting | DocumentError]:
        """Look at every file of the folder.

        Args:
            now: seconds of a clock that only goes forward.

        Yields:
            Drafts that were saved since they were last given; those that have to wait, at each look; and an
            error for a file that cannot be read at all.

        Raises:
            OSError: the folder cannot be read.
        """
        there = dict(self._listed())
        self._done = _kept(self._done, there)
        self._changing = _kept(self._changing, there)
        for path, stamp in there.items():
            if self._done.get(path) == stamp or not self._has_settled(path, stamp, now):
                continue
            found = _open(path) if is_document(path) else None
            if not isinstance(found, Waiting):
                self._done[path] = stamp
                del self._changing[path]
            if found is not None:
                yield found
        self.unsettled = len(self._changing)

    def look_again_at(self, path: Path) -> None:
        """Take a draft for one that was just saved: it changed while it was read."""
        self._done.pop(path, None)

    def _listed(self) -> Iterator[tuple[Path, Stamp]]:
        with os.scandir(self.folder) as files:
            for file in sorted(files, key=lambda one: one.name):
                if is_litter(file.name) or is_ours(file.name):
                    continue
                try:
                    if file.is_file():
                        status = file.stat()
                        yield self.folder / file.name, Stamp(status.st_size, status.st_mtime_ns)
                except OSError:  # it went away between the list and the look
                    continue

    def _has_settled(self, path: Path, stamp: Stamp, now: float) -> bool:
        before = self._changing.get(path)
        if before is None or before[0] != stamp:
            self._changing[path] = (stamp, now)
            return False
        return now - before[1] >= SETTLED_SECONDS


def _kept(known: Mapping[Path, Known], there: Mapping[Path, Stamp]) -> dict[Path, Known]:
    return {path: what for path, what in known.items() if path in there}


def _open(path: Path) -> Ready | Waiting | DocumentError | None:
    lock = held_by(path)
    if lock is not None:
        return Waiting(
            path,
            f"{path.name} is open in another program ({lock.name} says so). It is checked when it is closed.",
        )
    try:
        return Ready(path, sha256(read_bytes(path)).hexdigest())
    except AccessDenied as error:  # on Windows also while a program has it open
        return Waiting(path, f"{error} It is checked as soon as it can be.")
    except FileMissing:  # it went while we looked
        return None
    except DocumentError as error:
        return error
