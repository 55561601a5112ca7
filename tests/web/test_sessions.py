"""A facilitator's session: opened, watched, uncovered, moderated, ended, forgotten."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import answers, packs, sessions
from jargon_scanner.review.sessions import Participant
from jargon_scanner.web.app import create_app
from tests.review.filled import CARDS
from tests.web.conftest import ADDRESS, Here, Visitor
from tests.web.our_voice import PASSPHRASE

SAID = "they watch us"


@pytest.fixture
def record(app):
    return app.state.services.archive.open()


@pytest.fixture
def pack(record):
    from jargon_scanner.review.cards import Pack

    with record.writing() as db:
        packs.add(db, Pack("p1", "Spring words", datetime.now(UTC), CARDS))


@pytest.fixture
def address(facilitator, pack):
    """The page of a session that is open."""
    answer = facilitator.post(
        "/our-voice/sessions", data={"pack": "p1", "name": "Tuesday group", "hours": "2"}
    )
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def code_of(record):
    with record.reading() as db:
        (session,) = sessions.all_sessions(db)
        return session.id, sessions.codes(db, session.id)[0]


def answer_as(record, person, *given, moderation="open"):
    """Somebody joins, if they have not, and answers."""
    session, code = code_of(record)
    with record.writing() as db:
        if sessions.participant(db, person) is None:
            sessions.join(db, Participant(person, session, code, "young person"))
        for one in given:
            answers.put(db, person, one, moderation=moderation, now=datetime.now(UTC))


def test_a_session_is_opened_from_its_words_and_shows_its_code(facilitator, record, address):
    page = facilitator.get(address).text
    _, code = code_of(record)
    assert f"{code[:3]} {code[3:]}" in page
    assert "Tuesday group" in page
    assert f'href="{address}"' in facilitator.get("/our-voice").text
    assert facilitator.get(f"/join/{code}").status_code == 200


@pytest.mark.parametrize(
    "form",
    [
        {"name": ""},
        {"name": "x" * 81},
        {"hours": "9999"},
        {"pack": "nothing"},
        {"pack": "empty"},
    ],
)
def test_a_session_that_cannot_be_opened_is_said_so_and_keeps_what_was_typed(facilitator, record, pack, form):
    from jargon_scanner.review.cards import Pack

    with record.writing() as db:
        packs.add(db, Pack("empty", "No words", datetime.now(UTC), ()))
    answer = facilitator.post(
        "/our-voice/sessions", data={"pack": "p1", "name": "Tuesday", "hours": "2"} | form
    )
    assert answer.status_code == 400
    assert "Not opened" in answer.text
    if form.get("name") != "":
        assert (form.get("name") or "Tuesday") in answer.text


def test_the_age_band_is_asked_when_the_facilitator_says_so(facilitator, record, pack):
    facilitator.post("/our-voice/sessions", data={"pack": "p1", "name": "x", "hours": "2", "ask_age": "true"})
    with record.reading() as db:
        assert sessions.all_sessions(db)[0].ask_age


def test_every_page_of_a_session_is_the_facilitators_only(app, facilitator, address, record):
    _, code = code_of(record)
    stranger = Visitor(app, "10.1.2.3")
    for path in ("", "/screen", "/sheet", "/now", "/own-words", "/own-words/read", "/forget"):
        assert facilitator.get(address + path).status_code == 200
        answer = stranger.get(address + path)
        assert answer.headers["location"] == f"/our-voice/sign-in?to={address}{path}"
        assert code not in answer.text
    card = CARDS[0].id
    for path in (
        "/codes",
        f"/cards/{card}/uncover",
        f"/cards/{card}/cover",
        "/end",
        "/open-again",
        "/own-words",
        "/forget",
    ):
        data = {"what": "everything", "key": "x", "decision": "shown"}
        assert stranger.post(address + path, data=data).headers["location"].startswith("/our-voice/sign-in")
    with record.reading() as db:
        (session,) = sessions.all_sessions(db)
        assert session.ended is None
        assert sessions.codes(db, session.id) == (code,)
        assert not session.uncovered


def test_the_page_counts_people_and_answers_and_names_nobody(facilitator, record, address):
    answer_as(record, "one-person", Answer("c0", "seen", "yes"), Answer("c0", "guess", words=SAID))
    answer_as(record, "another-person", Answer("c0", "seen", "no"))
    with record.writing() as db:
        sessions.finish(db, "one-person")
    told = facilitator.get(f"{address}/now").json()
    assert (told["joined"], told["finished"], told["to-look-at"]) == ("2", "1", "1")
    assert (told["answered-0"], told["answered-1"]) == ("2", "0")
    page = facilitator.get(address).text
    for place in ("joined", "finished", "to-look-at", "answered-0"):
        assert f'id="{place}">{told[place]}<' in page
    assert "one-person" not in page
    assert SAID not in page


def test_results_stay_covered_until_the_facilitator_uncovers_them(facilitator, record, address):
    for person in range(6):
        answer_as(record, f"p{person}", Answer("c0", "prefer", "that"))
    before = facilitator.get(f"{address}/now").json()["state"]
    for path in ("", "/screen"):
        assert "<strong>that</strong>" not in facilitator.get(address + path).text
    facilitator.post(f"{address}/cards/c0/uncover")
    assert facilitator.get(f"{address}/now").json()["state"] != before
    for path in ("", "/screen"):
        assert "<strong>that</strong>" in facilitator.get(address + path).text
    facilitator.post(f"{address}/cards/c0/cover")
    assert facilitator.get(f"{address}/now").json()["state"] == before
    facilitator.post(f"{address}/cards/no-such-card/uncover")
    assert facilitator.get(f"{address}/now").json()["state"] == before


def test_what_fewer_than_five_people_said_is_not_shown_to_the_room(facilitator, record, address):
    for person in range(4):
        answer_as(record, f"p{person}", Answer("c0", "prefer", "that"))
    facilitator.post(f"{address}/cards/c0/uncover")
    assert "<strong>that</strong>" not in facilitator.get(f"{address}/screen").text


def keys(page, decision="shown"):
    return re.findall(
        rf'name="key" value="(\w+)">\s*<input type="hidden" name="decision" value="{decision}"', page
    )


def test_nobody_sees_own_words_before_a_moderator_has_shown_them(app, facilitator, record, address):
    """Somebody else in the room has answered, the word is uncovered, and still nothing is seen."""
    words = f"{SAID} says Sarah"
    for person in range(5):
        answer_as(record, f"p{person}", Answer("c0", "prefer", "my own way", words), moderation="held")
    facilitator.post(f"{address}/cards/c0/uncover")
    assert words not in facilitator.get(f"{address}/screen").text
    assert words not in facilitator.get(address).text
    page = facilitator.get(f"{address}/own-words").text
    assert "Look twice" in page
    facilitator.post(f"{address}/own-words", data={"key": keys(page)[0], "decision": "shown"})
    assert words in facilitator.get(f"{address}/screen").text
    (shown,) = keys(facilitator.get(f"{address}/own-words/read").text, "hidden")
    back = facilitator.post(f"{address}/own-words", data={"key": shown, "decision": "hidden", "page": "1"})
    assert back.headers["location"] == f"{address}/own-words/read?page=1"
    assert words not in facilitator.get(f"{address}/screen").text


def test_words_that_were_changed_since_they_were_read_are_not_shown(facilitator, record, address):
    answer_as(record, "p", Answer("c0", "guess", words=SAID))
    (key,) = keys(facilitator.get(f"{address}/own-words").text)
    answer_as(record, "p", Answer("c0", "guess", words="Sarah watches us"), moderation="held")
    answer = facilitator.post(f"{address}/own-words", data={"key": key, "decision": "shown"})
    page = facilitator.get(answer.headers["location"]).text
    assert "1 not noted" in page
    assert "Look twice" in page


def test_all_that_names_nobody_is_shown_at_once_and_what_is_held_is_not(facilitator, record, address):
    for person in range(3):
        answer_as(record, f"p{person}", Answer("c0", "guess", words=f"{SAID} {'too ' * person}"))
    answer_as(record, "p9", Answer("c0", "guess", words="with Sarah"), moderation="held")
    page = facilitator.get(f"{address}/own-words").text
    form = page[page.index('name="decision" value="shown">\n<input type="hidden" name="key"') :]
    all_keys = re.findall(r'name="key" value="(\w+)"', form)
    assert len(all_keys) == 3
    facilitator.post(f"{address}/own-words", data={"key": all_keys, "decision": "shown"})
    with record.reading() as db:
        given = answers.of_sessions(db, code_of(record)[0])
    assert sorted(one.moderation for one in given) == ["held", "shown", "shown", "shown"]


def test_a_moderator_reads_many_page_by_page(facilitator, record, address):
    for person in range(60):
        answer_as(record, f"p{person}", Answer("c0", "guess", words=f"{SAID} {'so ' * person}"))
    answer_as(record, "p99", Answer("c1", "guess", words="with Sarah"), moderation="held")
    page = facilitator.get(f"{address}/own-words").text
    assert "To read (61)" in page
    assert "11 more wait" in page
    assert page.index("with Sarah") < page.index(SAID)
    found = list(dict.fromkeys(keys(page)))
    assert len(found) == 50
    facilitator.post(f"{address}/own-words", data={"key": found, "decision": "shown"})
    assert "To read (11)" in facilitator.get(f"{address}/own-words").text
    rest = keys(facilitator.get(f"{address}/own-words").text)
    facilitator.post(f"{address}/own-words", data={"key": rest, "decision": "hidden"})
    first, second = (facilitator.get(f"{address}/own-words/read?page={page}").text for page in (1, 2))
    assert "Page 1 of 2" in first
    assert (first.count('class="theirs"'), second.count('class="theirs"')) == (50, 11)
    assert "Page 2 of 2" in facilitator.get(f"{address}/own-words/read?page=99").text
    too_many = facilitator.post(f"{address}/own-words", data={"key": ["x"] * 51, "decision": "shown"})
    assert too_many.status_code == 422


def test_a_moderator_is_not_told_whose_words_they_are(facilitator, record, address):
    answer_as(record, "a-secret-id", Answer("c0", "guess", words=SAID), Answer("c1", "guess", words=SAID))
    page = facilitator.get(f"{address}/own-words").text
    assert "a-secret-id" not in page
    assert len(set(keys(page))) == 2


def test_one_press_ends_the_session_and_another_takes_it_back(facilitator, record, address):
    _, code = code_of(record)
    facilitator.post(f"{address}/end")
    assert "has ended" in facilitator.get(address).text
    assert facilitator.get(f"/join/{code}").status_code == 404
    facilitator.post(f"{address}/open-again")
    assert facilitator.get(f"/join/{code}").status_code == 200


def test_a_code_opens_nothing_after_its_time(facilitator, record, address):
    _, code = code_of(record)
    from sqlalchemy import update

    from jargon_scanner.review.record import tables

    with record.writing() as db:
        db.execute(update(tables.session).values(expires=datetime.now(UTC) - timedelta(seconds=1)))
    assert facilitator.get(f"/join/{code}").status_code == 404
    page = facilitator.get(address).text
    assert "has ended" in page
    assert "Open it again" not in page


def test_a_group_gets_a_code_of_its_own_and_can_be_forgotten_alone(facilitator, record, address):
    facilitator.post(f"{address}/codes")
    session, code = code_of(record)
    with record.reading() as db:
        assert len(sessions.codes(db, session)) == 2
    answer_as(record, "p", Answer("c0", "guess", words=SAID))
    assert facilitator.post(f"{address}/forget", data={}).status_code == 400
    assert facilitator.post(f"{address}/forget", data={"what": "BCDFGH"}).status_code == 400
    assert "1 person" in facilitator.post(f"{address}/forget", data={"what": code}).text
    with record.reading() as db:
        assert sessions.participants(db, session) == ()
        assert len(sessions.codes(db, session)) == 1


def test_a_session_is_forgotten_whole(facilitator, record, address):
    answer_as(record, "p", Answer("c0", "guess", words=SAID))
    assert "Backups" in facilitator.post(f"{address}/forget", data={"what": "everything"}).text
    assert facilitator.get(address).status_code == 404
    with record.reading() as db:
        assert sessions.all_sessions(db) == ()


def test_where_only_this_computer_is_reached_the_page_says_how_to_let_tablets_in(facilitator, address):
    page = facilitator.get(address).text
    assert "--host" in page
    assert "<svg" not in page


def test_where_others_are_let_in_the_code_leads_to_an_address_that_they_can_reach(
    scanner, record, facilitator, address
):
    import segno

    names = ("127.0.0.1", "localhost", "[::1]", "127.0.1.1", "fe80::1", "council-pc", "10.1.2.3")
    app = create_app(Here(scanner), hosts=names, record=record.engine.url.database)
    visitor = Visitor(app)
    visitor.post("/our-voice/sign-in", data={"words": PASSPHRASE})
    page = visitor.get(address).text
    _, code = code_of(record)
    assert "10.1.2.3:8720/join" in page
    meant = segno.make(f"http://10.1.2.3:8720/join/{code}", micro=False)
    path = re.search(r' d="([^"]+)"', meant.svg_inline(omitsize=True, border=4))[1]
    assert path in page
    assert "--host" not in page
    by_name = {"host": "council-pc:8720"}
    signed_in = Visitor(app)
    signed_in.client.headers.update(by_name)
    signed_in.post("/our-voice/sign-in", data={"words": PASSPHRASE}, origin="http://council-pc:8720")
    assert "council-pc:8720/join" in signed_in.get(address).text


SCRIPT = '<script>alert("x")</script>'


def test_no_free_text_is_markup_on_any_page(facilitator, record):
    """Script in every text that a person can write: the words of a pack, a session's name, an answer."""
    from dataclasses import replace

    from jargon_scanner.review.cards import Example, Pack

    card = replace(
        CARDS[0], term=SCRIPT, meaning=SCRIPT, wordings=(SCRIPT, "b"), examples=(Example(SCRIPT),), why=SCRIPT
    )
    with record.writing() as db:
        packs.add(db, Pack("p1", SCRIPT, datetime.now(UTC), (card,)))
    answer = facilitator.post("/our-voice/sessions", data={"pack": "p1", "name": SCRIPT, "hours": "2"})
    address = answer.headers["location"]
    for person in range(5):
        answer_as(record, f"p{person}", Answer("c0", "guess", words=SCRIPT), Answer("c0", "prefer", SCRIPT))
    answer_as(record, "p9", Answer("c0", "prefer", "my own way", SCRIPT))
    facilitator.post(f"{address}/cards/c0/uncover")
    page = facilitator.get(f"{address}/own-words").text
    facilitator.post(f"{address}/own-words", data={"key": keys(page), "decision": "shown"})
    paths = [f"{address}{one}" for one in ("", "/screen", "/sheet", "/own-words", "/forget", "/now")]
    for path in ("/our-voice", "/our-voice/sessions/new", *paths):
        text = facilitator.get(path).text
        assert "<script>alert" not in text
        assert " style=" not in text
    assert "&lt;script&gt;" in facilitator.get(f"{address}/screen").text
    told = facilitator.post("/our-voice/sessions", data={"pack": "p1", "name": SCRIPT * 10}).text
    assert "<script>alert" not in told
    assert ADDRESS not in told
