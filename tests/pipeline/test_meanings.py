"""Which sense of a short form is meant: evidence, senses from outside the field, and questions to the writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jargon_scanner.scan import scan_text
from tests.benchmarks.meanings import answer, cases

if TYPE_CHECKING:
    from jargon_scanner.findings import Finding
    from jargon_scanner.scan import Scanner
    from tests.benchmarks.meanings import Case


def finding(text: str, short: str, scanner: Scanner) -> Finding:
    return next(one for one in scan_text(text, scanner=scanner).findings if one.text == short)


@pytest.mark.parametrize("case", list(cases())[::8], ids=lambda case: f"{case.short}: {case.sentence[:30]}")
def test_the_sentence_says_which_meaning(case: Case, scanner: Scanner) -> None:
    given = answer(case, scanner)
    assert given.long in case.right or given.asks


@pytest.mark.slow
def test_hardly_any_meaning_is_guessed_wrongly(scanner: Scanner) -> None:
    given = [(case, answer(case, scanner)) for case in cases()]
    wrong = [case.sentence for case, one in given if one.long not in case.right and not one.asks]
    assert len(wrong) <= 0.03 * len(given), wrong


def test_two_good_senses_are_both_offered_and_the_writer_is_asked(scanner: Scanner) -> None:
    found = finding("PD.", "PD", scanner)
    assert found.treatment == "ask"
    assert found.question == "Which does PD mean here: personality disorder or physical disability?"
    assert {one.text.lower() for one in found.suggestions} >= {"personality disorder", "physical disability"}
    assert found.meaning is None


def test_another_use_in_the_document_answers_the_question(scanner: Scanner) -> None:
    text = "PD: see below.\n\nMum's psychiatrist gave a diagnosis of PD."
    found = [one for one in scan_text(text, scanner=scanner).findings if one.text == "PD"]
    assert [one.acronym and one.acronym.expansion for one in found] == ["personality disorder"] * 2
    assert all(one.question is None for one in found)


def test_what_the_document_says_is_never_a_question(scanner: Scanner) -> None:
    text = "PD.\n\nPD stands for practice development."
    found = next(one for one in scan_text(text, scanner=scanner).findings if one.text == "PD")
    assert found.acronym is not None
    assert found.acronym.expansion == "practice development"
    assert found.treatment != "ask"


def test_words_of_the_field_speak_for_a_sense_without_a_cue(scanner: Scanner) -> None:
    found = finding("The landlord and the tenant spoke about TA and the eviction.", "TA", scanner)
    assert found.acronym is not None
    assert found.acronym.expansion == "temporary accommodation"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The CO alarm went off.", "CO"), ("Use the PA system.", "PA"), ("A DNA test was done.", "DNA"),
        ("He plays for Ashby FC.", "FC"), ("The laptop has a 1 TB drive.", "TB"), ("A VS B is the final match.", "VS"),
    ],
)  # fmt: skip
def test_a_sense_from_outside_the_field_is_no_finding(text: str, short: str, scanner: Scanner) -> None:
    assert short not in [one.text for one in scan_text(text, scanner=scanner).findings]
