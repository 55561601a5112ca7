"""Rich Text documents: .rtf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document


def read(path: Path, data: bytes) -> Document:
    """Read a Rich Text file.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    from jargon_scanner.loaders.rtf.reading import read_rtf

    return read_rtf(path, data, PART.name)


PART = Loader(
    name="rtf",
    description="a Rich Text document",
    suffixes=(".rtf",),
    recognises=lambda head: head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"),
    read=read,
)
