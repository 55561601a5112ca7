"""Forms and answers in JSON Lines (.jsonl, .ndjson), by a mapping file: a record a line, one list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jargon_scanner.document import Problem
from jargon_scanner.errors import DamagedFile, EmptyFile
from jargon_scanner.loaders.decoding import decode
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.forms.compose import document_of, not_taken
from jargon_scanner.loaders.forms.json_values import Json, take
from jargon_scanner.loaders.forms.mapping import covering, mapping_of
from jargon_scanner.loaders.lines import split_lines

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document

_EXAMPLE = "$[*].text"


def read(path: Path, data: bytes) -> Document:
    """Read the values that a mapping file leads to, from a list of the records of all lines.

    A line that is no JSON is named and costs only itself.

    Raises:
        MappingMissing: no mapping file says how.
        FaultyMapping: it holds mistakes.
        DamagedFile: no line of it is JSON.
        UnknownEncoding: it is no text.
        TooLarge: its values stand too deep in one another.
    """
    mapping = mapping_of(path, _EXAMPLE)
    text, problems = decode(path, data)
    if not text.strip():
        raise EmptyFile(path)
    reader = Json(path)
    records: list[Any] = []
    lines: list[int] = []
    broken: list[Problem] = []
    for line in split_lines(text):
        if line.blank:
            continue
        try:
            records.append(reader.loads(line.text))
        except DamagedFile:
            where = f"Line {line.number}"
            broken.append(Problem("part-unreadable", "This line is no JSON and was not read.", where))
            continue
        lines.append(line.number)
    if not records:
        raise DamagedFile(path, "none of its lines is JSON")
    taken = take(path, records, mapping, lines)
    problems = (*problems, *broken, *reader.problems(), *not_taken(taken.left))
    return document_of(path, PART.name, data, taken.values, problems)


PART = Loader(
    name="jsonl",
    description="a data file (.jsonl)",
    suffixes=(".jsonl", ".ndjson"),
    recognises=lambda _head: False,
    read=read,
    plain_text=True,
    companion=covering,
)
