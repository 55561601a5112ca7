"""The bundled lexicon: no fault, and every example comes out as it says."""

from __future__ import annotations

from collections import Counter

import pytest

from jargon_scanner import Scanner
from jargon_scanner.lexicon.checks import check
from jargon_scanner.lexicon.load import read
from jargon_scanner.proof import count_known_gaps, prove

#: Known gaps that the lexicon may hold: raise it with a reason in the commit, lower it when gaps close.
KNOWN_GAPS = 40


@pytest.fixture(scope="module")
def faults() -> list[str]:
    return [str(fault) for fault in check(read())]


def test_the_lexicon_has_no_fault(faults: list[str]) -> None:
    assert [fault for fault in faults if ": E" in fault] == []


def test_every_entry_is_complete(faults: list[str]) -> None:
    assert [fault for fault in faults if ": W" in fault] == []


def test_every_example_comes_out_as_it_says(scanner: Scanner) -> None:
    assert [str(fault) for fault in prove(scanner)] == []


def test_known_gaps_are_counted(scanner: Scanner) -> None:
    assert count_known_gaps(scanner) <= KNOWN_GAPS


def test_there_are_entries_of_every_kind_and_category(scanner: Scanner) -> None:
    lexicon = scanner.lexicon.lexicon
    kinds = Counter(located.entry.kind for located in lexicon.entries.values())
    assert kinds["acronym"] + kinds["jargon"] + kinds["blaming"] >= 400
    assert set(lexicon.categories) == {located.entry.category for located in lexicon.entries.values()}
