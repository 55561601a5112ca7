"""Many at once: nobody's change and nobody's answer is lost, not even when the power goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from jargon_scanner.errors import UsageError
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import answers, decisions, open_record, packs, sessions
from tests.conftest import ROOT
from tests.review.filled import CHANGES, NOW, add_cards, edit_elsewhere, fill

EDITORS = 4


def words_of(record):
    with record.reading() as db:
        return {card.id for card in packs.get(db, "p2").cards}


EVERY_WORD = {f"{editor}-{number}" for editor in range(EDITORS) for number in range(CHANGES)}


def test_facilitators_who_change_a_pack_at_once_lose_nothing(record):
    fill(record)
    with ThreadPoolExecutor(EDITORS) as pool:
        list(pool.map(lambda editor: add_cards(record, editor), range(EDITORS)))
    assert words_of(record) >= EVERY_WORD


@pytest.mark.slow
def test_nor_do_they_in_processes_of_their_own(where, record):
    fill(record)
    editors = [
        get_context("spawn").Process(target=edit_elsewhere, args=(where, one)) for one in range(EDITORS)
    ]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join(60)
        assert editor.exitcode == 0
    assert words_of(record) >= EVERY_WORD


def test_words_uncovered_at_once_are_all_uncovered(record):
    fill(record)

    def uncover(card):
        with record.writing() as db:
            sessions.uncover(db, "s1", card)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(uncover, [f"card {number}" for number in range(16)]))
    with record.reading() as db:
        assert len(sessions.get(db, "s1").uncovered - {"c1"}) == 16


def test_a_second_tap_before_the_first_is_answered_keeps_one_answer(record):
    fill(record)

    def tap(choice):
        with record.writing() as db:
            answers.put(db, "s1-0", Answer("c0", "seen", choice), moderation="open", now=NOW)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(tap, ["yes", "no"] * 10))
    with record.reading() as db:
        assert [one.question for one in answers.of_participant(db, "s1-0")].count("seen") == 1


def test_one_decision_is_taken_back_once(record):
    fill(record)

    def take_back(_):
        try:
            with record.writing() as db:
                decisions.append(db, Decision(0, NOW, "", "contact", "undo", undoes=1))
        except UsageError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(take_back, range(4))) == 1


def test_an_answer_of_somebody_who_was_forgotten_is_refused_kindly(record):
    fill(record)
    with record.writing() as db:
        sessions.leave(db, "s1-0")
    with pytest.raises(UsageError, match="Join again"), record.writing() as db:
        answers.put(db, "s1-0", Answer("c0", "seen", "yes"), moderation="open", now=NOW)


def test_what_is_read_is_of_one_moment(record):
    fill(record)
    with record.reading() as db:
        before = len(answers.of_sessions(db, "s1"))
        with record.writing() as other:
            sessions.leave(other, "s1-0")
        assert len(answers.of_sessions(db, "s1")) == before
    with record.reading() as db:
        assert len(answers.of_sessions(db, "s1")) < before


ANSWERING = """
import sys, threading
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import answers, open_record
from tests.review.filled import NOW

record = open_record(sys.argv[1])

def answer(person):
    for number in range(10_000):
        with record.writing() as db:
            said = Answer(f"card {number}", "guess", words=f"word {number} of {person}")
            answers.put(db, f"s1-{person}", said, moderation="open", now=NOW)
        sys.stdout.write(f"s1-{person} {number}\\n")
        sys.stdout.flush()

for person in range(30):
    threading.Thread(target=answer, args=(person,)).start()
"""


@pytest.mark.parametrize("thanked_for", [60, pytest.param(2000, marks=pytest.mark.slow)])
def test_no_answer_that_was_thanked_for_is_lost_when_the_server_is_killed(record, where, thanked_for):
    fill(record, people=30)
    with subprocess.Popen(
        [sys.executable, "-c", ANSWERING, where],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as server:
        thanked = [server.stdout.readline() for _ in range(thanked_for)]
        server.send_signal(signal.SIGKILL)
        thanked += [line for line in server.stdout if line.endswith("\n")]
    with open_record(where) as again, again.reading() as db:
        kept = {(one.participant, one.card) for one in answers.of_sessions(db, "s1")}
    for line in thanked:
        person, number = line.split()
        assert (person, f"card {number}") in kept
    assert len({line.split()[0] for line in thanked}) > 1
