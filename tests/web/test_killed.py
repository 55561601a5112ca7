"""A server that is killed while thirty people answer: what it has thanked for is there when it comes back."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections import Counter

import httpx2
import pytest

from jargon_scanner.review.questions import QUESTIONS
from jargon_scanner.review.record import answers, open_record
from tests.benchmarks.our_voice import PACK, Tablet
from tests.conftest import ROOT
from tests.review.small_packs import open_session

pytestmark = pytest.mark.slow  # short form: tests/review/test_together.py kills a process that keeps answers

PEOPLE, THANKED_FOR = 30, 300


def test_no_answer_that_was_thanked_for_is_lost(tmp_path):
    where, config = tmp_path / "voice.sqlite", tmp_path / "jargon-scanner.toml"
    config.write_text(f"record = {json.dumps(str(where))}\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "jargon_scanner",
        "serve",
        "--no-browser",
        "--port",
        "0",
        "--config",
        config,
    ]
    with open_record(where) as record:
        code = open_session(record, pack=PACK)
    enough = threading.Event()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ | {"TMPDIR": str(tmp_path)}
    ) as server:
        server.stdout.readline()
        address = re.search(r"http://\S+/", server.stdout.readline())[0]
        tablets = [Tablet.joined(address, code) for _ in range(PEOPLE)]

        def answer_on(tablet):
            try:
                for card in PACK.cards:
                    for question in QUESTIONS:
                        tablet.answer(card, question)
                        if sum(len(one.kept) for one in tablets) >= THANKED_FOR:
                            enough.set()
            except (httpx2.HTTPError, AssertionError):
                assert enough.is_set(), "the server went before it was killed"

        threads = [threading.Thread(target=answer_on, args=(tablet,)) for tablet in tablets]
        for thread in threads:
            thread.start()
        assert enough.wait(120)
        server.kill()
        for thread in threads:
            thread.join(60)
    thanked = Counter((card, said) for one in tablets for (card, _), said in one.kept.items())
    with open_record(where) as record, record.reading() as db:
        kept = Counter((one.card, one.choice or one.words) for one in answers.of_sessions(db, "s1"))
    assert thanked.total() >= THANKED_FOR
    assert thanked - kept == Counter()
    assert kept.total() < PEOPLE * len(PACK.cards) * len(QUESTIONS)
