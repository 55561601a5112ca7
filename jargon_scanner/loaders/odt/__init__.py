"""OpenDocument texts and presentations: .odt, .ott, .odp, .otp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.kinds import declared_type

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document

_MARKS = (b"opendocument.text", b"opendocument.presentation")


def recognises(head: bytes) -> bool:
    """True for a package that names itself, in its first, unpacked member, a text or a presentation."""
    return any(mark in declared_type(head) for mark in _MARKS)


def read(path: Path, data: bytes) -> Document:
    """Read an OpenDocument text or presentation.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    from jargon_scanner.loaders.odt.reading import read_text

    return read_text(path, data, PART.name)


PART = Loader(
    name="odt",
    description="an OpenDocument text",
    suffixes=(".odt", ".ott", ".odp", ".otp"),
    recognises=recognises,
    read=read,
)
