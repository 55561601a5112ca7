"""Young people's and parents' screens, asked as their browser asks: in, through, out, and back."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jargon_scanner import scan_text
from jargon_scanner.review.record import answers, sessions
from jargon_scanner.web.pages.join.who import check_still_open, find_voice
from jargon_scanner.web.security.refusals import Refused
from tests.review.small_packs import CONTACT, PACK, open_session
from tests.web.conftest import Visitor


class Person(Visitor):
    """Somebody with a tablet."""

    def join(self, code, group="young person", **more):
        page = self.get(f"/join/{code}").text
        ticket = re.search(r'name="ticket" value="([^"]+)"', page)[1]
        return self.post(f"/join/{code}", data={"ticket": ticket, "group": group} | more)

    def say(self, card, question, **given):
        return self.post(f"/talk/cards/{card}/{question}", data=given)

    def see(self, path):
        """A page's words."""
        answer = self.get(path)
        assert answer.status_code == 200, (answer.status_code, answer.headers.get("location"))
        return words_of(answer.text)


def words_of(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page[page.index("<body") :])).split())


@pytest.fixture
def record(app):
    return app.state.services.archive.open()


@pytest.fixture
def code(record):
    return open_session(record)


@pytest.fixture
def person(app, code):
    person = Person(app)
    person.join(code)
    return person


def kept(record):
    with record.reading() as db:
        return {(one.card, one.question): one for one in answers.of_sessions(db, "s1")}


def people(record):
    with record.reading() as db:
        return sessions.participants(db, "s1")


# Coming in


def test_a_code_is_typed_as_hands_type_it(app, code):
    person = Person(app)
    for typed in (code, code.lower(), f" {code[:3]} {code[3:]} ", f"{code[:3]}-{code[3:]}"):
        assert person.get("/join", params={"code": typed}).headers["location"] == f"/join/{code}"


def test_a_code_that_opens_nothing_is_told_kindly(app, code):
    wrong = Person(app).get("/join", params={"code": "BBBBBB"})
    assert wrong.status_code == 404
    assert "does not open a session" in wrong.text
    assert 'value="BBBBBB"' in wrong.text
    assert Person(app).get("/join/BBBBBB").status_code == 404


def test_nothing_is_asked_about_a_person_but_the_group(app, code, record):
    person = Person(app)
    assert person.join(code, "parent or carer").headers["location"] == "/talk"
    (joined,) = people(record)
    assert (joined.group, joined.age, joined.code) == ("parent or carer", None, code)


def test_who_picks_no_group_is_asked_again_and_is_not_in(app, code, record):
    answer = Person(app).join(code, "")
    assert answer.status_code == 422
    assert "Please pick one." in answer.text
    assert people(record) == ()


def test_the_age_is_asked_of_young_people_where_the_session_asks(app, record):
    code = open_session(record, ask_age=True)
    assert Person(app).join(code, "professional").status_code == 303
    person = Person(app)
    asked = person.join(code)
    assert "How old are you?" in asked.text
    ticket = re.search(r'name="ticket" value="([^"]+)"', asked.text)[1]
    given = {"ticket": ticket, "group": "young person", "age_was_asked": "true"}
    assert person.post(f"/join/{code}", data=given | {"age": "12 to 15"}).status_code == 303
    assert Person(app).join(code, age_was_asked="true", age="").status_code == 303
    assert sorted(str(one.age) for one in people(record)) == ["12 to 15", "None", "None"]


def test_a_form_that_is_sent_twice_lets_in_one_person(app, code, record):
    person = Person(app)
    given = {"ticket": "a" * 32, "group": "young person"}
    for _ in range(2):
        assert person.post(f"/join/{code}", data=given).status_code == 303
    assert len(people(record)) == 1


def test_who_has_begun_is_shown_the_way_back_in(person, code):
    assert "You have started." in person.see(f"/join/{code}")
    person.post("/talk/leave")
    assert "Who are you?" in person.see(f"/join/{code}")


def test_the_cookie_ends_with_the_session_and_no_script_reads_it(app, code, record):
    given = Person(app).join(code).headers["set-cookie"]
    assert "HttpOnly" in given
    assert "SameSite=lax" in given
    seconds = int(re.search(r"Max-Age=(\d+)", given)[1])
    assert 7100 < seconds <= 7200
    secret = re.search(r"voice=([^;]+)", given)[1]
    assert secret not in {one.id for one in people(record)}, "the record does not tell how to be somebody"


# One question a screen


def test_the_whole_way_through(person, record):
    where = person.get("/talk").headers["location"]
    shown = []
    given = {"seen": "yes", "feeling": "sad", "sort": "change", "prefer": "none of these"}
    while where.startswith("/talk/cards/"):
        question = where.rpartition("/")[2]
        words = {"words": "seeing my nan"} if question == "guess" else {"choice": given[question]}
        shown.append(person.see(where))
        where = person.post(where, data=words).headers["location"]
    assert len(shown) == 10
    assert "Word 1 of 2" in shown[0]
    assert "Word 2 of 2" in shown[9]
    assert where == "/talk/quotes"
    assert "“seeing my nan”" in person.see(where)
    assert not people(record)[0].finished
    assert person.post(where, data={"may_quote": "yes"}).headers["location"] == "/talk/end"
    assert "You have come to the end" in person.see("/talk/end")
    (joined,) = people(record)
    assert joined.finished
    assert joined.may_quote
    assert len(kept(record)) == 10


def test_what_it_means_is_told_only_after_they_said_what_they_think(person):
    told = [
        CONTACT.meaning in person.see(f"/talk/cards/c1/{one}")
        for one in ("seen", "guess", "feeling", "prefer", "sort")
    ]
    assert told == [False, False, True, True, True]


def test_a_sentence_that_nobody_has_ticked_is_never_shown(person):
    for question in ("seen", "guess", "feeling", "prefer", "sort"):
        page = person.see(f"/talk/cards/c1/{question}")
        assert "Contact is on Saturdays." in page
        assert "Winifred" not in page


def test_parents_and_professionals_are_asked_in_their_own_words(app, code):
    parent, worker = Person(app), Person(app)
    parent.join(code, "parent or carer")
    worker.join(code, "professional")
    assert "about you or your child?" in parent.see("/talk/cards/c1/feeling")
    assert "Which would you rather write?" in worker.see("/talk/cards/c1/prefer")


def test_an_answer_can_be_changed_and_taken_back_by_leaving_it_empty(person, record):
    person.say("c1", "guess", words="a phone")
    assert "a phone" in person.see("/talk/cards/c1/guess")
    person.say("c1", "guess", words="family")
    assert kept(record)["c1", "guess"].words == "family"
    person.say("c1", "guess", words="  ")
    assert kept(record) == {}


@pytest.mark.parametrize(
    ("go", "leads", "keeps"),
    [
        ("next", "/talk/cards/c1/prefer", True),
        ("back", "/talk/cards/c1/guess", True),
        ("skip", "/talk/cards/c1/prefer", False),
        ("skip-word", "/talk/cards/c2/seen", False),
        ("stop", "/talk/stop", False),
    ],
)
def test_next_and_back_keep_what_was_picked_skip_and_stop_do_not(person, record, go, leads, keeps):
    answer = person.say("c1", "feeling", choice="sad", go=go)
    assert answer.headers["location"] == leads
    assert bool(kept(record)) == keeps


def test_skipping_does_not_undo_an_earlier_answer(person, record):
    person.say("c1", "feeling", choice="sad")
    person.say("c1", "feeling", choice="happy", go="skip")
    assert kept(record)["c1", "feeling"].choice == "sad"


@pytest.mark.parametrize(
    ("given", "choice", "words"),
    [
        ({"choice": "my own way", "words": "our Saturday"}, "my own way", "our Saturday"),
        ({"words": "our Saturday"}, "my own way", "our Saturday"),
        ({"choice": "my own way"}, "my own way", ""),
        ({"choice": "visits", "words": "written before they changed their mind"}, "visits", ""),
    ],
)
def test_saying_it_your_own_way(person, record, given, choice, words):
    person.say("c1", "prefer", **given)
    found = kept(record)["c1", "prefer"]
    assert (found.choice, found.words) == (choice, words)


def test_too_many_words_are_told_and_stay_in_the_box(person, record):
    answer = person.say("c1", "guess", words="so " * 300)
    assert answer.status_code == 422
    assert "no more than 500 letters" in answer.text
    assert "so so so" in answer.text
    assert kept(record) == {}


def test_an_answer_that_was_never_offered_is_not_kept(person, record):
    assert person.say("c1", "feeling", choice="<b>furious").status_code == 422
    assert kept(record) == {}


def test_own_words_are_held_until_somebody_has_looked_and_again_when_they_change(person, record):
    words = "my friend Kayleigh Winterbottom"
    person.say("c1", "guess", words=words)
    assert kept(record)["c1", "guess"].moderation == "held"
    (joined,) = people(record)
    with record.writing() as db:
        answers.moderate(db, joined.id, "c1", "guess", words, "shown")
    person.say("c1", "guess", words=words)
    assert kept(record)["c1", "guess"].moderation == "shown"
    person.say("c1", "guess", words="my friend Kayleigh Winterbottom, 07700 900123")
    assert kept(record)["c1", "guess"].moderation == "held"


def test_words_are_never_markup(person):
    person.say("c1", "prefer", words="<script>alert(1)</script>")
    for path in ("/talk/cards/c1/prefer", "/talk/answers", "/talk/quotes"):
        page = person.get(path).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


# Stopping, coming back, and the end


def test_who_comes_back_is_where_they_were(person):
    person.say("c1", "guess", words="a phone")
    assert person.get("/talk").headers["location"] == "/talk/cards/c1/feeling"
    assert "We have kept your answers." in person.see("/talk/stop")


def test_who_is_done_changes_one_answer_and_is_done_again(person, record):
    person.say("c1", "seen", choice="yes")
    person.say("c2", "sort", choice="keep")
    assert people(record)[0].finished
    assert person.get("/talk").headers["location"] == "/talk/end"
    answer = person.say("c1", "seen", choice="no")
    assert answer.headers["location"] == "/talk/answers"
    assert kept(record)["c1", "seen"].choice == "no"


def test_who_wrote_nothing_is_not_asked_about_their_words(person):
    assert person.say("c2", "sort", choice="keep").headers["location"] == "/talk/end"


def test_training_may_use_no_words_unless_somebody_says_yes(person, record):
    person.say("c1", "guess", words="a phone")
    assert re.search(r'value="no" checked', person.get("/talk/quotes").text)
    person.post("/talk/quotes", data={})
    assert not people(record)[0].may_quote
    person.post("/talk/quotes", data={"may_quote": "yes"})
    assert people(record)[0].may_quote


def test_who_takes_their_answers_back_leaves_nothing(person, record):
    person.say("c1", "seen", choice="yes")
    assert "Take all your answers back?" in person.see("/talk/take-back")
    assert "Your answers are gone" in person.post("/talk/take-back").text
    assert kept(record) == {}
    assert people(record) == ()
    assert person.get("/talk").status_code == 404


def test_of_answers_that_were_taken_back_no_byte_is_left(person, record):
    person.say("c1", "guess", words="zebracrossing")
    person.say("c1", "guess", words="zebracrossing and more")
    files = [Path(record.engine.url.database + ending) for ending in ("", "-wal")]
    assert any(b"zebracrossing" in one.read_bytes() for one in files)
    person.post("/talk/take-back")
    assert not any(b"zebracrossing" in one.read_bytes() for one in files if one.exists())


def test_the_next_person_at_the_same_screen_sees_nothing_of_the_last(app, person, code, record):
    person.say("c1", "guess", words="a phone")
    assert person.post("/talk/leave").headers["location"] == f"/join/{code}"
    person.join(code, "parent or carer")
    assert "a phone" not in person.see("/talk/cards/c1/guess")
    assert len(people(record)) == 2
    assert len(kept(record)) == 1


# What goes wrong


def test_after_the_end_no_answer_is_taken_and_they_are_told(person, record):
    person.say("c1", "seen", choice="yes")
    with record.writing() as db:
        sessions.end(db, "s1", datetime.now(UTC))
    answer = person.say("c1", "feeling", choice="sad")
    assert answer.status_code == 409
    assert "We did not keep this one." in answer.text
    looked = person.get("/talk/cards/c1/feeling")
    assert looked.status_code == 409
    assert "We did not keep" not in looked.text
    assert set(kept(record)) == {("c1", "seen")}
    assert "Change" not in person.see("/talk/answers")
    assert "Your answers are gone" in person.post("/talk/take-back").text


def test_an_answer_that_crosses_the_end_or_the_taking_back_is_not_kept(person, record):
    (joined,) = people(record)
    with record.reading() as db:
        voice = find_voice(db, joined.id)
        check_still_open(db, voice)
    with record.writing() as db:
        sessions.end(db, "s1", datetime.now(UTC))
    with record.reading() as db, pytest.raises(Refused, match="has ended"):
        check_still_open(db, voice)
    with record.writing() as db:
        sessions.leave(db, joined.id)
    with record.reading() as db, pytest.raises(Refused, match="do not know"):
        check_still_open(db, voice)


def test_a_stranger_is_sent_to_the_code(app, code):
    answer = Person(app).get("/talk/cards/c1/seen")
    assert answer.status_code == 404
    assert "We do not know this screen" in answer.text
    assert "/join" in answer.text


def test_what_the_guards_refuse_is_told_in_the_look_they_know(person):
    answer = person.post("/talk/cards/c1/seen", token="0" * 64, data={"choice": "yes"})
    assert answer.status_code == 403
    assert "talk.css" in answer.text
    assert "Jargon scanner" not in words_of(answer.text)


def test_a_card_that_there_is_not_leads_on(person):
    assert person.get("/talk/cards/c9/seen").headers["location"] == "/talk"
    assert person.say("c9", "seen", choice="yes").headers["location"] == "/talk"


def test_somebody_elsewhere_in_the_network_joins(app, code):
    elsewhere = Person(app, "10.1.2.3")
    assert elsewhere.join(code).status_code == 303
    assert "Have you seen this word?" in elsewhere.see("/talk/cards/c1/seen")


# What the others said


def test_what_the_room_said_is_shown_when_it_was_uncovered_and_they_have_answered(app, code, record):
    everybody = [Person(app) for _ in range(6)]
    for number, person in enumerate(everybody):
        person.join(code)
        if number:
            person.say("c1", "prefer", choice="family time" if number > 2 else "visits")
    last = everybody[-1]
    assert last.get("/talk/room/c1").headers["location"] == "/talk"
    assert "What the room said" not in last.see("/talk/answers")
    with record.writing() as db:
        sessions.uncover(db, "s1", "c1")
    assert everybody[0].get("/talk/room/c1").headers["location"] == "/talk", "who has not answered is not led"
    for page in ("/talk/answers", "/talk/end"):
        assert "/talk/room/c1" in last.get(page).text
        assert "/talk/room/" not in everybody[0].get(page).text
    assert "Most people picked: family time" in last.see("/talk/room/c1")
    assert last.get("/talk/room/c2").headers["location"] == "/talk"


# Our own words


def every_screen(person, code, record):
    """The words of each kind of page, those of the pack left out."""
    stranger = Person(person.client.app)
    yield stranger.see("/join")
    yield stranger.see(f"/join/{code}")
    yield words_of(stranger.get("/talk").text)
    for question in ("seen", "guess", "feeling", "prefer", "sort"):
        yield person.see(f"/talk/cards/c2/{question}")
    person.say("c1", "prefer", words="our Saturday")
    with record.writing() as db:
        sessions.uncover(db, "s1", "c1")
    for page in ("quotes", "stop", "end", "answers", "room/c1", "take-back"):
        yield person.see(f"/talk/{page}")
    yield words_of(person.post("/talk/take-back").text)


def test_our_words_are_short_plain_and_calm(person, code, record, scanner):
    mine = {word for card in PACK.cards for word in (card.term, *card.wordings)}
    pages = list(every_screen(person, code, record))
    for page in pages:
        assert "!" not in page
        assert not re.search(r"\b(score|right|correct|well done|quiz|points?)\b", page, re.IGNORECASE)
    found = {one.text for page in pages for one in scan_text(page, scanner=scanner).findings}
    assert found <= mine


def test_an_eight_year_old_can_read_it(app, person, code, scanner):
    """As our own figure has it: Coleman-Liau plus five years, over every sentence of ours."""
    pages = [Person(app).get(path).text for path in ("/join", f"/join/{code}", "/talk")]
    pages += [person.get(f"/talk/{page}").text for page in ("stop", "end", "answers", "take-back")]
    pages += [person.get(f"/talk/cards/c2/{one}").text for one in ("seen", "guess", "feeling", "prefer")]
    pages.append(person.post("/talk/take-back").text)
    said = dict.fromkeys(one for page in pages for one in re.findall(r"data-say>(.*?)</", page))
    reading = scan_text("\n".join(html.unescape(one) for one in said), scanner=scanner).readability
    assert reading.reading_age <= 8
