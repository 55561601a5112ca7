from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.review.cards import Card, Pack
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import answers, open_record, packs, sessions
from jargon_scanner.review.sessions import Participant, Session
from tests.review.filled import everything, fill
from tests.small_folders import bundled


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


def test_what_a_restored_backup_does_not_know_is_named_before_it_is_given_up(tmp_path, asked):
    backup = tmp_path / "voice.zip"
    run("review", "decide", "contact", "--say", "family time")
    run("review", "backup", backup)
    run("review", "decide", "placement", "--say", "home")
    told = run("review", "restore", backup, "--replace").stdout
    assert "review sync --replace" in told
    assert "“placement”" in told
    assert "“contact”" not in told
    run("review", "sync", "--replace")
    assert "--replace" not in run("review", "restore", backup, "--replace").stdout


@pytest.mark.parametrize("text", ["wordings: [", "- a list", "wordings: [{say: nothing}]"])
def test_what_holds_here_and_cannot_be_read_is_made_anew(data_folder, asked, text):
    run("review", "decide", "contact", "--say", "family time")
    (data_folder / "reviewed.yaml").write_text(text)
    refused = run("review", "sync")
    assert refused.exit_code == 2
    assert "reviewed.yaml" in refused.stderr
    assert "sync --replace" in refused.stderr
    assert "1 decision holds" in run("review", "sync", "--replace").stdout
    assert run("review", "sync").exit_code == 0


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


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """A record with one session: 14 of 17 young people would rather read "family time"."""
    folder = bundled(tmp_path / "bundled")
    monkeypatch.setattr("jargon_scanner.lexicon.load.bundled_folder", lambda: folder)
    now = datetime.now(UTC)
    card = Card("c1", "contact", "contact", "time with your family", ("family time", "seeing mum"), ())
    with open_record() as record, record.writing() as db:
        packs.add(db, Pack("p1", "Spring words", now, (card,)))
        code = sessions.begin(db, Session("s1", "p1", "Tuesday group", now, now + timedelta(hours=1)))
        for number in range(17):
            who = f"person{number}"
            sessions.join(db, Participant(who, "s1", code, "young person", may_quote=number == 0))
            choice = "family time" if number < 14 else "seeing mum"
            answers.put(db, who, Answer("c1", "prefer", choice), moderation="shown", now=now)
            guess = Answer("c1", "guess", words=f"=seeing him {number}")
            answers.put(db, who, guess, moderation="shown" if number < 2 else "held", now=now)
    return record


def test_results_are_shown_whole_to_the_team_and_written_without_small_numbers(asked, tmp_path):
    shown = run("review", "results", "s1").stdout
    assert "“family time”" in shown
    assert "82%, 59 to 94" in shown
    assert "“=seeing him 1” a young person, on what it means" in shown
    assert "=seeing him 2" not in shown
    assert "Own words that wait to be read: 15" in shown
    said = run("review", "results", "s1", "--output", tmp_path / "out.csv")
    assert "without small numbers" in said.stderr
    rows = list(csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    counts = {row[3]: row[4] for row in rows if row[2:3] == ["Would rather read"]}
    assert counts["family time"] == "14"
    assert set(counts.values()) == {"14", "–"}
    assert [row[3] for row in rows if row[2:3] == ["Think it means"]] == ["'=seeing him 0"]
    run("review", "results", "s1", "--output", tmp_path / "team.csv", "--team")
    assert ",3," in (tmp_path / "team.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("ending", ["xlsx", "csv", "docx", "pdf", "html", "txt"])
def test_results_are_written_in_every_format(asked, tmp_path, ending):
    file = tmp_path / f"results.{ending}"
    run("review", "results", "s1", "--output", file)
    assert file.stat().st_size > 300


def test_a_decision_holds_in_the_next_check_and_says_who_chose_it(asked, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("Contact is on Saturdays.")
    made = run(
        "review",
        "decide",
        "contacts",
        "--say",
        "family time",
        "--session",
        "s1",
        "--reason",
        "Most chose it.",
    )
    assert "Chosen by 14 of 17 young people" in made.stdout
    checked = run("check", draft).stdout
    assert "by 14 of 17 young people" in " ".join(checked.split())
    listed = run("review", "decide", "--list").stdout
    assert "say “family time”" in listed
    assert "Most chose it." in listed
    run("review", "decide", "--undo", "1", "--reason", "Too early.")
    assert "young people" not in run("check", draft).stdout
    assert "take back number 1" in run("review", "decide", "--list").stdout


def test_what_speaks_against_a_decision_is_said_and_can_be_confirmed(asked, data_folder):
    first = run("review", "decide", "IRO", "--say", "checker")
    assert first.exit_code == 1
    assert "safety needs" in first.stderr
    assert not (data_folder / "reviewed.yaml").exists()
    assert (
        run(
            "review", "decide", "IRO", "--say", "checker", "--confirm", "--reason", "It says all of it."
        ).exit_code
        == 0
    )
    assert "safety needs" in run("review", "decide", "--list").stdout


def test_a_decision_is_taken_back_without_a_name_or_knowingly(asked):
    run("review", "decide", "contact", "--say", "family time")
    undo = ["review", "decide", "--undo", "1", "--reason", "Kayleigh said so."]
    refused = run(*undo)
    assert refused.exit_code == 1
    assert "may name somebody" in refused.stderr
    assert "Decision 1 is taken back" in run(*undo, "--confirm").stdout


def test_a_record_that_others_share_is_brought_here(asked, data_folder):
    run("review", "decide", "contact", "--keep", "--meaning", "Time with family.", "--session", "s1")
    (data_folder / "reviewed.yaml").unlink()
    assert "1 decision holds" in run("review", "sync").stdout
    assert "Time with family." in (data_folder / "reviewed.yaml").read_text()


@pytest.mark.parametrize(
    "words",
    [
        ["contact"],
        ["contact", "--keep", "--ask-again"],
        ["--say", "x"],
        ["contact", "--say", "x", "--session", "s2"],
        ["placement", "--say", "home", "--session", "s1"],
        ["contact", "--say", "family time", "--for", "children"],
        ["--undo", "7"],
        ["--list", "--output", "history.odt"],
    ],
)
def test_what_cannot_be_decided_is_said(asked, words):
    result = run("review", "decide", *words)
    assert result.exit_code == 2
    assert result.stderr


@pytest.mark.parametrize("ending", ["docx", "pdf", "html"])
def test_people_are_told_what_came_of_their_answers(asked, tmp_path, ending):
    run(
        "review",
        "decide",
        "contact",
        "--say",
        "family time",
        "--session",
        "s1",
        "--reason",
        "You asked for it.",
    )
    file = tmp_path / f"said.{ending}"
    run("review", "said", "--output", file)
    assert file.stat().st_size > 500
    if ending == "html":
        page = " ".join(file.read_text().split())
        assert "14 of 17 young people chose “family time”." in page
        assert "You asked for it." in page
        assert "=seeing him 0" in page  # may be quoted
        assert "=seeing him 1" not in page
        assert "3 of 17" not in page


def test_a_trainers_pack_has_answers_apart_and_slides_with_titles(asked, tmp_path):
    from docx import Document
    from pptx import Presentation

    run("review", "decide", "contact", "--say", "family time", "--session", "s1")
    result = run("review", "training", "--output", tmp_path / "pack")
    assert result.exit_code == 0, result.stderr
    word = Document(tmp_path / "pack" / "training.docx")
    headings = [one.text for one in word.paragraphs if one.style.name.startswith("Heading")]
    assert headings[-1] == "Quiz: the answers"
    assert any("family time. Chosen by 14 of 17." in one.text for one in word.paragraphs)
    slides = Presentation(tmp_path / "pack" / "training.pptx").slides
    assert all(slide.shapes.title.text_frame.text for slide in slides)
    assert any("=seeing him 0" in shape.text_frame.text for slide in slides for shape in slide.shapes)
