"""Counts of what people decided: right, small, private, and never in anybody's way."""

from __future__ import annotations

import itertools
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.acceptance import Counts, Tally, difference, offered
from jargon_scanner.edits import OWN_WORDS, Choice
from jargon_scanner.errors import UsageError
from jargon_scanner.findings import Suggestion
from tests.reports import finding

TAKEN = Choice(Suggestion("replace", "move", (0, 4), None, "general knowledge"))
OWN = Choice(Suggestion("replace", "go", (0, 4), None, OWN_WORDS))
KEPT = Choice(reason="Jay’s mum says it like this")


@pytest.fixture
def counts(tmp_path):
    return Counts(tmp_path / "data" / "choices.sqlite")


def test_each_decision_is_counted_as_what_it_was():
    used, own, kept, left = (finding(entry="step-down") for _ in range(4))
    after = {used.id: TAKEN, own.id: OWN, kept.id: KEPT}
    assert difference((used, own, kept, left), {}, after) == {
        ("step-down", "used"): 1,
        ("step-down", "reworded"): 1,
        ("step-down", "kept"): 1,
    }


def test_a_decision_that_is_undone_or_made_anew_is_not_counted_twice(counts):
    one = finding(entry="step-down")
    steps = [{}, {one.id: TAKEN}, {}, {one.id: KEPT}, {one.id: OWN}]
    for before, after in itertools.pairwise(steps):
        counts.add(difference((one,), before, after))
    assert counts.read() == {"step-down": Tally(reworded=1)}


def test_what_no_entry_found_and_what_a_family_says_are_not_counted():
    private = (finding(entry=None), finding(entry="words-we-use-nanny-pat"))
    assert difference(private, {}, {one.id: KEPT for one in private}) == {}
    assert offered(private) == {}


def test_an_entry_about_families_is_counted_as_any_other():
    assert offered([finding(entry="family-plan")]) == {("family-plan", "offered"): 1}


@given(st.lists(st.lists(st.sampled_from([None, TAKEN, OWN, KEPT]), min_size=3, max_size=3), max_size=8))
def test_after_any_steps_the_counts_are_those_of_the_last(steps):
    findings = [finding(entry=f"entry-{number % 2}") for number in range(3)]
    states = [
        {},
        *({one.id: choice for one, choice in zip(findings, step, strict=True) if choice} for step in steps),
    ]
    total: dict = {}
    for before, after in itertools.pairwise(states):
        for key, times in difference(findings, before, after).items():
            total[key] = total.get(key, 0) + times
    assert {key: times for key, times in total.items() if times} == difference(findings, {}, states[-1])


def test_the_file_holds_ids_and_numbers_and_no_word_of_anything(counts):
    one = finding("Zephyrine refused", entry="refused", sentence="Zephyrine refused. ")
    counts.add(difference((one,), {}, {one.id: KEPT}))
    raw = counts.path.read_bytes()
    assert b"Zephyrine" not in raw
    assert b"Jay" not in raw
    with sqlite3.connect(counts.path) as db:
        assert db.execute("SELECT * FROM counts").fetchall() == [("refused", "kept", 1)]


def test_all_is_forgotten_at_once(counts):
    counts.add({("a", "used"): 1})
    assert counts.forget()
    assert counts.read() == {}
    assert not counts.forget()
    assert list(counts.path.parent.iterdir()) == []


def test_a_count_that_cannot_be_written_costs_no_decision(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    Counts(tmp_path / "data" / "choices.sqlite").add({("a", "used"): 1})
    damaged = Counts(tmp_path / "damaged.sqlite")
    damaged.path.write_bytes(b"no database" * 100)
    damaged.add({("a", "used"): 1})
    with pytest.raises(UsageError, match="--forget"):
        damaged.read()


def test_no_count_falls_below_nothing(counts):
    counts.add({("a", "used"): -3})
    counts.add({("a", "used"): 2})
    assert counts.read() == {"a": Tally(used=2)}


def test_the_file_lies_in_the_data_folder(data_folder: Path):
    assert Counts().path == data_folder / "choices.sqlite"
