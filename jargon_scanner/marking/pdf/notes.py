"""Highlights with notes, written by PDFium into a page as every reader of PDF files shows them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from jargon_scanner.loaders.pdf.fields import MOST_ANNOTATIONS, is_own_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from jargon_scanner.findings import Kind
    from jargon_scanner.loaders.pdf.page import Place

# Light enough that black letters keep a contrast of more than 12 to 1 on each of them.
_COLOURS: dict[Kind, tuple[int, int, int]] = {
    "acronym": (176, 212, 255),
    "jargon": (168, 234, 211),
    "blaming": (255, 190, 219),
}


@dataclass(frozen=True, slots=True)
class Note:
    """A highlight and what it says.

    Attributes:
        name: unlike that of every other note on the page.
        kind: of its finding; decides the colour.
        title: what it is about, in a word or two.
        text: what a person reads when they open it.
        strips: the rectangles that it covers, one for each line.
    """

    name: str
    kind: Kind
    title: str
    text: str
    strips: Sequence[Place]


def remove_own_notes(page: Any) -> None:
    """Take away the notes of an earlier marking, but none that somebody has worked on since."""
    for index in reversed(range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS))):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        is_own = is_own_note(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if is_own:
            pdfium.FPDFPage_RemoveAnnot(page, index)


def write_notes(page: Any, notes: Iterable[Note], author: str, date: datetime) -> None:
    """Add notes to a PDFium page, with the drawing that shows them where a reader makes none of its own."""
    listed = tuple(notes)
    for note in listed:
        _write(page, note, author, _pdf_date(date))
    if listed:
        _draw(page)


def _write(page: Any, note: Note, author: str, date: str) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    try:
        for left, bottom, right, top in note.strips:
            # Upper left, upper right, lower left, lower right: the order that readers in fact follow.
            corners = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, corners)
        lefts, bottoms, rights, tops = zip(*note.strips, strict=True)
        around = pdfium.FS_RECTF(min(lefts), max(tops), max(rights), min(bottoms))
        pdfium.FPDFAnnot_SetRect(annotation, around)
        colour = pdfium.FPDFANNOT_COLORTYPE_Color
        colour = pdfium.FPDFANNOT_COLORTYPE_Color
        pdfium.FPDFAnnot_SetColor(annotation, colour, *_COLOURS[note.kind], 255)
        pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
        words = {
            b"T": author,
            b"Subj": note.title,
            b"Contents": note.text,
            b"NM": note.name,
            b"M": date,
            b"CreationDate": date,
        }
        for key, value in words.items():
            pdfium.FPDFAnnot_SetStringValue(annotation, key, _wide(value))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _draw(page: Any) -> None:
    """Have PDFium draw the new notes, as it does whenever it shows a page: here, as a single dot."""
    dot = pdfium.FPDFBitmap_Create(1, 1, 0)
    pdfium.FPDF_RenderPageBitmap(dot, page, 0, 0, 1, 1, 0, pdfium.FPDF_ANNOT)
    pdfium.FPDFBitmap_Destroy(dot)


def _wide(text: str) -> Any:
    """A string as PDFium takes it: UTF-16 with a zero at its end."""
    data = text.encode("utf-16-le", "replace") + b"\x00\x00"
    return (ctypes.c_ushort * (len(data) // 2)).from_buffer_copy(data)


def _pdf_date(date: datetime) -> str:
    """A date as PDF files write it: D:20270314093000+00'00."""
    zone = date.strftime("%z") or "+0000"
    return f"D:{date:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}"
