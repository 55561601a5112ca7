"""What speaks against a decision. Nothing is forbidden: the team says that it knows, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.cross_checks import left_out
from jargon_scanner.lexicon.decided import meanings_of
from jargon_scanner.review.cards import Card
from jargon_scanner.review.decisions import standing
from jargon_scanner.review.moderation import first_look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.entry import AnyEntry
    from jargon_scanner.review.decisions import Decision


def cautions(decision: Decision, entry: AnyEntry | None) -> tuple[str, ...]:
    """What a team has to know before it decides, a sentence each; empty where nothing speaks against it.

    Args:
        decision: not kept yet.
        entry: of the lexicon; None for a word that is in none.
    """
    return (*_names(decision, entry), *_softened(decision, entry), *_blame(decision, entry))


def replaced_by(decision: Decision, history: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold until now, and no longer for these readers once this one is made."""
    if decision.outcome not in ("adopt", "keep"):
        return ()
    return tuple(
        one
        for one in standing(history)
        if one.word == decision.word
        and one.outcome != "ask again"
        and (not decision.readers or set(one.readers) & set(decision.readers))
    )


def _names(decision: Decision, entry: AnyEntry | None) -> Iterator[str]:
    known = (decision.wording, decision.of, *(meanings_of(entry) if entry else ()))
    card = Card("", decision.entry, decision.term, "", tuple(filter(None, known)), ())
    if decision.reason and first_look(decision.reason, card) == "held":
        yield "The reason may name somebody, or hold a number. The history never says who: take that out."


def _softened(decision: Decision, entry: AnyEntry | None) -> Iterator[str]:
    """The law's meaning, and harm, stay whole."""
    if decision.outcome != "adopt":
        return
    term = decision.of or decision.term
    for word, _ in left_out(term, decision.wording):
        yield f"“{decision.wording}” says nothing of “{word}”, as “{term}” does. Harm has to stay in sight."
    if entry is not None and (entry.treatment == "explain" or entry.category == "legal-word"):
        yield (
            f"The law or somebody's safety needs “{term}”. Does “{decision.wording}” say all of it? It will "
            "be offered, and never put in without a person."
        )


def _blame(decision: Decision, entry: AnyEntry | None) -> Iterator[str]:
    if entry is None or entry.treatment != "rethink":
        return
    if decision.outcome == "adopt":
        yield (
            f"“{decision.term}” can put blame on a person. Other words may state as a fact what nobody has "
            "shown. The writer will still be asked to think again."
        )
    elif decision.outcome == "keep":
        yield (
            f"“{decision.term}” can put blame on a person, so its writer is asked to think again. If you "
            "keep it, nobody is asked any more."
        )
