"""From paragraphs to blocks: text with words mended across line ends, roles, labels and anchors."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.document import Block, Cell, Owner, Part, Role
from jargon_scanner.loaders.lines import Sections, shorten
from jargon_scanner.loaders.pdf.layout import BULLETS, is_mark
from jargon_scanner.loaders.pdf.page import Placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.loaders.pdf.page import Field, Line, Page, Word

Anchor: TypeAlias = tuple[Placed, ...]
"""Where each word of a block stands."""

_HYPHEN_END = re.compile(r"(?<=\w)[-\u2010\u00ad]$")
_PLAIN = re.compile(r"\w+")
_COMPOUND = re.compile(r"\w+(?:[-\u2010\u2011]\w+)+")
# First halves of compounds that English writes with a hyphen: at a line end the hyphen is one of theirs.
_FIRST_HALVES = frozenset(
    [
        "age",
        "all",
        "anti",
        "child",
        "co",
        "cross",
        "decision",
        "drug",
        "early",
        "eight",
        "ex",
        "face",
        "family",
        "first",
        "five",
        "follow",
        "four",
        "full",
        "half",
        "hand",
        "high",
        "home",
        "key",
        "late",
        "life",
        "long",
        "low",
        "mid",
        "multi",
        "nine",
        "non",
        "off",
        "older",
        "on",
        "one",
        "part",
        "peer",
        "police",
        "post",
        "problem",
        "quasi",
        "school",
        "second",
        "self",
        "semi",
        "seven",
        "short",
        "single",
        "six",
        "social",
        "solution",
        "step",
        "strengths",
        "ten",
        "third",
        "three",
        "trauma",
        "two",
        "under",
        "up",
        "well",
        "young",
        "year",
    ]
)

_BULLET = re.compile(rf"[{re.escape(BULLETS)}\ue000-\uf8ff]")
_LONGEST_HEADING = 14
_LARGER = 1.12


@dataclass(slots=True)
class Piece:
    """What becomes one block: lines of the page, or a field.

    Attributes:
        page: the page that it begins on.
        lines: its lines; empty for a field.
        typed: the form value or note, if it is one.
        part: the story that it belongs to.
        cell: its place in a table of the document.
        table: the number of that table on its page.
    """

    page: int
    lines: list[Line] = field(default_factory=list)
    typed: Field | None = None
    part: Part = "body"
    cell: Cell | None = None
    table: int = 0


class Vocabulary:
    """The words that a document writes within its lines: they tell how to mend a word cut at a line's end."""

    def __init__(self, pages: Iterable[Page]) -> None:
        """Read every word of the pages that does not stand at the end or the beginning of a line."""
        self._plain: set[str] = set()
        self._compounds: set[str] = set()
        for page in pages:
            for before, word in pairwise(page.words):
                if before.line == word.line and not word.broken:
                    text = word.text.casefold()
                    self._plain.update(_PLAIN.findall(text))
                    self._compounds.update(match.replace("\u2010", "-") for match in _COMPOUND.findall(text))

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """True when two halves of a word are written with a hyphen between them."""
        if not right[:1].islower():
            return True
        first, second = _tail(left), _head(right)
        if f"{first}-{second}" in self._compounds:
            return True
        if first + second in self._plain:
            return False
        return first in _FIRST_HALVES or "-" in left


def _tail(text: str) -> str:
    found = _PLAIN.findall(text.casefold())
    return found[-1] if found else ""


def _head(text: str) -> str:
    found = _PLAIN.match(text.casefold())
    return found[0] if found else ""


class Composer:
    """Makes the blocks of a document, in order; remembers the sections that are open."""

    def __init__(self, pages: list[Page]) -> None:
        """Learn from all pages which letters are common, and whether the document is a form."""
        self._vocabulary = Vocabulary(pages)
        self._body, self._levels = _sizes(pages)
        self._printed: Owner = "template" if any(page.has_form for page in pages) else "author"
        self._tagged_size = max(
            (_rounded(word.size) for page in pages for word in page.words if _is_heading(word)), default=0.0
        )
        self._is_titled = False
        self._sections = Sections()
        self._counts: Counter[tuple[int, str]] = Counter()
        self._scans = {page.number for page in pages if page.recognised}

    def blocks(self, pieces: Iterable[Piece]) -> Iterator[Block]:
        """A block for each piece that has words."""
        for piece in pieces:
            block = self._typed(piece, piece.typed) if piece.typed else self._printed_block(piece)
            if block.text:
                yield block

    def _typed(self, piece: Piece, typed: Field) -> Block:
        where = f"Page {piece.page}, "
        part: Part = "form-field"
        role: Role = "field"
        if typed.kind == "field":
            name = f' "{shorten(typed.name)}"' if typed.name else f" {self._next(piece.page, 'field')}"
            label = f"{where}form field{name}"
        else:
            part, role = ("comment", "paragraph") if typed.kind == "note" else ("textbox", "paragraph")
            label = f"{where}note {self._next(piece.page, 'note')}"
        anchor: Anchor = (Placed(0, len(typed.text), piece.page, typed.place),)
        section = self._sections.path
        return Block(0, 0, typed.text, label, part, role, section, piece.page, piece.cell, anchor=anchor)

    def _next(self, page: int, kind: str) -> int:
        self._counts[page, kind] += 1
        return self._counts[page, kind]

    def _printed_block(self, piece: Piece) -> Block:
        role, level = self._role(piece)
        text, anchor = self._text(piece.lines, drop_bullet=role == "list-item")
        if level is not None:
            self._sections.leave(level)
        section = self._sections.path
        if level is not None and text:
            self._sections.enter(level, text)
        label = self._label(piece, role, text) if text else ""
        return Block(
            0,
            0,
            text,
            label,
            "table" if piece.cell else piece.part,
            role,
            section,
            piece.page,
            piece.cell,
            level,
            self._printed,
            anchor,
        )

    def _label(self, piece: Piece, role: Role, text: str) -> str:
        where = f"Page {piece.page}{' (read from a scan)' if piece.page in self._scans else ''}"
        hidden = " (hidden text)" if piece.lines[0].words[0].unseen not in {"", "invisible"} else ""
        if piece.cell:
            return f"{where}, Table {piece.table}, row {piece.cell.row}, column {piece.cell.column}{hidden}"
        if piece.part in {"header", "footer"}:
            return f"{where}, {piece.part}"
        if role == "heading":
            return f'{where}, heading "{shorten(" ".join(text.split()))}"'
        return f"{where}, paragraph {self._next(piece.page, 'paragraph')}{hidden}"

    def _role(self, piece: Piece) -> tuple[Role, int | None]:
        if piece.cell:
            return "cell", None
        if piece.part != "body":
            return "paragraph", None
        words = [word for line in piece.lines for word in line.words]
        tag = piece.lines[0].tag
        if tag and tag.role == "heading":
            return "heading", (tag.level or 1) + self._is_titled
        level = self._heading_level(piece.lines, words)
        if level is not None:
            self._is_titled = self._is_titled or tag is not None
            return "heading", level
        is_item = (tag and tag.role == "list-item") or (len(words) > 1 and is_mark(words[0].text))
        return ("list-item" if is_item else "paragraph"), None

    def _heading_level(self, lines: list[Line], words: list[Word]) -> int | None:
        """How deep a heading it is, by its letters; None when it is none."""
        text = " ".join(word.text for word in words)
        letters = sum(character.isalpha() for character in text)
        if len(words) > _LONGEST_HEADING or len(lines) > 3 or letters < 3 or text.endswith((".", ",", ";")):
            return None
        if lines[0].turned or words[0].unseen:
            return None
        size = _rounded(lines[0].size)
        if self._tagged_size and lines[0].tag:  # what the file leaves out of its headings can only be a title
            return 1 if size > self._tagged_size else None
        if size > _LARGER * self._body and size in self._levels:
            return self._levels.index(size) + 1
        marked = all(word.bold for word in words) or (text == text.upper() and len(words) <= 8)
        if not marked or _BULLET.fullmatch(words[0].text) or (text.endswith(":") and len(words) < 2):
            return None
        return min(len(self._levels) + 1, 6)

    def _text(self, lines: list[Line], *, drop_bullet: bool) -> tuple[str, Anchor]:
        """The text of some lines, and where each word of it stands."""
        parts: list[str] = []
        anchor: list[Placed] = []
        offset = 0
        gap = ""
        flat = [(line, word) for line in lines for word in line.words]
        for index, (line, word) in enumerate(flat):
            if index == 0 and drop_bullet and _BULLET.fullmatch(word.text):
                continue
            following = flat[index + 1] if index + 1 < len(flat) else None
            text, next_gap = self._mended(line, word, following)
            parts += (gap, text)
            offset += len(gap)
            anchor.append(Placed(offset, len(text), line.page, word.place, word.span))
            offset += len(text)
            gap = next_gap
        return "".join(parts), tuple(anchor)

    def _mended(self, line: Line, word: Word, following: tuple[Line, Word] | None) -> tuple[str, str]:
        """A word as it stands in the text, and what stands between it and the next."""
        text = word.text
        if following is None:
            return (text + "-" if word.broken else text), ""
        next_line, next_word = following
        if next_line is line:
            return text, " "
        if not word.broken and not _HYPHEN_END.search(text):
            return text, "\n"
        stem = text if word.broken else text[:-1]
        if not next_word.text[:1].isalnum() or not stem[-1:].isalpha():
            return (text + "-" if word.broken else text), "\n"
        return (stem + "-" if self._vocabulary.keeps_hyphen(stem, next_word.text) else stem), ""


def _is_heading(word: Word) -> bool:
    return word.tag is not None and word.tag.role == "heading"


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _sizes(pages: list[Page]) -> tuple[float, list[float]]:
    """The size of ordinary letters, and those of larger ones from the largest down, at most five."""
    counts: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            if not word.turned:
                counts[_rounded(word.size)] += len(word.text)
    if not counts:
        return 0.0, []
    body = counts.most_common(1)[0][0]
    larger = sorted((size for size in counts if size > _LARGER * body), reverse=True)
    return body, larger[:5]
