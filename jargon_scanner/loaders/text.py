"""Plain text (.txt): the file itself, cut into paragraphs, list items, headings and table cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.document import Block, Cell, Document, Role
from jargon_scanner.loaders.decoding import decode
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.lines import (
    Line,
    Sections,
    bar_cells,
    document_of_slices,
    in_section,
    line_label,
    split_lines,
    trimmed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LIST_MARK = re.compile(
    r"\s*(?:[-*•‣◦▪●·–—]|o(?=\s{2}|\t)|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+(?=\S)"
)
_UNDERLINE = re.compile(r"\s*(=+|-+|~+|_+|\*+)\s*$")
_RULE = re.compile(r"[\s=\-_*~#+|.·•—–]*$")
_FIELD = re.compile(r"\s*[A-Z][\w /()&'’.-]{0,40}:(?:\s|$)")
_BETWEEN_TABS = re.compile(r"[^\t]+")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_SENTENCE_END = re.compile(r"[.!?:;][\"'’”)\]]*\s*$")

# Nobody wraps lines by hand at more than this; a file with longer lines has one paragraph a line.
_WIDEST_WRAP = 140
_NARROWEST_WRAP = 45
# A line is full when the next word would have taken it past this share of the widest line.
_FULL = 0.85
# A line whose sentence is open goes on when it is longer than this share.
_OPEN = 0.7
_LONGEST_HEADING = 80


def read(path: Path, data: bytes) -> Document:
    """Read a file of plain text.

    Raises:
        UnknownEncoding: it is no text.
        EmptyFile: it holds nothing but blank space.
    """
    text, problems = decode(path, data)
    return document_of_slices(path, PART.name, data, text, _Scan(text).blocks(), problems)


class _Scan:
    """One pass over the lines of a text; each step takes the lines of one block."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = split_lines(text)
        self._width = _wrap_width(self._lines)
        self._sections = Sections()
        self._tables = 0

    def blocks(self) -> Iterator[Block]:
        """The blocks in order."""
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if line.blank or _is_rule(line):
                at += 1
            elif self._is_heading(at):
                block = self._block(at, at, "heading", level=self._leave(at))
                self._sections.enter(block.level or 2, block.text)
                yield block
                at += 1
            elif self._table_end(at) > at + 1:
                end = self._table_end(at)
                yield from self._table(at, end)
                at = end
            else:
                end = self._paragraph_end(at)
                mark = _LIST_MARK.match(line.text)
                role: Role = "list-item" if mark else "paragraph"
                yield self._block(at, end - 1, role, skip=mark.end() if mark else 0)
                at = end

    def _leave(self, at: int) -> int:
        """Leave the sections that a heading ends; its level."""
        mark = _UNDERLINE.match(self._lines[at + 1].text) if at + 1 < len(self._lines) else None
        level = 1 if mark and mark[1].startswith("=") else 2
        self._sections.leave(level)
        return level

    def _block(self, first: int, last: int, role: Role, skip: int = 0, level: int | None = None) -> Block:
        lines = self._lines
        start, end = trimmed(self._text, lines[first].start + skip, lines[last].start + len(lines[last].text))
        section = self._sections.path
        label = in_section(section, line_label(lines[first].number, lines[last].number))
        return Block(0, start, self._text[start:end], label, role=role, section=section, level=level)

    def _is_heading(self, at: int) -> bool:
        """An underlined line, or a short line in capitals that no paragraph runs into."""
        line = self._lines[at]
        words = line.text.strip()
        if len(words) > _LONGEST_HEADING or _LIST_MARK.match(line.text) or "\t" in words or "|" in words:
            return False
        if at + 1 < len(self._lines) and _underlines(self._lines[at + 1], line):
            return True
        letters = [character for character in words if character.isalpha()]
        if (
            len(letters) < 3
            or words != words.upper()
            or words == words.lower()
            or words.endswith((".", ",", ";"))
        ):
            return False
        return at == 0 or not self._runs_on(at - 1)

    def _table_end(self, at: int) -> int:
        """The index after the last line of a table that begins here; rows have cells between tabs or bars."""
        end = at
        while (
            end < len(self._lines)
            and _row_cells(self._lines[end]) > 1
            and not _LIST_MARK.match(self._lines[end].text)
        ):
            end += 1
            while end < len(self._lines) and not self._lines[end].blank and _is_rule(self._lines[end]):
                end += 1
        return end

    def _table(self, first: int, end: int) -> Iterator[Block]:
        self._tables += 1
        row = 0
        for line in self._lines[first:end]:
            if _is_rule(line):
                continue
            row += 1
            for column, (start, stop) in enumerate(_cells(line), start=1):
                if start == stop:
                    continue
                yield Block(
                    0,
                    line.start + start,
                    line.text[start:stop],
                    in_section(
                        self._sections.path, f"{line_label(line.number, line.number)}, column {column}"
                    ),
                    part="table",
                    role="cell",
                    section=self._sections.path,
                    cell=Cell(self._tables, row, column),
                )

    def _paragraph_end(self, at: int) -> int:
        """The index after the last line of the paragraph or list item that begins here."""
        end = at + 1
        while end < len(self._lines) and not self._starts_anew(end) and self._runs_on(end - 1):
            end += 1
        return end

    def _starts_anew(self, at: int) -> bool:
        line = self._lines[at]
        if line.blank or _is_rule(line) or _LIST_MARK.match(line.text) or _FIELD.match(line.text):
            return True
        return self._table_end(at) > at + 1 or (
            at + 1 < len(self._lines) and _underlines(self._lines[at + 1], line)
        )

    def _runs_on(self, at: int) -> bool:
        """True when the paragraph of a line goes on in the next: the line was full, or a sentence is open."""
        line, following = self._lines[at], self._lines[at + 1]
        if line.blank or following.blank or _is_rule(line):
            return False
        word = _FIRST_WORD.match(following.text)
        first = word[1] if word else ""
        length = len(line.text.rstrip())
        if not _SENTENCE_END.search(line.text) and (first[:1].islower() or length > _OPEN * self._width > 0):
            return True
        if following.indent > line.indent and _LIST_MARK.match(line.text):
            return True
        return length + 1 + len(first) > _FULL * self._width > 0


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the lines of a file were wrapped by hand; 0 if they were not."""
    widths = [len(line.text.rstrip()) for line in lines if _row_cells(line) < 2]
    widest = max(widths, default=0)
    # One long line among short ones was not wrapped: nothing else reaches its width.
    full = sum(1 for width in widths if width > _FULL * widest)
    return widest if full > 1 and _NARROWEST_WRAP <= widest <= _WIDEST_WRAP else 0


def _is_rule(line: Line) -> bool:
    """True for a line of dashes and the like, which has no words."""
    return not line.blank and bool(_RULE.match(line.text))


def _underlines(under: Line, line: Line) -> bool:
    mark = _UNDERLINE.match(under.text)
    width = len(line.text.strip())
    return bool(mark) and len(under.text.strip()) >= max(3, width // 2) and width > 0 and not _is_rule(line)


def _row_cells(line: Line) -> int:
    """How many cells with words a line has, if it were a row of a table."""
    if "\t" not in line.text and "|" not in line.text:
        return 1
    return sum(1 for start, end in _cells(line) if end > start)


def _cells(line: Line) -> list[tuple[int, int]]:
    """The ranges of a row's cells in its line: between bars, or between gaps of tabs."""
    if "|" in line.text:
        return bar_cells(line.text)
    start, end = trimmed(line.text, 0, len(line.text))
    return [trimmed(line.text, *match.span()) for match in _BETWEEN_TABS.finditer(line.text, start, end)]


PART = Loader(
    name="txt",
    description="plain text",
    suffixes=(".txt", ".text"),
    recognises=lambda _head: False,
    read=read,
    plain_text=True,
)
