"""How long a person who types waits for an underline, and where that time goes.

python -m tests.benchmarks.while_typing

A server is started as a person starts it, and asked as LibreOffice asks: a paragraph at a time, again after each
few words. The same paragraphs are read in this process too, without a server, to see what the way to the other
process and back costs; and once more while somebody drops a long document on the page. Wall-clock milliseconds,
on the machine as it is. The paragraphs are our samples'; a number in each makes its sentences new.
"""

from __future__ import annotations

import random
import tempfile
import threading
import time
from collections.abc import Callable, Iterator

import httpx2

from jargon_scanner.live.remarks import remarks
from jargon_scanner.scan import Scanner, scan_text
from tests.benchmarks.web import Person, paragraphs, word_file
from tests.web.browsing import server

LIMIT = 40.0  # ms, of 95 in 100
PARAGRAPHS = 120
WORDS_AT_ONCE = 4


def typed(seed: int) -> Iterator[str]:
    """Paragraphs as they grow under somebody's hands."""
    chance = random.Random(seed)
    for text in chance.sample(paragraphs(), PARAGRAPHS):
        words = f"On day {chance.randrange(10_000)} this was said: {text}".split()
        for end in range(WORDS_AT_ONCE, len(words) + WORDS_AT_ONCE, WORDS_AT_ONCE):
            yield " ".join(words[:end])


def milliseconds(ask: Callable[[str], object], seed: int) -> list[float]:
    """How long each answer takes, shortest first."""
    taken = []
    for text in typed(seed):
        begin = time.perf_counter()
        ask(text)
        taken.append(1000 * (time.perf_counter() - begin))
    return sorted(taken)


def show(what: str, taken: list[float]) -> None:
    middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    print(f"{what:<58}{middle:7.1f}{late:7.1f}{taken[-1]:8.1f}  ({len(taken):,} answers)")


def main() -> None:
    scanner = Scanner.create()

    def read_here(text: str) -> object:
        return remarks(scan_text(text, scanner=scanner), text)

    with (
        tempfile.TemporaryDirectory() as folder,
        server(folder) as address,
        httpx2.Client(base_url=address, timeout=60) as client,
    ):

        def ask(text: str) -> None:
            body = f"text={text}&language=en-GB".encode()
            assert "matches" in client.post("v2/check", content=body).json()

        for work in (read_here, ask):
            milliseconds(work, seed=1)  # warm: what is loaded once is loaded
        print(f"{'milliseconds to an answer':<58}{'half':>7}{'95 %':>7}{'all':>8}")
        show("read in this process", milliseconds(read_here, seed=2))
        show(f"asked of the server (limit for 95 %: {LIMIT:g})", milliseconds(ask, seed=2))
        show("asked of the server while it reads long documents", milliseconds_beside_documents(address, ask))


def milliseconds_beside_documents(address: str, ask: Callable[[str], object]) -> list[float]:
    """The same while one document of 20 pages after the other is dropped on the page."""
    person, over = Person(address), threading.Event()
    documents = [word_file(20, seed) for seed in range(200, 208)]

    def drop() -> None:
        while not over.is_set():
            person.seconds_to_page(documents[0])
            documents.append(documents.pop(0))

    dropping = threading.Thread(target=drop)
    dropping.start()
    try:
        return milliseconds(ask, seed=3)
    finally:
        over.set()
        dropping.join()


if __name__ == "__main__":
    main()
