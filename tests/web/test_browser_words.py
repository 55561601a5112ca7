"""From a word that is looked up to an entry of the council's own that the next check uses, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.browsing import SIZES, fits, is_accessible, needs_browser, opened, server

pytestmark = [needs_browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server with a data folder of its own."""
    with server(tmp_path_factory.mktemp("data")) as address:
        yield address


def test_an_entry_is_written_tried_and_used_by_the_next_check(place, browser):
    with opened(browser, f"{place}words?words=huddle+board") as page:
        is_accessible(page)
        page.get_by_role("link", name="Write an entry for").press("Enter")
        expect(page.get_by_label("The words, or the letters")).to_have_value("huddle board")
        page.get_by_label("What it means").fill("A board on the wall that shows who does what this week.")
        page.get_by_label("Words that can stand there instead").fill("board on the wall")
        page.get_by_label("Why it is better not written").fill("A child does not know this board.")
        page.get_by_label("Sentences where it is meant").fill("We looked at the [wall].")
        expect(page.locator("#trial")).to_contain_text("Not yet", timeout=30_000)
        page.get_by_label("Sentences where it is meant").fill("We looked at the [huddle board].")
        expect(page.locator("#trial")).to_contain_text("It can be added", timeout=30_000)
        is_accessible(page)
        page.get_by_role("button", name="Add it").press("Enter")
        expect(page.get_by_role("status")).to_contain_text("our-words.yaml", timeout=90_000)
        is_accessible(page)
        page.goto(f"{place}words", timeout=90_000)  # the words are read anew
        expect(page.locator("main")).to_contain_text("huddle board")
        page.goto(place)
        page.locator("details.paste > summary").click()
        page.fill("#text", "The huddle boards are new.")
        page.get_by_role("button", name="Check it").click()
        page.wait_for_selector("body.check", timeout=90_000)
        expect(page.locator(".item").first).to_contain_text("boards on the wall")


@pytest.mark.parametrize(
    "path", ["words", "words?words=contact", "words/entries/icpc", "words/new?of=contact"]
)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_page_about_words_can_be_used_by_everybody_at_every_size(place, browser, path, width, height):
    with opened(browser, f"{place}{path}", viewport={"width": width, "height": height}) as page:
        is_accessible(page)
        fits(page)


def test_without_script_an_entry_is_tried_by_its_button(place, browser):
    with opened(browser, f"{place}words/new?words=huddle+wall", java_script_enabled=False) as page:
        page.get_by_label("Sentences where it is meant").fill("The [huddle wall] is full.")
        page.get_by_role("button", name="Try it").click()
        expect(page.locator("#trial")).to_contain_text("It can be added")
