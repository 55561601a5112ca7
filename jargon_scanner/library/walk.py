"""Which documents a library holds now, each with the hash of its bytes; what did not change is not read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jargon_scanner.errors import AccessDenied, DocumentError, FileMissing
from jargon_scanner.library.elsewhere import root_of
from jargon_scanner.loaders import find_documents, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from jargon_scanner.library.store import Store

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """A document of a library.

    Attributes:
        path: the file.
        root: the folder that was given, or the file itself.
        sha256: of its bytes.
        month: of its last change, "2027-03".
    """

    path: Path
    root: Path
    sha256: str
    month: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A document, or a folder, that is named and could not be opened."""

    path: Path
    root: Path
    error: DocumentError


def list_documents(
    roots: Iterable[Path], passed_over: Callable[[Path], None]
) -> list[tuple[Path | DocumentError, Path]]:
    """Every document of some folders and files with the root it was found from, each once, in a fixed order.

    Args:
        roots: folders and files.
        passed_over: called with every file of a folder that is no document.
    """
    seen: set[str] = set()
    listed: list[tuple[Path | DocumentError, Path]] = []
    for root in roots:
        for item in find_documents([root], passed_over=passed_over):
            name = name_of(root_of(item.path) if isinstance(item, DocumentError) else item)
            if name not in seen:
                seen.add(name)
                listed.append((item, root))
    return listed


def identify(item: Path | DocumentError, root: Path, store: Store, *, trust_times: bool) -> Found | Missing:
    """A listed document with its hash.

    Args:
        item: as ``list_documents`` gives it.
        root: where it was found from.
        store: knows the hashes of files that were read before.
        trust_times: whether a file of the same size and time of change counts as unchanged.
    """
    if isinstance(item, DocumentError):
        return Missing(root_of(item.path), root, item)
    try:
        status = item.stat()
        key = name_of(item)
        known = store.known_hash(key, status.st_size, status.st_mtime_ns) if trust_times else None
        sha256 = known or _hash(item)
    except FileNotFoundError:
        return Missing(item, root, FileMissing(item))
    except OSError as error:
        return Missing(item, root, AccessDenied(item, (error.strerror or "the system refused").lower()))
    if known is None:
        store.remember_hash(key, status.st_size, status.st_mtime_ns, sha256)
    changed = datetime.fromtimestamp(status.st_mtime, UTC)
    return Found(item, root, sha256, f"{changed:%Y-%m}")


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
