"""PDFium's characters on a page: which letters they are, and where each of them stands."""

from __future__ import annotations

import ctypes
import re
from contextlib import contextmanager
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.loaders.pdf.page import Place, Placed

# Not letters, though they stand among them: controls, soft hyphens, joiners and other marks without width.
_NO_WIDTH = re.compile("[\x00-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff\ufff0-\ufffb]")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}  # these
)


def clean(text: str) -> str:
    """The letters of some characters: ligatures taken apart, marks without width left out."""
    if text.isascii() and text.isprintable():
        return text
    text = _NO_WIDTH.sub("", text).translate(_LIGATURES)
    if any("\ud800" <= character <= "\udfff" for character in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


class Places:
    """Where the characters of a page stand, in the page's own coordinates."""

    def __init__(self, raw: Any) -> None:
        """Take the text of a page as PDFium loaded it."""
        self._raw = raw
        self._rectangle = pdfium.FS_RECTF()
        self._reference = ctypes.byref(self._rectangle)
        self._edges = tuple(ctypes.c_double() for _ in range(4))

    def between(self, start: int, end: int) -> Place | None:
        """The place of the characters of a word, by the first and the last of them."""
        first = self._of(start)
        if end - start == 1 or first is None:
            return first
        last = self._of(end - 1)
        return first if last is None else around_both(first, last)

    def part(self, word: Placed, start: int, end: int) -> Place:
        """The place of a part of a word: of "ICPC" in "(ICPC),".

        Args:
            word: as the loader placed it.
            start: offset of the part's first letter in the word.
            end: offset just after its last letter.

        Returns:
            Left, bottom, right, top; of the whole word where its letters cannot be told apart.
        """
        if word.span is None or (start <= 0 and end >= word.length):
            return word.place
        first, last = word.span
        codes = (pdfium.FPDFText_GetUnicode(self._raw, index) for index in range(first, last))
        widths = [len(clean(chr(code))) if 0 < code < 0x110000 else 0 for code in codes]
        # A hyphen at a line's end can stand in the text and not on the page, or the other way round.
        if abs(sum(widths) - word.length) > 1:
            return word.place
        edges = pairwise(accumulate(widths, initial=0))
        inside = [first + index for index, (left, right) in enumerate(edges) if left < end and right > start]
        place = self.between(inside[0], inside[-1] + 1) if inside else None
        return place or word.place

    def _of(self, index: int) -> Place | None:
        box = self._rectangle
        found = pdfium.FPDFText_GetLooseCharBox(self._raw, index, self._reference)
        # Some fonts (Type 3) say no ascent; then the drawn shape is what there is.
        place = box.left, box.bottom, box.right, box.top
        if found and abs(place[3] - place[1]) > 0.1:
            return place if place[0] <= place[2] and place[1] <= place[3] else _ordered(*place)
        left, right, bottom, top = self._edges
        references = (ctypes.byref(edge) for edge in self._edges)
        if not pdfium.FPDFText_GetCharBox(self._raw, index, *references):
            return None
        return _ordered(left.value, bottom.value, right.value, top.value)


@contextmanager
def places_on(page: Any) -> Iterator[Places]:
    """The places of a PDFium page's characters, as long as they are needed."""
    raw = pdfium.FPDFText_LoadPage(page)
    try:
        yield Places(raw)
    finally:
        pdfium.FPDFText_ClosePage(raw)


def around_both(one: Place, other: Place) -> Place:
    """The smallest rectangle that holds two."""
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _ordered(left: float, bottom: float, right: float, top: float) -> Place:
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
