"""A QA lead's hour in a real browser: name a folder, watch it, read the story, take words to Our Voice."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import expect

from tests.web.browsing import SAMPLES, SIZES, fits, is_accessible, needs_browser, opened, server

pytestmark = needs_browser


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("templates")
    for number, path in enumerate(sorted(SAMPLES.glob("*.docx"))[:6]):
        service = folder / ("Early help" if number % 2 else "Children in care")
        service.mkdir(exist_ok=True)
        shutil.copy(path, service)
    return folder


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with server(tmp_path_factory.mktemp("server")) as address:
        yield address


def scan(page, templates, name):
    page.get_by_role("link", name="Scope a library").click()
    page.get_by_label("What do you call it?").fill(name)
    page.get_by_label("Which folder?").fill(str(templates))
    page.get_by_role("button", name="Scan it").click()
    expect(page.get_by_role("heading", name="What to fix first")).to_be_visible(timeout=120_000)


def test_a_library_is_scanned_read_and_taken_further(browser, address, templates):
    with opened(browser, address) as page:
        page.goto(f"{address}library")
        is_accessible(page)
        scan(page, templates, "Our templates")
        is_accessible(page)
        expect(page.get_by_text("How much?")).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("link", name="Workbook").click()
        assert download.value.suggested_filename == "Our templates - library.xlsx"
        page.get_by_label("Find a word").fill("contact")
        page.get_by_label("Kind").select_option("jargon")
        page.get_by_role("button", name="Show").click()
        page.get_by_role("region", name="Words").get_by_role("link").first.click()
        expect(page.get_by_role("region", name="Places")).to_be_visible()
        is_accessible(page)


def test_a_folder_that_is_not_there_is_said(browser, address):
    with opened(browser, address, tried="422") as page:
        page.goto(f"{address}library")
        page.get_by_label("What do you call it?").fill("Elsewhere")
        page.get_by_label("Which folder?").fill("/no/such/folder")
        page.get_by_role("button", name="Scan it").click()
        expect(page.get_by_role("alert")).to_contain_text("no folder /no/such/folder")
        assert page.get_by_label("What do you call it?").input_value() == "Elsewhere"
        is_accessible(page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_page_fits_and_works_without_script(browser, address, templates, width, height):
    size = {"width": width, "height": height}
    with opened(browser, address, viewport=size, java_script_enabled=False) as page:
        scan(page, templates, f"At {width}")
    with opened(browser, address, viewport=size) as page:
        for path in ("library", f"library/At {width}", f"library/At {width}/terms/contact"):
            page.goto(address + path)
            fits(page)


def test_the_story_can_be_read_in_forced_colours(browser, address, templates):
    with opened(browser, address, forced_colors="active") as page:
        scan(page, templates, "In forced colours")
        is_accessible(page)
