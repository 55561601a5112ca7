"""What tests of Our Voice share: a server with a record of its own, the passphrase, and the way in."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path

from jargon_scanner.review.passphrase import locked
from jargon_scanner.review.record import open_record, passphrase
from tests.web.browsing import server

PASSPHRASE = "otter lamp seventeen"


@contextmanager
def our_voice(folder, *options):
    """A server with an empty record; gives its address, and the record."""
    where, config = Path(folder, "our-voice.sqlite"), Path(folder, "jargon-scanner.toml")
    config.write_text(f"record = {json.dumps(str(where))}\n", encoding="utf-8")
    with server(folder, *options, "--config", str(config)) as address, open_record(where) as record:
        yield address, record


def choose_passphrase(record):
    with record.writing() as db:
        passphrase.put(db, locked(PASSPHRASE, cost=2))  # far quicker to check than a person's


def sign_in(page):
    """From the page that asks for the passphrase."""
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()
