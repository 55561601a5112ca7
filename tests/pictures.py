"""The pictures of the guides, taken of the real screens: ``python -m tests.pictures``.

Each is looked at by a person before it is committed. None may be over ``MOST_BYTES``.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from jargon_scanner.guides import PICTURES
from tests.conftest import ROOT
from tests.web.browsing import BROWSER, drop, server

if TYPE_CHECKING:
    from playwright.sync_api import Page

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


SCREENS = {"home": home, "check": check, "chosen": chosen, "library": library}


def _few_colours(taken: bytes) -> Image.Image:
    """A picture of a page has few colours; a palette of them is a third of the bytes."""
    return Image.open(io.BytesIO(taken)).convert("RGB").quantize(128, dither=Image.Dither.NONE)


def take(folder: Path) -> None:
    """Take every picture."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        server(scratch) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=BROWSER)
        for name, show in SCREENS.items():
            context = browser.new_context(viewport=_SIZE, color_scheme="light", reduced_motion="reduce")
            page = context.new_page()
            show(page, address)
            page.wait_for_timeout(300)
            taken = page.screenshot()
            _few_colours(taken).save(folder / f"{name}.png", optimize=True)
            context.close()
        browser.close()


if __name__ == "__main__":
    take(PICTURES)
    for path in sorted(PICTURES.glob("*.png")):
        print(f"{path.name}: {path.stat().st_size:,} bytes")
