"""PDF: text and boxes by PDFium, layout by our own rules. The library is loaded with the first PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document


def read(path: Path, data: bytes) -> Document:
    """Read a PDF file; see ``reader.read``."""
    from jargon_scanner.loaders.pdf.reader import read as read_pdf  # PDFium takes time to load

    return read_pdf(path, data)


def recognises(head: bytes) -> bool:
    """True when the mark of a PDF stands in the first 1024 bytes; mail gateways put rubbish before it."""
    return b"%PDF-" in head[:1029]


PART = Loader(name="pdf", description="a PDF document", suffixes=(".pdf",), recognises=recognises, read=read)
