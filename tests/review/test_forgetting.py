from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from jargon_scanner.errors import UsageError
from jargon_scanner.review.cards import Pack
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import (
    answers,
    brought_in,
    decisions,
    forgetting,
    open_record,
    packs,
    sessions,
)
from jargon_scanner.review.record.brought_in import BroughtIn
from jargon_scanner.review.record.forgetting import forget_code, forget_session
from jargon_scanner.review.sessions import Participant, Session
from tests.review import postgres
from tests.review.filled import NOW, SECRET, answer_all, fill


def bytes_of(folder: Path) -> bytes:
    """Every byte of every file below a folder, write-ahead logs of PostgreSQL apart."""
    files = [one for one in sorted(folder.rglob("*")) if one.is_file() and "pg_wal" not in one.parts]
    return b"".join(one.read_bytes() for one in files)


def test_a_session_goes_with_all_that_was_said_in_it_and_nothing_else(record):
    fill(record)
    assert forget_session(record, "s1") == 2
    with record.reading() as db:
        assert [one.id for one in sessions.all_sessions(db)] == ["s2"]
        assert sessions.codes(db, "s1") == ()
        assert {one.session for one in answers.of_sessions(db, "s1", "s2")} == {"s2"}
        assert sessions.participant(db, "s1-0") is None
        assert len(sessions.participants(db, "s2")) == 2


def test_what_was_decided_on_it_stays(record):
    fill(record)
    forget_session(record, "s1")
    with record.reading() as db:
        (decision,) = decisions.history(db)
    assert (decision.chose, decision.asked, decision.session) == (14, 17, "s1")


def test_a_code_goes_with_those_who_joined_with_it(record):
    codes = fill(record)
    with record.writing() as db:
        other = sessions.add_code(db, "s1")
        answer_all(db, "s1", other, "stays")
    assert forget_code(record, f" {codes['s1'].lower()} ") == 2
    with record.reading() as db:
        assert [one.id for one in sessions.participants(db, "s1")] == ["stays"]
        assert sessions.codes(db, "s1") == (other,)


@pytest.mark.parametrize(("forget", "what"), [(forget_session, "session"), (forget_code, "code")])
def test_what_is_not_there_is_said_so(record, forget, what):
    with pytest.raises(UsageError, match=f"There is no {what}"):
        forget(record, "NOTHING")


def test_no_byte_of_it_is_left_in_the_file_or_beside_it(tmp_path):
    with open_record(tmp_path / "voice.sqlite") as record:
        fill(record, people=30)
        assert f"{SECRET} of s1-7".encode() in bytes_of(tmp_path)
        forget_session(record, "s1")
        left = bytes_of(tmp_path)
        assert b" of s1-" not in left
        assert f"{SECRET} of s2-7".encode() in left


@pytest.mark.parametrize("seed", [1, 6])
def test_no_byte_is_left_where_answers_were_changed_again_and_again(tmp_path, seed):
    """SQLite moves rows about as they grow and shrink, and leaves copies that ``secure_delete`` does not reach."""
    chance = random.Random(seed)
    with open_record(tmp_path / "voice.sqlite") as record:
        with record.writing() as db:
            packs.add(db, Pack("p1", "Spring words", NOW, ()))
            people = [
                (session, f"{session}-{chance.getrandbits(60):x}")
                for session in ("s1", "s2")
                for _ in range(30)
            ]
            for session in ("s1", "s2"):
                code = sessions.begin(db, Session(session, "p1", session, NOW, NOW + timedelta(hours=2)))
                for one in people:
                    if one[0] == session:
                        sessions.join(db, Participant(one[1], session, code, "young person"))
        for _ in range(3):
            chance.shuffle(people)
            with record.writing() as db:
                for session, person in people:
                    for card in chance.sample(range(20), 8):
                        words = (f"{SECRET} of {session}- " * chance.randint(1, 25))[:500]
                        said = Answer(f"c{card}", "guess", words=words)
                        answers.put(db, person, said, moderation="open", now=NOW)
        forget_session(record, "s1")
    left = bytes_of(tmp_path)
    assert b" of s1-" not in left
    assert b" of s2-" in left


def test_while_another_program_has_the_record_open(tmp_path):
    """The server holds it open while the command forgets."""
    with open_record(tmp_path / "voice.sqlite") as server, open_record(tmp_path / "voice.sqlite") as command:
        fill(server, people=5)
        with server.reading() as db:
            assert len(answers.of_sessions(db, "s1")) == 30
        forget_session(command, "s1")
        assert b" of s1-" not in bytes_of(tmp_path)
        with server.reading() as db:
            assert answers.of_sessions(db, "s1") == ()


def test_who_reads_all_the_while_keeps_it_from_being_gone_and_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("jargon_scanner.review.record.opened._BUSY_SECONDS", 0.1)
    with open_record(tmp_path / "voice.sqlite") as server, open_record(tmp_path / "voice.sqlite") as command:
        fill(server)
        with server.reading() as db:
            answers.of_sessions(db, "s1")
            with pytest.raises(UsageError, match="until the programs"):
                forget_session(command, "s1")
        assert b" of s1-" in bytes_of(tmp_path)
    assert b" of s1-" not in bytes_of(tmp_path)


def test_who_writes_all_the_while_is_no_fault_either(tmp_path, monkeypatch):
    monkeypatch.setattr("jargon_scanner.review.record.opened._BUSY_SECONDS", 0.1)
    with open_record(tmp_path / "voice.sqlite") as server, open_record(tmp_path / "voice.sqlite") as command:
        fill(server)

        overwritten = forgetting._overwritten

        def while_somebody_writes(record):
            with server.writing():
                return overwritten(record)

        monkeypatch.setattr(forgetting, "_overwritten", while_somebody_writes)
        with pytest.raises(UsageError, match="until the programs"):
            forget_session(command, "s1")
    assert b" of s1-" not in bytes_of(tmp_path)


def test_in_a_database_of_several_teams_its_tables_are_written_anew(postgres_server):
    address = postgres.fresh(postgres_server, "forgetting")
    with open_record(address) as record:
        fill(record, people=30, secret="opalcrane")
        with record.writing() as db:
            brought_in.put(db, BroughtIn("s1", "w1", "opalcrane of s1-", "2027-03-09", "0" * 64))
        with record.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
            db.exec_driver_sql("CHECKPOINT")
            assert b"opalcrane of s1-7" in bytes_of(Path(postgres_server) / "data" / "base")
            forget_session(record, "s1")
            db.exec_driver_sql("CHECKPOINT")
        left = bytes_of(Path(postgres_server) / "data" / "base")
        assert b"opalcrane of s1-" not in left
        assert b"opalcrane of s2-7" in left
