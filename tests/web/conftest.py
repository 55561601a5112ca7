from __future__ import annotations

import re
from concurrent.futures import Future
from typing import Any

import pytest
from starlette.testclient import TestClient

from jargon_scanner.choices import Choices
from jargon_scanner.errors import ScannerError
from jargon_scanner.web.app import create_app
from jargon_scanner.workshop import Tools
from tests.web.browsing import BROWSER
from tests.web.our_voice import PASSPHRASE, choose_passphrase

ADDRESS = "http://127.0.0.1:8720"


class Here:
    """A workshop without other processes: a job is done where it is submitted."""

    is_ready = True
    fault = ""

    def __init__(self, scanner):
        self.tools = Tools(scanner, Choices())

    def submit(self, job):
        return self.submit_and(job, lambda answer: answer)

    def submit_and(self, job, then):
        future: Future[Any] = Future()
        try:
            future.set_result(then(job.do(self.tools)))
        except ScannerError as error:
            future.set_exception(error)
        return future

    def close(self):
        pass


class Visitor:
    """A browser without a window: keeps cookies, says where its forms come from, knows the token of the page."""

    def __init__(self, app, caller="127.0.0.1"):
        self.client = TestClient(
            app,
            base_url=ADDRESS,
            follow_redirects=False,
            raise_server_exceptions=False,
            client=(caller, 50000),
        )
        self.token = re.search(r"csrf=(\w+)", self.client.get("/").text)[1]

    def get(self, path, **more):
        return self.client.get(path, **more)

    def post(self, path, *, origin=ADDRESS, token=None, **more):
        headers = {"origin": origin} if origin else {}
        return self.client.post(
            f"{path}?csrf={self.token if token is None else token}",
            headers=headers | more.pop("headers", {}),
            **more,
        )

    def drop(self, name, data):
        """Open a document; the address of its page."""
        answer = self.post("/documents", files={"file": (name, data)})
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def paste(self, text):
        return self.drop("draft.txt", text.encode())

    def leave(self, address, view):
        return self.client.delete(
            f"{address}?view={view}", headers={"origin": ADDRESS, "x-csrf-token": self.token}
        )


@pytest.fixture(scope="module")  # no longer: while it runs, no other test can have a loop of its own
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER)
        yield browser
        browser.close()


@pytest.fixture
def app(scanner, tmp_path):
    return create_app(Here(scanner), max_bytes=2_000_000, record=tmp_path / "our-voice.sqlite")


@pytest.fixture
def visitor(app):
    return Visitor(app)


@pytest.fixture
def facilitator(app):
    """A browser in which a facilitator has signed in."""
    choose_passphrase(app.state.services.archive.open())
    visitor = Visitor(app)
    answer = visitor.post("/our-voice/sign-in", data={"words": PASSPHRASE})
    assert answer.headers["location"] == "/our-voice"
    return visitor
