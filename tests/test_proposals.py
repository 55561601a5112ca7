"""Whole sentences with every first choice made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jargon_scanner import Scanner
from jargon_scanner.choices import Choices
from jargon_scanner.edits import apply, plan
from jargon_scanner.report import Proposal, Report
from jargon_scanner.scan import scan_text
from tests.small_lexicons import scanner_of, short, term

WANTED = Choices(sentences=True)
SMALL = (
    term("prior to", "preposition", "before"),
    term("intervention", "noun", "help"),
    term("ascertain", "verb", "find out"),
    {**term("fail to engage", "verb"), "treatment": "rethink", "question": "What got in the way?"},
    short("ICPC", "initial child protection conference"),
)


def proposed(text: str) -> tuple[Proposal, ...]:
    sentences = scan_text(text, scanner=scanner_of(*SMALL), choices=WANTED).sentences
    assert sentences is not None
    return sentences


def test_several_findings_become_one_sentence() -> None:
    (one,) = proposed("A line. Prior to an ICPC, we ascertain who came. The end.")
    assert one.sentence == "Prior to an ICPC, we ascertain who came."
    assert one.text == "Before an initial child protection conference, we find out who came."
    assert one.remains == ()
    assert len(one.findings) == 3


def test_what_a_person_decides_remains() -> None:
    (one,) = proposed("Mum failed to engage prior to May.")
    assert one.text == "Mum failed to engage before May."
    assert [(left.text, left.treatment) for left in one.remains] == [("failed to engage", "rethink")]


def test_nothing_is_proposed_where_every_word_waits_for_a_person() -> None:
    assert proposed("Mum failed to engage.") == ()


def test_sentences_are_left_out_unless_asked_for() -> None:
    report = scan_text("Prior to May.", scanner=scanner_of(*SMALL))
    assert report.sentences is None
    assert "sentences" not in report.to_dict()


def test_a_report_with_sentences_can_be_read_back() -> None:
    report = scan_text("Prior to May.", scanner=scanner_of(*SMALL), choices=WANTED)
    assert report.to_dict()["sentences"][0]["text"] == "Before May."
    assert Report.from_dict(report.to_dict()) == report


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Prior to",
                "an ICPC",
                "we ascertain",
                "an intervention",
                "who came.",
                "Mum rang.",
                "\n\n",
                "1. ",
            ]
        ),
        max_size=12,
    )
)
def test_proposals_are_the_changed_text_and_nothing_else(parts: list[str]) -> None:
    text = " ".join(parts)
    report = scan_text(text, scanner=scanner_of(*SMALL), choices=WANTED, with_text=True)
    edits = plan(report.findings).edits
    changed = apply(text, edits)
    assert report.sentences is not None
    for one in report.sentences:
        start, end = one.replaces
        assert text[start:end] == one.sentence
        assert one.text in changed
    assert {name for one in report.sentences for name in one.findings} == {one.finding.id for one in edits}


@pytest.mark.parametrize("line", ["# Prior to the ICPC", "- Prior to the ICPC", "| Prior to | ICPC |"])
def test_headings_list_items_and_cells_are_read_again_too(line: str, scanner: Scanner) -> None:
    report = scan_text(line, scanner=scanner, choices=replace(WANTED, kinds=frozenset({"jargon"})))
    assert report.sentences is not None
    assert all("Before" in one.text for one in report.sentences)
