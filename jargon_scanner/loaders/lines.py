"""Lines and sections: what the loaders of plain text and Markdown share. Blocks are slices of the file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jargon_scanner.document import Block, Document, Problem, numbered
from jargon_scanner.errors import EmptyFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Form feed, vertical tab and the Unicode separators do not end a line here: they are space inside one.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")

# A heading in a label is cut here: a label is a direction, not a text.
_LABEL_LENGTH = 60

# Far above any real paragraph; below what a language model refuses to take at once.
_LONGEST_BLOCK = 50_000
_BAR = re.compile(r"(?<!\\)\|")
_SENTENCE_END = re.compile(r"[.!?][\"'’”)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, without its line break.

    Attributes:
        number: counted from 1.
        start: offset of its first character in the file's text.
        text: the line as it stands.
    """

    number: int
    start: int
    text: str

    @property
    def blank(self) -> bool:
        """True when there is nothing to read on the line."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """How far the line is set in, a tab counting as four."""
        expanded = self.text.expandtabs(4)
        return len(expanded) - len(expanded.lstrip())


def split_lines(text: str) -> list[Line]:
    """The lines of a text, whatever system it was written on."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        if match.start() == len(text) and lines:
            break
        lines.append(Line(len(lines) + 1, match.start(), match[0].rstrip("\r\n")))
    return lines


class Sections:
    """Which headings stand above the place that a loader has reached."""

    def __init__(self) -> None:
        """Begin at the top of a document, under no heading."""
        self._open: list[tuple[int, str]] = []

    def enter(self, level: int, title: str) -> None:
        """Go under a heading; headings as deep or deeper are left."""
        self.leave(level)
        self._open.append((level, " ".join(title.split())))

    def leave(self, level: int) -> None:
        """Leave every section that a heading of this level ends."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above this place, outermost first."""
        return tuple(title for _, title in self._open)


def in_section(section: tuple[str, ...], place: str) -> str:
    """A label that names the section, where there is one: ``Section "Analysis", line 12``."""
    if not section:
        return place[:1].upper() + place[1:]
    return f'Section "{shorten(section[-1])}", {place}'


def shorten(title: str) -> str:
    """A heading short enough to stand in a label."""
    return title if len(title) <= _LABEL_LENGTH else title[: _LABEL_LENGTH - 1].rstrip() + "…"


def line_label(first: int, last: int) -> str:
    """The lines from one number to another, as a person says it."""
    return f"line {first}" if first == last else f"lines {first} to {last}"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the space at its ends; empty at ``start`` when there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return (start, start) if left == len(piece) else (start + left, start + len(piece.rstrip()))


def bar_cells(row: str) -> list[tuple[int, int]]:
    """The ranges of the cells between the bars of a table's row; bars at its ends are borders.

    A bar after a backslash belongs to the cell's text.
    """
    start, end = trimmed(row, 0, len(row))
    bars = [match.start() for match in _BAR.finditer(row, start, end)]
    if not bars or bars[0] != start:
        bars.insert(0, start - 1)
    if bars[-1] != end - 1 or len(bars) == 1:
        bars.append(end)
    return [trimmed(row, left + 1, right) for left, right in pairwise(bars)]


def document_of_slices(
    path: Path, name: str, data: bytes, text: str, blocks: Iterable[Block], problems: tuple[Problem, ...]
) -> Document:
    """A document whose text is the file itself.

    Raises:
        EmptyFile: there is nothing but blank space.
    """
    if not text.strip():
        raise EmptyFile(path)
    pieces = numbered(piece for block in blocks for piece in _pieces(block))
    title = next((block.text for block in pieces if block.role == "heading"), "")
    return Document(
        path=str(path),
        format=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        blocks=pieces,
        title=" ".join(title.split()),
        problems=problems,
    )


def _pieces(block: Block) -> Iterator[Block]:
    """A block, cut after sentences if it is far longer than a paragraph can be."""
    start = 0
    while len(block.text) - start > _LONGEST_BLOCK:
        end = _cut(block.text, start, start + _LONGEST_BLOCK)
        yield from _piece(block, start, end)
        start = end
    yield from _piece(block, start, len(block.text)) if start else (block,)


def _piece(block: Block, start: int, end: int) -> Iterator[Block]:
    start, end = trimmed(block.text, start, end)
    if end > start:
        yield replace(block, start=block.start + start, text=block.text[start:end])


def _cut(text: str, start: int, limit: int) -> int:
    """Where to cut: after the last sentence before the limit, else at the last space, else at the limit."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, limit - 2000, limit)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start + 1, limit)
    return space if space > start else limit
