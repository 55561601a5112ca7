"""A session with thirty tablets: how long an answer takes to be kept, and whether any is lost.

python -m tests.benchmarks.our_voice            a minute with thirty people, one answer a second each
python -m tests.benchmarks.our_voice --seconds 20 --people 60

A server is started as a person starts it, with a record in SQLite as it is by default. Each person joins as a
browser does, sends an answer a second, and asks for the next screen. An answer is acknowledged when the
server has sent them on; afterwards every one that was acknowledged is looked for in the record. Wall-clock
milliseconds; server and tablets share this machine. For scale, the time of one commit of SQLite on the same
disk, as safe as ours, stands beside it.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx2

from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.questions import QUESTIONS, choices
from jargon_scanner.review.record import answers
from tests.review.small_packs import open_session
from tests.web.our_voice import our_voice

CARDS = 20
LIMIT = 100
PACK = Pack(
    "p1",
    "Twenty words",
    datetime(2027, 3, 1, tzinfo=UTC),
    tuple(
        Card(f"c{one}", "", f"word {one}", "what it means", ("one way", "another"), (Example("A word."),))
        for one in range(CARDS)
    ),
)


@dataclass
class Tablet:
    """Somebody who answers: what was acknowledged, and how long it took, in milliseconds."""

    client: httpx2.Client
    token: str
    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    screens: list[float] = field(default_factory=list)

    @classmethod
    def joined(cls, address: str, code: str) -> Tablet:
        client = httpx2.Client(base_url=address, headers={"origin": address.rstrip("/")}, timeout=60)
        page = client.get(f"/join/{code}").text
        token = re.search(r"csrf=(\w+)", page)[1]
        ticket = re.search(r'name="ticket" value="([^"]+)"', page)[1]
        given = {"ticket": ticket, "group": "young person"}
        assert client.post(f"/join/{code}", params={"csrf": token}, data=given).status_code == 303
        return cls(client, token)

    def answer(self, card: Card, question: str) -> None:
        mark = f"{card.id} {question} {id(self)}"
        choice = next(iter(choices(question, card)), "")
        begin = time.perf_counter()
        sent = self.client.post(
            f"/talk/cards/{card.id}/{question}",
            params={"csrf": self.token},
            data={"choice": choice} if choice else {"words": mark},
        )
        kept = time.perf_counter()
        assert sent.status_code == 303, sent.text
        self.kept[card.id, question] = choice or mark
        assert self.client.get(sent.headers["location"]).status_code == 200
        self.waits.append(1000 * (kept - begin))
        self.screens.append(1000 * (time.perf_counter() - kept))


def commit(folder: Path) -> float:
    """Milliseconds of one commit that is on the disk, half of a hundred within."""
    with sqlite3.connect(folder / "scale.sqlite", isolation_level=None) as db:
        db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE one (words)")
        taken = []
        for number in range(100):
            begin = time.perf_counter()
            db.execute("INSERT INTO one VALUES (?)", (str(number),))
            taken.append(1000 * (time.perf_counter() - begin))
    return sorted(taken)[50]


def spread(taken: list[float]) -> str:
    ordered = sorted(taken)
    half, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"p50 {half:6.1f}   p95 {late:6.1f}   max {ordered[-1]:6.1f}"


def session(people: int, seconds: int) -> int:
    """Hold a session; gives how many answers were lost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with our_voice(folder) as (address, record):
            code = open_session(record, pack=PACK)
            tablets = [Tablet.joined(address, code) for _ in range(people)]
            steps = [(card, question) for card in PACK.cards for question in QUESTIONS][:seconds]
            together = threading.Barrier(people)

            def answer_all(number: int) -> None:
                together.wait()
                begin = time.perf_counter() + number / people  # people do not press in step
                for at, (card, question) in enumerate(steps):
                    time.sleep(max(0.0, begin + at - time.perf_counter()))
                    tablets[number].answer(card, question)

            with ThreadPoolExecutor(people) as threads:
                begin = time.perf_counter()
                list(threads.map(answer_all, range(people)))
                taken = time.perf_counter() - begin
            with record.reading() as db:
                found = answers.of_sessions(db, "s1")
        acknowledged = Counter((card, said) for one in tablets for (card, _), said in one.kept.items())
        lost = (acknowledged - Counter((one.card, one.choice or one.words) for one in found)).total()
        print(f"{people} people, {acknowledged.total()} answers in {taken:.0f} seconds, milliseconds:")
        print(
            f"  an answer, until it is kept     {spread([w for one in tablets for w in one.waits])}  (limit: p95 {LIMIT})"
        )
        print(f"  the next screen                 {spread([w for one in tablets for w in one.screens])}")
        print(f"  one commit of SQLite, alone     p50 {commit(folder):6.1f}")
        print(f"  answers lost                    {lost}  (limit: 0)")
    return lost


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--people", type=int, default=30)
    options.add_argument("--seconds", type=int, default=60, help=f"at most {CARDS * len(QUESTIONS)}")
    given = options.parse_args()
    sys.exit(session(given.people, given.seconds) != 0)


if __name__ == "__main__":
    main()
