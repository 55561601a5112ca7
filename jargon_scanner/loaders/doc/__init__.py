"""Word documents of the old kind (.doc, .dot), read through LibreOffice, else antiword."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.kinds import is_old_word

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document


def read(path: Path, data: bytes) -> Document:
    """Read an old Word file.

    Raises:
        ProgramMissing: neither LibreOffice nor antiword is installed.
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    from jargon_scanner.loaders.doc.reading import read_old_word

    return read_old_word(path, data, PART.name)


PART = Loader(
    name="doc",
    description="a Word document of the old kind",
    suffixes=(".doc", ".dot"),
    recognises=is_old_word,
    read=read,
)
