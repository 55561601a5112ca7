"""Pages that are pictures, read by Tesseract: a sample is printed, photographed by PDFium, and read back."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.errors import NoText, RecogniserMissing
from jargon_scanner.loaders import load
from jargon_scanner.loaders.pdf.page import Box
from jargon_scanner.loaders.pdf.words import View
from jargon_scanner.loaders.scanned import read_scans

TEXT = """= Plan for Jay
Jay went missing twice in May. The core group met at school, and everybody was worried about him.

The social worker visits every week. Contact with his father is on Saturdays.
"""
needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A letter as a copier gives it: one picture a page, no letters."""
    return photographed(TEXT, tmp_path)


def photographed(text: str, folder: Path, after: str = "") -> Path:
    """A PDF of a picture of a printed text, with what comes after it in print."""
    page = pypdfium2.PdfDocument(typst.compile(text.encode()))[0]
    width, height = page.get_size()
    picture = page.render(scale=200 / 72).to_pil()
    picture.save(folder / "page.jpg", quality=80)
    source = f'#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n#image("page.jpg", width: 100%)'
    (folder / "scan.typ").write_text(f"{source}\n{after}", encoding="utf-8")
    typst.compile(str(folder / "scan.typ"), output=str(folder / "scan.pdf"))
    return folder / "scan.pdf"


@needs_tesseract
def test_every_word_of_a_scan_is_read_and_marked(scan: Path) -> None:
    read_scans()
    document = load(scan)
    words = Counter(TEXT.replace("= ", "").split())
    assert not words - Counter(document.text.split())
    assert all("(read from a scan)" in block.label for block in document.blocks)
    assert [(one.code, one.where) for one in document.problems] == [("recognised-text", "Page 1")]


@needs_tesseract
def test_a_picture_in_which_no_words_are_found_is_told(tmp_path: Path) -> None:
    read_scans()
    blank = "#circle(radius: 60pt, fill: gray)"
    document = load(photographed(blank, tmp_path, after="#pagebreak()\nJay lives with his nan."))
    assert document.text == "Jay lives with his nan."
    (problem,) = document.problems
    assert (problem.code, problem.where) == ("scanned-page", "Page 1")
    assert "no words were found" in problem.message
    with pytest.raises(NoText, match="no words were found"):
        load(photographed(blank, tmp_path))


def test_a_scan_is_left_alone_unless_somebody_asks(scan: Path) -> None:
    with pytest.raises(NoText):
        load(scan)


def test_without_tesseract_it_says_what_to_install(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_scans()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RecogniserMissing, match="Install Tesseract"):
        load(scan)


@needs_tesseract
def test_a_word_of_a_scan_is_found_and_marked_where_it_stands(scan: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["mark", str(scan), "--ocr", "--output", str(tmp_path / "marked.pdf")])
    assert result.exit_code == 0, result.output
    page = pypdfium2.PdfDocument(tmp_path / "marked.pdf")[0]
    notes = list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    assert notes
    assert pypdfium2.raw.FPDFPage_GetAnnotCount(page) > 0


@given(
    st.integers(0, 3),
    st.tuples(*[st.floats(0, 500)] * 4),
    st.tuples(st.floats(-50, 50), st.floats(-50, 50)),
)
def test_a_place_and_a_box_are_the_same_place(
    turns: int, box: tuple[float, float, float, float], corner: tuple[float, float]
) -> None:
    left, bottom = corner
    view = View(left, bottom, left + 595, bottom + 842, turns)
    x0, x1 = sorted(box[:2])
    top, end = sorted(box[2:])
    assert view.seen(view.place(Box(x0, top, x1, end))) == pytest.approx((x0, top, x1, end), abs=1e-6)
