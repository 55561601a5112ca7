"""Each check has a small bad lexicon that trips it, and only it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jargon_scanner.lexicon.checks import CHECKS, check
from jargon_scanner.lexicon.cross_checks import CROSS_CHECKS
from jargon_scanner.lexicon.load import read
from tests.small_folders import IRO, PLACEMENT, written


def changed(**fields: Any) -> dict[str, Any]:
    return {**PLACEMENT, "id": "den", "term": "den", "say": [{"replace": "hut"}], **fields}


def without(key: str, row: dict[str, Any] = PLACEMENT) -> dict[str, Any]:
    return {name: value for name, value in {**row, "id": "den"}.items() if name != key} | (
        {"term": "den", "say": [{"replace": "hut"}]} if "term" in row and key != "say" else {}
    )


BAD: dict[str, list[dict[str, Any]]] = {
    "E101": [changed(category="system-wrd")],
    "E102": [changed(category="blame")],
    "E103": [changed(term="den <persn>")],
    "E104": [changed(only=[{"near": ["<famly>"]}])],
    "E105": [changed(), changed(id="den-again")],
    "E106": [changed(say=[{"replace": "hut"}, {"replace": "cave", "of": ["dan"]}])],
    "W201": [changed(treatment="ask")],
    "W202": [{key: value for key, value in changed().items() if key != "say"}],
    "W203": [without("meaning")],
    "W204": [without("why")],
    "W205": [changed(examples={"not_flagged": ["A den."]})],
    "W206": [changed(examples={"flagged": ["A [den]."]})],
    "W207": [changed(meaning="A very " + "very " * 20 + "long sentence.")],
    "W208": [changed(meaning="A kind of placement.")],
    "W209": [changed(category="legal-word")],
    "W210": [changed(term="significant harm", say=[{"replace": "worry"}])],
    "W301": [changed(say=[{"replace": "long placement"}])],
}


@pytest.mark.parametrize("code", sorted({*CHECKS, *CROSS_CHECKS}))
def test_each_check_is_tripped_by_its_own_bad_lexicon_and_no_other(
    code: str, few: Path, tmp_path: Path
) -> None:
    path = written(tmp_path / "council.yaml", *BAD[code])
    faults = list(check(read([path])))
    assert {fault.code for fault in faults} == {code}
    assert {fault.file for fault in faults} == {str(path)}
    line = 3 if len(BAD[code]) == 1 else max(fault.line for fault in faults)
    assert faults[0].line == line


def test_a_good_lexicon_has_no_fault(few: Path) -> None:
    assert list(check(read())) == []


def test_only_the_files_that_are_asked_for_are_checked(few: Path, tmp_path: Path) -> None:
    one = written(tmp_path / "one.yaml", *BAD["E101"])
    two = written(tmp_path / "two.yaml", *[{**BAD["W201"][0], "id": "two", "term": "two"}])
    assert {fault.code for fault in check(read([one, two]), frozenset({str(two)}))} == {"W201"}


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("E101", "Did you mean 'system-word'?"),
        ("E103", "Did you mean 'person'?"),
        ("E104", "Did you mean 'family'?"),
        ("E106", "Did you mean 'den'?"),
    ],
)
def test_a_slip_is_answered_with_what_was_perhaps_meant(
    code: str, hint: str, few: Path, tmp_path: Path
) -> None:
    (fault,) = check(read([written(tmp_path / "council.yaml", *BAD[code])]))
    assert fault.message.endswith(hint)


@pytest.mark.parametrize(
    "row",
    [
        changed(only=[{"near": ["fox"]}], id="den-2"),
        changed(treatment="explain", category="legal-word"),
        changed(category="health-word"),
        changed(term="significant harm", say=[{"replace": "being badly hurt"}]),
        changed(say=[{"replace": "help"}], meaning="She made eye contact."),
        {**IRO, "id": "iro-2", "short": "IRP"},
    ],
)
def test_what_is_well_is_let_be(row: dict[str, Any], few: Path, tmp_path: Path) -> None:
    rows = [changed(), row] if row["id"] == "den-2" else [row]
    assert [str(one) for one in check(read([written(tmp_path / "council.yaml", *rows)]))] == []


def test_a_diagnosis_may_not_be_swapped(few: Path, tmp_path: Path) -> None:
    row = changed(term="attachment disorder", category="health-word")
    (fault,) = check(read([written(tmp_path / "council.yaml", row)]))
    assert fault.code == "W209"


def test_the_checks_know_their_bad_lexicons() -> None:
    assert set(BAD) == {*CHECKS, *CROSS_CHECKS}
