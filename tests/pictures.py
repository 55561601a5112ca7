"""The pictures of the guides, taken of the real screens: ``python -m tests.pictures``.

Each is looked at by a person before it is committed. None may be over ``MOST_BYTES``.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from jargon_scanner.guides import PICTURES
from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import answers, packs, sessions
from jargon_scanner.review.sessions import Participant, Session
from tests.conftest import ROOT
from tests.web.browsing import BROWSER, drop
from tests.web.our_voice import choose_passphrase, our_voice, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from jargon_scanner.review.record import Record

MOST_BYTES = 100_000
_SIZE = {"width": 1100, "height": 720}
_LIBRARY = ("review_minutes.docx", "child_in_need_plan.docx", "strategy_discussion.md", "letter_to_child.md")


def home(page: Page, address: str) -> None:
    page.goto(address)


def check(page: Page, address: str) -> None:
    page.goto(address)
    drop(page, "review_minutes.docx")


def chosen(page: Page, address: str) -> None:
    check(page, address)
    for _ in range(2):
        item = page.locator(".item[data-state=open]", has=page.locator("[value='0']")).first
        item.evaluate("one => { one.firstElementChild.open = true; }")
        item.locator("input[value='0']").check()
        item.get_by_role("button", name="Use it", exact=True).click()
        page.wait_for_timeout(300)


def library(page: Page, address: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        documents = Path(place, "templates", "Assessment")
        documents.mkdir(parents=True)
        for name in _LIBRARY:
            shutil.copy(ROOT / "sample_docs" / name, documents)
        command = [sys.executable, "-m", "jargon_scanner", "scope", "scan", str(documents.parent)]
        subprocess.run([*command, "--output", f"{place}/figures"], check=True, capture_output=True)
        page.goto(next(Path(place, "figures").glob("*.html")).as_uri())


def hold_an_evening(record: Record) -> None:
    """Two words, and what an invented group said of them."""
    now = datetime(2027, 3, 14, 18, tzinfo=UTC)
    cards = (
        Card(
            "c1",
            "contact",
            "contact",
            "time with your family",
            ("family time", "seeing mum and dad"),
            (Example("Contact is on Saturdays."),),
        ),
        Card("c2", "placement", "placement", "the home where you live now", ("home", "where you live"), ()),
    )
    with record.writing() as db:
        packs.add(db, Pack("p1", "Spring words", now, cards))
        code = sessions.begin(db, Session("s1", "p1", "Tuesday group", now, now + timedelta(hours=1)))
        for number in range(12):
            who = f"y{number}"
            sessions.join(db, Participant(who, "s1", code, "young person"))
            prefers = "family time" if number < 9 else "the word is fine"
            for given in (
                Answer("c1", "seen", "yes"),
                Answer("c1", "prefer", prefers),
                Answer("c2", "prefer", "home"),
            ):
                answers.put(db, who, given, moderation="open", now=now)


def enter(page: Page, address: str) -> None:
    page.goto(f"{address}our-voice")
    sign_in(page)
    page.wait_for_selector("#sessions")


def scroll_to(page: Page, heading: str) -> None:
    page.get_by_role("heading", name=heading).first.evaluate("one => one.scrollIntoView()")


def session(page: Page, address: str) -> None:
    enter(page, address)
    page.get_by_role("link", name="Open a session").click()
    page.get_by_label("What you call it").fill("Tuesday group")
    page.get_by_role("button", name="Open it").click()
    page.wait_for_selector(".code")
    scroll_to(page, "Join with")


def question(page: Page, address: str) -> None:
    session(page, address)
    code = "".join(page.locator(".code").first.inner_text().rpartition(":")[2].split())
    page.goto(f"{address}join/{code}")
    page.get_by_label("Young person", exact=True).check()
    page.get_by_role("button", name="Start").click()
    page.wait_for_url("**/seen")
    page.goto(page.url.replace("/seen", "/feeling"))
    page.get_by_label("Sad", exact=True).check()


def results(page: Page, address: str) -> None:
    enter(page, address)
    page.goto(f"{address}our-voice/sessions/s1/results")
    scroll_to(page, "contact")


SCREENS = {one.__name__: one for one in (home, check, chosen, library, session, question, results)}


def _few_colours(taken: bytes) -> Image.Image:
    """A picture of a page has few colours; a palette of them is a third of the bytes."""
    return Image.open(io.BytesIO(taken)).convert("RGB").quantize(128, dither=Image.Dither.NONE)


def take(folder: Path) -> None:
    """Take every picture, with a server whose record holds an invented session."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER)
        with our_voice(place) as (address, record):
            hold_an_evening(record)
            choose_passphrase(record)
            for name, show in SCREENS.items():
                context = browser.new_context(viewport=_SIZE, color_scheme="light", reduced_motion="reduce")
                page = context.new_page()
                show(page, address)
                page.wait_for_timeout(300)
                _few_colours(page.screenshot()).save(folder / f"{name}.png", optimize=True)
                context.close()
        browser.close()


if __name__ == "__main__":
    take(PICTURES)
    for path in sorted(PICTURES.glob("*.png")):
        print(f"{path.name}: {path.stat().st_size:,} bytes")
