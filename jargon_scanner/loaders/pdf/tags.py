"""What a tagged PDF says of itself, by PDFium: headings, lists, cells, and the order in which it is read.

Word writes a tree of paragraphs beside the letters of a PDF, and so do programs for accessible documents.
Some programs write a poor one: a paragraph for each line, or one for the whole page. ``are_trusted`` tells.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from jargon_scanner.loaders.pdf.page import Tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.loaders.pdf.page import Word

_HEADING = re.compile(r"H([1-6]?)|Title")
_PARAGRAPHS = frozenset(
    {"P", "Caption", "BlockQuote", "Note", "TOCI", "TH", "TD", "LI", "Div", "Sect", "Art", "Part"}
)
_MOST_ELEMENTS = 50_000
_DEEPEST = 100
# Of the words that can be seen, so many have a tag: the rest are headers, footers and page numbers.
_TAGGED_SHARE = 0.8
# Of the paragraphs that follow one another, so many may end as if the next went on with their sentence.
_TORN_SHARE = 0.1
_LONGEST_PARAGRAPH = 500


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an element of the tree."""

    tag: Tag
    table: _Table | None = None
    in_item: bool = False


def read_tags(page: Any) -> dict[int, Tag]:
    """The tag of each stretch of marked letters of a page, by its number.

    Args:
        page: a PDFium page.
    """
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        return _Tree().read(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


class _Tree:
    """A walk over the tree of a page."""

    def __init__(self) -> None:
        self._tags: dict[int, Tag] = {}
        self._met = 0
        self._paragraphs = 0
        self._tables = 0

    def read(self, elements: Iterable[Any]) -> dict[int, Tag]:
        for element in elements:
            if element:
                self._element(element, _Around(Tag(0)), 0)
        return self._tags

    def _element(self, element: Any, around: _Around, depth: int) -> None:
        self._met += 1
        if self._met > _MOST_ELEMENTS or depth > _DEEPEST:
            return
        inside = self._inside(_type_of(element), around)
        for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                self._element(child, inside, depth + 1)
                continue
            number = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if number >= 0:
                self._tags[number] = inside.tag

    def _inside(self, kind: str, around: _Around) -> _Around:
        """What stands around the children of an element."""
        heading = _HEADING.fullmatch(kind)
        if kind == "Table":
            self._tables += 1
            return replace(around, table=_Table(self._tables), in_item=False)
        if kind == "TR" and around.table:
            around.table.row += 1
            around.table.column = 0
        elif heading:
            level = int(heading[1] or 1)
            return replace(around, tag=Tag(self._next(), "heading", level, around.tag.cell))
        elif kind in {"TD", "TH"} and around.table:
            around.table.column += 1
            cell = around.table.number, around.table.row, around.table.column
            return _Around(Tag(self._next(), cell=cell))
        elif kind == "LI":
            return replace(around, tag=Tag(self._next(), "list-item", cell=around.tag.cell), in_item=True)
        elif kind in _PARAGRAPHS and not around.in_item:  # a bullet and the paragraph beside it are one
            return replace(around, tag=Tag(self._next(), cell=around.tag.cell))
        return around

    def _next(self) -> int:
        self._paragraphs += 1
        return self._paragraphs


def _type_of(element: Any) -> str:
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def are_trusted(words: tuple[Word, ...]) -> bool:
    """Whether the tags of a page's words tell of paragraphs as a person sees them."""
    seen = [word for word in words if not word.unseen]
    tagged = [(word.tag, word) for word in seen if word.tag]
    if not tagged or len(tagged) < _TAGGED_SHARE * len(seen):
        return False
    tagged.sort(key=lambda one: one[0].order)
    paragraphs = [[word.text for _, word in group] for _, group in groupby(tagged, key=lambda one: one[0])]
    if max(map(len, paragraphs)) > _LONGEST_PARAGRAPH:
        return False
    torn = sum(before[-1][-1:].isalpha() and after[0][:1].islower() for before, after in pairwise(paragraphs))
    return torn <= max(2, _TORN_SHARE * len(paragraphs))


def in_order(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words in the order of their tags; what has none goes with what is drawn before it."""
    orders: list[int] = []
    for word in words:
        orders.append(word.tag.order if word.tag else orders[-1] if orders else 0)
    ranked = sorted(range(len(words)), key=lambda index: (orders[index], index))
    return tuple(words[index] for index in ranked)
