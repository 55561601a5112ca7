"""What the page teaches the tool: counts of decisions, and words that are never marked again."""

from __future__ import annotations

import pytest

from jargon_scanner.acceptance import Counts, Tally
from jargon_scanner.settings import FILE_NAME, read_settings
from jargon_scanner.web.app import create_app
from jargon_scanner.web.taught import Taught
from tests.web.conftest import Here, Visitor
from tests.web.test_check import decide, finding_of

TEXT = "Sam had an ICPC in May. The plan is to commence the work. Contact will commence on Saturday.\n"


@pytest.fixture
def taught(data_folder):
    return Taught(Counts())


@pytest.fixture
def visitor(scanner, taught, tmp_path):
    return Visitor(create_app(Here(scanner), record=tmp_path / "our-voice.sqlite", taught=taught))


def test_decisions_are_counted_by_entry_and_undone_ones_are_not(visitor, taught):
    address = visitor.paste(TEXT)
    name = finding_of(visitor.get(address).text, "commence")
    decide(visitor, address, name, action="use", wording="0")
    decide(visitor, address, name, action="undo")
    decide(visitor, address, name, action="keep-everywhere", reason="Sam says so")
    assert [tally for tally in taught.counts.read().values() if tally.decided] == [Tally(kept=2)]
    assert b"Sam" not in taught.counts.path.read_bytes()


def test_words_that_are_never_to_be_marked_again_stand_in_the_settings(visitor, data_folder):
    address = visitor.paste(TEXT)
    name = finding_of(visitor.get(address).text, "commence")
    told = decide(visitor, address, name, action="keep-always", reason="we all say it").text
    path = data_folder / FILE_NAME
    assert str(path) in told
    assert [(one.words, one.reason) for one in read_settings(path, data_folder).ignored] == [
        ("commence", "we all say it")
    ]
    shown = visitor.get(address).text
    assert shown.count('data-state="kept"') == 2
    again = visitor.get(visitor.paste(TEXT)).text
    assert "we all say it" in again, "that something is left out is said"
    assert "</span>ICPC</span>" in again
    assert "</span>commence</span>" not in again


def test_settings_that_cannot_be_written_change_nothing(visitor, taught, tmp_path):
    taught.settings_file = tmp_path / "council.toml"
    taught.settings_file.write_text("ignore = [")
    address = visitor.paste(TEXT)
    name = finding_of(visitor.get(address).text, "commence")
    told = decide(visitor, address, name, action="keep-always", reason="we all say it").text
    assert "council.toml" in told
    assert taught.settings_file.read_text() == "ignore = ["
    assert taught.ignored == ()
    assert taught.counts.read() == {}
    assert 'data-state="kept"' not in visitor.get(address).text


def test_another_computer_is_offered_no_change_of_files_here(scanner, taught, tmp_path, data_folder):
    app = create_app(Here(scanner), record=tmp_path / "our-voice.sqlite", taught=taught)
    guest = Visitor(app, caller="192.0.2.7")
    address = guest.paste(TEXT)
    page = guest.get(address).text
    assert "keep-everywhere" in page
    assert "keep-always" not in page
    answer = decide(guest, address, finding_of(page, "commence"), action="keep-always", reason="mine")
    assert answer.status_code == 403
    assert not (data_folder / FILE_NAME).exists()
