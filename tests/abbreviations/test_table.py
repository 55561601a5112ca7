"""The table over documents that were really scanned, with a lexicon of two short forms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jargon_scanner.abbreviations import Table, mentions_of, table_of, told_by
from jargon_scanner.report import Report
from jargon_scanner.scan import Scanner, scan_text
from tests.small_lexicons import scanner_of, short

EXPLAINED = "The youth drop-in office (YDO) is near. The YDO is open."
SILENT = "We went to the YDO. The YDO was shut."


@pytest.fixture(scope="module")
def few() -> Scanner:
    return scanner_of(short("CIN", "child in need", also=["CiN"]), short("PA", "personal adviser"))


def reports(scanner: Scanner, *texts: str) -> list[Report]:
    return [scan_text(text, name=f"{number}.txt", scanner=scanner) for number, text in enumerate(texts, 1)]


def table(scanner: Scanner, *texts: str) -> Table:
    return table_of(map(mentions_of, reports(scanner, *texts)))


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        ((SILENT,), "unknown"),
        ((EXPLAINED, SILENT), "elsewhere"),
        ((EXPLAINED, "Her yearly dental outing (YDO) is due."), "several-meanings"),
        (("A CIN plan.",), "unexplained"),
        (("The child in need (CIN) plan.", "A CIN plan."), "partly"),
        ((f"{SILENT} {EXPLAINED}",), "late"),
        ((EXPLAINED, "The Youth Drop-in Office (YDO) closed."), "explained"),
    ],
)
def test_a_row_says_what_is_to_be_done(few: Scanner, texts: tuple[str, ...], status: str) -> None:
    (row,) = table(few, *texts).rows
    assert row.status == status


def test_what_nobody_knows_comes_first_then_the_commonest(few: Scanner) -> None:
    made = table(
        few,
        "A CIN plan. Her PA rang. The PA wrote.",
        f"{EXPLAINED} The QZX met.",
        "The QZX met. The NYP met.",
    )
    assert [row.short for row in made.rows] == ["QZX", "NYP", "PA", "CIN", "YDO"]


def test_a_row_counts_uses_and_names_documents_the_first_place_and_spellings(few: Scanner) -> None:
    (row,) = table(few, "None.\n\nA CiN plan.", "A CIN plan, another CIN plan. Two CINs.").rows
    assert (row.short, row.spellings, row.count) == ("CIN", ("CIN", "CiN"), 4)
    assert (row.documents, row.first_place) == (("1.txt", "2.txt"), "Line 3")


def test_a_guess_names_the_document_it_comes_from(few: Scanner) -> None:
    (row,) = table(few, SILENT, EXPLAINED).rows
    assert [(one.text, one.source, one.documents) for one in row.meanings] == [
        ("youth drop-in office", "document", ("2.txt",))
    ]


def test_a_heading_in_capitals_does_not_shout_in_the_table(few: Scanner) -> None:
    (row,) = table(few, "CHILD IN NEED (CIN) PLAN\n\nA plan.").rows
    assert [one.text for one in row.meanings] == ["child in need"]


def test_what_another_library_explains_is_offered_with_its_documents(few: Scanner) -> None:
    told = told_by(mention for report in reports(few, EXPLAINED) for mention in mentions_of(report))
    (row,) = table(replace(few, library=told), SILENT).rows
    assert row.status == "elsewhere"
    assert [(one.text, one.source, one.documents) for one in row.meanings] == [
        ("youth drop-in office", "library", ("1.txt",))
    ]


def test_the_order_of_documents_changes_no_meaning_and_no_count(few: Scanner) -> None:
    texts = [EXPLAINED, SILENT, "A CIN plan.", "The play area (YDO) and a PA."]
    there, back = table(few, *texts).rows, table(few, *reversed(texts)).rows
    assert {(row.short, row.count, row.status) for row in there} == {
        (row.short, row.count, row.status) for row in back
    }


def test_a_real_folder_gives_a_table_with_every_short_form_of_its_reports(scanner: Scanner) -> None:
    from jargon_scanner.scan import scan

    samples = Path(__file__).resolve().parents[2] / "sample_docs"
    made = [scan(samples / name, scanner=scanner) for name in ("duty_notes.txt", "letter_to_child.md")]
    rows = table_of(map(mentions_of, made)).rows
    uses = sum(finding.acronym is not None for report in made for finding in report.findings)
    assert sum(row.count for row in rows) == uses > 0


def test_of_plural_possessive_and_singular_a_list_has_the_singular(few: Scanner) -> None:
    made = table(few, "Youth drop-in offices (YDOs) help.", "The youth drop-in office's (YDO's) door.")
    assert [one.text for row in made.rows for one in row.meanings] == ["youth drop-in office"]
