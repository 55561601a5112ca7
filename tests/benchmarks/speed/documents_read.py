"""Documents read, Word beside lxml over the same parts, PDF beside PDFium's text alone"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pypdfium2
from lxml import etree

from jargon_scanner.loaders import load, read
from tests.benchmarks.texts import SAMPLES, words_in
from tests.benchmarks.timing import Figure, cpu

REFERENCE = "Word: lxml parses the same parts"
WORD = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in {".docx", ".dotx"}]
PDF = sorted(SAMPLES.glob("*.pdf"))


def figures() -> Iterator[Figure]:
    words = _words(WORD)
    yield Figure(REFERENCE, _cpu(_parse, WORD), words)
    yield Figure("Word: our reader", _cpu(_ours, WORD), words)
    words = _words(PDF)
    yield Figure("PDF: PDFium gives the text", _cpu(_text, PDF), words)
    yield Figure("PDF: PDFium gives every letter with its place", _cpu(_letters, PDF), words)
    yield Figure("PDF: our reader", _cpu(_ours, PDF), words)
    yield Figure("PDF: pdfplumber gives the words", _cpu(_plumbed, PDF, 3), words)


def _words(paths: list[Path]) -> int:
    return sum(words_in(load(path).text) for path in paths)


def _cpu(reader: Callable[[Path, bytes], object], paths: list[Path], times: int = 10) -> float:
    """The time for all of some files together."""
    return sum(cpu(partial(reader, path, path.read_bytes()), times) for path in paths)


def _ours(path: Path, data: bytes) -> None:
    read(path, data)


def _parse(_path: Path, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def _text(_path: Path, data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.get_textpage().get_text_range()


def _letters(_path: Path, data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                pypdfium2.raw.FPDFText_GetUnicode(text, index)
                text.get_charbox(index)


def _plumbed(_path: Path, data: bytes) -> None:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_words()
