from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.review.cards import Pack
from jargon_scanner.review.record import open_record, packs, sessions
from jargon_scanner.review.sessions import Session
from tests.review.filled import everything, fill


def run(*words, typed=""):
    result = CliRunner().invoke(app, [str(word) for word in words], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_an_empty_record_says_how_to_begin(data_folder):
    assert "review prepare" in run("review", "list").stdout
    assert (data_folder / "our-voice.sqlite").is_file()


def test_packs_and_sessions_are_listed_with_their_ids(tmp_path):
    now = datetime.now(UTC)
    with open_record(tmp_path / "voice.sqlite") as record, record.writing() as db:
        packs.add(db, Pack("p1", "Spring words", now, ()))
        sessions.begin(db, Session("s1", "p1", "Tuesday group", now, now + timedelta(hours=1)))
    shown = run("review", "list", "--record", tmp_path / "voice.sqlite").stdout
    assert "pack p1" in shown
    assert "Spring words (0 words)" in shown
    assert "session s1" in shown
    assert "(0 joined, open)" in shown


@pytest.fixture
def filled(tmp_path):
    """A record with two sessions; gives its file and a join code."""
    with open_record(tmp_path / "voice.sqlite") as record:
        codes = fill(record)
    return tmp_path / "voice.sqlite", codes["s1"]


def test_a_backup_is_written_once_and_restored_into_an_empty_record(tmp_path, filled):
    file, _ = filled
    backup, empty = tmp_path / "copies" / "voice.zip", tmp_path / "empty.sqlite"
    assert "sessions: 2" in run("review", "backup", backup, "--record", file).stdout
    assert backup.stat().st_mode & 0o077 == 0
    again = run("review", "backup", backup, "--record", file)
    assert again.exit_code == 2
    assert "not overwritten" in again.stderr
    assert "sessions: 2" in run("review", "restore", backup, "--record", empty).stdout
    with open_record(file) as one, open_record(empty) as other:
        assert everything(one) == everything(other)


def test_a_restored_backup_takes_the_place_of_nothing_that_is_not_kept(tmp_path, filled):
    file, _ = filled
    backup = tmp_path / "voice.zip"
    run("review", "backup", backup, "--record", file)
    run("review", "forget", "s2", "--yes", "--record", file)
    refused = run("review", "restore", backup, "--record", file)
    assert refused.exit_code == 2
    assert "not empty" in refused.stderr
    told = run("review", "restore", backup, "--replace", "--record", file).stdout
    (before,) = tmp_path.glob("voice-before-*.zip")
    assert str(before) in told
    assert "sessions: 2" in told
    run("review", "restore", before, "--record", tmp_path / "then.sqlite")
    assert "s2" not in run("review", "list", "--record", tmp_path / "then.sqlite").stdout


def test_to_forget_is_asked_once_and_said(filled):
    file, code = filled
    kept = run("review", "forget", "s1", "--record", file, typed="n\n")
    assert "Nothing was forgotten" in kept.stdout
    assert kept.exit_code == 0
    told = run("review", "forget", "--code", code, "--record", file, typed="y\n").stdout
    assert "The answers of 2 people are gone" in told
    assert "Backups" in told
    assert "(0 joined" in run("review", "list", "--record", file).stdout


@pytest.mark.parametrize("words", [(), ("s1", "--code", "BCDFGH")])
def test_what_to_forget_has_to_be_said_in_one_way(filled, words):
    told = run("review", "forget", *words, "--yes", "--record", filled[0])
    assert told.exit_code == 2
    assert "Say what to forget" in told.stderr


def test_a_question_that_is_not_answered_ends_the_command_as_ctrl_c_does(data_folder):
    told = run("review", "passphrase", typed="")
    assert told.exit_code == 130
    assert "broke" not in told.stderr
