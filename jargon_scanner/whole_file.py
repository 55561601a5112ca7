"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX, _SUFFIX = ".jargon-scanner-", ".part"
#: To write one file takes moments: a part that is older belongs to a run that was killed.
_OLD_SECONDS = 600


@contextmanager
def replaced(target: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of ``target`` only when all of it was written.

    Until then everything stands in a file beside it that nobody else can read, and that goes if anything
    goes wrong.
    """
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        else:
            part.chmod(_usual_mode())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def remove_leftovers(folder: Path) -> None:
    """Remove the unfinished files that a killed run has left in a folder."""
    for part in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):  # it went by itself, or it is somebody else's
            if part.stat().st_mtime < time.time() - _OLD_SECONDS:
                part.unlink()


def _usual_mode() -> int:
    """Who may read a new file here, as for every other file that the person makes."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
