"""Markdown (.md): the file itself; blocks are slices of it without the marks of headings, lists and tables.

A scanner of lines, not a full parser of Markdown: parsers lose the place of each character. Marks inside a
line (``**``, links) stay in the block; what a parser would hide (front matter, code) is read, for a child may
read it too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.document import Block, Cell, Document, Part, Role
from jargon_scanner.loaders.decoding import decode
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.lines import (
    Line,
    Sections,
    bar_cells,
    document_of_slices,
    in_section,
    line_label,
    shorten,
    split_lines,
    trimmed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_SETEXT = re.compile(r"[ \t]{0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r"[ \t]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\](?=[ \t]|$)[ \t]*)?|$)")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})[^`]*$")
_FOOTNOTE = re.compile(r"[ \t]{0,3}\[\^[^\]\s]+\]:[ \t]*")
_DELIMITERS = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*$")
_FRONT_MATTER = re.compile(r"---[ \t]*$")
_FRONT_MATTER_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")


def read(path: Path, data: bytes) -> Document:
    """Read a Markdown file.

    Raises:
        UnknownEncoding: it is no text.
        EmptyFile: it holds nothing but blank space.
    """
    text, problems = decode(path, data)
    return document_of_slices(path, PART.name, data, text, _Scan(text).blocks(), problems)


class _Scan:
    """One pass over the lines of a file; each step takes the lines of one construct."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = split_lines(text)
        self._sections = Sections()
        self._tables = 0

    def blocks(self) -> Iterator[Block]:
        """The blocks in order."""
        at = self._front_matter_end()
        for line in self._lines[:at]:
            if not line.blank and not _FRONT_MATTER_END.match(line.text):
                yield self._block(line, line, "field")
        while at < len(self._lines):
            end, blocks = self._step(at)
            yield from blocks
            at = end

    def _step(self, at: int) -> tuple[int, list[Block]]:
        """The construct that begins at a line: the index after it, and its blocks."""
        line = self._lines[at]
        if line.blank:
            return at + 1, []
        if _FENCE.match(line.text):
            return self._code(at)
        if _HEADING.match(line.text):
            return at + 1, self._heading(line)
        if self._begins_table(at):
            return self._table(at)
        if _RULE.match(line.text):
            return at + 1, []
        if _QUOTE.match(line.text):
            return at + 1, self._quoted(line)
        return self._paragraph(at)

    def _front_matter_end(self) -> int:
        """The index after the front matter; 0 when there is none."""
        if not self._lines or not _FRONT_MATTER.match(self._lines[0].text):
            return 0
        for at, line in enumerate(self._lines[1:], start=1):
            if _FRONT_MATTER_END.match(line.text):
                return at + 1
            # Front matter has no empty lines to speak of; a rule at the top of a letter has.
            if line.blank or _HEADING.match(line.text):
                return 0
        return 0

    def _block(
        self,
        first: Line,
        last: Line,
        role: Role,
        *,
        skip: int = 0,
        drop: int = 0,
        level: int | None = None,
        part: Part = "body",
    ) -> Block:
        """The slice from one line to another, without ``skip`` characters before and ``drop`` after it."""
        end = last.start + len(last.text) - drop
        start, end = trimmed(self._text, first.start + skip, end)
        section = self._sections.path
        label = in_section(section, line_label(first.number, last.number))
        return Block(0, start, self._text[start:end], label, part, role, section, level=level)

    def _heading(self, line: Line) -> list[Block]:
        mark = _HEADING.match(line.text)
        skip = mark.end() if mark else 0
        level = len(mark[1]) if mark else 1
        closing = _CLOSING.search(line.text, skip)
        return self._headed(
            line, line, level, skip=skip, drop=len(line.text) - closing.start() if closing else 0
        )

    def _headed(self, first: Line, last: Line, level: int, *, skip: int = 0, drop: int = 0) -> list[Block]:
        """A heading's block, which stands under the headings above it, and the section that it opens."""
        self._sections.leave(level)
        block = self._block(first, last, "heading", skip=skip, drop=drop, level=level)
        if not block.text:
            return []
        self._sections.enter(level, block.text)
        return [block]

    def _code(self, at: int) -> tuple[int, list[Block]]:
        """Fenced text, read as paragraphs: people paste e-mails between fences."""
        fence = _FENCE.match(self._lines[at].text)
        mark = fence[1] if fence else "```"
        closing = re.compile(rf"[ \t]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
        end = at + 1
        while end < len(self._lines) and not closing.match(self._lines[end].text):
            end += 1
        blocks: list[Block] = []
        first: Line | None = None
        for number, line in enumerate(self._lines[at + 1 : end], start=at + 1):
            first = first or (None if line.blank else line)
            ends_here = number + 1 == end or self._lines[number + 1].blank
            if first and not line.blank and ends_here:
                blocks.append(self._block(first, line, "paragraph"))
                first = None
        return end + 1, blocks

    def _begins_table(self, at: int) -> bool:
        following = at + 1
        return (
            following < len(self._lines)
            and "|" in self._lines[at].text
            and "|" in self._lines[following].text
            and bool(_DELIMITERS.match(self._lines[following].text))
        )

    def _table(self, at: int) -> tuple[int, list[Block]]:
        self._tables += 1
        header = self._lines[at]
        names = [header.text[start:end] for start, end in bar_cells(header.text)]
        blocks = self._row(header, 1, [])
        end = at + 2
        while (
            end < len(self._lines)
            and "|" in self._lines[end].text
            and not _FENCE.match(self._lines[end].text)
        ):
            blocks += self._row(self._lines[end], end - at, names)
            end += 1
        return end, blocks

    def _row(self, line: Line, row: int, names: list[str]) -> list[Block]:
        blocks: list[Block] = []
        for column, (start, end) in enumerate(bar_cells(line.text), start=1):
            if start == end:
                continue
            name = names[column - 1] if column <= len(names) else ""
            place = f'"{shorten(name)}"' if name else f"column {column}"
            blocks.append(
                Block(
                    0,
                    line.start + start,
                    line.text[start:end],
                    f"Table {self._tables}, row {row}, {place}",
                    "table",
                    "cell",
                    self._sections.path,
                    cell=Cell(self._tables, row, column),
                )
            )
        return blocks

    def _quoted(self, line: Line) -> list[Block]:
        """A line of a quotation, a block of its own: a slice over two would hold the mark of the second."""
        mark = _QUOTE.match(line.text)
        skip = mark.end() if mark else 0
        heading, item = _HEADING.match(line.text, skip), _ITEM.match(line.text, skip)
        inner = heading or item
        role: Role = "list-item" if item else "paragraph"
        block = self._block(line, line, role, skip=inner.end() if inner else skip)
        return [block] if block.text else []

    def _paragraph(self, at: int) -> tuple[int, list[Block]]:
        """A paragraph, list item or footnote with the lines that go on; or a heading with a line under it."""
        first = self._lines[at]
        item, note = _ITEM.match(first.text), _FOOTNOTE.match(first.text)
        end = at + 1
        while end < len(self._lines) and not self._interrupts(end):
            if not item and _SETEXT.match(self._lines[end].text):
                level = 1 if "=" in self._lines[end].text else 2
                return end + 1, self._headed(first, self._lines[end - 1], level)
            end += 1
        mark = item or note
        role: Role = "list-item" if item else "paragraph"
        part: Part = "footnote" if note else "body"
        block = self._block(first, self._lines[end - 1], role, skip=mark.end() if mark else 0, part=part)
        return end, [block] if block.text else []

    def _interrupts(self, at: int) -> bool:
        """True when a line cannot go on with the paragraph above it."""
        line = self._lines[at]
        if _SETEXT.match(line.text) and not line.blank:
            return False
        marks = (_FENCE, _HEADING, _RULE, _QUOTE, _ITEM, _FOOTNOTE)
        return line.blank or any(mark.match(line.text) for mark in marks) or self._begins_table(at)


PART = Loader(
    name="md",
    description="a Markdown document",
    suffixes=(".md", ".markdown"),
    recognises=lambda _head: False,
    read=read,
    plain_text=True,
)
