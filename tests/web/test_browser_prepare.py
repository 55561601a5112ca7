"""Words picked and cards written in a real browser: by keyboard, at every size, and by everybody."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from jargon_scanner.review.passphrase import locked
from jargon_scanner.review.record import open_record, packs, passphrase
from tests.web.browsing import fits, is_accessible, needs_browser, opened, server
from tests.web.conftest import PASSPHRASE
from tests.web.test_prepare import PACK

pytestmark = needs_browser

SIZES = [(320, 640), (768, 1024), (1280, 900)]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server whose record has one pack."""
    folder = tmp_path_factory.mktemp("record")
    config = folder / "jargon-scanner.toml"
    config.write_text(f"record = {json.dumps(str(folder / 'our-voice.sqlite'))}\n", encoding="utf-8")
    with open_record(folder / "our-voice.sqlite") as record, record.writing() as db:
        packs.add(db, PACK)
        passphrase.put(db, locked(PASSPHRASE, cost=2))
    with server(folder, "--config", str(config)) as address:
        yield address


def sign_in(page):
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()


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
