"""A private folder for what other programs need as a file for a moment: a converter of old Word files.

It goes with the server. After a crash, or the loss of a process that was reading, the next server removes it.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = "jargon-scanner-open-"
_LOCK = "in-use"
#: Where programs look for the folder of temporary files, on all systems.
_NAMES = ("TMPDIR", "TEMP", "TMP")


@contextmanager
def private_scratch() -> Iterator[Path]:
    """Have this process, and those that it starts, keep temporary files in a folder that only we can read."""
    _remove_leftovers(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    before = {name: os.environ.get(name) for name in _NAMES}
    try:
        with (folder / _LOCK).open("wb") as lock:
            _hold(lock)
            _use(dict.fromkeys(_NAMES, str(folder)))
            yield folder
    finally:
        _use(before)
        shutil.rmtree(folder, ignore_errors=True)


def _use(values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    tempfile.tempdir = None  # asked for again


def _remove_leftovers(place: Path) -> None:
    """Remove the folders of servers that are no more. What belongs to somebody else is theirs to remove."""
    for folder in place.glob(f"{_PREFIX}*"):
        if not _is_in_use(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_in_use(folder: Path) -> bool:
    try:
        with (folder / _LOCK).open("r+b") as lock:
            _hold(lock)
    except FileNotFoundError:
        return False
    except OSError:  # held by a server that lives, or not ours
        return True
    return False


def _hold(lock: IO[bytes]) -> None:
    """Hold a file until it is closed, which the system does for a process that dies.

    Raises:
        OSError: another process holds it.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
