"""What nobody has read, or what a moderator has hidden, reaches no file and no terminal."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import answers, decisions, open_record, packs, sessions
from jargon_scanner.review.sessions import Participant, Session
from jargon_scanner.review.sheets import find_format
from tests.review.filled import CARDS, NOW

FORMATS = ("xlsx", "csv", "docx", "pdf", "html", "txt")
UNREAD = {"open": "zebraquartz", "held": "opalcrane", "hidden": "jetplover"}
SHOWN = "amberfinch"


@pytest.fixture
def record(tmp_path):
    """A session in which seven people wrote, each as every moderation has it."""
    from datetime import timedelta

    from jargon_scanner.review.cards import Pack

    where = tmp_path / "voice.sqlite"
    with open_record(where) as opened, opened.writing() as db:
        for number in range(2):
            adopted = Decision(
                0, NOW, "", CARDS[number].term, "adopt", "this", chose=14, asked=28, session="s1"
            )
            decisions.append(db, adopted)
        packs.add(db, Pack("p1", "Spring words", NOW, CARDS))
        code = sessions.begin(db, Session("s1", "p1", "Tuesday", NOW, NOW + timedelta(hours=2)))
        for moderation, words in (UNREAD | {"shown": SHOWN}).items():
            for number in range(7):
                person = f"{moderation}{number}"
                sessions.join(db, Participant(person, "s1", code, "young person", may_quote=True))
                for said in (Answer("c0", "guess", words=words), Answer("c0", "prefer", "my own way", words)):
                    answers.put(db, person, said, moderation=moderation, now=NOW)
    return where


def text_of(data):
    """All text that a file holds, whatever its format."""
    if data.startswith(b"%PDF"):
        return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return data.decode("utf-8-sig")


def test_the_formats_tried_here_are_all_there_are():
    for name in FORMATS:
        assert find_format(f"results.{name}")


@pytest.mark.parametrize("options", [(), ("--team",)])
@pytest.mark.parametrize("name", FORMATS)
def test_no_file_holds_words_that_nobody_let_be_shown(tmp_path, record, name, options):
    file = tmp_path / f"results.{name}"
    command = ["review", "results", "s1", "--record", str(record), "--output", str(file), *options]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    text = text_of(file.read_bytes())
    assert SHOWN in text
    for words in UNREAD.values():
        assert words not in text


@pytest.mark.parametrize("name", ["docx", "pdf", "html"])
def test_nor_does_what_is_given_back_to_people(tmp_path, record, name):
    file = tmp_path / f"said.{name}"
    done = CliRunner().invoke(app, ["review", "said", "--record", str(record), "--output", str(file)])
    assert done.exit_code == 0, done.output
    for words in UNREAD.values():
        assert words not in text_of(file.read_bytes())


@pytest.mark.slow  # short form: the other sheets, above
@pytest.mark.parametrize("command", ["training", "glossary"])
def test_nor_does_what_is_made_for_trainers_and_readers(tmp_path, record, command):
    folder = tmp_path / "made"
    done = CliRunner().invoke(app, ["review", command, "--record", str(record), "--output", str(folder)])
    assert done.exit_code == 0, done.output
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert files
    for file in files:
        for words in UNREAD.values():
            assert words not in text_of(file.read_bytes())


def test_nor_does_the_terminal(record):
    shown = CliRunner().invoke(app, ["review", "results", "s1", "--record", str(record)]).output
    assert SHOWN in shown
    for words in UNREAD.values():
        assert words not in shown
