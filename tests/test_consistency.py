"""Notes on a document's short forms, from real scans of small texts."""

from __future__ import annotations

import pytest

from jargon_scanner.definitions import find_definitions
from jargon_scanner.document import Block, Document, join_blocks
from jargon_scanner.loaders import load
from jargon_scanner.report import Note
from jargon_scanner.scan import Scanner, scan_document, scan_text
from jargon_scanner.statuses import Use, statuses
from tests.conftest import ROOT
from tests.small_lexicons import scanner_of, short

OFFICE = "The youth drop-in office (YDO) is near."


@pytest.fixture(scope="module")
def few() -> Scanner:
    return scanner_of(
        short("CIN", "child in need", also=["CiN"]), short("ICPC", "initial child protection conference")
    )


def notes(text: str, scanner: Scanner) -> list[Note]:
    return list(scan_text(text, scanner=scanner).notes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The CIN plan.", ["acronym-never-explained"]),
        ("A YDO is near.", ["acronym-never-explained"]),
        (f"The YDO closed.\n\n{OFFICE} The YDO reopened.", ["acronym-explained-late"]),
        (f"{OFFICE} The YDO closed. The youth drop-in office (YDO) reopened. The YDO is new.", ["acronym-explained-twice"]),
        (f"{OFFICE} Her yearly dental outing (YDO) is due. The YDO is late.", ["acronym-two-meanings"]),
        (OFFICE, ["acronym-used-once"]),
        (f"{OFFICE} The YDO closed.", ["acronym-used-once"]),
        (f"{OFFICE} The YDO closed. The YDO reopened.", []),
        (f"{OFFICE} The YDO closed. The youth drop-in office reopened. A YDO.", ["acronym-long-form-again"]),
        (f"{OFFICE} The YDO closed. Youth drop-in offices reopened. A YDO.", ["acronym-long-form-again"]),
        (f"{OFFICE} The YDO closed. Youth drop-in officers came. A YDO.", []),
        ("A child in need (CIN) came. Children in need get help. A CIN plan. CINs.", ["acronym-long-form-again"]),
        ("The child in need (CIN) plan. The CiN plan. The C.I.N. plan.", ["acronym-two-spellings"]),
        ("The child in need (CIN) plan. Two CINs came. The CIN's plan.", []),
        ("Nothing is short here.", []),
    ],
)  # fmt: skip
def test_each_way_of_being_inconsistent_has_its_note(text: str, codes: list[str], few: Scanner) -> None:
    assert [note.code for note in notes(text, few)] == codes


def test_what_is_never_explained_is_one_note_with_the_first_place_of_each(few: Scanner) -> None:
    (note,) = notes("The CIN plan.\n\nThe CIN plan and the ICPC.\n\nA QZX.", few)
    assert note.message == "CIN, ICPC and QZX are never explained here. Write the words instead."
    assert note.places == ("Line 1", "Line 3", "Line 5")


def test_a_spelling_with_full_stops_ends_its_sentence_with_one(few: Scanner) -> None:
    (note,) = notes("The child in need (CIN) plan. The CIN plan. The C.I.N. plan.", few)
    assert note.message == "One short form is written in different ways: CIN and C.I.N. Choose one."


def test_two_meanings_are_both_named_with_their_places(few: Scanner) -> None:
    (note,) = notes(f"{OFFICE}\n\nHer yearly dental outing (YDO) is due. The YDO is late.", few)
    assert "“youth drop-in office” and “yearly dental outing”" in note.message
    assert note.places == ("Line 1", "Line 3")


def test_a_plural_or_capitals_make_no_second_meaning(few: Scanner) -> None:
    text = "Children in Need (CIN) get help. A child in need (CIN) is one. The CIN plan. The CIN plan."
    assert [note.code for note in notes(text, few)] == ["acronym-explained-twice"]


def test_a_list_of_abbreviations_is_no_explanation_too_many(few: Scanner) -> None:
    text = f"{OFFICE} The YDO closed. The YDO reopened.\n\nYDO: youth drop-in office"
    assert notes(text, few) == []


def test_what_the_family_says_in_its_own_words_is_no_place(few: Scanner) -> None:
    said = f'Kai said, "I like the YDO." {OFFICE} The YDO closed. The YDO reopened.'
    assert notes(said, few) == []


def test_a_longer_term_is_not_its_shorter_part_again(few: Scanner) -> None:
    text = (
        "A child protection (CP) plan. The CP plan. The CP file. "
        "The child protection conference (CPC) met. The CPC agreed. The CPC closed."
    )
    assert notes(text, few) == []


def test_a_printed_line_that_comes_on_every_page_is_one_place(few: Scanner) -> None:
    header = Block(0, 0, "Plan of the youth drop-in office (YDO)", "Page 1, header", part="header")
    body = Block(0, 0, "The YDO closed. The YDO reopened.", "Page 1, line 1")
    text, blocks = join_blocks([header, body, header, body, header])
    assert scan_document(Document("a.docx", "docx", "0" * 64, text, blocks), scanner=few).notes == ()


@pytest.mark.parametrize(
    "name", ["cp_conference_report.docx", "strategy_discussion.md", "letter_to_child.md"]
)
def test_notes_on_real_documents_name_places_that_are_there(name: str, scanner: Scanner) -> None:
    document = load(ROOT / "sample_docs" / name)
    report = scan_document(document, scanner=scanner)
    labels = {block.label for block in document.blocks}
    made = [note for note in report.notes if note.code.startswith("acronym-")]
    assert made
    assert {place for note in made for place in note.places} <= labels
    assert all(note.places for note in made)


@pytest.mark.parametrize(
    "name", ["cp_conference_report.docx", "strategy_discussion.md", "letter_to_child.md"]
)
def test_a_report_has_the_status_that_the_pure_function_gives(name: str, scanner: Scanner) -> None:
    document = load(ROOT / "sample_docs" / name)
    found = [one for one in scan_document(document, scanner=scanner).findings if one.acronym]
    uses = [
        Use(one.letters, one.start, any(each.source == "lexicon" for each in one.acronym.expansions))
        for one in found
    ]
    assert statuses(uses, find_definitions(document.blocks, scanner.lexicon.short_forms)) == tuple(
        one.acronym.status for one in found
    )
    assert len({one.acronym.status for one in found}) > (name != "letter_to_child.md")
