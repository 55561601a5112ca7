"""Reading: ``load(path)`` gives a ``Document``, whatever its format; ``find_documents`` looks in folders.

The content of a file says what it is; its name's ending is asked only where content cannot tell (text
formats). No error of a single file ends the search or the batch.
"""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.document import Document, Problem
from jargon_scanner.errors import (
    AccessDenied,
    DamagedFile,
    DocumentError,
    EmptyFile,
    FileMissing,
    NoDocuments,
    PasswordProtected,
    TooLarge,
    UnsupportedFormat,
    UsageError,
)
from jargon_scanner.loaders import kinds
from jargon_scanner.loaders.decoding import looks_like_text
from jargon_scanner.loaders.family import Loader
from jargon_scanner.plugins import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "MAX_BYTES",
    "companion_of",
    "find_documents",
    "is_document",
    "is_litter",
    "load",
    "loaders",
    "read",
    "read_bytes",
]

# The largest file that is opened unless the caller says otherwise. Case files with photographs reach 50 MB.
MAX_BYTES = 100 * 1024 * 1024

# How much of a file of a folder a loader sees to recognise it, before anyone asks to read it.
_HEAD = 4096

# What an operating system leaves in a folder. Nobody wrote these, so nobody needs to hear of them.
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
# What tells this tool how to work is no document either.
_OUR_FILES = frozenset({"jargon-scanner.toml", "jargon-scanner-forms.toml"})


@cache
def loaders() -> dict[str, Loader]:
    """Every loader by the name of its format: ours, then those of other installed packages."""
    return discover("jargon_scanner.loaders", Loader)


def load(path: Path | str, *, limit: int = MAX_BYTES) -> Document:
    """Read one document.

    Args:
        path: the file.
        limit: the most bytes that a file may have.

    Returns:
        Its text with places, and what could not be read.

    Raises:
        DocumentError: the file could not be read; the class says why.
        UsageError: the path is a folder.
    """
    path = Path(path)
    return read(path, read_bytes(path, limit=limit))


def read(path: Path, data: bytes) -> Document:
    """Read the bytes of a document, wherever they come from: a file, an attachment, a member of an archive.

    Args:
        path: the file, for messages and for its ending; it is not opened.
        data: its bytes.

    Raises:
        DocumentError: they could not be read; the class says why.
    """
    if not data:
        raise EmptyFile(path)
    loader = _choose(path, data)
    document = loader.read(path, data)
    problem = _wrong_ending(path, loader)
    return replace(document, problems=(problem, *document.problems)) if problem else document


def read_bytes(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of an ordinary file within the limit; its size is looked up before it is opened.

    Raises:
        DocumentError: it is missing, too large, no ordinary file, or may not be opened.
        UsageError: the path is a folder.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UsageError(f"{path} is a folder. Name the files in it, or search it for documents first.")
        if not stat.S_ISREG(status.st_mode):
            raise UnsupportedFormat(path, "no ordinary file but a device or a pipe")
        if status.st_size > limit:
            raise TooLarge(
                path, f"it has {_megabytes(status.st_size)} MB, and the limit is {_megabytes(limit)} MB"
            )
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise AccessDenied(path, _reason(error)) from error
    except ValueError as error:  # a NUL in the name: no file can be called that
        raise FileMissing(path) from error
    return data


def companion_of(path: Path) -> Path | None:
    """The file that says how a file of data is read; None where there is none, and for all other formats."""
    named = _named(path.suffix.lower())
    return named.companion(path) if named and named.companion else None


def find_documents(
    paths: Iterable[Path | str], *, passed_over: Callable[[Path], None] | None = None
) -> Iterator[Path | DocumentError]:
    """The documents at some paths, each once, in a fixed order, found as they are asked for.

    A file is always given, whatever it is: ``load`` says if it cannot be read. In a folder, read with the
    folders in it, every file is given that a loader reads or that is a document of another kind, so that
    none is left out in silence. Hidden files and the lock files of Office are not documents.

    Args:
        paths: files and folders.
        passed_over: called with every file of a folder that is no document at all (pictures, programs, data).

    Yields:
        A path to load, or the error that stands in its place.
    """
    seen: set[str] = set()
    for given in paths:
        path = Path(given) if isinstance(given, str) else given
        found = _walk(path, passed_over) if path.is_dir() else iter((path,))
        for item in found:
            if not isinstance(item, DocumentError):
                place = name_of(item)
                if place in seen:
                    continue
                seen.add(place)
            yield item


def _walk(folder: Path, passed_over: Callable[[Path], None] | None) -> Iterator[Path | DocumentError]:
    errors: list[DocumentError] = []

    def denied(error: OSError) -> None:
        errors.append(AccessDenied(error.filename or folder, _reason(error)))

    count = 0
    for place, folders, files in _folders(folder, denied):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=_by_name)
        for name in sorted(files, key=_by_name):
            path = place / name
            if is_litter(name):
                continue
            if is_document(path):
                count += 1
                yield path
            elif passed_over:
                passed_over(path)
        count += len(errors)
        yield from errors
        errors.clear()
    yield from errors
    if not count and not errors:
        yield NoDocuments(folder, _endings())


def name_of(path: Path) -> str:
    """What tells a file from every other: links stay links, as two names are two files."""
    return str(path) if is_address(path) else os.path.abspath(path)  # noqa: PTH100  # resolve() follows links


def is_address(path: Path) -> bool:
    """Whether a path is the address of another place, which behaves as a path does: "s3://templates"."""
    return "://" in str(path)


def _folders(folder: Path, denied: Callable[[OSError], None]) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Every folder with the folders and files in it. Addresses of other places walk themselves."""
    if is_address(folder):
        yield from folder.walk(on_error=denied)  # type: ignore[attr-defined]  # paths have it from 3.12 on
        return
    for place, folders, files in os.walk(folder, onerror=denied):
        yield Path(place), folders, files


def _by_name(name: str) -> tuple[str, str]:
    return name.casefold(), name


def is_litter(name: str) -> bool:
    """True for what programs leave in a folder by themselves, and for the files that tell us how to work."""
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM_FILES | _OUR_FILES


def is_document(path: Path) -> bool:
    """True for a file of a folder that a person would call a document, by its ending or its first bytes."""
    suffix = path.suffix.lower()
    named = _named(suffix)
    if named and named.companion:
        return named.companion(path) is not None
    if suffix in kinds.DOCUMENT_SUFFIXES or named:
        return True
    if not _is_ordinary(path):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return any(loader.recognises(head) for loader in loaders().values())


def _named(suffix: str) -> Loader | None:
    return next((loader for loader in loaders().values() if suffix in loader.suffixes), None)


def _is_ordinary(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _endings() -> str:
    endings = [
        suffix for loader in loaders().values() if loader.companion is None for suffix in loader.suffixes
    ]
    return ", ".join(endings)


def _reason(error: OSError) -> str:
    return (error.strerror or "the system refused").lower()


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.4g}"


def _choose(path: Path, data: bytes) -> Loader:
    """The loader for a file: by its bytes, then by what else its bytes say, then by its ending."""
    suffix = path.suffix.lower()
    named_first = sorted(loaders().values(), key=lambda loader: suffix not in loader.suffixes)
    able = next((loader for loader in named_first if loader.recognises(data)), None)
    if able:
        return able
    if kinds.is_encrypted_office(data):
        raise PasswordProtected(path)
    kind = kinds.describe(data)
    if kind:
        raise _unsupported(path, kind)
    return _by_ending(path, suffix, data)


def _by_ending(path: Path, suffix: str, data: bytes) -> Loader:
    """The loader of a file whose bytes have no mark: text, or something that only its name can tell."""
    named = _named(suffix)
    if named and named.plain_text:
        return named
    if suffix in kinds.DATA_SUFFIXES or suffix in _TEXT_OF_OTHERS:
        raise _unsupported(path, (kinds.DATA_SUFFIXES | kinds.DOCUMENT_SUFFIXES)[suffix])
    if looks_like_text(data):
        return loaders()["txt"]
    if named:
        raise DamagedFile(path, f"its name says that it is {named.description}, and its content is not")
    raise _unsupported(path, kinds.DOCUMENT_SUFFIXES.get(suffix, "a file of an unknown kind"))


def _unsupported(path: Path, kind: str) -> UnsupportedFormat:
    return UnsupportedFormat(path, kind, kinds.ADVICE.get(kind, ""))


# Formats that are text to a machine and something else to a person: read as plain text they mislead.
_TEXT_OF_OTHERS = frozenset({".mht", ".mhtml"})


def _wrong_ending(path: Path, loader: Loader) -> Problem | None:
    """What to say when a file's name claims another format than the one that it is in."""
    suffix = path.suffix.lower()
    if suffix in loader.suffixes or not (_named(suffix) or suffix in kinds.DOCUMENT_SUFFIXES):
        return None
    return Problem(
        "wrong-extension",
        f"The file's name ends in {suffix}, but its content is {loader.description}. It was read as that.",
    )
