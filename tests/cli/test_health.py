"""``lexicon health``, with the real lexicon and counts made here; and what marked copies add to them."""

from __future__ import annotations

import shutil

import pytest
from typer.testing import CliRunner

from jargon_scanner.acceptance import Counts
from jargon_scanner.cli.app import app
from jargon_scanner.settings import FILE_NAME
from tests.conftest import ROOT


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def test_entries_that_most_people_keep_come_first_and_can_be_silenced_as_told(run, tmp_path):
    counts = Counts()
    counts.add(
        {("lac", "kept"): 19, ("lac", "used"): 1, ("step-down", "used"): 12, ("gone-by-now", "kept"): 30}
    )
    counts.add({("icpc", "kept"): 4, ("bespoke-placement", "reworded"): 14, ("bespoke-placement", "used"): 1})
    done = run("lexicon", "health")
    assert done.exit_code == 0, done.output
    rows = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]
    assert rows[1] == ["lac", "20", "1", "0", "19", "0.95 (0.76 to 0.99)", "0"]
    assert {row[0] for row in rows[1:]} == {"lac", "step-down", "bespoke-placement"}
    assert "lexicon show bespoke-placement" in done.stdout
    told = done.stdout.partition("domain:")[2].partition("\n\n")[0]
    own = tmp_path / "own.yaml"
    own.write_text(f"domain:{told}".replace("reason: ", "reason: everybody here says it"), "utf-8")
    shown = run("lexicon", "show", "LAC", "--lexicon", own)
    assert "It is not flagged" in shown.stdout, shown.output


def test_a_few_decisions_prove_nothing(run):
    Counts().add({("lac", "kept"): 3})
    assert "silence" not in run("lexicon", "health", "--least", "1").stdout


def test_counts_are_forgotten(run, data_folder):
    Counts().add({("lac", "kept"): 3})
    assert "is deleted" in run("lexicon", "health", "--forget").stdout
    assert list(data_folder.iterdir()) == []
    assert "nothing to delete" in run("lexicon", "health", "--forget").stdout


def test_marked_copies_are_counted_unless_a_team_has_said_no(run, tmp_path, data_folder):
    shutil.copy(ROOT / "sample_docs" / "duty_notes.txt", tmp_path / "notes.txt")
    (tmp_path / FILE_NAME).write_text("count-choices = false\n")
    assert run("mark", "notes.txt").exit_code == 0
    assert not data_folder.exists()
    (tmp_path / FILE_NAME).unlink()
    assert run("mark", "notes.txt", "--again").exit_code == 0
    tallies = Counts().read()
    assert tallies
    assert all(tally.offered and not tally.decided for tally in tallies.values())
