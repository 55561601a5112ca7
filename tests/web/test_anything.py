"""Whatever is sent to the app that its own description allows, and more: it never breaks.

Schemathesis makes the requests. Each is sent as it was made, and once more with the names of things that are
there, so that it comes further than "there is no such page".
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass

import httpx2
import pytest
import uvicorn
from hypothesis import HealthCheck, given, settings

from jargon_scanner.web.app import create_app
from jargon_scanner.web.taught import Taught
from tests.web.conftest import Here
from tests.web.our_voice import PASSPHRASE, choose_passphrase

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")


@dataclass(frozen=True)
class Known:
    """An app that is served, what a browser of a signed-in facilitator sends, and things that are there."""

    schema: object
    address: str
    headers: dict[str, str]
    names: dict[str, str]
    folder: str

    def ask(self, case):
        if isinstance(case.body, dict) and "path" in case.body:
            case.body["path"] = self.folder  # no folder of whoever runs the tests is scanned
        for names in ({}, self.names):
            case.path_parameters = {
                name: names.get(name, value) for name, value in (case.path_parameters or {}).items()
            }
            answer = case.call(base_url=self.address, headers=self.headers, allow_redirects=False)
            assert answer.status_code < 500, (case.method, case.path, answer.text[:500])


@pytest.fixture(scope="module")
def known(scanner, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept")
    taught = Taught(settings_file=folder / "jargon-scanner.toml", lexicon_file=folder / "our-words.yaml")
    app = create_app(Here(scanner), record=folder / "our-voice.sqlite", taught=taught)
    choose_passphrase(app.state.services.archive.open())
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield _known(app, f"http://127.0.0.1:{port}", folder / "library")
    server.should_exit = True
    thread.join()


def _known(app, address, folder):
    folder.mkdir()
    with httpx2.Client(base_url=address, headers={"origin": address}, timeout=60) as client:
        token = re.search(r"csrf=(\w+)", client.get("/").text)[1]
        send = {"params": {"csrf": token}}
        client.post("/our-voice/sign-in", data={"words": PASSPHRASE}, **send)
        opened = client.post(
            "/documents", files={"file": ("draft.txt", b"An ICPC was held.")}, **send
        ).headers["location"]
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        token = re.search(r"csrf=(\w+)", client.get("/").text)[1]
    headers = {"origin": address, "cookie": cookies, "x-csrf-token": token}
    names = {"name": opened.rpartition("/")[2], "finding_id": "f1", "as_": "changes"}
    return Known(schemathesis.openapi.from_dict(app.openapi()), address, headers, names, str(folder))


def send_anything(known, examples, path=""):
    operations = [found.ok() for found in known.schema.get_all_operations()]
    chosen = [operation for operation in operations if operation.path.startswith(path)]
    assert chosen
    for operation in chosen:

        @settings(
            max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None
        )
        @given(operation.as_strategy())
        def send(case):
            known.ask(case)

        send()


def test_nothing_that_a_program_asks_while_people_write_breaks_it(known):
    send_anything(known, 20, "/v2/")


@pytest.mark.slow
def test_nothing_that_is_sent_breaks_it(known):
    send_anything(known, 30)
