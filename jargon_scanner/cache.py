"""What is slow to make and always the same, kept on disk between runs. Never anything of a document.

The files lie in the person's own cache folder, readable by nobody else, and hold only what was made from the
lexicon and from the libraries' own tables. A cache that cannot be read or written is made anew in memory.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import platformdirs

from jargon_scanner.garbage import uncollected
from jargon_scanner.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Made = TypeVar("Made")

#: Older files of the same name that are kept, so that two lexicons can be used in turn.
_KEPT = 4
_PACKAGE = Path(__file__).resolve().parent


def remembered(name: str, key: str, make: Callable[[], Made]) -> Made:
    """What was made before under this key, else what ``make`` gives, kept for the next time.

    Args:
        name: what it is, for the file's name.
        key: changes whenever what is made would change.
        make: makes it.
    """
    folder = cache_folder()
    path = folder / f"{name}-{key}.pickle"
    kept = _read(path)
    if kept is not None:
        found: Made = kept[0]
        return found
    made = make()
    _write(path, made)
    return made


def cache_folder() -> Path:
    """The folder of the kept files: ``JARGON_SCANNER_CACHE``, or the system's place for such files."""
    named = os.environ.get("JARGON_SCANNER_CACHE")
    return Path(named) if named else platformdirs.user_cache_path("jargon-scanner", appauthor=False)


def key_of(contents: Iterable[bytes], rooms: Iterable[str] = ()) -> str:
    """A key that changes with any of the contents, with our version, and with the code of the rooms named.

    Args:
        contents: what the thing is made from.
        rooms: packages or modules of ours whose code makes it, as paths inside the package.
    """
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    for room in rooms:
        place = _PACKAGE / room
        for path in sorted(place.glob("*.py")) if place.is_dir() else [place]:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:40]


def _read(path: Path) -> tuple[Any] | None:
    """The kept thing in a tuple of one, or None where there is none that may be trusted."""
    try:
        with path.open("rb") as file:
            if not _is_private(os.fstat(file.fileno())):
                return None
            with uncollected():
                return (pickle.load(file),)  # noqa: S301  (our own file: see _is_private)
    except (OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError, TypeError):
        return None


def _is_private(status: os.stat_result) -> bool:
    """Whether nobody but this person can have written the file."""
    if sys.platform == "win32":
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(path: Path, made: object) -> None:
    """Keep a thing: written whole beside its place, then moved there. Where that fails, nothing is kept."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            pickle.dump(made, file, protocol=pickle.HIGHEST_PROTOCOL)
        Path(temporary).replace(path)
        _forget_older(path)
    except OSError:
        return


def _forget_older(path: Path) -> None:
    name = path.name.rpartition("-")[0]
    files = sorted(path.parent.glob(f"{name}-*.pickle"), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in files[_KEPT:]:
        old.unlink(missing_ok=True)
