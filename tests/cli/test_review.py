from __future__ import annotations

from datetime import UTC, datetime, timedelta

from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.review.cards import Pack
from jargon_scanner.review.record import open_record, packs, sessions
from jargon_scanner.review.sessions import Session


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
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
