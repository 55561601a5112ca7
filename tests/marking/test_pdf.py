"""Marked PDF files: what is highlighted, what is said there, and that nothing else changes."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from jargon_scanner import scan
from jargon_scanner.errors import CannotMark
from jargon_scanner.marking import As, Marked, Wishes, mark
from tests.conftest import ROOT
from tests.loaders.conftest import hand_written
from tests.marking.second_reader import highlights, is_sound, letters

if TYPE_CHECKING:
    from jargon_scanner.report import Report
    from jargon_scanner.scan import Scanner

SAMPLES = sorted((ROOT / "sample_docs").glob("*.pdf"))


def line(text: str, x: float, y: float) -> str:
    return f"BT /F 11 Tf {x} {y} Td ({text}) Tj ET\n"


def marked(path: Path, scanner: Scanner, as_: As = "changes") -> tuple[Report, Marked]:
    report = scan(path, scanner=scanner)
    assert report.findings
    return report, mark(path, report, Wishes(datetime(2027, 3, 14, 9, 30, tzinfo=UTC), as_))


def written(tmp_path: Path, drawing: str, page: str = "", **more: str) -> Path:
    path = tmp_path / "made.pdf"
    path.write_bytes(hand_written(drawing, page, **more))
    return path


def saved(tmp_path: Path, source: Path, encryption: pikepdf.Encryption) -> Path:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(source) as pdf:
        pdf.save(path, encryption=encryption)
    return path


def check_words(report: Report, copy: Marked) -> None:
    """Exactly the words of each finding lie under its highlight."""
    found = {str(one.entry.NM).split("-")[2]: one for one in highlights(copy.data)}
    assert len(found) == len(report.findings)
    for finding in report.findings:
        assert letters(found[finding.id].words) == letters(finding.text), finding.text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_exactly_the_words_of_each_finding_are_highlighted(path: Path, scanner: Scanner) -> None:
    report, copy = marked(path, scanner)
    check_words(report, copy)
    assert [one.finding for one in copy.done] == [finding.id for finding in report.findings]
    assert (copy.suffix, copy.left, copy.notes) == (".pdf", (), ())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_original_is_kept_to_the_last_byte_and_the_copy_is_sound(path: Path, scanner: Scanner) -> None:
    _, copy = marked(path, scanner)
    assert copy.data.startswith(path.read_bytes())
    assert is_sound(copy.data)


def test_a_file_with_a_compressed_table_of_parts_stays_sound(tmp_path: Path, scanner: Scanner) -> None:
    path = tmp_path / "compressed.pdf"
    with pikepdf.open(SAMPLES[0]) as pdf:
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    _, copy = marked(path, scanner)
    assert copy.data.startswith(path.read_bytes())
    assert is_sound(copy.data)


def test_a_note_says_what_is_found_what_it_means_and_what_to_say(tmp_path: Path, scanner: Scanner) -> None:
    path = written(tmp_path, line("The father commenced work. An ICPC was held in May.", 60, 700))
    report, copy = marked(path, scanner)
    commenced, icpc = (one.contents.splitlines() for one in highlights(copy.data))
    assert commenced[0] == "Jargon: commenced"
    assert commenced[1] == "Change “commenced” to “started”."
    assert icpc[0] == "Acronym: ICPC"
    assert any(line.startswith("Means: ") for line in icpc)
    assert [one.new.splitlines()[0] for one in copy.done] == ["Jargon: commenced", "Acronym: ICPC"]
    _, comments = marked(path, scanner, "comments")
    assert not any("Change “" in one.contents for one in highlights(comments.data))
    assert len(report.findings) == 2


def test_a_note_is_one_that_every_reader_shows(tmp_path: Path, scanner: Scanner) -> None:
    path = written(tmp_path, line("An ICPC was held in May.", 60, 700))
    _, copy = marked(path, scanner)
    (note,) = highlights(copy.data)
    entry = note.entry
    assert (entry.Subtype, entry.T, entry.Subj) == ("/Highlight", "Jargon scanner", "ICPC")
    assert entry.M == entry.CreationDate == "D:20270314093000+00'00"
    assert entry.F == 4  # printed
    assert entry.is_indirect
    assert entry.AP.N.Resources.ExtGState.GS.BM == "/Multiply"
    assert float(entry.Rect[0]) <= note.strips[0][0]


def test_of_a_word_in_brackets_only_its_own_letters_are_covered(tmp_path: Path, scanner: Scanner) -> None:
    path = written(
        tmp_path, line("The meeting \\(ICPC\\), held in May, went well. The LAC/ICPC list.", 60, 700)
    )
    report, copy = marked(path, scanner)
    check_words(report, copy)
    brackets = next(one for one in highlights(copy.data) if letters(one.words) == letters("ICPC"))
    assert brackets.words == "ICPC"


def test_words_that_run_over_two_lines_are_one_note_with_two_strips(tmp_path: Path, scanner: Scanner) -> None:
    text = line("We talked about all of it again, and we talked about the strategy", 60, 700)
    path = written(
        tmp_path, text + line("meeting that was held in the town hall on the last day of May.", 60, 686)
    )
    report, copy = marked(path, scanner)
    check_words(report, copy)
    (note,) = (one for one in highlights(copy.data) if "strategy" in one.words)
    assert [round(strip[3] - strip[1]) > 5 for strip in note.strips] == [True, True]
    assert note.strips[0][1] > note.strips[1][1]


@pytest.mark.parametrize(
    "page",
    [
        "/Rotate 90",
        "/Rotate 180",
        "/Rotate 270",
        "/CropBox [40 300 560 800]",
        "/Rotate 90 /CropBox [40 300 560 800]",
    ],
)
def test_turned_and_cropped_pages_are_marked_where_the_words_are(
    page: str, tmp_path: Path, scanner: Scanner
) -> None:
    drawing = line("An ICPC was held in May, and the", 60, 700) + line(
        "strategy meeting came after it.", 60, 686
    )
    report, copy = marked(written(tmp_path, drawing, page), scanner)
    check_words(report, copy)


def test_a_page_that_does_not_begin_at_zero_is_marked_in_its_own_coordinates(
    tmp_path: Path, scanner: Scanner
) -> None:
    data = hand_written(line("An ICPC was held in May.", 160, 900)).replace(
        b"[0 0 595 842]", b"[100 200 695 1042]"
    )
    path = tmp_path / "moved.pdf"
    path.write_bytes(data)
    report, copy = marked(path, scanner)
    check_words(report, copy)


def test_what_was_typed_into_a_field_is_marked_over_the_whole_field(tmp_path: Path, scanner: Scanner) -> None:
    path = written(
        tmp_path,
        line("Notes:", 60, 700),
        page="/Annots [11 0 R]",
        objects="11 0 obj << /Type /Annot /Subtype /Widget /FT /Tx /T (notes) /V (An ICPC was held.) "
        "/Rect [120 690 400 710] >> endobj",
        catalogue="/AcroForm << /Fields [11 0 R] >>",
    )
    _, copy = marked(path, scanner)
    (note,) = highlights(copy.data)
    assert note.strips == ((120, 690, 400, 710),)


def test_words_that_lie_off_the_page_are_said_to_be_left(tmp_path: Path, scanner: Scanner) -> None:
    path = written(tmp_path, line("She is well.", 60, 700) + line("An ICPC was held in May.", 60, 3000))
    _, copy = marked(path, scanner)
    assert not highlights(copy.data)
    (left,) = copy.left
    assert (left.words, left.reason) == ("ICPC", "nobody sees these words on the page")
    assert "Means: " in left.advice


def test_an_encrypted_file_that_opens_without_a_password_stays_encrypted(
    tmp_path: Path, scanner: Scanner
) -> None:
    path = saved(tmp_path, SAMPLES[0], pikepdf.Encryption(owner="secret", user="", R=6))
    report, copy = marked(path, scanner)
    assert copy.data.startswith(path.read_bytes())
    assert is_sound(copy.data)
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        assert pdf.is_encrypted
    assert b"Jargon scanner" not in copy.data
    check_words(report, copy)


def test_of_a_file_that_its_maker_locked_against_notes_a_page_is_made(
    tmp_path: Path, scanner: Scanner
) -> None:
    nothing = pikepdf.Permissions(modify_annotation=False, modify_other=False, modify_form=False)
    path = saved(tmp_path, SAMPLES[0], pikepdf.Encryption(owner="secret", user="", R=6, allow=nothing))
    _, copy = marked(path, scanner)
    assert copy.suffix == ".html"
    assert "locked it against changes and notes" in copy.notes[0]


def test_a_clean_copy_of_a_pdf_cannot_be_made(scanner: Scanner) -> None:
    with pytest.raises(CannotMark, match="words of a PDF cannot be changed"):
        marked(SAMPLES[0], scanner, "clean")


def test_a_signature_is_kept_and_said(tmp_path: Path, scanner: Scanner) -> None:
    path = written(
        tmp_path,
        line("An ICPC was held in May.", 60, 700),
        page="/Annots [11 0 R]",
        objects="11 0 obj << /Type /Annot /Subtype /Widget /FT /Sig /T (signed) /Rect [0 0 0 0] /V 12 0 R >> endobj\n"
        "12 0 obj << /Type /Sig /Filter /Adobe.PPKLite /Contents <00> /ByteRange [0 1 2 3] >> endobj",
        catalogue="/AcroForm << /Fields [11 0 R] /SigFlags 3 >>",
    )
    _, copy = marked(path, scanner)
    assert copy.data.startswith(path.read_bytes())
    assert len(copy.notes) == 1
    assert "signature" in copy.notes[0]


def test_our_own_notes_are_no_part_of_the_document_and_are_replaced(tmp_path: Path, scanner: Scanner) -> None:
    path = written(tmp_path, line("An ICPC was held in May.", 60, 700))
    first, copy = marked(path, scanner)
    again = tmp_path / "again.pdf"
    again.write_bytes(copy.data)
    second, replaced = marked(again, scanner)
    assert [finding.text for finding in second.findings] == [finding.text for finding in first.findings]
    assert len(highlights(replaced.data)) == len(first.findings)


def test_a_file_without_findings_is_copied_as_it_is(tmp_path: Path, scanner: Scanner) -> None:
    path = written(tmp_path, line("The dog slept by the door.", 60, 700))
    copy = mark(path, scan(path, scanner=scanner), Wishes(datetime(2027, 3, 14, tzinfo=UTC)))
    assert copy.data == path.read_bytes()


def test_a_note_that_somebody_worked_on_stays(tmp_path: Path, scanner: Scanner) -> None:
    path = written(tmp_path, line("An ICPC was held in May.", 60, 700))
    _, copy = marked(path, scanner)
    worked_on = tmp_path / "worked_on.pdf"
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        note = pdf.pages[0].Annots[0]
        note.Contents, note.M = "Ask Priya.", "D:20270401120000Z"
        pdf.save(worked_on)
    _, second = marked(worked_on, scanner)
    assert "Ask Priya." in [one.contents for one in highlights(second.data)]
