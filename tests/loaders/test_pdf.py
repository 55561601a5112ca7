"""PDF files: what is read, in which order, with which places, and what is said of the rest."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from jargon_scanner.document import Cell
from jargon_scanner.errors import DamagedFile, NoText
from jargon_scanner.loaders import load
from jargon_scanner.loaders.pdf import recognises

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jargon_scanner.document import Document

    MakePdf = Callable[[str], Document]
    RawPdf = Callable[..., Document]


def line(text: str, x: float, y: float, size: float = 11, font: str = "F") -> str:
    return f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n"


def texts(document: Document, part: str = "body") -> list[str]:
    return [block.text for block in document.blocks if block.part == part]


def flat(text: str) -> str:
    return " ".join(text.split())


def test_headings_paragraphs_and_lists(pdf: MakePdf) -> None:
    document = pdf(
        "= Assessment\nMum is well.\n== Views\n- see Dad\n- #lorem(30)\n+ first step\n\n"
        "#lorem(40)\n\n#lorem(20)"
    )
    shapes = [(block.role, block.level, block.section) for block in document.blocks]
    assert shapes == [
        ("heading", 1, ()),
        ("paragraph", None, ("Assessment",)),
        ("heading", 2, ("Assessment",)),
        ("list-item", None, ("Assessment", "Views")),
        ("list-item", None, ("Assessment", "Views")),
        ("list-item", None, ("Assessment", "Views")),
        ("paragraph", None, ("Assessment", "Views")),
        ("paragraph", None, ("Assessment", "Views")),
    ]
    assert document.blocks[3].text == "see Dad"
    assert document.title == "Assessment"
    assert (document.pages, document.problems) == (1, ())


def test_labels_lead_to_page_and_paragraph(pdf: MakePdf) -> None:
    document = pdf("= Views\nOne.\n\nTwo.\n#pagebreak()\nThree.")
    assert [block.label for block in document.blocks] == [
        'Page 1, heading "Views"',
        "Page 1, paragraph 1",
        "Page 1, paragraph 2",
        "Page 2, paragraph 1",
    ]
    assert [block.page for block in document.blocks] == [1, 1, 1, 2]


def test_every_block_is_in_the_text_at_its_place(pdf: MakePdf) -> None:
    document = pdf("#set par(justify: true)\n= A\n#lorem(120)\n#table(columns: 2, [a], [b], [c], [d])")
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text


def test_the_anchor_covers_every_word_of_a_block(pdf: MakePdf) -> None:
    document = pdf("#set text(hyphenate: true)\n#set par(justify: true)\n= Plan\n#lorem(150)")
    for block in document.blocks:
        outside = list(block.text)
        for offset, length, page, (left, bottom, right, top), _ in block.anchor:
            assert page == 1
            assert 0 <= left < right <= 596
            assert 0 <= bottom < top <= 842
            outside[offset : offset + length] = " " * length
        assert not "".join(outside).strip()


def test_columns_are_read_one_after_the_other(pdf: MakePdf) -> None:
    document = pdf("#columns(2)[#lorem(150)]")
    assert flat(document.text).startswith(
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod"
    )
    assert len(document.blocks) == 1


def test_the_foot_of_a_page_is_read_last_though_it_is_drawn_first(raw_pdf: RawPdf) -> None:
    drawn = [line("CP1 (10.20)", 72, 130), line("About you", 72, 700), line("Your name is yours.", 72, 650)]
    assert texts(raw_pdf("".join(drawn))) == ["About you", "Your name is yours.", "CP1 (10.20)"]


def test_columns_drawn_line_by_line_are_read_one_after_the_other(raw_pdf: RawPdf) -> None:
    rows = [700 - 14 * row for row in range(8)]
    left = [line(f"left words of line {row} here", 60, y) for row, y in enumerate(rows)]
    right = [line(f"right words of line {row} here", 330, y) for row, y in enumerate(rows)]
    jumble = [drawn for pair in zip(left, right, strict=True) for drawn in pair][::-1]
    words = flat(raw_pdf("".join(jumble)).text)
    assert words.index("left words of line 7") < words.index("right words of line 0")
    assert words.index("left words of line 0") < words.index("left words of line 1")


def test_a_paragraph_goes_on_over_the_page(pdf: MakePdf) -> None:
    document = pdf(
        '#set page(height: 120pt, numbering: "1")\n#set text(size: 11pt)\n' + "she was at home and " * 60
    )
    body = [block for block in document.blocks if block.part == "body"]
    assert len(body) == 1
    assert {page for _, _, page, _, _ in body[0].anchor} == set(range(1, (document.pages or 0) + 1))


def test_words_cut_at_a_line_end_are_mended(raw_pdf: RawPdf) -> None:
    document = raw_pdf(
        line("The social worker saw the chil-", 60, 700)
        + line("dren and the multi-", 60, 686)
        + line("agency team with Ms Okonkwo-", 60, 672)
        + line("Smith and a key-worker, then a key-", 60, 658)
        + line("worker came.", 60, 644)
    )
    assert flat(document.text) == (
        "The social worker saw the children and the multi-agency team with Ms Okonkwo-Smith and a key-worker"
        ", then a key-worker came."
    )


def test_ligatures_are_taken_apart(raw_pdf: RawPdf) -> None:
    spaced = "/F 11 Tf 60 700 Td (The of\\336ce)"  # MacRoman: one sign for two letters
    font = "5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /MacRomanEncoding >> endobj"
    assert raw_pdf(f"BT {spaced} Tj ET", objects=font).text == "The office"


def test_running_headers_and_footers_are_told_from_the_text(pdf: MakePdf) -> None:
    document = pdf(
        "#set page(header: [Case 12, confidential], footer: context [Page #counter(page).display()])\n"
        "One.\n#pagebreak()\nTwo.\n#pagebreak()\nThree."
    )
    assert texts(document, "header") == ["Case 12, confidential"] * 3
    assert texts(document, "footer") == ["Page 1", "Page 2", "Page 3"]
    assert texts(document) == ["One.", "Two.", "Three."]
    assert document.blocks[0].label == "Page 1, header"


def test_a_line_at_the_top_of_one_page_only_is_text(pdf: MakePdf) -> None:
    document = pdf("#set page(margin: 20pt)\nDear Sam\n#pagebreak()\nGoodbye")
    assert texts(document) == ["Dear Sam", "Goodbye"]


def test_cells_of_a_ruled_table(pdf: MakePdf) -> None:
    document = pdf(
        "#table(columns: (60pt, 90pt, 60pt), [Need], [Outcome], [Who], [Health],"
        "[Sees the doctor every month], [Mum], table.cell(colspan: 2)[Both], [Dad])"
    )
    assert [(block.text.replace("\n", " "), block.cell) for block in document.blocks] == [
        ("Need", Cell(1, 1, 1)),
        ("Outcome", Cell(1, 1, 2)),
        ("Who", Cell(1, 1, 3)),
        ("Health", Cell(1, 2, 1)),
        ("Sees the doctor every month", Cell(1, 2, 2)),
        ("Mum", Cell(1, 2, 3)),
        ("Both", Cell(1, 3, 1)),
        ("Dad", Cell(1, 3, 2)),
    ]
    assert document.blocks[4].label == "Page 1, Table 1, row 2, column 2"
    assert {(block.part, block.role) for block in document.blocks} == {("table", "cell")}


def test_a_table_stands_where_it_stands(pdf: MakePdf) -> None:
    document = pdf("Before.\n#table(columns: 2, [a], [b])\nBetween.\n#table(columns: 2, [c], [d])\nAfter.")
    assert [block.text for block in document.blocks] == ["Before.", "a", "b", "Between.", "c", "d", "After."]
    assert document.blocks[4].cell == Cell(2, 1, 1)


def test_a_single_frame_is_no_table(pdf: MakePdf) -> None:
    document = pdf("#rect[She is safe.]")
    assert [(block.text, block.cell) for block in document.blocks] == [("She is safe.", None)]


def test_a_drawing_of_very_many_lines_is_said_and_its_words_are_read(raw_pdf: RawPdf) -> None:
    grid = "".join(f"{x} 0 m {x} 842 l S\n" for x in range(0, 595, 4))
    grid += "".join(f"0 {y} m 595 {y} l S\n" for y in range(0, 842, 4))
    document = raw_pdf(line("Map of the town", 60, 800) + grid)
    assert document.text == "Map of the town"
    assert [(problem.code, problem.where) for problem in document.problems] == [("table-not-read", "Page 1")]


def test_a_rotated_page_is_read_as_it_is_seen(raw_pdf: RawPdf) -> None:
    turned = "".join(
        f"BT /F 11 Tf 0 1 -1 0 {100 + 14 * row} 80 Tm (Line {row} of the letter) Tj ET\n" for row in range(3)
    )
    document = raw_pdf(turned, page="/Rotate 90")
    assert flat(document.text) == "Line 0 of the letter Line 1 of the letter Line 2 of the letter"
    left, bottom, right, top = document.blocks[0].anchor[0][3]
    assert 80 <= bottom < top < 130
    assert 85 <= left < right <= 110


def test_sideways_words_stand_alone(pdf: MakePdf) -> None:
    assert "Sideways words" in texts(pdf("Upright.\n\n#rotate(90deg)[Sideways words]"))


@pytest.mark.parametrize(
    ("drawing", "words"),
    [
        ("BT 3 Tr /F 11 Tf 60 600 Td (secret words) Tj ET", "without colour"),
        ("BT 1 g /F 11 Tf 60 600 Td (secret words) Tj ET", "white on white"),
        ("BT /F 11 Tf 60 -90 Td (secret words) Tj ET", "outside the edges"),
        ("BT /F 1 Tf 60 600 Td (secret words) Tj ET", "tiny"),
    ],
)
def test_text_that_nobody_sees_is_read_and_said(raw_pdf: RawPdf, drawing: str, words: str) -> None:
    document = raw_pdf(line("Seen.", 60, 700) + drawing)
    assert [block.text for block in document.blocks] == ["Seen.", "secret words"]
    assert [(problem.code, problem.where) for problem in document.problems] == [("hidden-text", "Page 1")]
    assert words in document.problems[0].message
    assert "secret" not in document.problems[0].message


def test_white_letters_on_a_dark_ground_are_seen(raw_pdf: RawPdf) -> None:
    document = raw_pdf("0 0 0.5 rg 50 590 200 30 re f BT 1 g /F 11 Tf 60 600 Td (Banner) Tj ET")
    assert (document.text, document.problems) == ("Banner", ())


def test_a_page_that_is_a_picture_is_named(raw_pdf: RawPdf, tmp_path: Path) -> None:
    with pytest.raises(NoText, match="pictures"):
        raw_pdf("595 0 0 842 0 0 cm /I Do")
    document = raw_pdf("q 595 0 0 842 0 0 cm /I Do Q " + line("Stamp", 60, 20))
    assert [(problem.code, problem.where) for problem in document.problems] == [("scanned-page", "Page 1")]


def test_text_under_a_scan_is_said_to_be_recognised(raw_pdf: RawPdf) -> None:
    document = raw_pdf("q 595 0 0 842 0 0 cm /I Do Q BT 3 Tr /F 11 Tf 60 600 Td (Dear Sam) Tj ET")
    assert [problem.code for problem in document.problems] == ["recognised-text"]


def test_an_empty_page_has_no_text(raw_pdf: RawPdf) -> None:
    with pytest.raises(NoText, match="empty"):
        raw_pdf("")


FORM = (
    "10 0 obj << /Type /Annot /Subtype /Widget /FT /Tx /T (name) /TU (Name of child) /V (Sam Green) "
    "/Rect [150 695 300 712] /F 4 >> endobj\n"
    "11 0 obj << /Type /Annot /Subtype /Widget /FT /Tx /Ff 4096 /T (views) /V (I like it.\\rI miss Dad.) "
    "/Rect [150 600 300 680] /F 4 >> endobj\n"
    "12 0 obj << /Type /Annot /Subtype /Widget /FT /Btn /T (agree) /V /Yes /AS /Yes "
    "/Rect [150 560 160 570] /F 4 >> endobj\n"
)


def test_form_values_stand_after_their_labels(raw_pdf: RawPdf) -> None:
    document = raw_pdf(
        line("Name:", 60, 700) + line("Views:", 60, 665) + line("Signed below", 60, 500),
        page="/Annots [10 0 R 11 0 R 12 0 R]",
        objects=FORM,
        catalogue="/AcroForm << /Fields [10 0 R 11 0 R 12 0 R] >>",
    )
    shown = [(block.text, block.part, block.owner) for block in document.blocks]
    assert shown == [
        ("Name:", "body", "template"),
        ("Sam Green", "form-field", "author"),
        ("Views:", "body", "template"),
        ("I like it.", "form-field", "author"),
        ("I miss Dad.", "form-field", "author"),
        ("Signed below", "body", "template"),
    ]
    assert document.blocks[1].label == 'Page 1, form field "Name of child"'


def test_notes_on_a_page_are_comments(raw_pdf: RawPdf) -> None:
    document = raw_pdf(
        line("She is safe.", 60, 700),
        page="/Annots [10 0 R 11 0 R 12 0 R]",
        objects=(
            "10 0 obj << /Type /Annot /Subtype /Text /Contents (Check this) /Rect [9 690 20 710] >> endobj\n"
            "11 0 obj << /Type /Annot /Subtype /FreeText /Contents (Typed on top) /DA (/F 11 Tf) "
            "/Rect [60 600 200 620] >> endobj\n"
            "12 0 obj << /Type /Annot /Subtype /Text /Contents (Hidden) /F 2 /Rect [9 590 20 610] >> endobj"
        ),
    )
    assert [(block.text, block.part) for block in document.blocks] == [
        ("She is safe.", "body"),
        ("Check this", "comment"),
        ("Typed on top", "textbox"),
    ]


def test_bold_lines_are_headings(raw_pdf: RawPdf) -> None:
    document = raw_pdf(line("Analysis", 60, 700, font="B") + line("She is safe and well at home.", 60, 686))
    assert [(block.role, block.text) for block in document.blocks] == [
        ("heading", "Analysis"),
        ("paragraph", "She is safe and well at home."),
    ]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Care plan for Sam", "Care plan for Sam"),
        ("Microsoft Word - plan.docx", "Analysis"),
        ("", "Analysis"),
    ],
)
def test_the_title_is_no_file_name(pdf: MakePdf, title: str, shown: str) -> None:
    assert pdf(f'#set document(title: "{title}")\n= Analysis\nShe is safe.').title == shown


def test_rubbish_before_the_mark_and_a_damaged_end_are_read(raw_pdf: RawPdf, tmp_path: Path) -> None:
    raw_pdf(line("She is safe.", 60, 700))
    data = (tmp_path / "raw.pdf").read_bytes()
    (tmp_path / "raw.pdf").write_bytes(b"x" * 250 + b"\n" + data)
    assert load(tmp_path / "raw.pdf").text == "She is safe."
    assert not recognises(b"x" * 2000 + data)


def test_a_file_cut_short_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog")
    with pytest.raises(DamagedFile):
        load(tmp_path / "cut.pdf")


def test_attached_files_are_said(raw_pdf: RawPdf) -> None:
    document = raw_pdf(
        line("She is safe.", 60, 700),
        objects=(
            "10 0 obj << /Type /Filespec /F (a.txt) /EF << /F 11 0 R >> >> endobj\n"
            "11 0 obj << /Type /EmbeddedFile /Length 1 >> stream\nx\nendstream endobj"
        ),
        catalogue="/Names << /EmbeddedFiles << /Names [(a.txt) 10 0 R] >> >>",
    )
    assert [problem.code for problem in document.problems] == ["embedded-file"]


def test_loading_text_does_not_load_the_pdf_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("She is safe.", encoding="utf-8")
    program = (
        "import sys\nfrom jargon_scanner.loaders import load\nload(sys.argv[1])\n"
        "print([name for name in ('pypdfium2', 'pdfplumber', 'pdfminer') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
