"""A record with a little of everything in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from jargon_scanner.errors import UsageError
from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import Record, answers, decisions, open_record, packs, sessions
from jargon_scanner.review.sessions import Participant, Session

NOW = datetime(2027, 3, 9, 17, 30, tzinfo=UTC)
CARDS = tuple(
    Card(f"c{place}", "", term, "", ("this", "that"), (Example(f"A sentence of {term}."),))
    for place, term in enumerate(("contact", "placement", "résumé £ 🙂"))
)
#: How often each of several editors changes the pack.
CHANGES = 5
#: Letters that stand nowhere else.
SECRET = "zebraquartz"


def fill(record: Record, people: int = 2, secret: str = SECRET) -> dict[str, str]:
    """Two sessions with answers, and a decision on one of them; gives each session's join code."""
    codes = {}
    with record.writing() as db:
        packs.add(db, Pack("p1", "Spring words", NOW, CARDS))
        packs.add(db, Pack("p2", "Not asked yet", NOW, CARDS))
        for session in ("s1", "s2"):
            opened = Session(
                session, "p1", session, NOW, NOW + timedelta(hours=2), uncovered=frozenset({"c1"})
            )
            codes[session] = sessions.begin(db, opened)
            for number in range(people):
                answer_all(db, session, codes[session], f"{session}-{number}", secret)
        decisions.append(
            db,
            Decision(
                0,
                NOW,
                "",
                "contact",
                "adopt",
                "this",
                reason="They said so.",
                chose=14,
                asked=17,
                session="s1",
            ),
        )
    return codes


def answer_all(db, session, code, person, secret=SECRET):
    """Somebody joins, and answers about every card, in words that are theirs alone."""
    sessions.join(db, Participant(person, session, code, "young person", "12 to 15", may_quote=True))
    for card in CARDS:
        said = Answer(card.id, "guess", words=f"{secret} of {person} about {card.id} " * 5)
        answers.put(db, person, said, moderation="held", now=NOW)
        answers.put(db, person, Answer(card.id, "feeling", "sad"), moderation="open", now=NOW)


def everything(record: Record) -> list:
    """All that a record holds."""
    with record.reading() as db:
        return [
            packs.all_packs(db),
            sessions.all_sessions(db),
            [(sessions.codes(db, one), sessions.participants(db, one)) for one in ("s1", "s2")],
            answers.of_sessions(db, "s1", "s2"),
            decisions.history(db),
        ]


def add_cards(record, editor):
    """What a facilitator does: open the pack, add a word, keep it; once more where somebody was faster."""
    left = 500
    for number in range(CHANGES):
        card = Card(f"{editor}-{number}", "", "word", "", (), ())
        kept = False
        while not kept:
            with record.reading() as db:
                pack = packs.get(db, "p2")
            try:
                with record.writing() as db:
                    packs.change(db, replace(pack, cards=(*pack.cards, card)))
                kept = True
            except UsageError:
                left -= 1
                assert left, "no change was ever kept"


def edit_elsewhere(where, editor):
    """The same in a process of its own."""
    with open_record(where) as record:
        add_cards(record, editor)
