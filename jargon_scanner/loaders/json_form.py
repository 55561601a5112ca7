"""Forms and answers in JSON (.json), by a mapping file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.errors import EmptyFile
from jargon_scanner.loaders.decoding import decode
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.forms.compose import document_of, not_taken
from jargon_scanner.loaders.forms.json_values import Json, take
from jargon_scanner.loaders.forms.mapping import covering, mapping_of

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document

_EXAMPLE = "$..question"


def read(path: Path, data: bytes) -> Document:
    """Read the values that a mapping file leads to.

    Raises:
        MappingMissing: no mapping file says how.
        FaultyMapping: it holds mistakes.
        DamagedFile: this is no JSON.
        UnknownEncoding: it is no text.
        TooLarge: its values stand too deep in one another.
    """
    mapping = mapping_of(path, _EXAMPLE)
    text, problems = decode(path, data)
    if not text.strip():
        raise EmptyFile(path)
    reader = Json(path)
    taken = take(path, reader.loads(text), mapping)
    problems = (*problems, *reader.problems(), *not_taken(taken.left))
    return document_of(path, PART.name, data, taken.values, problems)


PART = Loader(
    name="json",
    description="a data file (.json)",
    suffixes=(".json",),
    recognises=lambda _head: False,
    read=read,
    plain_text=True,
    companion=covering,
)
