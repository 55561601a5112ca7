"""The words of a page, by PDFium: characters in step with their boxes, and whether a person can see them."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from jargon_scanner.loaders.pdf.letters import Places, clean
from jargon_scanner.loaders.pdf.page import Box, Tag, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# PDFium marks a hyphen at the end of a line with one of these, and leaves the line break out.
_HYPHENS = "\x02\ufffe"
_TOKEN = re.compile(rf"[\r\n]+|[{_HYPHENS}]+|[^\s{_HYPHENS}]+")

_TINY = 2.0
_NEARLY_WHITE = 250
_FORCE_BOLD = 1 << 18
_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class View:
    """How a page is seen: its visible part and its quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width as seen."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as seen."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def seen(self, place: tuple[float, float, float, float]) -> Box:
        """The box, as seen, of a rectangle in the page's own coordinates: left, bottom, right, top."""
        if not self.turns:
            left, bottom, right, top = place
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        x0, y0 = self._point(place[0], place[1])
        x1, y1 = self._point(place[2], place[3])
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def place(self, box: Box) -> tuple[float, float, float, float]:
        """The rectangle in the page's own coordinates of a box as seen: ``seen``, turned back."""
        x0, y0 = self._own(box.x0, box.top)
        x1, y1 = self._own(box.x1, box.bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _own(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 1:
            return y + self.left, x + self.bottom
        if self.turns == 2:
            return self.right - x, y + self.bottom
        if self.turns == 3:
            return self.right - y, self.top - x
        return x + self.left, self.top - y

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


@dataclass(frozen=True, slots=True)
class _Style:
    turned: int
    size: float
    bold: bool
    unseen: str
    white: bool
    tag: Tag | None = None


_PLAIN = _Style(0, 0.0, bold=False, unseen="", white=False)


def read_words(
    page: Any, view: View, is_backed: Callable[[tuple[float, float]], bool], tags: Mapping[int, Tag]
) -> tuple[Word, ...]:
    """The words of a page in the order in which the file draws them.

    Args:
        page: a PDFium page.
        view: how it is seen.
        is_backed: true for a point with something dark behind it, where white letters can be seen.
        tags: what the file says of its marked letters.
    """
    raw = pdfium.FPDFText_LoadPage(page)
    if not raw:
        return ()
    try:
        return tuple(_Reader(raw, view, is_backed, tags).read())
    finally:
        pdfium.FPDFText_ClosePage(raw)


class _Reader:
    def __init__(
        self,
        raw: Any,
        view: View,
        is_backed: Callable[[tuple[float, float]], bool],
        tags: Mapping[int, Tag],
    ) -> None:
        self._raw = raw
        self._tags = tags
        self._view = view
        self._is_backed = is_backed
        self._styles: dict[int, _Style] = {}
        self._words: list[Word] = []
        self._places = Places(raw)

    def read(self) -> list[Word]:
        """The words, in the order in which they are drawn."""
        text = self._characters()
        line = 0
        pending: tuple[int, int] | None = None
        for match in _TOKEN.finditer(text):
            hyphen = match[0][0] in _HYPHENS
            if pending:
                self._word(text, *pending, line, broken=hyphen)
                pending = None
            if hyphen or match[0][0] in "\r\n":
                line += 1
            else:
                pending = match.span()
        if pending:
            self._word(text, *pending, line, broken=False)
        return self._words

    def _characters(self) -> str:
        """One character for each index of PDFium. Its quick answer is used where it is in step."""
        count = pdfium.FPDFText_CountChars(self._raw)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 2))()
        written = pdfium.FPDFText_GetText(self._raw, 0, count, buffer)
        if written == count + 1:
            text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
            if len(text) == count and self._in_step(text):
                return text
        codes = (pdfium.FPDFText_GetUnicode(self._raw, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\u200b" for code in codes)

    def _in_step(self, text: str) -> bool:
        """Compare the first character of each line; where the quick text drifts, later lines show it."""
        starts = [match.end() for match in re.finditer(r"[\r\n]+", text) if match.end() < len(text)]
        return all(
            pdfium.FPDFText_GetUnicode(self._raw, index) == ord(text[index])
            for index in (0, *starts, len(text) - 1)
            if text[index] not in _HYPHENS
        )

    def _word(self, text: str, start: int, end: int, line: int, *, broken: bool) -> None:
        """Take the word between two indexes; two, if it turns a corner (PDFium joins what is drawn close)."""
        style = self._style(start)
        if end - start > 1 and self._style(end - 1).turned != style.turned:
            corner = next(index for index in range(start, end) if self._style(index).turned != style.turned)
            self._word(text, start, corner, line, broken=False)
            self._word(text, corner, end, line, broken=broken)
            return
        letters = clean(text[start:end])
        place = self._places.between(start, end) if letters else None
        # A damaged file can place letters nowhere, or infinitely far away.
        if place is None or not math.isfinite(sum(place)):
            return
        box = self._view.seen(place)
        size = style.size or (box.width if style.turned % 2 else box.height)
        unseen = self._unseen(style, box, size)
        span = (start, end)
        self._words.append(
            Word(letters, box, place, line, size, style.turned, style.bold, unseen, broken, span, style.tag)
        )

    def _style(self, index: int) -> _Style:
        """How a character is drawn; asked once for each text object."""
        drawn = pdfium.FPDFText_GetTextObject(self._raw, index)
        if not drawn:
            return _PLAIN
        key = ctypes.addressof(drawn.contents)
        if key not in self._styles:
            self._styles[key] = self._ask_style(index, drawn)
        return self._styles[key]

    def _ask_style(self, index: int, drawn: Any) -> _Style:
        angle = pdfium.FPDFText_GetCharAngle(self._raw, index)
        turned = round(angle / (math.pi / 2)) if angle > 0 else 0
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
        colour = tuple(ctypes.c_uint() for _ in range(4))
        told = pdfium.FPDFText_GetFillColor(self._raw, index, *(ctypes.byref(part) for part in colour))
        red, green, blue, alpha = (part.value for part in colour)
        fills = mode in (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP)
        unseen = ""
        if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE or (told and fills and alpha == 0):
            unseen = "invisible"
        white = bool(told and fills and min(red, green, blue) >= _NEARLY_WHITE)
        tag = self._tags.get(pdfium.FPDFPageObj_GetMarkedContentID(drawn)) if self._tags else None
        turns = (turned + self._view.turns) % 4
        return _Style(turns, self._size(index), self._is_bold(index), unseen, white, tag)

    def _size(self, index: int) -> float:
        """The size of the letters as drawn: many files write size 1 and scale it."""
        matrix = pdfium.FS_MATRIX()
        size = pdfium.FPDFText_GetFontSize(self._raw, index)
        if not pdfium.FPDFText_GetMatrix(self._raw, index, ctypes.byref(matrix)):
            return float(size)
        drawn = float(size * math.hypot(matrix.c, matrix.d))
        return drawn if math.isfinite(drawn) else 0.0

    def _is_bold(self, index: int) -> bool:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._raw, index, name, 128, ctypes.byref(flags))
        return bool(_BOLD_NAME.search(name.raw)) or bool(flags.value & _FORCE_BOLD)

    def _unseen(self, style: _Style, box: Box, size: float) -> str:
        if style.unseen:
            return style.unseen
        if box.x1 < 0 or box.bottom < 0 or box.x0 > self._view.width or box.top > self._view.height:
            return "off-page"
        if size < _TINY and min(box.height, box.width) < _TINY:
            return "tiny"
        if style.white and not self._is_backed(box.middle):
            return "white"
        return ""
