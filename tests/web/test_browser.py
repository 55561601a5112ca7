"""Journeys in a real browser: the one that is installed, with the server as a person starts it."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from tests.web.browsing import SAMPLES, drop, fits, is_accessible, needs_browser, opened, server

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

pytestmark = needs_browser


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    scratch = tmp_path_factory.mktemp("scratch")
    with server(scratch) as address:
        yield address
    left = {path.relative_to(scratch).as_posix() for path in scratch.rglob("*")}
    assert left <= {"data", "data/choices.sqlite"}, "of a document, nothing; of choices, counts by entry"


def item(page, words, at=0):
    return page.locator(".item", has=page.locator(".term", has_text=words)).nth(at)


def changes(data):
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return [
        ("".join(one.itertext(f"{W}{text}")))
        for name, text in (("del", "delText"), ("ins", "t"))
        for one in body.iter(f"{W}{name}")
    ]


def test_drop_a_word_file_use_a_wording_and_take_the_copy(browser, address, tmp_path):
    with opened(browser, address) as page:
        drop(page, "review_minutes.docx")
        is_accessible(page)
        first = page.locator(".item").first
        wording = first.locator(".choice span").first.inner_text()
        first.locator("input[type=radio]").first.check()
        first.get_by_role("button", name="Use it", exact=True).click()
        page.wait_for_selector(".item.changed")
        assert page.locator(".paper ins").all_inner_texts() == [wording]
        assert "1 of" in page.inner_text("#score")
        with page.expect_download() as download:
            page.get_by_text("Download Word copy").click()
        download.value.save_as(tmp_path / "copy.docx")
        assert changes((tmp_path / "copy.docx").read_bytes()) == ["Child Looked After Review", wording]
        page.locator("#copied", has_text="Your copy holds 1 change").wait_for()
        page.get_by_text("Other copies").click()
        is_accessible(page)
        with page.expect_download() as download:
            page.get_by_text("A workbook of the findings").click()
        assert download.value.suggested_filename == "review_minutes-findings.xlsx"
        download.value.save_as(tmp_path / "findings.xlsx")
        (_, *rows) = CalamineWorkbook.from_path(tmp_path / "findings.xlsx").get_sheet_by_index(0).to_python()
        assert f"changed to “{wording}”" in [row[-1] for row in rows]


def test_no_browser_checks_the_spelling_of_a_draft_elsewhere(browser, address):
    with opened(browser, address) as page:
        assert page.locator("#text").evaluate("box => box.spellcheck") is False
        drop(page, "duty_notes.txt")
        boxes = page.locator(".own, [name=reason]")
        assert boxes.count() > 10
        assert not any(boxes.evaluate_all("boxes => boxes.map(box => box.spellcheck)"))


@pytest.mark.slow
def test_the_whole_by_keyboard_alone(browser, address, tmp_path):
    with opened(browser, address) as page:
        press = page.keyboard.press
        page.locator("details.paste > summary").focus()
        press("Enter")
        press("Tab")
        page.keyboard.type(
            "An ICPC was held. Mum failed to engage. Contact is on Saturdays at the SW office."
        )
        press("Tab")
        press("Enter")
        page.wait_for_selector("body.check")
        left = page.locator(".item").count()
        press("1")
        press("Enter")
        page.get_by_text(f"1 of {left} decided").wait_for()
        press("e")
        page.keyboard.type("was not asked")
        press("Enter")
        page.get_by_text(f"2 of {left} decided").wait_for()
        assert page.locator(".paper ins").all_inner_texts()[1] == "was not asked"
        for done in range(3, left + 1):
            press("x")
            page.keyboard.type("we say it so")
            press("Enter")
            page.get_by_text(f"{done} of {left} decided" if done < left else f"All {left} decided").wait_for()
        press("k")
        assert page.evaluate("document.activeElement.matches('.item summary')")
        press("?")
        page.wait_for_selector("#help[open]")
        press("Escape")
        page.wait_for_selector("#help", state="hidden")
        page.locator(".take a").first.focus()
        with page.expect_download() as download:
            press("Enter")
        assert download.value.suggested_filename == "Pasted text-marked.html"


@pytest.mark.slow
def test_keys_can_be_turned_off(browser, address):
    with opened(browser, address) as page:
        drop(page, "duty_notes.txt")
        page.click("#keys")
        page.get_by_label("Single keys are on").uncheck()
        page.keyboard.press("Escape")
        page.keyboard.press("1")
        assert page.locator("input:checked[type=radio]").count() == 0
        page.reload()
        page.keyboard.press("1")
        assert page.locator("input:checked[type=radio]").count() == 0


@pytest.mark.slow
def test_a_mark_opens_its_finding_and_counts_filter(browser, address):
    with opened(browser, address) as page:
        drop(page, "review_minutes.docx")
        mark = page.locator(".mark.acronym").nth(3)
        mark.click()
        name = mark.get_attribute("data-findings").split()[0]
        assert page.locator(f"#item-{name} > details").get_attribute("open") is not None
        assert page.locator(".item > details[open]").count() == 1
        page.locator("#show-acronym").uncheck()
        assert page.locator(".item.acronym:visible").count() == 0
        assert page.locator(".item.jargon:visible").count() > 0
        for _ in range(4):
            page.keyboard.press("j")
            assert (
                page.locator(".item > details[open]").locator("..").get_attribute("class").split()[1]
                != "acronym"
            )


@pytest.mark.slow
def test_closing_the_page_forgets_the_document_and_loading_it_again_does_not(browser, address):
    with opened(browser, address) as page:
        drop(page, "duty_notes.txt")
        page.reload()
        page.wait_for_selector("body.check")
        where = page.url
        beside = page.context.new_page()
        page.close()
        beside.wait_for_timeout(500)
        assert beside.goto(where).status == 404
        assert "not open any more" in beside.inner_text("h1")


@pytest.mark.slow
def test_choices_are_not_lost_without_a_warning(browser, address):
    with opened(browser, address) as page:
        drop(page, "duty_notes.txt")
        page.keyboard.press("1")
        page.keyboard.press("Enter")
        page.wait_for_selector(".item.changed")
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.goto(address)
        assert asked == ["beforeunload"]


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_every_page_fits_and_everybody_can_use_it(browser, address, width):
    def fits_all():
        is_accessible(page)
        fits(page)

    with opened(browser, address, viewport={"width": width, "height": 800}) as page:
        fits_all()
        page.locator("details.paste > summary").click()
        page.fill("#text", "The dog slept by the door.")
        page.get_by_role("button", name="Check it").click()
        page.wait_for_selector(".good")
        fits_all()
        page.goto(address)
        drop(page, "cp_conference_report.docx")
        fits_all()
        page.locator(".item").first.locator("input[value=sentence]").check()
        page.locator(".keep summary").first.click()
        page.locator(".menu summary").click()
        fits_all()
        page.click("#keys")
        is_accessible(page)


@pytest.mark.slow
def test_in_forced_colours_and_at_four_times_the_size_the_page_can_be_used(browser, address):
    with opened(browser, address, forced_colors="active", reduced_motion="reduce") as page:
        drop(page, "cp_conference_report.docx")
        is_accessible(page)
        border = "element => getComputedStyle(element).borderBottomStyle"
        styles = [
            page.locator(f".mark.{kind}").first.evaluate(border) for kind in ("acronym", "jargon", "blaming")
        ]
        assert styles == ["solid", "dashed", "double"]
        assert page.locator(".mark .letter").first.is_visible()
    with opened(browser, address, viewport={"width": 320, "height": 225}, device_scale_factor=4) as page:
        drop(page, "cp_conference_report.docx")
        page.locator(".item").nth(2).locator("summary").first.click()
        page.locator(".item").nth(2).locator("input[type=radio]").first.check()
        bar = page.locator(".bar")
        assert bar.evaluate("element => getComputedStyle(element).position") == "static"


@pytest.mark.slow
def test_without_script_a_document_is_checked_and_its_copy_taken(browser, address):
    with opened(browser, address, java_script_enabled=False) as page:
        page.set_input_files("#file", SAMPLES / "review_minutes.docx")
        page.get_by_role("button", name="Check it").click()
        page.wait_for_selector("body.check", timeout=60_000)
        first = page.locator(".item").first
        first.locator("input[type=radio]").first.check()
        first.get_by_role("button", name="Use it", exact=True).click()
        page.wait_for_selector(".item.changed")
        with page.expect_download() as download:
            page.get_by_text("Download Word copy").click()
        assert download.value.suggested_filename == "review_minutes-marked.docx"


@pytest.mark.slow
def test_a_file_that_cannot_be_read_is_told_on_the_first_page(browser, address, tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK\x03\x04 no more")
    with opened(browser, address) as page:
        faults_are_meant = page.context.new_page()
        faults_are_meant.goto(address)
        faults_are_meant.set_input_files("#file", path)
        faults_are_meant.wait_for_selector("#fault")
        assert "letter.docx is damaged" in faults_are_meant.inner_text("#fault")
        is_accessible(faults_are_meant)
