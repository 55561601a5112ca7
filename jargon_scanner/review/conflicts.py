"""Decisions that hold and do not fit any more: the lexicon has moved on since. Shown, never lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.find import Finder
from jargon_scanner.review.decisions import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.review.decisions import Decision


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a decision is to be looked at, in a sentence."""

    decision: Decision
    what: str


def conflicts(history: Iterable[Decision], lexicon: Lexicon) -> tuple[Conflict, ...]:
    """What is to be looked at again.

    Args:
        history: every decision, oldest first.
        lexicon: with all layers, the reviewed one too.
    """
    finder = Finder(lexicon)
    return tuple(Conflict(one, what) for one in standing(history) for what in _of(one, lexicon, finder))


def _of(decision: Decision, lexicon: Lexicon, finder: Finder) -> Iterator[str]:
    if decision.outcome == "ask again":
        yield f"people are to be asked again about “{decision.term}”."
        return
    located = lexicon.entries.get(decision.entry)
    if decision.entry and located is None:
        yield f"the lexicon has no entry {decision.entry!r} any more; the decision still holds."
    if located is not None and located.layer == "family":
        yield f"a list of one family’s words is stronger for “{decision.term}” ({located.file})."
    if decision.outcome == "adopt":
        yield from _warned_of(decision, finder)


def _warned_of(decision: Decision, finder: Finder) -> Iterator[str]:
    """Wordings that the lexicon itself finds: what was chosen then is flagged now."""
    found = {named.located.entry.id for named in finder.named(decision.wording)} - {decision.entry}
    for identifier in sorted(found):
        yield f"the lexicon flags “{decision.wording}” itself ({identifier})."
