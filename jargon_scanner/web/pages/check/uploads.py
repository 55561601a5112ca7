"""What a person gave us to read: a file that they dropped, or text that they pasted. It stays in memory."""

from __future__ import annotations

import asyncio
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from jargon_scanner.errors import ScannerError
from jargon_scanner.web.pages.check.jobs import Read

if TYPE_CHECKING:
    from starlette.requests import Request

_PASTED = "Pasted text.txt"
_LONGEST_NAME = 150


class NothingGiven(ScannerError):
    """A form without a document in it."""

    code = "nothing-given"


class _InMemory(MultiPartParser):
    """Keeps a file in memory, however large: the guard at the door has seen that it is not too large."""

    spool_max_size = 1 << 40


async def read_upload(request: Request, max_bytes: int) -> Read:
    """The document in a form.

    Args:
        request: a form with ``file``, or with ``text``.
        max_bytes: the most that the text may have.

    Raises:
        NothingGiven: there is no document in it.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise NothingGiven("Choose a file, or paste some text, and press “Check it”.")
    parser = _InMemory(request.headers, request.stream(), max_files=1, max_fields=4, max_part_size=max_bytes)
    try:
        form = await parser.parse()
    except MultiPartException:
        raise NothingGiven("What was sent could not be understood. Choose the file again.") from None
    file, text = form.get("file"), form.get("text")
    if isinstance(file, UploadFile) and file.filename:
        return Read(name_of(file.filename), await file.read())
    if isinstance(text, str) and text.strip():
        data = await asyncio.to_thread(text.replace("\r\n", "\n").encode, "utf-8", "replace")
        return Read(_PASTED, data)
    raise NothingGiven("Choose a file, or paste some text, and press “Check it”.")


def name_of(sent: str) -> str:
    """A file's own name, without the folders that some browsers send, as long as any system takes."""
    name = PureWindowsPath(PurePosixPath(sent.replace("\0", "")).name).name.strip() or "document"
    stem, dot, ending = name.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:20]}" if stem else name[:_LONGEST_NAME]
