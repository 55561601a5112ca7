"""What was typed into a PDF form, and notes put on its pages, by PDFium, with their places."""

from __future__ import annotations

import ctypes
from functools import partial
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from jargon_scanner.loaders.pdf.page import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jargon_scanner.loaders.pdf.words import View

_TYPED = frozenset(
    {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
)
# A link's contents are what a mouse shows, and a pop-up repeats its note.
_SILENT = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_FILEATTACHMENT})
_NOT_SHOWN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
MOST_ANNOTATIONS = 5_000

#: How the names of our own notes begin: what a marked copy says is no part of the document.
OWN_NAME = "jargon-scanner-"


def read_fields(page: Any, form: Any, view: View) -> tuple[tuple[Field, ...], bool]:
    """The values of the form fields and the notes on a page, from top to bottom.

    Args:
        page: a PDFium page.
        form: PDFium's form environment, or None when the document has no form.
        view: how the page is seen.

    Returns:
        What has words, one ``Field`` for each line that was typed; and true when there are fields at all.
    """
    fields: list[Field] = []
    has_form = False
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium.FPDF_ANNOT_WIDGET:
                is_typed = bool(form) and pdfium.FPDFAnnot_GetFormFieldType(form, annotation) in _TYPED
                has_form = has_form or is_typed
                found = _value(annotation, form, view) if is_typed else iter(())
            elif kind in _SILENT or is_own_note(annotation):
                found = iter(())
            else:
                found = _note(annotation, kind, view)
            fields += found
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return tuple(sorted(fields, key=lambda one: (one.box.top, one.box.x0))), has_form


def is_own_note(annotation: Any) -> bool:
    """True for a note that we wrote and nobody has worked on since."""
    name, written, changed = (
        read_string(partial(pdfium.FPDFAnnot_GetStringValue, annotation, key))
        for key in (b"NM", b"CreationDate", b"M")
    )
    return name.startswith(OWN_NAME) and written == changed


def _value(annotation: Any, form: Any, view: View) -> Iterator[Field]:
    value = read_string(
        lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size)
    )
    if not value.strip():
        return iter(())
    name = read_string(
        lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldAlternateName(form, annotation, buffer, size)
    ) or read_string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldName(form, annotation, buffer, size))
    return _fields(annotation, value, " ".join(name.split()), "field", view)


def _note(annotation: Any, kind: int, view: View) -> Iterator[Field]:
    value = read_string(
        lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
    )
    return _fields(annotation, value, "", "box" if kind == pdfium.FPDF_ANNOT_FREETEXT else "note", view)


def _fields(annotation: Any, text: str, name: str, kind: str, view: View) -> Iterator[Field]:
    """One field for each line: people end a line in a form where they end a paragraph."""
    raw = pdfium.FS_RECTF()
    shown = not pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN
    if not shown or not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(raw)):
        return
    place = (
        min(raw.left, raw.right),
        min(raw.bottom, raw.top),
        max(raw.left, raw.right),
        max(raw.bottom, raw.top),
    )
    for line in text.splitlines():
        if line.strip():
            yield Field(line.strip(), view.seen(place), place, name, kind)


def read_string(ask: Callable[[Any, int], int]) -> str:
    """A string of PDFium: first its length in bytes, then its bytes. Damaged characters are left out."""
    length = ask(None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    ask(buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "ignore").replace("\x00", "")
