"""Reads a PDF file: opens it, reads every page within limits, and says what could not be read."""

from __future__ import annotations

import hashlib
import re
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from jargon_scanner.document import Document, Problem, join_blocks
from jargon_scanner.errors import DamagedFile, NoText, PasswordProtected
from jargon_scanner.loaders.pdf import scans
from jargon_scanner.loaders.pdf.assemble import assemble
from jargon_scanner.loaders.pdf.compose import Composer
from jargon_scanner.loaders.pdf.fields import read_fields, read_string
from jargon_scanner.loaders.pdf.page import Page
from jargon_scanner.loaders.pdf.problems import find_problems
from jargon_scanner.loaders.pdf.shapes import read_shapes
from jargon_scanner.loaders.pdf.tables import find_tables
from jargon_scanner.loaders.pdf.tags import are_trusted, in_order, read_tags
from jargon_scanner.loaders.pdf.words import View, read_words
from jargon_scanner.loaders.scanned import scans_are_read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jargon_scanner.document import Block
    from jargon_scanner.loaders.pdf.page import Word
    from jargon_scanner.loaders.pdf.shapes import Shapes

# PDFium is not safe in several threads at once.
LOCK = threading.Lock()

# A document longer than this is a book; a damaged one may claim millions of pages.
MOST_PAGES = 5_000
# After so many pages that cannot be read one after the other, the rest of a damaged file is left.
_MOST_FAILURES = 50

_UNNAMED = re.compile("[\ufffd\ue000-\uf8ff]")
_PROPERTIES = ("Author", "Subject", "Keywords")
_POOR_TITLE = re.compile(
    r"microsoft (?:word|excel|powerpoint)\b.*|untitled.*|document\s?\d*"
    r"|.*\.(?:docx?|dotx?|pdf|rtf|odt|indd|tex|xlsx?)",
    re.IGNORECASE | re.DOTALL,
)


def read(path: Path, data: bytes) -> Document:
    """Read a PDF file.

    Args:
        path: the file.
        data: its bytes.

    Raises:
        PasswordProtected: it opens only with a password or a certificate.
        DamagedFile: it does not hold together.
        NoText: no page has a word.
        RecogniserMissing: scans are to be read, and nothing that reads them is installed.
    """
    with LOCK:
        document = open_pdf(path, data)
        try:
            with _form_of(document) as form:
                pages, unread = _read_pages(path, document, form)
            count = len(document)
            title = read_string(partial(pdfium.FPDF_GetMetaText, document, b"Title"))
            properties = [(name.lower(), _meta(document, name)) for name in _PROPERTIES]
            problems = [*unread, *_attachments(document)]
        finally:
            document.close()
    if not pages:
        raise DamagedFile(path, "none of its pages can be read")
    problems = [*find_problems(pages), *problems]
    blocks = list(Composer(pages).blocks(assemble(pages)))
    if not blocks:
        raise NoText(path, _why_no_text(pages))
    text, placed = join_blocks(blocks)
    return Document(
        path=str(path),
        format="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        blocks=placed,
        title=_title(title, placed),
        pages=count,
        problems=tuple(problems),
        properties=tuple(one for one in properties if one[1]),
    )


def _meta(document: Any, name: str) -> str:
    return " ".join(read_string(partial(pdfium.FPDF_GetMetaText, document, name.encode())).split())


def open_pdf(path: Path, data: bytes) -> Any:
    """A PDFium document. Hold ``LOCK`` as long as it is used, and close it.

    Raises:
        PasswordProtected: it opens only with a password or a certificate.
        DamagedFile: it does not hold together.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise PasswordProtected(path) from error
        raise DamagedFile(path, "its parts do not hold together") from error
    return document


@contextmanager
def _form_of(document: Any) -> Iterator[Any]:
    """PDFium's form environment, or None when the document has no form or a damaged one.

    Made by hand: the binding's own way writes to the log for every form that was made with Adobe's designer.
    """
    if document.get_formtype() == pdfium.FORMTYPE_NONE:
        yield None
        return
    settings = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, settings)
    try:
        yield form or None
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def _read_pages(path: Path, document: Any, form: Any) -> tuple[list[Page], list[Problem]]:
    pages: list[Page] = []
    problems: list[Problem] = []
    failures = 0
    count = len(document)
    for index in range(min(count, MOST_PAGES)):
        page = _read_page(path, document, index, form)
        if page:
            pages.append(page)
            failures = 0
            continue
        failures += 1
        if failures > _MOST_FAILURES:
            break
        problems.append(
            Problem("page-not-read", "The page is damaged and was not read.", f"Page {index + 1}")
        )
    done = len(pages) + len(problems)
    if done < count:
        message = (
            f"Only the first {done} of {count} pages were looked at: the others are damaged or too many."
        )
        problems.append(Problem("pages-not-read", message))
    return pages, problems


def _read_page(path: Path, document: Any, index: int, form: Any) -> Page | None:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return None
    try:
        return _page(path, page, index + 1, form)
    finally:
        page.close()


def _page(path: Path, page: Any, number: int, form: Any) -> Page:
    left, bottom, right, top = page.get_bbox()
    view = View(left, bottom, right, top, pdfium.FPDFPage_GetRotation(page) % 4)
    shapes = read_shapes(page, view)
    words, tagged = _words(page, view, shapes)
    is_scan = not words and bool(shapes.pictures) and scans_are_read()
    words = scans.read_scan(path, page, view) if is_scan else words
    tables, too_complex = find_tables(shapes) if words else ((), False)
    fields, has_form = read_fields(page, form, view)
    return Page(
        number,
        view.width,
        view.height,
        words,
        tables,
        fields,
        _covered(shapes, view),
        shapes.drawings,
        _odd(words),
        too_complex,
        has_form,
        recognised=is_scan,
        tagged=tagged,
    )


def _words(page: Any, view: View, shapes: Shapes) -> tuple[tuple[Word, ...], bool]:
    """The words of a page, and whether they stand in the order of trusted tags."""
    tags = read_tags(page)
    words = read_words(page, view, shapes.backs, tags)
    if not tags:
        return words, False
    if are_trusted(words):
        return in_order(words), True
    return tuple(word._replace(tag=None) for word in words), False


def _covered(shapes: Shapes, view: View) -> float:
    area = max(view.width * view.height, 1.0)
    return min(sum(box.width * box.height for box in shapes.pictures) / area, 1.0)


def _odd(words: tuple[Word, ...]) -> float:
    """The share of letters that the file gives no name for."""
    letters = sum(len(word.text) for word in words)
    odd = sum(len(_UNNAMED.findall(word.text)) for word in words if not word.text.isascii())
    return odd / letters if letters else 0.0


def _attachments(document: Any) -> Iterator[Problem]:
    count = pdfium.FPDFDoc_GetAttachmentCount(document)
    if count > 0:
        files = "a file" if count == 1 else f"{count} files"
        yield Problem(
            "embedded-file", f"The document carries {files} inside it. What is in there was not read."
        )
    if document.get_formtype() in {pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND}:
        yield Problem(
            "form-not-read",
            "The document is a form of a kind (XFA) that only Adobe Reader shows in full. Parts may be lost.",
        )


def _why_no_text(pages: list[Page]) -> str:
    if any(page.recognised for page in pages):
        return "its pages are pictures in which no words were found"
    if any(page.pictures or page.drawings for page in pages):
        return "its pages are pictures"
    return "its pages are empty"


def _title(title: str, blocks: tuple[Block, ...]) -> str:
    """The title that the file states, unless it is a file name; else the largest heading of page 1."""
    title = " ".join(title.split())
    if len(title) > 2 and not _POOR_TITLE.fullmatch(title):
        return title
    headings = [block for block in blocks if block.role == "heading" and block.page == 1]
    first = min(headings, key=lambda block: block.level or 0, default=None)
    return " ".join(first.text.split()) if first else ""
