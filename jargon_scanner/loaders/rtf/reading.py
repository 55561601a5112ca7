"""From the bytes of a Rich Text file to a Document: one pass over its tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.errors import DamagedFile
from jargon_scanner.loaders.flow import Pen, document_of
from jargon_scanner.loaders.rtf.reader import Reader
from jargon_scanner.loaders.rtf.tokens import tokens

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document


def read_rtf(path: Path, data: bytes, name: str) -> Document:
    """Read a Rich Text file.

    Args:
        path: the file, for messages.
        data: its bytes.
        name: the name of the format.

    Raises:
        DamagedFile: nothing in it can be read, and it does not end.
        NoText: it holds only pictures.
    """
    reader = Reader(Pen())
    for token in tokens(data):
        reader.take(token)
        if reader.is_done:
            break
    reader.finish()
    gathered = reader.gathered
    if gathered.counts["unfinished"] and not any(passage.text for passage in gathered.passages):
        raise DamagedFile(path, "it ends before its text begins")
    return document_of(path, name, data, gathered, title=reader.title)
