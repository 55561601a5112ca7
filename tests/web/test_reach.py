"""Who may reach what, over every page there is: one that is added is held to it without being named here."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from http.cookies import SimpleCookie

import pytest
from fastapi.routing import APIRoute
from sqlalchemy import text

from jargon_scanner.plugins import discover
from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.record import decisions, packs, sessions
from jargon_scanner.web.family import Page
from jargon_scanner.web.security.facilitators import facilitator as facilitators_only
from tests.web.conftest import ADDRESS, Visitor

SCRIPT = '<script>alert("x")</script>'
SAID = "zebraquartz watches us"
#: Facilitators' pages that nobody has signed in to yet.
WAY_IN = {"/our-voice/sign-in", "/our-voice/sign-out", "/our-voice/passphrase"}
#: What other computers may open besides: the practitioner's page, the guides, and the way in of those who answer.
FOR_OTHERS = re.compile(r"/($|documents(/|$)|join(/|$)|talk(/|$)|guides(/|$))")
PARTS = discover("jargon_scanner.web.pages", Page)


def routes():
    return [
        pytest.param(part, route, id=f"{'+'.join(sorted(route.methods))} {route.path}")
        for part in PARTS.values()
        for route in inside(part.router)
    ]


def inside(router):
    """The routes of a router, and of the routers that were included in it."""
    for route in router.routes:
        if isinstance(route, APIRoute):
            yield route
        elif hasattr(route, "original_router"):
            yield from inside(route.original_router)


def asks_for(dependant, what):
    return dependant.call is what or any(asks_for(one, what) for one in dependant.dependencies)


@pytest.mark.parametrize(("part", "route"), routes())
def test_every_page_is_for_facilitators_or_stays_here_or_is_meant_for_everybody(part, route):
    if route.path.startswith("/our-voice"):
        assert route.path in WAY_IN or asks_for(route.dependant, facilitators_only)
    elif part.for_others:
        assert FOR_OTHERS.match(route.path)


@pytest.mark.parametrize("name", [name for name, part in PARTS.items() if not part.for_others])
def test_what_stays_here_is_refused_to_another_computer(app, name):
    other = Visitor(app, "10.1.2.3")
    for route in inside(PARTS[name].router):
        method = min(route.methods)
        answer = other.client.request(
            method, f"{ADDRESS}{route.path}?csrf={other.token}", headers={"origin": ADDRESS}
        )
        assert answer.status_code == 403, route.path


def test_every_page_of_ours_was_put_together(app):
    """The walk above is over what the app serves."""
    served = set(app.openapi()["paths"])
    assert len(served) > 20
    assert {one.values[1].path for one in routes()} >= served


class Links(HTMLParser):
    """Addresses of a page that lead to another page of ours, not to a file to take away."""

    def __init__(self, page):
        super().__init__()
        self.found = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        address = dict(attrs).get("href") if tag == "a" else None
        if address and address.startswith("/") and "/file" not in address:
            self.found.add(address.partition("#")[0])


def walked(visitor, *starts):
    """Every page that links lead to, with its text."""
    pages, waiting = {}, list(starts)
    while waiting:
        address = waiting.pop()
        if address not in pages:
            answer = visitor.get(address)
            if answer.status_code == 303:
                waiting.append(answer.headers["location"].partition("#")[0])
                pages[address] = ""
                continue
            assert answer.status_code == 200, address
            pages[address] = answer.text if answer.headers["content-type"].startswith("text/html") else ""
            waiting += Links(pages[address]).found
    return {address: page for address, page in pages.items() if page}


@pytest.fixture
def record(app):
    return app.state.services.archive.open()


@pytest.fixture
def session(facilitator, record):
    """A session whose every free text is script; gives its address."""
    now = datetime.now(UTC)
    examples = (Example(SCRIPT), Example(SCRIPT, "document"))
    card = Card("c0", "", SCRIPT, SCRIPT, (SCRIPT, "b"), examples, SCRIPT)
    with record.writing() as db:
        packs.add(db, Pack("p1", SCRIPT, now, (card,)))
        packs.add(db, Pack("p2", SCRIPT, now, (card,)))
    form = {"pack": "p1", "name": SCRIPT, "hours": "2", "ask_age": "true"}
    address = facilitator.post("/our-voice/sessions", data=form).headers["location"]
    with record.writing() as db:
        decisions.append(
            db,
            Decision(
                0,
                now,
                "",
                SCRIPT,
                "adopt",
                SCRIPT,
                reason=SCRIPT,
                chose=5,
                asked=6,
                session=address.rpartition("/")[2],
            ),
        )
    return address


def joined(app, record, session, answers=()):
    """Somebody who has come in with the code, and answered."""
    with record.reading() as db:
        code = sessions.codes(db, session.rpartition("/")[2])[0]
    person = Visitor(app, "10.1.2.3")
    ticket = re.search(r'name="ticket" value="([^"]+)"', person.get(f"/join/{code}").text)[1]
    form = {"ticket": ticket, "group": "parent or carer"}
    assert person.post(f"/join/{code}", data=form).headers["location"] == "/talk"
    for question, given in answers:
        answer = person.post(f"/talk/cards/c0/{question}", data=given)
        assert answer.status_code == 303, answer.text
    return person


def test_no_free_text_is_markup_on_any_page_that_a_link_leads_to(app, facilitator, record, session):
    """Script in every text that a person can write, shown by a moderator, and every page looked at."""
    answers = [
        ("seen", {"choice": "yes"}),
        ("guess", {"words": SCRIPT}),
        ("feeling", {"choice": "sad"}),
        ("prefer", {"choice": "my own way", "words": SCRIPT}),
    ]
    people = [joined(app, record, session, answers) for _ in range(6)]
    page = facilitator.get(f"{session}/own-words").text
    keys = re.findall(r'name="key" value="(\w+)"', page)
    facilitator.post(f"{session}/own-words", data={"key": keys, "decision": "shown"})
    facilitator.post(f"{session}/cards/c0/uncover")
    seen = walked(facilitator, "/our-voice") | walked(people[0], "/talk", "/talk/answers", "/talk/room/c0")
    assert {session, f"{session}/own-words", f"{session}/screen", "/talk/answers"} <= set(seen)
    for address, text_of_page in seen.items():
        assert "<script>alert" not in text_of_page, address
        assert " style=" not in text_of_page, address
        assert not re.search(r"\son\w+=", text_of_page), address
        assert "https://" not in text_of_page, address
    assert any("&lt;script&gt;" in page for page in seen.values())


def test_no_cookie_outlives_the_session_and_none_is_read_by_script(app, facilitator, record, session):
    set_by = [Visitor(app).client.get("/"), facilitator.get("/our-voice/sign-in")]
    person = joined(app, record, session)
    assert len(person.client.cookies) == 2
    for answer in set_by:
        for one in answer.headers.get_list("set-cookie"):
            assert "HttpOnly" in one
    with record.reading() as db:
        code = sessions.codes(db, session.rpartition("/")[2])[0]
    other = Visitor(app)
    ticket = re.search(r'name="ticket" value="([^"]+)"', other.get(f"/join/{code}").text)[1]
    given = other.post(f"/join/{code}", data={"ticket": ticket, "group": "professional"}).headers[
        "set-cookie"
    ]
    (cookie,) = SimpleCookie(given).values()
    assert cookie["httponly"]
    assert cookie["samesite"] in ("lax", "strict")
    assert int(cookie["max-age"]) <= 2 * 3600


def test_an_answer_that_cannot_be_kept_is_quoted_nowhere(app, record, session, capfd):
    person = joined(app, record, session)
    with record.writing() as db:
        db.execute(text("ALTER TABLE answer RENAME TO elsewhere"))
    answer = person.post("/talk/cards/c0/guess", data={"words": SAID})
    assert answer.status_code == 500
    told = capfd.readouterr()
    assert "broke" in told.err
    assert "zebraquartz" not in answer.text + told.err + told.out


def test_who_tries_codes_is_stopped_and_others_still_join(app, record, session):
    with record.reading() as db:
        code = sessions.codes(db, session.rpartition("/")[2])[0]
    guesser, person = Visitor(app, "10.9.9.9"), Visitor(app, "10.1.2.3")
    told = [guesser.get("/join/BBBBBB").status_code for _ in range(100)]
    assert told[0] == 404
    assert told[-1] == 429
    assert guesser.get(f"/join/{code}").status_code == 429
    assert guesser.get(f"/join?code={code}").status_code == 429
    assert person.get(f"/join/{code}").status_code == 200
