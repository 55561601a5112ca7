"""The facilitators' way in, tried by those who belong there and by those who do not."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app as commands
from jargon_scanner.web.security.attempts import Attempts, TooMany
from jargon_scanner.web.security.sign_ins import SignIns
from tests.web.conftest import Visitor
from tests.web.our_voice import PASSPHRASE

CHOSEN = {"words": PASSPHRASE, "again": PASSPHRASE}
ELSEWHERE = "10.1.2.3"


def test_at_first_a_passphrase_is_chosen_on_this_computer(visitor):
    first = visitor.get("/our-voice")
    assert first.headers["location"] == "/our-voice/sign-in?to=/our-voice"
    assert visitor.get("/our-voice/sign-in").headers["location"] == "/our-voice/passphrase"
    assert "Choose a passphrase" in visitor.get("/our-voice/passphrase").text
    assert visitor.post("/our-voice/passphrase", data=CHOSEN).status_code == 303
    assert "Our Voice" in visitor.get("/our-voice").text


def test_another_computer_chooses_none(app):
    other = Visitor(app, ELSEWHERE)
    assert "on the computer on which" in other.get("/our-voice/sign-in").text
    assert other.get("/our-voice/passphrase").status_code == 403
    assert other.post("/our-voice/passphrase", data=CHOSEN).status_code == 403
    with app.state.services.archive.open().reading() as db:
        from jargon_scanner.review.record import passphrase

        assert passphrase.get(db) is None


def test_another_computer_signs_in_with_it(app, facilitator):
    other = Visitor(app, ELSEWHERE)
    assert other.get("/our-voice").status_code == 303
    assert other.post("/our-voice/sign-in", data={"words": "something else here"}).status_code == 403
    assert other.get("/our-voice").status_code == 303
    assert other.post("/our-voice/sign-in", data={"words": PASSPHRASE}).status_code == 303
    assert other.get("/our-voice").status_code == 200


def test_who_signs_in_over_the_network_is_told_that_it_can_be_read(app, facilitator):
    assert "can be read on its way" in Visitor(app, ELSEWHERE).get("/our-voice/sign-in").text
    assert "can be read on its way" not in Visitor(app).get("/our-voice/sign-in").text


def test_the_page_that_was_asked_for_comes_after_signing_in(visitor, facilitator):
    back = visitor.get("/our-voice/sessions/s1").headers["location"]
    assert back == "/our-voice/sign-in?to=/our-voice/sessions/s1"
    for to, leads in {
        "/our-voice/sessions/s1": "/our-voice/sessions/s1",
        "//evil.example": "/our-voice",
        "https://evil.example/our-voice": "/our-voice",
        "/our-voice.evil.example": "/our-voice",
    }.items():
        answer = visitor.post("/our-voice/sign-in", data={"words": PASSPHRASE, "to": to})
        assert answer.headers["location"] == leads


def test_signing_out_ends_it_for_the_cookie_too(app, facilitator):
    cookies = dict(facilitator.client.cookies)
    facilitator.post("/our-voice/sign-out")
    assert facilitator.get("/our-voice").status_code == 303
    copied = Visitor(app)
    copied.client.cookies.update(cookies)
    assert copied.get("/our-voice").status_code == 303


def test_a_sign_in_is_worth_nothing_in_another_session(app, facilitator):
    other = Visitor(app)
    for name, value in facilitator.client.cookies.items():
        if name.endswith("-facilitator"):
            other.client.cookies.set(name, value)
    assert other.get("/our-voice").status_code == 303


def test_the_cookie_is_hidden_from_scripts_and_ends_with_the_browser(visitor, facilitator):
    cookie = visitor.post("/our-voice/sign-in", data={"words": PASSPHRASE}).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Max-Age" not in cookie
    assert "expires" not in cookie.lower()


def test_another_passphrase_ends_every_other_sign_in(app, facilitator):
    other = Visitor(app)
    other.post("/our-voice/sign-in", data={"words": PASSPHRASE})
    changed = {"before": PASSPHRASE, "words": "quite another one", "again": "quite another one"}
    assert facilitator.post("/our-voice/passphrase", data=changed | {"before": "wrong"}).status_code == 400
    assert other.get("/our-voice").status_code == 200
    assert facilitator.post("/our-voice/passphrase", data=changed).status_code == 303
    assert other.get("/our-voice").status_code == 303
    assert facilitator.get("/our-voice").status_code == 200


def test_the_command_changes_it_under_a_running_server(tmp_path, facilitator):
    told = CliRunner().invoke(
        commands,
        ["review", "passphrase", "--record", str(tmp_path / "our-voice.sqlite")],
        input="quite another one\nquite another one\n",
    )
    assert told.exit_code == 0, told.output
    assert "quite another one" not in told.output
    assert facilitator.get("/our-voice").status_code == 303


@pytest.mark.parametrize(("words", "again"), [("short", "short"), (PASSPHRASE, PASSPHRASE + "s")])
def test_a_passphrase_that_is_not_kept_is_said_so(visitor, words, again):
    answer = visitor.post("/our-voice/passphrase", data={"words": words, "again": again})
    assert answer.status_code == 400
    assert "Not changed" in answer.text
    assert f'value="{words}' not in answer.text


def test_who_guesses_has_to_wait_even_with_the_right_one(visitor, facilitator):
    guesser = visitor
    for _ in range(5):
        assert (
            "not the passphrase"
            in guesser.post("/our-voice/sign-in", data={"words": "a guess at the words"}).text
        )
    answer = guesser.post("/our-voice/sign-in", data={"words": PASSPHRASE})
    assert answer.status_code == 403
    assert "Wait 5 minutes" in answer.text


def test_a_room_that_guesses_does_not_lock_out_the_facilitator_s_own_computer(app, facilitator):
    for address in range(10):
        guesser = Visitor(app, f"10.1.2.{address}")
        told = [
            guesser.post("/our-voice/sign-in", data={"words": "a guess at the words"}).text for _ in range(5)
        ]
    assert "too many tries" in told[-1]
    assert (
        "too many tries"
        in Visitor(app, "10.1.2.200").post("/our-voice/sign-in", data={"words": PASSPHRASE}).text
    )
    assert Visitor(app).post("/our-voice/sign-in", data={"words": PASSPHRASE}).status_code == 303


def test_tries_are_forgotten_one_by_one_as_time_goes():
    moment = [0.0]
    attempts = Attempts(2, 100, lambda: moment[0])
    attempts.take("a")
    moment[0] = 40.0
    attempts.take("a")
    with pytest.raises(TooMany) as told:
        attempts.take("a")
    assert told.value.seconds == 60
    attempts.take("b")
    moment[0] = 101.0
    attempts.take("a")
    with pytest.raises(TooMany):
        attempts.take("a")


def test_a_sign_in_ends_with_the_working_day():
    moment = 0.0
    sign_ins = SignIns(lambda: moment)
    token = sign_ins.begin("session", "kept")
    assert sign_ins.knows(token, "session", "kept")
    assert not sign_ins.knows(token, "session", "changed")
    assert not sign_ins.knows(token, "session", None)
    moment = 11 * 3600.0
    assert not sign_ins.knows(token, "session", "kept")


@pytest.mark.parametrize("header", ["forwarded", "x-forwarded-for", "x-real-ip", "via"])
def test_whoever_comes_through_a_proxy_is_not_this_computer(visitor, header):
    assert visitor.get("/our-voice/passphrase", headers={header: "127.0.0.1"}).status_code == 403


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.0.0.9"])
def test_every_way_of_this_computer_to_call_itself(app, address):
    assert Visitor(app, address).get("/our-voice/passphrase").status_code == 200
