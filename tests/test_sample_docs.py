"""The sample documents are what the script makes, open, and hold what it promises."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from jargon_scanner.errors import ProgramMissing
from jargon_scanner.loaders import load

SAMPLES = Path(__file__).parent.parent / "sample_docs"
SCRIPT = SAMPLES / "make_samples.py"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD_STORIES = ("document", "header", "footer", "footnotes", "comments")
GENRES = {
    "assessment_template_blank.docx": "SINGLE ASSESSMENT",
    "audit_answers.jsonl": "Is the child's voice in the record?",
    "audit_questions.xls": "Is the chronology up to date",
    "case_notes_export.xml": "T/C from dad",
    "case_transfer_summary.rtf": "Case Transfer Summary",
    "child_and_family_assessment.docx": "PARENTING CAPACITY",
    "child_in_need_plan.docx": "OVERALL AIM OF PLAN",
    "chronology.md": "CHRONOLOGY",
    "contact_centre_record.doc": "Record of supervised contact",
    "contacts_export.csv": "Reason for contact",
    "court_statement.pdf": "FAMILY COURT",
    "cp_conference_report.docx": "Initial Child Protection Conference",
    "duty_notes.txt": "T/C",
    "early_help_form.json": "stepped down from CIN",
    "email_about_school_move.eml": "Alfie W – PEP, school move",
    "fostering_supervision.docx": "Foster Carer Supervision Record",
    "home_visit_note_cp1252.txt": "STATUTORY VISIT",
    "kinship_leaflet.pdf": "kinship care",
    "letter_to_child.md": "Dear Jayden",
    "participation_training.pptx": "Writing to children",
    "pathway_plan.docx": "My Pathway Plan",
    "personal_education_plan.docx": "Personal Education Plan",
    "placement_costs.ods": "Type of placement",
    "plain_welcome_page.docx": "Hello Noor",
    "return_home_interview_draft.docx": "Return Home Interview",
    "reunification_plan.odt": "Reunification Plan",
    "review_bundle.zip": "A letter for Jayden",
    "review_minutes.docx": "Child Looked After Review",
    "short_break_referral.html": "Short breaks referral",
    "strategy_discussion.md": "STRATEGY DISCUSSION",
    "visit_record_template.dotx": "RECORD OF STATUTORY VISIT",
    "visit_tracker.xlsx": "Legal status",
}
MAPPING = "jargon-scanner-forms.toml"
FEATURES = {
    "assessment_template_blank.docx": [
        "//w:sdt//w:text",
        "//w:sdt//w:dropDownList",
        "//w:sdt//w:date",
        "//w:sdt/w:sdtContent/w:tc",
        "//w:sdt/w:sdtContent/w:p",
        "//w:showingPlcHdr",
        "//w:ffData/w:ddList",
        "//w:ffData/w:textInput",
        "//w:ffData/w:checkBox",
        "//w:instrText[contains(., 'MERGEFIELD')]",
    ],
    "child_in_need_plan.docx": ["//w:tc//w:pStyle[@w:val='ListBullet']"],
    "fostering_supervision.docx": ["//w:hyperlink", "//w:pStyle[@w:val='ListNumber']"],
    "return_home_interview_draft.docx": [
        "//w:ins",
        "//w:del//w:delText",
        "//w:txbxContent",
        "//w:commentReference",
        "//w:footnoteReference",
        "//w:tc//w:tbl",
    ],
    "review_minutes.docx": ["//w:headerReference", "//w:footerReference", "//w:footnoteReference"],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A fresh build in a folder of its own."""
    return _build(tmp_path_factory.mktemp("samples"))


def _build(folder):
    subprocess.run([sys.executable, str(SCRIPT), "--out", str(folder)], check=True, capture_output=True)
    return folder


def _part(path, name="word/document.xml"):
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def _words(path):
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return " ".join(page.get_textpage().get_text_range() for page in pdf).split()
    if path.suffix in {".docx", ".dotx"}:
        with zipfile.ZipFile(path) as package:
            parts = [
                name
                for name in package.namelist()
                if name.startswith(tuple(f"word/{s}" for s in WORD_STORIES))
            ]
        paragraphs = [paragraph for part in parts for paragraph in _part(path, part).iter(f"{W}p")]
        return " ".join("".join(p.itertext(f"{W}t", f"{W}delText")) for p in paragraphs).split()
    if path.suffix not in {".txt", ".md"}:
        return _words_by_our_loader(path)
    return path.read_bytes().decode("cp1252" if "cp1252" in path.name else "utf-8").split()


def _words_by_our_loader(path):
    try:
        document = load(path)
    except ProgramMissing:
        pytest.skip("no program that reads old Word documents is installed")
    return document.text.split()


def test_the_folder_holds_the_documents_that_the_script_makes(made):
    there = {path.name for path in SAMPLES.iterdir() if path.is_file() and path != SCRIPT}
    assert there == {path.name for path in made.iterdir()} == {*GENRES, MAPPING}
    assert (SAMPLES / MAPPING).read_bytes() == (made / MAPPING).read_bytes()


def test_the_script_describes_every_file():
    assert all(f"\n{name}\n" in SCRIPT.read_text(encoding="utf-8") for name in GENRES)


@pytest.mark.parametrize("name", GENRES)
def test_a_new_build_has_the_same_words(made, name):
    assert _words(made / name) == _words(SAMPLES / name)


def test_two_builds_are_the_same_byte_for_byte(made, tmp_path):
    again = _build(tmp_path)
    assert all((again / name).read_bytes() == (made / name).read_bytes() for name in GENRES)


@pytest.mark.parametrize(("name", "phrase"), GENRES.items())
def test_each_sample_opens_and_is_of_its_genre(name, phrase):
    words = _words(SAMPLES / name)
    assert phrase in " ".join(words)
    assert 250 <= len(words) <= 1200


@pytest.mark.parametrize(("name", "features"), FEATURES.items())
def test_word_features_are_real_ones(name, features):
    document = _part(SAMPLES / name)
    missing = [path for path in features if not document.xpath(path, namespaces={"w": W.strip("{}")})]
    assert missing == []


def test_the_template_has_the_content_type_of_a_template():
    with zipfile.ZipFile(SAMPLES / "visit_record_template.dotx") as package:
        assert b"wordprocessingml.template.main+xml" in package.read("[Content_Types].xml")


def test_the_home_visit_note_is_windows_1252():
    raw = (SAMPLES / "home_visit_note_cp1252.txt").read_bytes()
    assert b"\r\n" in raw
    assert "“" in raw.decode("cp1252")
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")


def test_pdfs_have_running_headers_and_page_numbers():
    with pypdfium2.PdfDocument(SAMPLES / "court_statement.pdf") as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    assert len(pages) >= 2
    assert all("WX26C50117" in text and f"page {number} of" in text for number, text in enumerate(pages, 1))
