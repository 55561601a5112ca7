"""From results to a decision to the next check, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.browsing import SIZES, fits, is_accessible, needs_browser, opened
from tests.web.our_voice import choose_passphrase, our_voice, sign_in
from tests.web.test_deciding import fill

pytestmark = needs_browser


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server with a record in which people have answered."""
    with our_voice(tmp_path_factory.mktemp("record")) as (address, record):
        fill(record)
        choose_passphrase(record)
        yield address


@pytest.mark.slow
def test_a_decision_is_made_by_keyboard_and_stands_in_the_next_check(place, browser):
    with opened(browser, f"{place}our-voice/sessions/s1/results") as page:
        sign_in(page)
        page.get_by_role("link", name="Decide about “contact”").press("Enter")
        page.get_by_role("radio", name="Say “family time”").press("Space")
        page.get_by_label("Why").fill("Most of them chose it.")
        page.get_by_role("button", name="Decide").press("Enter")
        expect(page.locator("#holding + ul")).to_contain_text("chosen by 14 of 17 young people")
        page.goto(place)
        page.locator("details.paste > summary").click()
        page.fill("#text", "Contact with Mum is on Saturdays.")
        page.get_by_role("button", name="Check it").click()
        page.wait_for_selector("body.check", timeout=60_000)
        expect(page.locator(".item").first).to_contain_text("by 14 of 17 young people")
        page.goto(f"{place}our-voice/history")
        page.get_by_text("Take number 1 back").press("Enter")
        page.get_by_role("button", name="Take it back").press("Enter")
        expect(page.locator("main")).to_contain_text("take back number 1")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_everybody_can_use_the_pages_at_every_size(place, browser, size):
    viewport = {"width": size[0], "height": size[1]}
    with opened(browser, f"{place}our-voice", viewport=viewport) as page:
        sign_in(page)
        for path in (
            "sessions/s1/results",
            "words",
            "words/decide?session=s1&word=contact",
            "words/decide?word=PA",
            "history",
            "glossary",
        ):
            page.goto(f"{place}our-voice/{path}")
            is_accessible(page)
            fits(page)
