"""A facilitator's evening in a real browser: passphrase, session, code, counts, own words, the end."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import answers, packs, sessions
from jargon_scanner.review.sessions import Participant
from tests.review.small_packs import PACK
from tests.web.browsing import SIZES, fits, is_accessible, needs_browser, opened
from tests.web.our_voice import PASSPHRASE, choose_passphrase, our_voice, sign_in

pytestmark = needs_browser


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server that other computers can reach, and its record with a pack in it."""
    with our_voice(tmp_path_factory.mktemp("record"), "--host", "0.0.0.0") as (address, record):
        with record.writing() as db:
            packs.add(db, PACK)
        yield address, record


@pytest.fixture(autouse=True)
def chosen(place):
    """The passphrase, chosen."""
    choose_passphrase(place[1])


def press(page, words):
    with page.expect_navigation():
        page.get_by_role("button", name=words).first.click()


def open_session(page):
    """A session of this test's own; gives its address."""
    page.get_by_role("link", name="Open a session").click()
    page.get_by_label("What you call it").fill("Tuesday group")
    press(page, "Open it")
    return page.url


def answer_as(record, session, person, *given, moderation="open"):
    with record.writing() as db:
        if sessions.participant(db, person) is None:
            sessions.join(db, Participant(person, session, sessions.codes(db, session)[0], "young person"))
        for one in given:
            answers.put(db, person, one, moderation=moderation, now=datetime.now(UTC))


def test_the_first_facilitator_chooses_a_passphrase(browser, place):
    address, record = place
    with record.writing() as db:
        db.exec_driver_sql("DELETE FROM passphrase")
    with opened(browser, f"{address}our-voice", tried="status of 403") as page:
        expect(page).to_have_title("Choose a passphrase – jargon scanner")
        is_accessible(page)
        page.get_by_label("New passphrase").fill(PASSPHRASE)
        page.get_by_label("The same again").fill(PASSPHRASE)
        press(page, "Keep it")
        expect(page.get_by_role("heading", name="Our Voice")).to_be_visible()
        is_accessible(page)
        press(page, "Sign out")
        page.goto(f"{address}our-voice")
        is_accessible(page)
        page.get_by_label("Passphrase").fill("not the one at all")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("not the passphrase")
        is_accessible(page)
        page.get_by_label("Passphrase").fill(PASSPHRASE)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Our Voice")).to_be_visible()


def test_a_session_from_its_code_to_its_end(browser, place):
    address, record = place
    with opened(browser, f"{address}our-voice") as page:
        sign_in(page)
        session = open_session(page)
        identifier = session.rpartition("/")[2]
        is_accessible(page)
        with record.reading() as db:
            (code,) = sessions.codes(db, identifier)
        expect(page.locator(".code")).to_contain_text(f"{code[:3]} {code[3:]}")
        screen = page.context.new_page()
        screen.goto(f"{session}/screen")
        is_accessible(screen)
        for person in range(5):
            given = [Answer("c1", "prefer", "family time"), Answer("c1", "guess", words="seeing them")]
            answer_as(record, identifier, f"{identifier}{person}", *given)
        answer_as(
            record, identifier, f"{identifier}0", Answer("c2", "guess", words="With Sarah"), moderation="held"
        )
        expect(page.locator("#joined")).to_have_text("5")
        expect(page.locator("#answered-0")).to_have_text("5")
        expect(screen.locator("#joined")).to_have_text("5")
        expect(screen.get_by_text("family time")).to_have_count(0)
        press(page, "Uncover contact")
        expect(page.locator(".said")).to_contain_text("family time")
        expect(screen.get_by_text("family time")).to_be_visible()
        is_accessible(page)
        is_accessible(screen)
        page.get_by_role("link", name="Read what people wrote").click()
        expect(page.get_by_text("Look twice")).to_have_count(1)
        is_accessible(page)
        press(page, "Hide “With Sarah”")
        press(page, "I have read them all")
        expect(page.get_by_text("Nothing waits to be read")).to_be_visible()
        is_accessible(page)
        page.goto(f"{session}/sheet")
        is_accessible(page)
        page.goto(session)
        press(page, "End the session")
        expect(page.get_by_text("This session has ended")).to_be_visible()
        expect(screen.get_by_text("Thank you")).to_be_visible()
        is_accessible(page)
        page.goto(f"{session}/forget")
        is_accessible(page)
        page.get_by_label("The whole session").check()
        press(page, "Forget it")
        expect(page.get_by_text("5 people were deleted")).to_be_visible()
        is_accessible(page)


def test_the_same_without_script_and_by_keys_alone(browser, place):
    address, record = place
    with opened(browser, f"{address}our-voice", java_script_enabled=False) as page:
        page.keyboard.press("Tab")
        page.get_by_label("Passphrase").focus()
        page.keyboard.type(PASSPHRASE)
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Open a session").focus()
        page.keyboard.press("Enter")
        page.get_by_label("What you call it").focus()
        page.keyboard.type("Tuesday group")
        page.keyboard.press("Enter")
        expect(page.locator(".code")).to_be_visible()
        identifier = page.url.rpartition("/")[2]
        answer_as(record, identifier, f"{identifier}0", Answer("c1", "seen", "yes"))
        page.get_by_role("link", name="Count again").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#joined")).to_have_text("1")
        page.get_by_role("button", name="Uncover contact").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Cover contact")).to_be_visible()
        page.get_by_role("button", name="End the session").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("This session has ended")).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_the_code_and_every_page_fit_a_screen(browser, place, size):
    address, _ = place
    with opened(browser, f"{address}our-voice", viewport={"width": size[0], "height": size[1]}) as page:
        sign_in(page)
        session = open_session(page)
        for path in ("", "/screen", "/sheet", "/own-words", "/own-words/read", "/forget"):
            page.goto(session + path)
            fits(page)
            is_accessible(page)


def test_colours_that_the_system_forces_leave_the_code_to_be_read(browser, place):
    address, _ = place
    with opened(browser, f"{address}our-voice", forced_colors="active") as page:
        sign_in(page)
        page.goto(open_session(page) + "/screen")
        expect(page.locator(".code")).to_be_visible()
        is_accessible(page)
