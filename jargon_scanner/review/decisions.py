"""What a team decided about a word, and on whose say-so. Written once, never changed: undoing is an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from jargon_scanner.lexicon.entry import Reader
    from jargon_scanner.review.people import Group

#: Take this wording; keep the word and explain it; ask people again; take an earlier decision back.
Outcome: TypeAlias = Literal["adopt", "keep", "ask again", "undo"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the history.

    Attributes:
        id: in the order of the record; 0 before it is kept.
        at: when it was made.
        entry: the lexicon's entry; "" for a word that is in no lexicon.
        term: the word.
        outcome: what was decided.
        wording: what we should say; the explanation where the word is kept; "" for the others.
        readers: for whom; empty for everybody.
        reason: why, in the team's words.
        group: whose answers it rests on.
        chose: how many of them chose the wording.
        asked: how many of them answered.
        session: the session that it rests on; None where there was none.
        undoes: the decision that is taken back; None but for ``undo``.
    """

    id: int
    at: datetime
    entry: str
    term: str
    outcome: Outcome
    wording: str = ""
    readers: tuple[Reader, ...] = ()
    reason: str = ""
    group: Group = "young person"
    chose: int = 0
    asked: int = 0
    session: str | None = None
    undoes: int | None = None


def standing(history: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold: not undone, and for each word and reader the last one.

    Args:
        history: every decision, oldest first.

    Returns:
        Those in force, oldest first. One that stands for one of its readers only is given for that one.
    """
    from dataclasses import replace

    from jargon_scanner.lexicon.entry import READERS

    decisions = tuple(history)
    undone = _undone(decisions)
    last: dict[tuple[str, Reader], Decision] = {}
    for decision in decisions:
        if decision.outcome != "undo" and decision.id not in undone:
            for reader in decision.readers or READERS:
                last[decision.entry or decision.term.casefold(), reader] = decision
    readers: dict[int, tuple[Reader, ...]] = {}
    for (_, reader), decision in last.items():
        readers[decision.id] = (*readers.get(decision.id, ()), reader)
    return tuple(
        replace(one, readers=() if set(readers[one.id]) == set(READERS) else readers[one.id])
        for one in decisions
        if one.id in readers
    )


def _undone(decisions: tuple[Decision, ...]) -> frozenset[int]:
    """Decisions that were taken back; one whose undoing was taken back stands again."""
    undone: set[int] = set()
    for decision in reversed(decisions):
        if decision.outcome == "undo" and decision.id not in undone and decision.undoes is not None:
            undone.add(decision.undoes)
    return frozenset(undone)
