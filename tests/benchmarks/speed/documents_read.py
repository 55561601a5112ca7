"""Documents read, Word beside lxml over the same parts, PDF beside PDFium's text alone"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pypdfium2
from lxml import etree

from jargon_scanner.loaders import read
from tests.benchmarks.texts import SAMPLES, words_in
from tests.benchmarks.timing import Figure, cpu

REFERENCE = "Word: lxml parses the same parts"
WORD = SAMPLES / "child_and_family_assessment.docx"
PDF = SAMPLES / "court_statement.pdf"


def figures() -> Iterator[Figure]:
    word, pdf = WORD.read_bytes(), PDF.read_bytes()
    words = words_in(read(WORD, word).text)
    yield Figure(REFERENCE, cpu(lambda: _parse(word), 10), words)
    yield Figure("Word: our reader", cpu(lambda: read(WORD, word), 10), words)
    words = words_in(read(PDF, pdf).text)
    yield Figure("PDF: PDFium gives the text", cpu(lambda: _text(pdf), 10), words)
    yield Figure("PDF: our reader", cpu(lambda: read(PDF, pdf), 10), words)
    yield Figure("PDF: pdfplumber gives the words", cpu(lambda: _plumbed(pdf), 3), words)


def _parse(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def _text(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.get_textpage().get_text_range()


def _plumbed(data: bytes) -> None:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_words()
