"""Words picked and cards written in a real browser: by keyboard, at every size, and by everybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from jargon_scanner.review.record import packs
from tests.web.browsing import SIZES, fits, is_accessible, needs_browser, opened
from tests.web.our_voice import choose_passphrase, our_voice, sign_in
from tests.web.test_prepare import PACK

pytestmark = needs_browser


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server whose record has one pack."""
    with our_voice(tmp_path_factory.mktemp("record")) as (address, record):
        with record.writing() as db:
            packs.add(db, PACK)
        choose_passphrase(record)
        yield address


@pytest.mark.slow
def test_words_are_picked_and_a_card_is_written_by_keyboard(place, browser, tmp_path):
    with opened(browser, f"{place}our-voice/packs/new") as page:
        sign_in(page)
        page.get_by_label("What do you call").fill("Spring words")
        page.get_by_label("Words you want").fill("placement\nour Tuesday thing")
        page.get_by_role("button", name="Pick the words").press("Enter")
        expect(page.locator("h1")).to_have_text("Spring words")
        card = page.locator(".word", has_text="our Tuesday thing")
        expect(card).to_contain_text("Nobody has said yet")
        card.get_by_role("link", name="Change").press("Enter")
        page.get_by_label("What it means").fill("Where we meet and eat pizza.")
        page.get_by_label("Wording 1").fill("Tuesday group")
        page.get_by_label("A new sentence").fill("You can come to our Tuesday thing.")
        is_accessible(page)
        page.get_by_role("button", name="Keep", exact=True).press("Enter")
        expect(page.locator(".good")).to_contain_text("our Tuesday thing")
        expect(card).to_contain_text("You can come to our Tuesday thing.")
        card.get_by_role("button", name="Earlier").press("Enter")
        expect(page.locator(".word h3").first).to_have_text("our Tuesday thing")
        page.locator("summary", has_text="On paper").press("Enter")
        with page.expect_download() as download:
            page.get_by_role("button", name="Download").press("Enter")
        assert download.value.suggested_filename == "spring-words-cards.pdf"


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_everybody_can_use_the_pages_at_every_size(place, browser, size):
    viewport = {"width": size[0], "height": size[1]}
    with opened(browser, f"{place}our-voice/packs/p1", viewport=viewport) as page:
        sign_in(page)
        for path in ("new", "p1", "p1/cards/c1", "p1?kept=c1&both=true"):
            page.goto(f"{place}our-voice/packs/{path}")
            page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
            is_accessible(page)
            fits(page)
