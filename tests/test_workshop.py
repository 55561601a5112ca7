"""Documents are read in other processes, which can be stopped; the next document finds one ready."""

from __future__ import annotations

import os
import pickle
import time
from dataclasses import dataclass

import pytest

from jargon_scanner import readability
from jargon_scanner.breakage import InternalError
from jargon_scanner.choices import Choices
from jargon_scanner.data_folder import REVIEWED
from jargon_scanner.definitions import find
from jargon_scanner.errors import LexiconError, TooSlow
from jargon_scanner.findings import Approval
from jargon_scanner.pipeline.conditions import heading_words
from jargon_scanner.scan import scan_text
from jargon_scanner.surroundings import count_words
from jargon_scanner.web.pages.check.jobs import Read
from jargon_scanner.words import split_words
from jargon_scanner.workers import Limits
from jargon_scanner.workshop import GetReady, Setup, Tools, Workshop, _Bench, _Done, _tools_of
from tests.small_folders import bundled


@dataclass(frozen=True)
class Hang:
    name: str = "draft.docx"

    def do(self, _):
        time.sleep(600)


@dataclass(frozen=True)
class Break:
    name: str = "draft.docx"

    def do(self, _):
        raise RuntimeError("Kayleigh")


@dataclass(frozen=True)
class Where:
    name: str = ""

    def do(self, _):
        return os.getpid()


@pytest.mark.slow
def test_a_document_that_hangs_or_breaks_costs_only_itself():
    workshop = Workshop(Setup(), processes=1, limits=Limits(seconds=20, megabytes=3000))
    try:
        assert workshop.submit(GetReady()).result() == "jargon-scanner lexicon"
        process = workshop.submit(Where()).result()
        assert process != os.getpid()
        reading = workshop.submit(Read("draft.txt", b"An ICPC was held.")).result()
        assert [one.text for one in reading.report.findings] == ["ICPC"]
        with pytest.raises(InternalError, match="RuntimeError") as broken:
            workshop.submit(Break()).result()
        assert "Kayleigh" not in str(broken.value)
        assert workshop.submit(Where()).result() == process
        with pytest.raises(TooSlow, match="more than 20 seconds"):
            workshop.submit(Hang()).result()
        assert workshop.submit(Where()).result() != process
    finally:
        workshop.close()


@pytest.mark.slow
def test_a_lexicon_with_a_mistake_is_told_when_the_server_starts(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text("- nonsense")
    workshop = Workshop(Setup(lexicon=(path,)), processes=1, limits=Limits(seconds=20))
    try:
        with pytest.raises(LexiconError, match=r"words\.yaml"):
            workshop.submit(GetReady()).result()
    finally:
        workshop.close()


DECISION = """domain: Ours
layer: reviewed
wordings: [{id: contact, outcome: adopt, say: family time, chosen: {group: young people, date: 2027-03}}]
"""


@dataclass(frozen=True, slots=True)
class First:
    """Who chose the wording that is offered first."""

    name: str = "a text"

    def do(self, tools):
        (found, *_) = scan_text("We talked about contact with Mum.", scanner=tools.scanner).findings
        return found.suggestions[0].review


@pytest.fixture
def few_words(tmp_path, monkeypatch):
    """A small lexicon in the place of the bundled one."""
    folder = bundled(tmp_path / "bundled")
    monkeypatch.setattr("jargon_scanner.lexicon.load.bundled_folder", lambda: folder)


def decide(folder):
    folder.mkdir(exist_ok=True)
    (folder / REVIEWED).write_text(DECISION)


def ready_bench(setup):
    return pickle.loads(pickle.dumps(_Bench(setup)))


def test_what_a_team_decides_holds_from_the_next_job_on(data_folder, few_words):
    bench = ready_bench(Setup())
    assert bench(First()).answer is None
    decide(data_folder)
    assert bench(First()).answer == Approval("young people", "2027-03", 0)


def test_so_does_what_is_written_in_a_folder_of_layers(tmp_path, few_words):
    layers = tmp_path / "layers"
    layers.mkdir()
    bench = ready_bench(Setup(lexicon=(layers,)))
    assert bench(First()).answer is None
    decide(layers)
    assert bench(First()).answer == Approval("young people", "2027-03", 0)


def test_what_is_decided_while_the_words_are_read_is_not_missed(data_folder, few_words, monkeypatch):
    def decided_meanwhile(setup):
        tools = _tools_of(setup)
        decide(data_folder)
        return tools

    with monkeypatch.context() as patch:
        patch.setattr("jargon_scanner.workshop._tools_of", decided_meanwhile)
        bench = ready_bench(Setup())
    assert bench(First()).answer == Approval("young people", "2027-03", 0)


def test_words_with_a_mistake_leave_those_before_in_use_until_they_are_mended(data_folder, few_words):
    bench = ready_bench(Setup())
    decide(data_folder)
    assert bench(First()).answer == Approval("young people", "2027-03", 0)
    (data_folder / REVIEWED).write_text(f"{DECISION}  - nonsense\n")
    done = bench(First())
    assert done.answer == Approval("young people", "2027-03", 0)
    assert REVIEWED in done.fault.said
    assert bench(First()).fault == done.fault
    (data_folder / REVIEWED).write_text("domain: Ours\nlayer: reviewed\nwordings: []\n")
    assert bench(First()) == _Done(None)


@pytest.mark.slow
def test_a_mistake_in_the_words_is_told_until_the_file_is_written_again(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text("domain: Ours\nlayer: council\n")
    workshop = Workshop(Setup(lexicon=(path,)), processes=1, limits=Limits(seconds=60))
    try:
        workshop.submit(GetReady()).result()
        assert workshop.fault == ""
        path.write_text("- nonsense")
        assert workshop.submit(GetReady()).result() == "jargon-scanner lexicon"
        assert "words.yaml" in workshop.fault
        path.write_text("domain: Ours\nlayer: council\n\n")
        assert workshop.fault == ""
    finally:
        workshop.close()


def test_no_text_is_remembered_when_a_job_is_done(scanner):
    bench = _Bench(Setup(), Tools(scanner, Choices()))
    bench(Read("draft.txt", b"An ICPC (initial child protection conference) was held. Mum failed to engage."))
    assert not scanner.reader.memory._texts
    for function in (count_words, heading_words, split_words, readability._count, find._given_in):
        assert function.cache_info().currsize == 0, function
