"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replaced(target: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of ``target`` only when all of it was written.

    Until then everything stands in a file beside it that nobody else can read, and that goes if anything
    goes wrong.
    """
    handle, name = tempfile.mkstemp(prefix=".jargon-scanner-", suffix=".part", dir=target.parent)
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


def _usual_mode() -> int:
    """Who may read a new file here, as for every other file that the person makes."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
