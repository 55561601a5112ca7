"""A real browser, the one that is installed, and the server as a person starts it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

SAMPLES = ROOT / "sample_docs"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WHAT_AXE_CHECKS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

#: Windows of a phone, a tablet and a computer: width and height, in pixels.
SIZES = [(320, 640), (768, 1024), (1280, 900)]

needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")


@contextmanager
def server(scratch, *options):
    """A server; gives its address. What it says on its error stream fails the test."""
    command = [sys.executable, "-m", "jargon_scanner", "serve", "--no-browser", "--port", "0", *options]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(scratch), "JARGON_SCANNER_DATA": str(Path(scratch, "data"))},
    ) as process:
        try:
            said = [process.stdout.readline(), process.stdout.readline()]
            yield re.search(r"http://127\.0\.0\.1:\d+/", said[1])[0]
        finally:
            process.terminate()
        assert process.stderr.read() == "", "a log of the server could name or quote a document"


@contextmanager
def opened(browser, address, *, tried="", **context):
    """A page of its own browser; whatever it asks of another computer, or fails at, fails the test.

    ``tried`` is part of what the console says where a test tries what is refused.
    """
    faults = []
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | context)
    page = context.new_page()
    page.set_default_timeout(20_000)
    ours = re.match(r"https?://[^/]+/", address)[0]
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: request.url.startswith((ours, "blob:")) or faults.append(request.url))
    page.goto(address)
    yield page
    context.close()
    assert [fault for fault in faults if not tried or tried not in fault] == []


def is_accessible(page):
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_load_state()
    found = Axe().run(page, options={"runOnly": WHAT_AXE_CHECKS}).response["violations"]
    faults = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
    assert not faults, faults


def fits(page):
    """Nothing is cut off, and nobody has to scroll sideways."""
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def drop(page, name):
    """Drop a file on the page, as a hand does."""
    data = page.evaluate_handle(
        """([name, bytes]) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], name));
            return data;
        }""",
        [name, list((SAMPLES / name).read_bytes())],
    )
    page.dispatch_event("body", "drop", {"dataTransfer": data})
    page.wait_for_selector("body.check")
