"""What a loader is. One format, one module of this package with a ``PART``; or an entry point elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jargon_scanner.document import Document


@dataclass(frozen=True, slots=True)
class Loader:
    """Reads one format.

    Attributes:
        name: the format's name in reports: "docx".
        description: what a person calls it, with an article: "a Word document".
        suffixes: the file endings that belong to it, small letters, with the dot.
        recognises: true when the bytes of a file say that it is of this format, whatever its name. It is
            asked with all of them, or with the first few thousand where a folder is searched. Text formats
            cannot be told by bytes: theirs returns False, and the suffix decides.
        read: the document at a path. The bytes are given so that a file is read once.
        plain_text: true for formats that are text, which any text editor opens.
        companion: for data that is a document only where another file says how to read it: that file, or
            None. Without one, a file of a folder is passed over.
    """

    name: str
    description: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[Path, bytes], Document]
    plain_text: bool = False
    companion: Callable[[Path], Path | None] | None = None
