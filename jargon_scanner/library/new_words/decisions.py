"""What people decided about new words: kept for good, the last word about a phrase stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.library.new_words import new_words
from jargon_scanner.library.tally.copies import counting

if TYPE_CHECKING:
    from jargon_scanner.library.figures import NewWordRow
    from jargon_scanner.library.store import Store

#: Accepted into a lexicon, rejected for good, or open again: undoing is a decision too.
Outcome: TypeAlias = Literal["accepted", "rejected", "open"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: about which phrase, in small letters; what, why, and when, as an ISO time."""

    phrase: str
    outcome: str
    reason: str
    decided: str


def decide(store: Store, phrase: str, outcome: Outcome, reason: str) -> None:
    """Keep a decision beside all earlier ones; from now on it is the one that stands."""
    store.db.execute(
        "INSERT INTO decision (phrase, outcome, reason, decided) VALUES (?, ?, ?, ?)",
        (" ".join(phrase.lower().split()), outcome, reason, datetime.now(UTC).isoformat(timespec="seconds")),
    )
    store.db.commit()


def decisions(store: Store) -> tuple[Decision, ...]:
    """Every decision, the oldest first."""
    rows = store.db.execute("SELECT phrase, outcome, reason, decided FROM decision ORDER BY id")
    return tuple(Decision(*row) for row in rows)


def undecided(store: Store, run: int) -> tuple[NewWordRow, ...]:
    """The new words of a run that nobody has decided on, what speaks most for being jargon first."""
    with store.reading() as db, counting(db, run):
        (words,) = db.execute(
            "SELECT coalesce(sum(content.words), 0) FROM document JOIN content ON content.id = content "
            "WHERE run = ?",
            (run,),
        ).fetchone()
        return new_words(db, run, words)
