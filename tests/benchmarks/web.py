"""How long a person waits for a page: the local app beside the command line, and ten people at once.

python -m tests.benchmarks.web

A server is started as a person starts it, and documents are dropped on it as a browser drops them; a page has
come when its last byte has. Wall-clock seconds, on the machine as it is. The documents are made of our samples'
paragraphs, each with a number of its own: the server has read none of them before.
"""

from __future__ import annotations

import io
import json
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import docx
import httpx2

from jargon_scanner.loaders import load
from tests.conftest import ROOT
from tests.web.browsing import server

WORDS_A_PAGE = 500
PEOPLE = 10
ROUNDS = 5


@cache
def paragraphs() -> tuple[str, ...]:
    drafts = sorted((ROOT / "sample_docs").glob("*.docx"))
    found = (block.text for path in drafts for block in load(path).blocks)
    return tuple(dict.fromkeys(text for text in found if len(text.split()) > 8))


def word_file(pages: int, seed: int) -> bytes:
    """A Word file of so many pages of prose. A number in every paragraph makes each of them new."""
    chance = random.Random(seed)
    document, words = docx.Document(), 0
    while words < pages * WORDS_A_PAGE:
        text = f"{chance.choice(paragraphs())} This was on day {chance.randrange(10_000)}."
        words += len(text.split())
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class Person:
    """Drops documents on the page, one after the other."""

    def __init__(self, address: str) -> None:
        self.client = httpx2.Client(base_url=address, headers={"origin": address.rstrip("/")}, timeout=120)
        self.token = re.search(r"csrf=(\w+)", self.client.get("/").text)[1]

    def seconds_to_page(self, data: bytes) -> float:
        begin = time.perf_counter()
        sent = self.client.post(
            "/documents", params={"csrf": self.token}, files={"file": ("draft.docx", data)}
        )
        where = sent.headers["location"]
        while self.client.get(f"{where}/ready").status_code == 202:
            pass
        page = self.client.get(where)
        seconds = time.perf_counter() - begin
        assert 'class="paper"' in page.text
        self.client.post(f"{where}/put-away", params={"csrf": self.token})
        return seconds


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def one_person(address: str) -> None:
    person = Person(address)
    for seed in range(4):  # each of the server's processes has read something before
        person.seconds_to_page(word_file(2, seed))
    with tempfile.TemporaryDirectory() as folder:
        whole, scans, drops = [], [], []
        for seed in range(100, 103):
            data, path = word_file(20, seed), Path(folder, f"draft-{seed}.docx")
            path.write_bytes(data)
            whole.append(seconds(lambda path=path: run("check", str(path), "--format", "json")))
            scans.append(scan_alone(path))
            drops.append(person.seconds_to_page(data))
    print("A Word file of 20 pages, seconds, the best of three:")
    print(f"  the command, from its start to its end    {min(whole):6.2f}")
    print(f"  its scan alone, in a process that is warm {min(scans):6.2f}")
    print(f"  from drop to the first marked page        {min(drops):6.2f}  (limit: 1.5 times the command)")


def run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "jargon_scanner", *words], stdout=subprocess.DEVNULL, check=True)


_SCAN = """
import sys, time
from jargon_scanner import Scanner, scan, scan_text
scanner = Scanner.create()
scan_text("An ICPC was held.", scanner=scanner)
begin = time.perf_counter()
scan(sys.argv[1], scanner=scanner, with_text=True)
print(time.perf_counter() - begin)
"""


def scan_alone(path: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _SCAN, str(path)], capture_output=True, text=True, check=True
    )
    return float(json.loads(done.stdout))


def ten_people(address: str) -> None:
    people = [Person(address) for _ in range(PEOPLE)]
    drafts = [[word_file(5, 1000 * person + round_) for round_ in range(ROUNDS)] for person in range(PEOPLE)]
    together = threading.Barrier(PEOPLE)

    def drop_all(person: Person, mine: list[bytes]) -> list[float]:
        taken = []
        for data in mine:
            together.wait()
            taken.append(person.seconds_to_page(data))
        return taken

    with ThreadPoolExecutor(PEOPLE) as threads:
        taken = sorted(one for some in threads.map(drop_all, people, drafts) for one in some)
    middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    print(f"{PEOPLE} people at once, a Word file of 5 pages each, {ROUNDS} times, seconds to the page:")
    print(f"  half of them within                       {middle:6.2f}")
    print(f"  95 of 100 within                          {late:6.2f}  (limit: 1)")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, server(folder) as address:
        one_person(address)
        ten_people(address)


if __name__ == "__main__":
    main()
