"""New words decided on, as a QA lead does it: shown, accepted into a real lexicon file, rejected for good."""

import sys

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.lexicon.load import read_entries

ANSWERS = "noun\njargon\n\nreplace\nA plan with drawings.\nNobody else knows it.\ndrawing plan\n\n\n\n\ny\n"


@pytest.fixture
def figures(tmp_path, monkeypatch):
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(
            f"The squiggleplan is here. This squiggleplan helps {number}.", "utf-8"
        )
    monkeypatch.chdir(tmp_path)
    assert run("scope", folder, "--output", "out", "--processes", 0).exit_code == 0
    return tmp_path / "out"


def run(*words, answers=None):
    result = CliRunner().invoke(app, [str(word) for word in words], input=answers)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def watched(monkeypatch):
    """A terminal with a person at it."""
    monkeypatch.setattr(
        sys.modules["jargon_scanner.cli.scope.decide"], "is_watched", lambda stream: stream is sys.stdin
    )


def test_words_are_shown_with_their_sentences_and_rejected(figures, watched):
    result = run("scope", "decide", figures, answers="r\n\nour own form\nst\n")
    assert "squiggleplan  (1 of" in result.stdout
    assert "The squiggleplan is here." in result.stdout
    assert "Please say something here." in result.stderr
    listed = run("scope", "decide", figures, "--list").stdout
    assert "rejected  squiggleplan: our own form" in listed
    assert "squiggleplan  (" not in run("scope", "decide", figures, answers="st\n").stdout


def test_an_accepted_word_is_an_entry_that_the_next_scan_finds(figures, watched, tmp_path):
    result = run("scope", "decide", figures, "--to", "ours.yaml", answers=f"x\na\n{ANSWERS}st\n")
    assert "It is one of accept, reject, skip, stop." in result.stderr
    layer, faults = read_entries((tmp_path / "ours.yaml").read_text("utf-8"), "ours.yaml", "x")
    assert faults == []
    assert layer.entries[0].entry.term == "squiggleplan"
    run("scope", tmp_path / "library", "--output", "out", "--lexicon", "ours.yaml", "--processes", 0)
    assert "squiggleplan" in (figures / "occurrences.csv").read_text("utf-8-sig")


def test_an_answer_of_no_leaves_it_undecided(figures, watched):
    result = run("scope", "decide", figures, answers=f"a\n{ANSWERS[:-2]}n\nst\n")
    assert "squiggleplan stays undecided." in result.stderr
    assert run("scope", "decide", figures, "--list").stdout == "Nothing has been decided yet.\n"


def test_a_phrase_is_decided_without_questions_and_undone(figures, watched):
    assert run("scope", "decide", figures, "squiggleplan", "--reject", "--reason", "a form").exit_code == 0
    run("scope", "decide", figures, "squiggleplan", "--accept", "--reason", "jargon", answers=ANSWERS)
    result = run("scope", "decide", figures, "squiggleplan", "--reopen", "--reason", "no")
    assert "Take it out there" in result.stderr
    assert len(run("scope", "decide", figures, "--list").stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--reject", "--reason", "x"], "Name the word"),
        (["plan", "--reject"], "Say why"),
        (["plan", "--reject", "--accept", "--reason", "x"], "Choose one"),
        ([], "Nobody can be asked here"),
    ],
)
def test_what_cannot_be_done_is_said(figures, words, said):
    result = run("scope", "decide", figures, *words)
    assert (result.exit_code, said in result.stderr) == (2, True), result.output
