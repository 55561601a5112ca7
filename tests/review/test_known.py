"""What young people know moves what is to be fixed first."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.library import Wishes
from jargon_scanner.library.analysis import Recipe
from jargon_scanner.library.engines.family import Setup
from jargon_scanner.library.folder import Order, opened_run, refresh
from jargon_scanner.library.tally import tally
from jargon_scanner.review.known import known
from jargon_scanner.review.people import Group
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import Record, answers, open_record, packs, sessions
from jargon_scanner.review.sessions import Participant, Session
from tests.review.small_packs import CONTACT, PACK

NOW = PACK.made


def asked(record: Record, *said: str, group: Group = "young person") -> None:
    """A session in which each of some people says whether they have seen the word "contact"."""
    with record.writing() as db:
        if not packs.all_packs(db):
            packs.add(db, PACK)
        identifier = f"s-{group}"
        code = sessions.begin(db, Session(identifier, PACK.id, "Tuesday", NOW, NOW))
        for number, choice in enumerate(said):
            person = f"{group}-{number}"
            sessions.join(db, Participant(person, identifier, code, group))
            answer = Answer(CONTACT.id, "seen", choice)
            answers.put(db, person, answer, moderation="open", now=NOW)


@pytest.fixture
def record(data_folder: Path) -> Record:
    return open_record(data_folder / "our-voice.sqlite")


def test_the_share_of_young_people_counts_and_nobody_elses(record: Record) -> None:
    asked(record, "yes", "no", "no", "no", "not sure")
    asked(record, *["yes"] * 9, group="professional")
    with record.reading() as db:
        assert known(db) == {CONTACT.entry: 0.2}


def test_a_few_answers_say_nothing(record: Record) -> None:
    asked(record, "yes", "no", "no", "no")
    with record.reading() as db:
        assert known(db) == {}


def test_a_word_that_nobody_knows_is_fixed_before_one_that_was_not_asked_about(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "letter.txt").write_text("Contact is on Saturdays.\n\nA placement was found.\n", "utf-8")
    wishes = Wishes(setup=Setup(processes=0))
    figures = tmp_path / "figures"
    figures.mkdir()

    def first(shares: dict[str, float]) -> str:
        refresh(figures, Order([str(folder)], Recipe(), wishes, known=shares), lambda _: None)
        with opened_run(str(figures)) as (store, run):
            return tally(store, run, shares).changes[0].entry

    assert first({"contact": 0.0}) == "contact"
    assert first({"placement": 0.0}) == "placement"


def test_the_command_asks_the_record(record: Record, tmp_path: Path) -> None:
    asked(record, *["no"] * 6)
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "letter.txt").write_text("Contact is on Saturdays.\n\nA placement was found.\n", "utf-8")
    words = ["scope", str(folder), "--output", str(tmp_path / "out"), "--processes", "0"]
    result = CliRunner().invoke(app, words)
    changes = result.stdout.partition("are gone:")[2].split("\n")
    assert changes[1].strip().startswith("contact")
