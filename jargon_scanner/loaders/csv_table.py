"""Tables of values: .csv, .tsv. Each value is a cell under the name of its column."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from jargon_scanner.document import Block, Cell
from jargon_scanner.errors import DamagedFile, EmptyFile
from jargon_scanner.loaders.decoding import decode
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.inside import Collection
from jargon_scanner.loaders.lines import shorten
from jargon_scanner.loaders.sheets import check_size

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jargon_scanner.document import Document

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
_LONGEST_VALUE = 10_000_000
_LABEL_WORDS = 12


def read(path: Path, data: bytes) -> Document:
    """Read a table of values.

    Raises:
        UnknownEncoding: it is no text.
        EmptyFile: there is no value in it.
        DamagedFile: a value in it has no end.
        TooLarge: it has more values than we read.
    """
    text, problems = decode(path, data)
    if not text.strip():
        raise EmptyFile(path)
    collection = Collection(path)
    try:
        collection.add(_blocks(path, text), problems)
    except csv.Error as fault:
        raise DamagedFile(path, "its values cannot be told apart") from fault
    return collection.document(PART.name, data)


def _blocks(path: Path, text: str) -> Iterator[Block]:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter, first = _delimiter(path, lines)
    names: list[str] | None = None
    cells = 0
    limit = csv.field_size_limit(_LONGEST_VALUE)
    try:
        rows = csv.reader((f"{line}\n" for line in lines[first:]), delimiter=delimiter)
        for number, values in enumerate(rows, start=1):
            if not any(value.strip() for value in values):
                continue
            is_head = names is None
            if names is None:
                names = _names(values)
            cells += len(values)
            check_size(path, cells)
            yield from _row(number, values, names, is_head=is_head and bool(names))
    finally:
        csv.field_size_limit(limit)


def _row(number: int, values: list[str], names: list[str], *, is_head: bool) -> Iterator[Block]:
    for column, value in enumerate(values, start=1):
        words = value.strip()
        if not words:
            continue
        name = "" if is_head or column > len(names) else names[column - 1]
        yield Block(
            index=0,
            start=0,
            text=words,
            label=f"Row {number}, column {column}" + (f' "{shorten(name)}"' if name else ""),
            part="table",
            role="cell",
            cell=Cell(1, number, column),
            owner="template" if is_head else "author",
        )


def _names(values: list[str]) -> list[str]:
    """The names of the columns, if the first row looks like names: short, and none of them a number."""
    names = [" ".join(value.split()) for value in values]
    filled = [name for name in names if name]
    are_names = len(filled) > 1 and all(
        len(name.split()) <= _LABEL_WORDS and not name[0].isdigit() for name in filled
    )
    return names if are_names else []


def _delimiter(path: Path, lines: list[str]) -> tuple[str, int]:
    """The character between values, and how many lines at the top only say which it is.

    It is the one that cuts most rows into the same number of values.
    """
    if lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4], 1
    if path.suffix.lower() == ".tsv":
        return "\t", 0

    def regularity(delimiter: str) -> tuple[int, int]:
        rows = csv.reader((f"{line}\n" for line in lines[: 4 * _SAMPLE_ROWS]), delimiter=delimiter)
        lengths = [len(row) for _, row in zip(range(_SAMPLE_ROWS), rows, strict=False) if row]
        width = max(set(lengths), key=lengths.count, default=1)
        return (lengths.count(width) if width > 1 else 0), width

    return max(_DELIMITERS, key=regularity), 0


PART = Loader(
    name="csv",
    description="a table of values",
    suffixes=(".csv", ".tsv"),
    recognises=lambda _head: False,
    read=read,
    plain_text=True,
)
