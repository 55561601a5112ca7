"""What a team decided about a word, and on whose say-so. Written once, never changed: undoing is an entry."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.review.cards import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from jargon_scanner.lexicon.entry import Reader
    from jargon_scanner.review.people import Group

#: Take this wording; keep the word and explain it; ask people again; take an earlier decision back.
Outcome: TypeAlias = Literal["adopt", "keep", "ask again", "undo"]

_AGAIN = "ask again"


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
        of: which of the entry's long forms or terms it is about; "" where it has one only.
        despite: what the team was warned of and confirmed; "" for nothing.
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
    of: str = ""
    despite: str = ""

    @property
    def key(self) -> str:
        """The word, as a card names it."""
        return key_of(self.entry, self.term)

    @property
    def word(self) -> tuple[str, str]:
        """What it is about: the same for all decisions on one word in one meaning."""
        return self.key, self.of.casefold()


def standing(history: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold: those that were not taken back, and that no later one has replaced.

    One for everybody replaces all before it; one for some readers replaces what held for them alone. To ask
    again replaces nothing: what was decided holds until the next decision.

    Args:
        history: every decision, oldest first.

    Returns:
        Those in force, oldest first, each with the readers for whom it still holds.
    """
    decisions = tuple(history)
    undone = _undone(decisions)
    held: defaultdict[tuple[str, str], dict[str, Decision]] = defaultdict(dict)
    for decision in decisions:
        if decision.outcome != "undo" and decision.id not in undone:
            _put(decision, held[decision.word])
    readers: defaultdict[int, set[str]] = defaultdict(set)
    for of_word in held.values():
        for reader, decision in of_word.items():
            readers[decision.id].add(reader)
    return tuple(
        replace(one, readers=tuple(reader for reader in one.readers if reader in readers[one.id]))
        for one in decisions
        if one.id in readers
    )


def _put(decision: Decision, held: dict[str, Decision]) -> None:
    """Put a decision in the place of those that it replaces."""
    if decision.outcome == _AGAIN:
        held[_AGAIN] = decision
        return
    if not decision.readers:
        held.clear()
    held.pop(_AGAIN, None)
    held.update(dict.fromkeys(decision.readers or ("",), decision))


def _undone(decisions: tuple[Decision, ...]) -> frozenset[int]:
    """Decisions that were taken back; one whose undoing was taken back stands again."""
    undone: set[int] = set()
    for decision in reversed(decisions):
        if decision.outcome == "undo" and decision.id not in undone and decision.undoes is not None:
            undone.add(decision.undoes)
    return frozenset(undone)
