"""Word documents and templates: .docx, .docm, .dotx, .dotm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader
from jargon_scanner.word_file import is_encrypted, read_word

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document

_FIRST_MEMBER = b"PK\x03\x04"
_OTHER_ZIPS = (b"mimetypeapplication/vnd.oasis.opendocument", b"mimetypeapplication/epub")
"""These formats say what they are in their first, unpacked member."""


def recognises(head: bytes) -> bool:
    """True for a zip that may be a Word package, and for an Office file with a password.

    Which Office format a zip is stands too deep in it for its first bytes: ``read`` says what it is instead,
    if it is a spreadsheet or a presentation. Given the whole of a file with a password, this tells it from
    other old Office files; its first bytes alone may not.
    """
    is_zip = head.startswith(_FIRST_MEMBER) and not any(mark in head[:200] for mark in _OTHER_ZIPS)
    return is_zip or is_encrypted(head)


def read(path: Path, data: bytes) -> Document:
    """Read a Word file.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    return read_word(path, data)


PART = Loader(
    name="docx",
    description="a Word document",
    suffixes=(".docx", ".docm", ".dotx", ".dotm"),
    recognises=recognises,
    read=read,
)
