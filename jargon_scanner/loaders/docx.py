"""Word documents and templates: .docx, .docm, .dotx, .dotm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.kinds import office_folder
from jargon_scanner.word_file import is_encrypted, read_word

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document


def recognises(head: bytes) -> bool:
    """True for a zip that may be a Word package, and for an Office file with a password.

    Given the whole of a file with a password, this tells it from other old Office files; its first bytes
    alone may not.
    """
    return office_folder(head) == "word/" or is_encrypted(head)


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
