"""The pages about words without a browser: what is found, what a trial says, and what is written where."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from jargon_scanner.lexicon.find import Finder
from jargon_scanner.lexicon.load import entry_of, read
from jargon_scanner.lexicon.shown import plain_of
from jargon_scanner.trial import try_entry
from jargon_scanner.web.pages.words.form import NotInThisForm, answers_of
from jargon_scanner.web.taught import Taught

ENTRY = {
    "words": "huddle board",
    "pos": "noun",
    "treatment": "replace",
    "meaning": "A board on the wall that shows who does what this week.",
    "why": "A child does not know this board; say what it is.",
    "instead": "board on the wall",
    "flagged": "We looked at the [huddle board].\nTwo [huddle boards] hang there.",
    "innocent": "They stood in a huddle near the board.",
}


@pytest.fixture
def own(app, tmp_path):
    path = tmp_path / "council.yaml"
    app.state.services.taught.lexicon_file = path
    return path


@pytest.fixture
def entry(scanner):
    category = next(one.id for one in scanner.lexicon.lexicon.categories.values() if one.kind == "jargon")
    return {**ENTRY, "category": category}


def test_words_are_found_in_any_form_and_as_a_part(visitor):
    page = visitor.get("/words?words=what is an ICPC").text
    assert "initial child protection conference" in page
    page = visitor.get("/words?words=failing to engage").text
    assert "Could hurt" in page
    page = visitor.get("/words?words=protection").text
    assert page.count("/words/entries/") > 5
    page = visitor.get("/words?words=icpcc").text
    assert "Did you mean" in page
    assert "/words/new?words=icpcc" in page


def test_an_entry_is_shown_with_its_sentences_and_its_place(visitor):
    page = visitor.get("/words/entries/icpc").text
    assert "Means" in page
    assert '<mark class="acronym">ICPC</mark>' in page
    assert ".yaml:" in page
    assert "Propose a change" in page
    assert visitor.get("/words/entries/no-such").status_code == 404


def test_an_entry_is_tried_and_nothing_is_written(visitor, own, entry):
    page = visitor.post("/words/try", data=entry).text
    assert "It can be added" in page
    assert "huddle boards" in page
    assert "/words/add?csrf=" in page
    assert not own.exists()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"flagged": "We looked at the [wall]."}, "flags nothing"),
        ({"innocent": "The huddle board was full."}, "not_flagged"),
        ({"category": "no-such"}, "categor"),
        ({"treatment": "delete"}, "treatment"),
        ({"words": ""}, "term"),
    ],
)
def test_what_keeps_an_entry_from_being_added_is_said(visitor, own, entry, change, told):
    page = visitor.post("/words/try", data=entry | change).text
    assert "Not yet." in page
    assert told in page
    assert "/words/add" not in page
    answer = visitor.post("/words/add", data=entry | change)
    assert answer.status_code == 422
    assert not own.exists()


def test_an_entry_is_added_to_the_council_s_own_file_and_nothing_else_in_it_changes(visitor, own, entry):
    answer = visitor.post("/words/add", data=entry)
    assert answer.status_code == 200
    assert str(own) in answer.text
    assert "/words/entries/huddle-board" in answer.text
    first = own.read_text(encoding="utf-8")
    lexicon = read([own])
    assert not [fault for fault in lexicon.faults if fault.is_error]
    assert lexicon.entries["huddle-board"].entry.say[0].replace == "board on the wall"
    assert visitor.post("/words/add", data=entry).status_code == 422, "it is there already"
    visitor.post(
        "/words/add",
        data=entry | {"words": "huddle wall", "flagged": "The [huddle wall] is full.", "innocent": ""},
    )
    assert own.read_text(encoding="utf-8").startswith(first.rstrip())


def test_a_change_keeps_what_the_form_does_not_show(visitor, own, scanner):
    before = scanner.lexicon.lexicon["contact"]
    assert before.only or before.unless
    filled = asdict(answers_of(plain_of(before)))
    page = visitor.get("/words/new?of=contact").text
    assert "Change “contact”" in page
    answer = visitor.post("/words/add", data=filled | {"why": "Children say what they do together."})
    assert answer.status_code == 200, answer.text
    (located,) = (one for one in read([own]).entries.values() if one.layer == "council")
    assert located.entry == before.model_copy(update={"why": "Children say what they do together."})


def test_every_entry_goes_through_the_form_as_it_was(scanner):
    lexicon = scanner.lexicon.lexicon
    kinds = {one.id: one.kind for one in lexicon.categories.values()}
    tried = 0
    for located in lexicon.entries.values():
        row = plain_of(located.entry)
        try:
            filled = answers_of(row)
        except NotInThisForm:
            continue
        tried += 1
        assert entry_of(filled.row(kinds, row)) == located.entry, located.entry.id
    assert tried > 3000


def test_a_short_form_of_several_meanings_is_changed_in_a_file(visitor, scanner):
    several = next(
        one.entry.id
        for one in scanner.lexicon.lexicon.entries.values()
        if len(getattr(one.entry, "senses", ())) > 1
    )
    assert visitor.get(f"/words/new?of={several}").status_code == 422
    assert visitor.post("/words/try", data={**ENTRY, "of": several}).status_code == 422


def test_a_trial_sees_the_entries_that_want_the_same_words(scanner):
    finder = Finder(scanner.lexicon.lexicon)
    row = {
        "id": "icpc-meeting", "term": "ICPC meeting", "pos": "noun", "kind": "jargon",
        "category": "meeting-words", "treatment": "replace",
    }  # fmt: skip
    assert try_entry(row, scanner, finder).entry is None


def test_a_file_that_cannot_be_written_is_said(visitor, app, entry, tmp_path):
    app.state.services.taught.lexicon_file = tmp_path
    answer = visitor.post("/words/add", data=entry)
    assert answer.status_code == 422
    assert "could not be written" in answer.text


def test_the_council_s_own_words_lie_in_its_data_folder_if_it_has_named_no_file(data_folder):
    assert Taught().lexicon_file.parent == data_folder
