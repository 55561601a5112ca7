"""Zip archives: every document in one, read by its own loader. Nothing is ever written to disk."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from jargon_scanner.document import Problem
from jargon_scanner.errors import DamagedFile, NoText, PasswordProtected, TooLarge, UnsafeFile
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.inside import MOST_BYTES, MOST_FILES, Collection, opened
from jargon_scanner.loaders.kinds import office_folder

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document
    from jargon_scanner.loaders.inside import Budget

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_ENCRYPTED = 0x1
_LARGEST = 100_000_000
_RATIO = 300
_RATIO_FROM = 10_000_000
_LITTER = ("__macosx/", "thumbs.db", "desktop.ini")


def read(path: Path, data: bytes) -> Document:
    """Read every document in an archive.

    Raises:
        DamagedFile: it is no whole archive.
        PasswordProtected: everything in it is encrypted.
        TooLarge: it unpacks to more than we read, or stands too deep in other files.
        UnsafeFile: a member's name leads out of the archive.
        NoText: there is no document in it.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _FAULTS as fault:
        raise DamagedFile(path, "it is cut short, or its contents do not fit together") from fault
    members = [info for info in archive.infolist() if not info.is_dir()]
    _check(path, members)
    wanted = [info for info in members if not _is_litter(info.filename)]
    if wanted and all(info.flag_bits & _ENCRYPTED for info in wanted):
        raise PasswordProtected(path)
    collection = Collection(path)
    with opened(path) as budget:
        for info in wanted:
            _add(collection, archive, info, budget)
    if not wanted:
        raise NoText(path, "there is no file in it")
    return collection.document(PART.name, data)


def _check(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES:
        raise TooLarge(path, f"it holds {len(members):,} files, and the limit is {MOST_FILES:,}")
    total = sum(info.file_size for info in members)
    if total > MOST_BYTES:
        raise TooLarge(path, f"it unpacks to {total / 1_000_000:,.0f} MB")
    for info in members:
        steps = info.filename.replace("\\", "/").split("/")
        if ".." in steps or ":" in steps[0] or not steps[0]:
            raise UnsafeFile(path, "a file in it is named so as to be written outside its folder")


def _is_litter(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return name.lower().startswith(_LITTER) or last.lower() in _LITTER or last.startswith((".", "~$"))


def _add(collection: Collection, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> None:
    """Unpack a member and read it, or say why not."""
    where = f'File "{info.filename}"'
    if info.flag_bits & _ENCRYPTED:
        error = PasswordProtected(info.filename)
        collection.add((), (Problem(error.code, str(error), where),))
        return
    is_tight = info.file_size > _RATIO * max(info.compress_size, 1) and info.file_size > _RATIO_FROM
    if info.file_size > min(_LARGEST, budget.left) or is_tight:
        large = TooLarge(info.filename, f"it unpacks to {info.file_size / 1_000_000:,.0f} MB")
        collection.add((), (Problem(large.code, str(large), where),))
        return
    try:
        data = archive.read(info)
    except (*_FAULTS, RuntimeError) as fault:  # RuntimeError is how zipfile says that a password is missing
        damaged = DamagedFile(info.filename, f"it cannot be unpacked ({type(fault).__name__})")
        collection.add((), (Problem(damaged.code, str(damaged), where),))
        return
    collection.add_file("File", info.filename, data, budget)


PART = Loader(
    name="zip",
    description="a zip archive",
    suffixes=(".zip",),
    recognises=lambda head: office_folder(head) == "?",
    read=read,
)
