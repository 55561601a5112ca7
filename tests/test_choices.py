from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jargon_scanner.choices import IGNORE_FILE, Choices, Ignore, LeftOut, choose, notes_on, parse_ignore
from jargon_scanner.lexicon.layers import Kept
from jargon_scanner.report import Report
from jargon_scanner.scan import scan_text
from tests.small_lexicons import scanner_of, short, term

PLACEMENT = term("placement", "noun", "home", also=["foster placement"])
STEP_DOWN = term("step down", "verb", "move to lighter help")
BLAME = term(
    "fail to engage",
    "verb",
    kind="blaming",
    category="blame",
    treatment="rethink",
    question="What was offered?",
)
RISK = term(
    "put <self> at risk",
    "verb",
    kind="blaming",
    category="blame",
    treatment="rethink",
    question="Who did what?",
)
IRO = short("IRO", "independent reviewing officer")
CP = short("C/P", "child protection", id="cp")
ENTRIES = (PLACEMENT, STEP_DOWN, BLAME, RISK, IRO, CP)
TEXT = (
    "His placements ended. The foster placement is far. It was stepped down. "
    "Mum failed to engage. She put herself at risk. The IROs came. A ZZQ too. C/P plan."
)


def scanned(choices: Choices | None = None) -> Report:
    return scan_text(TEXT, scanner=scanner_of(*ENTRIES), choices=choices)


def ignoring(*words: str) -> Report:
    return scanned(Choices(ignored=tuple(Ignore(one, "we know it") for one in words)))


def texts(report: Report) -> list[str]:
    return [finding.text for finding in report.findings]


EVERYTHING = [
    "placements", "foster placement", "stepped down", "failed to engage", "put herself at risk", "IROs", "ZZQ", "C/P",
]  # fmt: skip


def test_without_choices_everything_is_shown() -> None:
    assert texts(scanned()) == EVERYTHING
    assert scanned().notes == scanned(Choices()).notes


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("placement", ["placements"]),
        ("Placements", ["placements"]),
        ("foster placement", ["foster placement"]),
        ("step down", ["stepped down"]),
        ("stepping down", ["stepped down"]),
        ("step-down", ["stepped down"]),
        ("put <self> at risk", ["put herself at risk"]),
        ("put himself at risk", ["put herself at risk"]),
        ("put-self-at-risk", ["put herself at risk"]),
        ("fail-to-engage", ["failed to engage"]),
        ("IRO", ["IROs"]),
        ("iro", ["IROs"]),
        ("I.R.O.", ["IROs"]),
        ("ZZQ", ["ZZQ"]),
        ("zzqs", ["ZZQ"]),
        ("CP", ["C/P"]),
        ("at risk", []),
        ("engage", []),
    ],
)
def test_exactly_what_was_named_is_left_alone_in_all_its_forms(words: str, left_out: list[str]) -> None:
    assert texts(ignoring(words)) == [text for text in EVERYTHING if text not in left_out]


def test_what_is_left_alone_is_counted_and_said_with_its_reason() -> None:
    report = scanned(
        Choices(
            ignored=(
                Ignore("placement", "we all say it."),
                Ignore("foster placement", "", "--ignore"),
                Ignore("dog", "x"),
            )
        )
    )
    assert [(note.code, note.message) for note in report.notes if note.code == "ignored"] == [
        ("ignored", "“placement” is left alone, once: we all say it."),
        ("ignored", "“foster placement” is left alone, once: nobody said why (--ignore)."),
    ]


def test_figures_are_of_what_is_shown() -> None:
    report = scanned(Choices(kinds=frozenset({"blaming"})))
    assert texts(report) == ["failed to engage", "put herself at risk"]
    assert [finding.id for finding in report.findings] == ["f1", "f2"]
    assert report.summary.findings == 2
    assert report.summary.by_kind == {"acronym": 0, "jargon": 0, "blaming": 2}
    assert report.summary.per_1000_words < scanned().summary.per_1000_words
    assert [note.message for note in report.notes] == [
        "6 findings are not shown, because only blaming was asked for."
    ]


def test_a_finding_of_a_kind_or_of_a_category_is_shown() -> None:
    choices = Choices(kinds=frozenset({"acronym"}), categories=frozenset({"blame"}))
    assert texts(scanned(choices)) == ["failed to engage", "put herself at risk", "IROs", "ZZQ", "C/P"]
    assert (
        scanned(choices).notes[-1].message
        == "3 findings are not shown, because only acronym or blame was asked for."
    )


def test_an_ignored_short_form_gets_no_notes_about_its_explanation() -> None:
    text = "An IRO came. The IRO (independent reviewing officer) left."
    choices = Choices(ignored=(Ignore("IRO", "x"),))
    notes = scan_text(text, scanner=scanner_of(*ENTRIES), choices=choices).notes
    assert {note.code for note in notes} == {"ignored"}


def test_what_this_family_keeps_is_left_alone() -> None:
    lexicon = replace(scanner_of(*ENTRIES).lexicon.lexicon, kept=(Kept("placement", "family.txt", 1),))
    finding = scanned().findings[0]
    shown, left_out = choose([("a", finding)], Choices(), lexicon)
    assert shown == []
    assert (
        notes_on(left_out)[0].message
        == "“placement” is left alone, once: this family uses these words themselves."
    )


def test_nothing_left_out_is_nothing_to_say() -> None:
    assert notes_on(LeftOut()) == ()


@pytest.mark.parametrize(
    ("count", "words"), [(1, "once"), (2, "twice"), (3, "3 times"), (1200, "1,200 times")]
)
def test_counts_are_words_of_people(count: int, words: str) -> None:
    (note,) = notes_on(LeftOut(((Ignore("x", "y"), count),)))
    assert note.message == f"“x” is left alone, {words}: y."


@pytest.mark.parametrize(
    ("line", "words", "reason"),
    [("contact | we say it", "contact", "we say it"), ("IRO", "IRO", ""), ("a|b|c", "a", "b|c")],
)
def test_a_line_is_words_and_a_reason(line: str, words: str, reason: str) -> None:
    assert parse_ignore(line, "here") == Ignore(words, reason, "here")


def test_lists_beside_and_above_a_document_count(tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    (tmp_path / IGNORE_FILE).write_text("\ufeff# ours\nIRO | known here\n\n", "utf-8")
    (below / IGNORE_FILE).write_text("placement | theirs\n | nothing\n", "utf-8")
    choices = Choices(ignored=(Ignore("x"),)).beside(below / "draft.txt")
    found = [(one.words, one.reason, one.origin) for one in choices.ignored]
    assert found[:3] == [
        ("x", "", ""),
        ("placement", "theirs", IGNORE_FILE),
        ("IRO", "known here", IGNORE_FILE),
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- jargon-scanner: ignore placement | our form prints it -->",
        "jargon-scanner: ignore placement | our form prints it",
    ],
)
def test_a_mark_in_the_document_leaves_words_alone_and_holds_no_findings_itself(mark: str) -> None:
    report = scan_text(f"{mark}\n\n{TEXT}", scanner=scanner_of(*ENTRIES))
    assert texts(report) == [text for text in EVERYTHING if text != "placements"]
    assert [note.message for note in report.notes if note.code == "ignored"] == [
        "“placement” is left alone, once: our form prints it (a mark in the document)."
    ]


def test_a_mark_without_words_says_nothing() -> None:
    assert (
        texts(scan_text(f"<!-- jargon-scanner: ignore -->\n\n{TEXT}", scanner=scanner_of(*ENTRIES)))
        == EVERYTHING
    )
