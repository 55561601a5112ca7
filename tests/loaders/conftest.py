"""PDF files made on the spot, and the folder of test documents beside the repository."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jargon_scanner.loaders import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.document import Document


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[[str], Document]:
    """The document that a piece of Typst gives as a PDF, read."""
    typst = pytest.importorskip("typst", reason="typst is not installed")

    def make(source: str) -> Document:
        (tmp_path / "made.typ").write_text(source, encoding="utf-8")
        typst.compile(str(tmp_path / "made.typ"), output=str(tmp_path / "made.pdf"))
        return load(tmp_path / "made.pdf")

    return make


@pytest.fixture
def raw_pdf(tmp_path: Path) -> Callable[..., Document]:
    """The document of a PDF written by hand: the drawing of its one page, and what else the page holds."""

    def make(drawing: str, page: str = "", objects: str = "", catalogue: str = "") -> Document:
        path = tmp_path / "raw.pdf"
        path.write_bytes(hand_written(drawing, page, objects, catalogue))
        return load(path)

    return make


def hand_written(drawing: str, page: str = "", objects: str = "", catalogue: str = "") -> bytes:
    """A PDF without a table of its parts: readers find the parts by looking through it.

    Args:
        drawing: the operators that draw the page.
        page: more entries of the page's dictionary.
        objects: more objects, numbered from 10.
        catalogue: more entries of the catalogue.
    """
    stream = drawing.encode("latin-1")
    parts = [
        b"%PDF-1.7",
        b"1 0 obj << /Type /Catalog /Pages 2 0 R " + catalogue.encode("latin-1") + b" >> endobj",
        b"2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj",
        b"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R",
        b"/Resources << /Font << /F 5 0 R /B 6 0 R >> /XObject << /I 7 0 R >> >>",
        page.encode("latin-1") + b" >> endobj",
        b"4 0 obj << /Length " + str(len(stream)).encode() + b" >> stream\n" + stream + b"\nendstream endobj",
        b"5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> endobj",
        b"6 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> endobj",
        b"7 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray",
        b"/BitsPerComponent 8 /Length 1 >> stream\n\x80\nendstream endobj",
        objects.encode("latin-1"),
        b"trailer << /Root 1 0 R >>",
        b"startxref\n0\n%%EOF",
    ]
    return b"\n".join(parts)


def shared_documents() -> Path | None:
    """The folder of test documents beside the repository, where there is one."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "documents"
    return folder if folder.is_dir() else None
