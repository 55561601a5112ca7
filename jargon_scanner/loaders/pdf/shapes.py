"""What is drawn on a page beside letters, by PDFium: ruling lines, filled areas, pictures."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from jargon_scanner.loaders.pdf.page import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.loaders.pdf.words import View

# A page with more drawn objects than this is a map or a chart, not a form.
MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 200
_DEEPEST = 6
# Thinner than this is a line, not an area; shorter than that is a tick, not a ruling.
_THIN = 3.0
_SHORT = 6.0
_NEARLY_WHITE = 250


class Matrix(NamedTuple):
    """How a drawing is placed on its page."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the drawing lies."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: Matrix) -> Matrix:
        """This placing, inside another."""
        e, f = outer.point(self.e, self.f)
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            e,
            f,
        )


@dataclass(slots=True)
class Shapes:
    """What is drawn on a page, as seen.

    Attributes:
        across: lines from left to right, each as (top, left, right).
        down: lines from top to bottom, each as (left, top, bottom).
        fills: areas in a colour that white letters stand out from, pictures among them.
        pictures: the areas of pictures.
        drawings: how many shapes there are.
        too_many: true when not all could be looked at.
    """

    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    drawings: int = 0
    too_many: bool = False

    def backs(self, point: tuple[float, float]) -> bool:
        """True when something dark or a picture lies behind a point."""
        return any(box.holds(point, 1.0) for box in self.fills)


def read_shapes(page: Any, view: View) -> Shapes:
    """Look at every object of a page once."""
    shapes = Shapes()
    for kind, drawn, matrix in _objects(page, shapes):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE or kind == pdfium.FPDF_PAGEOBJ_SHADING:
            box = _bounds(drawn, matrix, view)
            if box:
                shapes.fills.append(box)
                if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                    shapes.pictures.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            shapes.drawings += 1
            _read_path(drawn, matrix, view, shapes)
    return shapes


def _objects(page: Any, shapes: Shapes) -> Iterator[tuple[int, Any, Matrix]]:
    """Every object with its placing; what stands inside a form object comes with the placing of the form."""
    left = MOST_OBJECTS
    waiting: list[tuple[Any, bool, Matrix, int]] = [(page, False, Matrix(), 0)]
    while waiting:
        holder, is_form, matrix, depth = waiting.pop()
        counted, given = (
            (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
            if is_form
            else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
        )
        for index in range(max(counted(holder), 0)):
            left -= 1
            if left < 0:
                shapes.too_many = True
                return
            drawn = given(holder, index)
            kind = pdfium.FPDFPageObj_GetType(drawn) if drawn else 0
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                waiting.append((drawn, True, _matrix(drawn).then(matrix), depth + 1))
            elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
                yield kind, drawn, matrix


def _matrix(drawn: Any) -> Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, ctypes.byref(raw)):
        return Matrix()
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _bounds(drawn: Any, matrix: Matrix, view: View) -> Box | None:
    """The part of an object that lies on the page."""
    edges = tuple(ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(drawn, *(ctypes.byref(edge) for edge in edges)):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    x0, y0 = matrix.point(left, bottom)
    x1, y1 = matrix.point(right, top)
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        return None
    box = view.seen((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    box = Box(max(box.x0, 0), max(box.top, 0), min(box.x1, view.width), min(box.bottom, view.height))
    return box if box.width >= 0 and box.height >= 0 else None


def _read_path(drawn: Any, matrix: Matrix, view: View, shapes: Shapes) -> None:
    """Take the straight lines of a path, and its area when it is filled."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, ctypes.byref(filled), ctypes.byref(stroked))
    box = _bounds(drawn, matrix, view)
    if box is None or not (filled.value or stroked.value):
        return
    white = bool(filled.value) and not stroked.value and _is_white(drawn)
    if filled.value and not white and box.height > _THIN and box.width > _THIN:
        shapes.fills.append(box)
    if white or (box.width < _SHORT and box.height < _SHORT):
        return
    if box.height < _THIN:
        shapes.across.append(((box.top + box.bottom) / 2, box.x0, box.x1))
    elif box.width < _THIN:
        shapes.down.append(((box.x0 + box.x1) / 2, box.top, box.bottom))
    else:
        _read_segments(drawn, _matrix(drawn).then(matrix), view, shapes)


def _is_white(drawn: Any) -> bool:
    parts = tuple(ctypes.c_uint() for _ in range(4))
    told = pdfium.FPDFPageObj_GetFillColor(drawn, *(ctypes.byref(part) for part in parts))
    return bool(told) and min(part.value for part in parts[:3]) >= _NEARLY_WHITE


def _read_segments(drawn: Any, matrix: Matrix, view: View, shapes: Shapes) -> None:
    count = pdfium.FPDFPath_CountSegments(drawn)
    if count > _MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = last = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        kind = pdfium.FPDFPathSegment_GetType(segment)
        point = matrix.point(x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            _take(last, point, view, shapes)
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            _take(point, begin, view, shapes)
            point = begin
        last = point


def _take(first: tuple[float, float], second: tuple[float, float], view: View, shapes: Shapes) -> None:
    """Keep a line that runs straight across or straight down."""
    (x0, y0), (x1, y1) = first, second
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        return
    box = view.seen((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    if box.height < 1 and box.width >= _SHORT:
        shapes.across.append(((box.top + box.bottom) / 2, box.x0, box.x1))
    elif box.width < 1 and box.height >= _SHORT:
        shapes.down.append(((box.x0 + box.x1) / 2, box.top, box.bottom))
