"""From the bytes of an old Word file to a Document, by the best program that is installed."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from jargon_scanner.document import Problem
from jargon_scanner.errors import DamagedFile, EmptyFile, NoText, PasswordProtected, ProgramMissing, TooSlow
from jargon_scanner.loaders.doc import antiword, libreoffice
from jargon_scanner.loaders.kinds import OLD_WORD
from jargon_scanner.loaders.running import TimeOver
from jargon_scanner.loaders.text import read as read_plain
from jargon_scanner.word_file import read_word

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document

SECONDS = 90.0
"""How long a program may take over one file. LibreOffice needs two seconds for most."""
_ENCRYPTED = 0x0100
_TEXT_ONLY = Problem(
    "text-only",
    "Only the text of this old Word document was read: headings, headers and comments are not told apart, "
    "and some words may be missing. Install LibreOffice, or save it as a Word document (.docx), to read all "
    "of it.",
)


def read_old_word(path: Path, data: bytes, name: str, *, seconds: float = SECONDS) -> Document:
    """Read an old Word file.

    Args:
        path: the file, for messages; it is not opened.
        data: its bytes.
        name: the name of the format.
        seconds: how long a program may take over it.

    Raises:
        ProgramMissing: neither LibreOffice nor antiword is installed.
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    if _is_encrypted(data):
        raise PasswordProtected(path)
    try:
        document = _read(path, data, seconds)
    except TimeOver as fault:
        raise TooSlow(path, f"the program that reads it was stopped after {seconds:g} seconds") from fault
    return replace(document, path=str(path), format=name, sha256=sha256(data).hexdigest())


def _read(path: Path, data: bytes, seconds: float) -> Document:
    if libreoffice.program():
        converted = libreoffice.to_docx(data, seconds)
        if converted is None:
            raise DamagedFile(path, "LibreOffice cannot read it")
        return read_word(path, converted)
    if antiword.program():
        return _plain(path, antiword.to_text(data, seconds))
    raise ProgramMissing(path, OLD_WORD)


def _plain(path: Path, text: bytes | None) -> Document:
    if text is None:
        raise DamagedFile(path, "antiword cannot read it")
    try:
        document = read_plain(path, text)
    except EmptyFile as fault:
        raise NoText(path, "it holds only pictures") from fault
    return replace(document, problems=(*document.problems, _TEXT_ONLY))


def _is_encrypted(data: bytes) -> bool:
    """Whether the file's main stream says that it is encrypted: Word's mark, then a flag."""
    at = data.find(b"\xec\xa5", 512)
    while at >= 0 and at % 512:
        at = data.find(b"\xec\xa5", at + 1)
    return at >= 0 and bool(int.from_bytes(data[at + 10 : at + 12], "little") & _ENCRYPTED)
