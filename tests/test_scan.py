from __future__ import annotations

import json
import pickle
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jargon_scanner
from jargon_scanner import Report, Scanner, scan, scan_many, scan_text
from jargon_scanner.errors import DocumentError
from jargon_scanner.loaders import load
from jargon_scanner.report import json_schema
from tests.conftest import ROOT

SAMPLES = sorted(
    path
    for path in (ROOT / "sample_docs").iterdir()
    if path.suffix in (".docx", ".dotx", ".pdf", ".txt", ".md")
)
WORDS = st.sampled_from(
    "ICPC CIN plan placement contact failed to engage with the Mum school was undertaken prior An IROs' s.47 LAC "
    '( ) “ ” " . , : ; – - / | * \n \n\n \u00a0 \u00ad é 😀 Zara’s CIN/CP T/C (SW) not'.split(" ")
)


@pytest.fixture(scope="module")
def reports(scanner: Scanner) -> dict[str, Report]:
    return {path.name: scan(path, scanner=scanner, with_text=True) for path in SAMPLES}


def assert_sound(report: Report) -> None:
    text = report.text or ""
    last = 0
    for finding in report.findings:
        assert text[finding.start : finding.end] == finding.text
        assert finding.start >= last
        assert finding.text.strip() == finding.text != ""
        assert finding.text in finding.sentence
        assert 0 <= finding.confidence <= 1
        last = finding.end
        for suggestion in finding.suggestions:
            start, end = suggestion.replaces
            assert 0 <= start <= finding.start <= finding.end <= end <= len(text)
            assert (suggestion.sentence is None) == (suggestion.mode == "rephrase")
            assert suggestion.sentence is None or suggestion.text in suggestion.sentence
    assert report.summary.findings == len(report.findings) == sum(report.summary.by_kind.values())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_scanned_with_exact_places(path: Path, reports: dict[str, Report]) -> None:
    report = reports[path.name]
    assert_sound(report)
    blocks = load(path).blocks
    for finding in report.findings:
        place = finding.location
        assert blocks[place.block].text[place.start : place.end] == finding.text
        assert place.label == blocks[place.block].label != ""


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_places_are_exact_in_any_text(scanner: Scanner, text: str) -> None:
    report = scan_text(text, scanner=scanner, with_text=True)
    assert report.text == text
    assert_sound(report)


def test_a_report_goes_to_json_and_back(reports: dict[str, Report]) -> None:
    for report in reports.values():
        written = json.dumps(report.to_dict(), ensure_ascii=False)
        assert Report.from_dict(json.loads(written)) == report


def test_a_report_follows_its_schema(reports: dict[str, Report]) -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for report in reports.values():
        jsonschema.validate(report.to_dict(), schema)


def test_the_plain_sample_has_no_finding(reports: dict[str, Report]) -> None:
    assert [finding.text for finding in reports["plain_welcome_page.docx"].findings] == []


@pytest.mark.parametrize(
    "name", ["duty_notes.txt", "cp_conference_report.docx", "court_statement.pdf", "chronology.md"]
)
def test_dense_samples_have_findings_of_every_kind(name: str, reports: dict[str, Report]) -> None:
    assert all(count > 0 for count in reports[name].summary.by_kind.values())


def test_text_is_kept_only_when_asked_for(scanner: Scanner) -> None:
    assert scan_text("An ICPC.", scanner=scanner).text is None
    assert "text" not in scan_text("An ICPC.", scanner=scanner).to_dict()


def test_many_files_give_a_report_or_an_error_each(tmp_path: Path, scanner: Scanner) -> None:
    (tmp_path / "a.txt").write_text("An ICPC was held.", encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"")
    (tmp_path / "c.md").write_text("# CIN plan", encoding="utf-8")
    results = list(scan_many([tmp_path], scanner=scanner))
    assert [isinstance(one, DocumentError) for one in results] == [False, True, False]
    assert results[1].code == "empty-file"


def test_several_processes_give_the_same_in_the_same_order(tmp_path: Path, scanner: Scanner) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("An ICPC was held. " * (6 - number), encoding="utf-8")
    (tmp_path / "3b.docx").write_bytes(b"")
    alone = list(scan_many([tmp_path], scanner=scanner))
    together = list(scan_many([tmp_path], scanner=scanner, processes=2))
    assert [str(one) for one in together] == [str(one) for one in alone]
    assert together[:4] == alone[:4]


def test_a_scanner_in_another_process_is_the_same(scanner: Scanner) -> None:
    copy = pickle.loads(pickle.dumps(scanner))
    text = "Mum failed to engage. The ICPC is on Monday."
    assert copy.tool == scanner.tool
    assert scan_text(text, scanner=copy) == scan_text(text, scanner=scanner)


def test_the_same_text_gives_the_same_report(scanner: Scanner) -> None:
    text = "Mum failed to engage. The ICPC is on Monday. An ICPC again."
    assert scan_text(text, scanner=scanner) == scan_text(text, scanner=scanner)


def test_an_acronym_is_explained_before_or_after(scanner: Scanner) -> None:
    text = "The YDO met.\n\nThe youth drop-in office (YDO) closed. The YDO reopened."
    statuses = [one.acronym.status for one in scan_text(text, scanner=scanner).findings if one.acronym]
    assert statuses == ["defined-later", "defined", "defined"]


def test_two_meanings_in_one_document_are_said(scanner: Scanner) -> None:
    text = "The youth drop-in office (YDO) met. Her yearly dental outing (YDO) is due. The YDO is late."
    report = scan_text(text, scanner=scanner)
    assert {one.acronym.status for one in report.findings if one.acronym} == {"redefined"}
    assert [note.code for note in report.notes] == ["acronym-two-meanings"]


def test_readability_gives_no_figure_for_a_short_text(scanner: Scanner) -> None:
    readability = scan_text("An ICPC was held.", scanner=scanner).readability
    assert (readability.reading_age, readability.after.reading_age) == (None, None)


def test_readability_gains_from_plain_words(scanner: Scanner) -> None:
    text = "The worker will commence the meeting prior to the visit and ascertain who resides there. " * 12
    readability = scan_text(text, scanner=scanner).readability
    assert readability.reading_age is not None
    assert readability.after.reading_age is not None
    assert readability.after.reading_age < readability.reading_age


def test_the_public_names_are_there() -> None:
    assert set(jargon_scanner.__all__) >= {
        "scan",
        "scan_text",
        "scan_many",
        "Report",
        "Scanner",
        "__version__",
    }
    assert all(hasattr(jargon_scanner, name) for name in jargon_scanner.__all__)


def test_a_paragraph_of_two_hundred_thousand_words_is_scanned(scanner: Scanner) -> None:
    report = scan_text("The cat sat on the mat and slept all day " * 20_000 + "by the ICPC.", scanner=scanner)
    assert report.document.words > 200_000
    assert [one.text for one in report.findings if one.kind == "acronym"] == ["ICPC"]


def test_spelling_an_acronym_out_makes_no_text_harder(scanner: Scanner) -> None:
    text = "The ICPC was held at the school and the IRO came with the SSW to talk to the boy. " * 8
    readability = scan_text(text, scanner=scanner).readability
    assert readability.reading_age is not None
    assert readability.after.reading_age is not None
    assert readability.after.reading_age <= readability.reading_age
