"""Words picked and cards changed on pages, as a facilitator does it; and as two do it at once."""

from __future__ import annotations

import html
import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest

from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.packs.answers.sheet import answers_sheet
from jargon_scanner.review.record import packs, sessions
from jargon_scanner.review.sessions import Session
from jargon_scanner.web.pages.prepare.forms import carried

NOW = datetime(2027, 3, 9, 17, 30, tzinfo=UTC)
ABOUT_SOMEBODY = Example("[name] went to contact with Mum.", "document")
CONTACT = Card(
    "c1", "contact", "contact", "time with <your> family", ("family time",), (ABOUT_SOMEBODY,), "412 times"
)
LAC = Card("c2", "lac", "LAC", "a child we look after", ("child in care",), (Example("LAC means you."),))
PACK = Pack("p1", "Spring & summer", NOW, (CONTACT, LAC))
HERE = "/our-voice/packs/p1"


@pytest.fixture
def record(app):
    record = app.state.services.archive.open()
    with record.writing() as db:
        packs.add(db, PACK)
    return record


def kept(record, identifier="p1"):
    with record.reading() as db:
        return packs.get(db, identifier)


def fields(card, **changed):
    """What the form of a card sends, as its page shows it."""
    shown = {
        "was": carried(card),
        "term": card.term,
        "meaning": card.meaning,
        "wording": [*card.wordings, "", ""],
        "sentence": [one.text for one in card.examples] + [""],
        "tick": [str(place) for place, one in enumerate(card.examples) if one.ticked],
    }
    return shown | changed


@pytest.mark.parametrize("path", [HERE, f"{HERE}/cards/c1", "/our-voice/packs/new"])
def test_only_facilitators_see_the_pages(visitor, record, path):
    answer = visitor.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/our-voice/sign-in")
    assert visitor.post(f"{HERE}/cards/c1/move", data={"way": "later"}).status_code == 303
    assert kept(record) == PACK


def test_a_pack_shows_its_cards_and_what_waits(facilitator, record):
    page = facilitator.get(HERE).text
    assert "Spring &amp; summer" in page
    assert "time with &lt;your&gt; family" in page
    assert "1 sentence waits" in page
    assert facilitator.get("/our-voice/packs/none").status_code == 404
    assert facilitator.get(f"{HERE}/cards/none").status_code == 404


def test_words_that_are_written_down_become_cards(facilitator, record):
    answer = facilitator.post(
        "/our-voice/packs", data={"title": "Mine", "words": "placement\r\nour thing\r\n"}
    )
    pack = kept(record, answer.headers["location"].rpartition("/")[2])
    assert [(card.term, bool(card.meaning)) for card in pack.cards] == [
        ("placement", True),
        ("our thing", False),
    ]
    ids = facilitator.post("/our-voice/packs", data={"title": "From the library", "words": ["iro", "lac"]})
    assert [card.term for card in kept(record, ids.headers["location"].rpartition("/")[2]).cards] == [
        "IRO",
        "LAC",
    ]
    again = facilitator.post("/our-voice/packs", data={"title": "Nothing", "words": " "})
    assert (again.status_code, "No words were picked" in again.text) == (422, True)


def test_words_that_were_ticked_in_the_library_are_written_down_already(facilitator, visitor, record):
    page = facilitator.get("/our-voice/packs/new?words=iro&words=placement").text
    assert ">iro\nplacement</textarea>" in page
    first = visitor.get("/our-voice/packs/new?words=iro&words=placement").headers["location"]
    page = visitor.get(first).text
    assert 'name="to" value="/our-voice/packs/new?words=iro&amp;words=placement"' in page


def test_words_of_a_document_become_cards_and_nothing_of_it_is_kept_but_safe_sentences(facilitator, record):
    text = b"Oluwaseun had an ICPC. The placement ended."
    answer = facilitator.post(
        "/our-voice/packs", data={"title": "Plan"}, files={"document": ("Olu.txt", text)}
    )
    pack = kept(record, answer.headers["location"].rpartition("/")[2])
    assert "ICPC" in [card.term for card in pack.cards]
    assert "Olu" not in carried(pack.cards[0])


def test_a_card_is_added_moved_and_taken_out(facilitator, record):
    facilitator.post(f"{HERE}/cards", data={"word": "placements"})
    assert [card.term for card in kept(record).cards] == ["contact", "LAC", "placement"]
    facilitator.post(f"{HERE}/cards/c1/move", data={"way": "later"})
    assert [card.term for card in kept(record).cards] == ["LAC", "contact", "placement"]
    facilitator.post(f"{HERE}/cards/c2/remove", data={"was": carried(LAC)})
    assert [card.term for card in kept(record).cards] == ["contact", "placement"]
    facilitator.post(f"{HERE}/title", data={"title": " Autumn "})
    assert kept(record).title == "Autumn"
    assert facilitator.post(f"{HERE}/cards", data={"word": " "}).status_code == 422


def test_a_sentence_goes_out_when_it_is_ticked_and_not_before(facilitator, record):
    seen = {"was": carried(CONTACT), "place": 0}
    facilitator.post(f"{HERE}/cards/c1/tick", data=seen | {"do": "tick"})
    assert kept(record).cards[0].examples == (replace(ABOUT_SOMEBODY, ticked=True),)
    again = facilitator.post(f"{HERE}/cards/c1/tick", data=seen | {"do": "remove"})
    assert (again.status_code, "meanwhile" in again.text) == (409, True)
    assert (
        facilitator.post(f"{HERE}/cards/c1/tick", data=seen | {"place": 7, "do": "tick"}).status_code == 404
    )


def test_a_card_is_kept_as_it_was_written(facilitator, record):
    written = fields(
        CONTACT, meaning="seeing  family", wording=["seeing Mum", "", "seeing Mum"], sentence=[""]
    )
    answer = facilitator.post(f"{HERE}/cards/c1", data=written | {"then": "next"})
    assert answer.headers["location"] == f"{HERE}/cards/c2"
    card = kept(record).cards[0]
    assert (card.meaning, card.wordings, card.examples) == ("seeing family", ("seeing Mum",), ())
    assert "✓ Kept." in facilitator.get(f"{HERE}?kept=c1").text


@pytest.mark.parametrize(
    ("sentence", "goes_out"), [("You see your family at contact.", True), ("Tayo has contact.", False)]
)
def test_a_sentence_that_the_team_types_waits_if_it_seems_to_name_somebody(
    facilitator, record, sentence, goes_out
):
    facilitator.post(f"{HERE}/cards/c2", data=fields(LAC, sentence=["LAC means you.", sentence]))
    assert kept(record).cards[1].examples == (LAC.examples[0], Example(sentence, "team", goes_out))


def test_a_tick_on_the_form_is_a_look_and_a_sentence_of_a_record_stays_one(facilitator, record):
    changed = fields(CONTACT, sentence=["She went to contact.", ""], tick=["0"])
    facilitator.post(f"{HERE}/cards/c1", data=changed)
    assert kept(record).cards[0].examples == (Example("She went to contact.", "document", True),)
    facilitator.post(f"{HERE}/cards/c1", data=fields(kept(record).cards[0], tick=[]))
    assert kept(record).cards[0].shown_examples == ()


def test_two_people_who_change_different_lines_both_keep_theirs(facilitator, record):
    facilitator.post(f"{HERE}/cards/c1", data=fields(CONTACT, meaning="seeing family"))
    answer = facilitator.post(f"{HERE}/cards/c1", data=fields(CONTACT, wording=["time together"]))
    assert "both=true" in answer.headers["location"]
    assert "their changes are kept too" in facilitator.get(answer.headers["location"].partition("#")[0]).text
    card = kept(record).cards[0]
    assert (card.meaning, card.wordings) == ("seeing family", ("time together",))


def test_two_people_who_change_the_same_line_see_both_and_choose(facilitator, record):
    facilitator.post(f"{HERE}/cards/c1", data=fields(CONTACT, meaning="theirs"))
    answer = facilitator.post(f"{HERE}/cards/c1", data=fields(CONTACT, meaning="ours", wording=["new"]))
    assert answer.status_code == 409
    assert "They wrote:</strong> theirs" in answer.text
    assert ">ours</textarea>" in answer.text
    assert kept(record).cards[0].meaning == "theirs"
    carried_on = html.unescape(re.search(r'name="was" value="([^"]*)"', answer.text)[1])
    facilitator.post(
        f"{HERE}/cards/c1", data=fields(CONTACT, meaning="ours", wording=["new"]) | {"was": carried_on}
    )
    assert (kept(record).cards[0].meaning, kept(record).cards[0].wordings) == ("ours", ("new",))


def test_a_card_that_somebody_changed_is_not_taken_out_and_one_taken_out_comes_back_when_kept(
    facilitator, record
):
    facilitator.post(f"{HERE}/cards/c2", data=fields(LAC, meaning="changed"))
    answer = facilitator.post(f"{HERE}/cards/c2/remove", data={"was": carried(LAC)})
    assert (answer.status_code, "Look at it" in answer.text) == (409, True)
    facilitator.post(f"{HERE}/cards/c1/remove", data={"was": carried(CONTACT)})
    facilitator.post(f"{HERE}/cards/c1", data=fields(CONTACT, meaning="written meanwhile"))
    assert [card.meaning for card in kept(record).cards] == ["changed", "written meanwhile"]


def test_words_that_were_taken_to_a_session_stay_as_they_were_asked(facilitator, record):
    with record.writing() as db:
        sessions.begin(db, Session("s1", "p1", "Tuesday", NOW, NOW + timedelta(hours=2)))
    assert "Make a copy to change" in facilitator.get(HERE).text
    assert facilitator.get(f"{HERE}/cards/c1").status_code == 409
    assert facilitator.post(f"{HERE}/cards/c1", data=fields(CONTACT, meaning="late")).status_code == 409
    assert facilitator.post(f"{HERE}/cards/c1/move", data={"way": "later"}).status_code == 409
    assert kept(record) == PACK
    answer = facilitator.post(f"{HERE}/copy")
    again = kept(record, answer.headers["location"].rpartition("/")[2])
    assert (again.title, again.cards) == ("Spring & summer (copy)", PACK.cards)


def test_a_form_that_is_none_of_ours_is_refused(facilitator, record):
    for was in ("", "[]", '{"id": "c1"}'):
        assert facilitator.post(f"{HERE}/cards/c1", data=fields(CONTACT, was=was)).status_code == 422
        assert facilitator.post(f"{HERE}/cards/c1/remove", data={"was": was}).status_code == 422


def test_paper_is_downloaded_and_what_comes_back_is_brought_in(facilitator, record):
    cards = facilitator.get(f"{HERE}/print?group=young+person&file=cards.pdf")
    assert cards.content.startswith(b"%PDF")
    assert "spring-summer-cards.pdf" in cards.headers["content-disposition"]
    assert facilitator.get(f"{HERE}/print?group=young+person&file=../secret").status_code == 422
    book = openpyxl.load_workbook(io.BytesIO(answers_sheet(PACK)))
    book["Start here"]["B3"] = "Tuesday <group>"
    book["One by one"].append([1, "Young person", "", "1. contact", "meh"])
    wrong = facilitator.post(f"{HERE}/answers", files={"answers": ("a.xlsx", saved(book))})
    assert wrong.status_code == 422
    assert "One by one, row 2, column Seen it before: “meh” is none of" in wrong.text
    book["One by one"]["E2"] = "Yes"
    right = facilitator.post(f"{HERE}/answers", files={"answers": ("a.xlsx", saved(book))})
    assert "The answers of 1 person are a session" in right.text
    assert "Tuesday &lt;group&gt;" in right.text
    again = facilitator.post(f"{HERE}/answers", files={"answers": ("a.xlsx", saved(book))})
    assert "Nothing was changed" in again.text


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
