from __future__ import annotations

import importlib

import pytest

from tests.benchmarks.__main__ import names, ratio_of, table
from tests.benchmarks.plot import drawn
from tests.benchmarks.rewriting import sari
from tests.benchmarks.texts import template_library, words_in
from tests.benchmarks.timing import Figure
from tests.benchmarks.words_read import (
    anywhere_in_package,
    counted,
    kind_of,
    ours,
    python_docx,
    runs_of_word,
    shares,
    work,
)
from tests.benchmarks.words_read import table as words_table
from tests.conftest import ROOT


@pytest.mark.parametrize("name", names())
def test_a_benchmark_has_a_title_a_reference_and_figures(name: str) -> None:
    module = importlib.import_module(f"tests.benchmarks.speed.{name}")
    assert module.__doc__
    assert isinstance(module.REFERENCE, str)
    assert callable(module.figures)


def test_lines_are_compared_by_words_where_both_have_them() -> None:
    assert ratio_of(Figure("ours", 2.0, 400), Figure("theirs", 1.0, 100)) == pytest.approx(2.0)
    assert ratio_of(Figure("ours", 2.0), Figure("theirs", 1.0)) == pytest.approx(0.5)


def test_a_peer_that_is_not_here_stands_in_the_table_with_its_reason() -> None:
    shown = table("running_text", [Figure("A peer", note="it is not installed")])
    assert "A peer (it is not installed)" in shown
    assert "A peer" not in drawn({"running_text": [Figure("A peer", note="it is not installed")]})


def test_the_library_shares_its_boilerplate_and_is_the_same_for_a_seed() -> None:
    texts = list(template_library(60, seed=5))
    assert texts == list(template_library(60, seed=5))
    assert texts != list(template_library(60, seed=6))
    parts = [part for text in texts for part in text.split("\n\n")]
    shared = sum(words_in(part) for part in parts if parts.count(part) > 1)
    assert shared / words_in(" ".join(parts)) == pytest.approx(0.8, abs=0.03)


def test_sari_rewards_what_people_keep_delete_and_add() -> None:
    source, references = (
        "the child was placed in care",
        ["the child moved into care", "the child went into care"],
    )
    same = sari([source], [source], [references])
    better = sari([source], ["the child moved into care"], [references])
    assert 0 < same < better <= 100


def test_words_that_are_missed_and_words_that_are_added_are_told_apart() -> None:
    truth, most = counted("She is safe, safe."), counted("She is safe, safe. Form 7")
    assert shares(truth, most, counted("she is SAFE form form")) == (3, 1)


def test_a_word_is_one_word_wherever_a_reader_breaks_the_line() -> None:
    assert counted("safe-\nguarding") == counted("safeguarding") == counted("safe\u00ad\nguarding")
    assert counted("Table — continued") == counted("Table–continued")
    assert counted("well-being page 4-\nNotes") == counted("wellbeing page 4 notes")


@pytest.mark.parametrize("path", sorted((ROOT / "sample_docs").glob("*.d??x")), ids=lambda path: path.name)
def test_ours_reads_every_word_of_the_word_samples(path) -> None:
    truth = runs_of_word(path)
    found, added = shares(truth, anywhere_in_package(path), ours(path))
    assert found == truth.total()
    assert added <= 0.002 * truth.total()


def test_a_reader_that_fails_stands_in_the_table_with_how_often(tmp_path) -> None:
    broken = tmp_path / "a.docx"
    broken.write_bytes(b"PK")
    assert work((python_docx, broken)) is None
    files = {broken: {"runs_of_word": counted("a b"), "ours": counted("a b"), "docx2python": counted("a")}}
    shown = words_table(kind_of(broken), files)
    assert "| ours | 100.00% | 0.00% | 0 |" in shown
    assert "| docx2python | 50.00% | 0.00% | 0 |" in shown
    assert "| mammoth | 0.00% | 0.00% | 1 |" in shown
