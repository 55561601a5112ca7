"""The guides on the page."""

from __future__ import annotations

import re

import pytest

from jargon_scanner.guides import guides
from tests.web.browsing import fits, is_accessible, needs_browser, opened, server


def test_the_guides_are_listed_and_shown_with_their_pictures(visitor):
    listed = visitor.get("/guides").text
    assert re.findall(r'href="/guides/([\w-]+)"', listed) == list(guides())
    shown = visitor.get("/guides/practitioner").text
    for picture in re.findall(r'src="(/guides/pictures/[^"]+)"', shown):
        answer = visitor.get(picture)
        assert answer.headers["content-type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "path",
    [
        "/guides/none",
        "/guides/pictures/none.png",
        "/guides/pictures/..%2fpractitioner.md",
        "/guides/../app.py",
    ],
)
def test_what_is_no_guide_is_refused(visitor, path):
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


@pytest.mark.slow
@needs_browser
def test_everybody_can_read_the_guides(browser, tmp_path):
    with server(tmp_path) as address:
        for width in (320, 1280):
            with opened(browser, f"{address}guides", viewport={"width": width, "height": 800}) as page:
                is_accessible(page)
                for name in guides():
                    page.goto(f"{address}guides/{name}")
                    is_accessible(page)
                    fits(page)
