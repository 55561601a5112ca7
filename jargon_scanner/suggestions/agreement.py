"""The verb that agrees with a finding, where its noun changes between one and many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import inflect
from jargon_scanner.suggestions.determiners import counts_many

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jargon_scanner.suggestions.change import Change
    from jargon_scanner.suggestions.slot import Slot

_TO_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do", "'s": "are"}
_TO_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_ENDS_A_LABEL = frozenset(":;|")
#: Further away than this many words, a verb is not changed, and the wording not offered.
_FAR = 9


def agreeing(change: Change, plural: bool, slot: Slot) -> Change | None:
    """The change reaching to the finite verb, so that it agrees with a noun that is now plural or singular.

    Args:
        change: the change of the noun phrase.
        plural: whether the new noun takes a plural verb; the old one did not, or was two joined by "and".
        slot: the place.

    Returns:
        The change; None where the verb stands too far away to be changed with it.
    """
    verb = _finite_verb(slot)
    form = _form(verb, plural) if verb is not None else None
    if verb is None or form is None:
        return change
    start = slot.draft.block.start + verb.idx
    end = start + len(verb)
    # "eight respite stays": what looks like a verb of the finding is the noun that is counted.
    counted = slot.determiner is not None and counts_many(slot.draft.words.norms[slot.determiner])
    if abs(verb.i - slot.head.i) > _FAR or (plural and counted):
        return None
    if start >= change.end:
        between = slot.between(change.end, start)
        if _ENDS_A_LABEL.intersection(between):
            return change  # "Gross motor: sits": a label has no verb
        return change.reaching_on(end, " " if verb.text.startswith(("'", "’")) else between, form)
    if end <= change.start:
        opening = form.capitalize() if verb.text[0].isupper() else form
        return change.reaching_back(start, slot.between(end, change.start), opening)
    return change


def _finite_verb(slot: Slot) -> Token | None:
    """The verb or auxiliary whose form follows the number of the finding's noun."""
    head = slot.head
    inside = slot.draft.words.tokens[slot.draft.candidate.start : slot.draft.candidate.end]
    while head.dep_ == "conj" and head.head.i in inside:
        head = head.head  # "stability and permanence": its first noun is the subject
    if head.dep_ == "conj" or any(child.dep_ == "conj" and child.i not in inside for child in head.children):
        return None
    verb = head.head
    if head.dep_ in ("nsubj", "nsubjpass") or (
        head.dep_ in ("attr", "nsubj") and any(child.dep_ == "expl" for child in verb.children)
    ):
        auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        return min(auxiliaries, key=lambda one: one.i, default=verb)
    following = slot.next_token
    known = {**_TO_PLURAL, **_TO_SINGULAR}
    return following if following is not None and following.lower_ in known else None


def _form(verb: Token, plural: bool) -> str | None:
    """The form of a finite verb for the other number; None where both have the same."""
    written = verb.lower_.replace("’", "'")
    if written in (_TO_PLURAL if plural else _TO_SINGULAR):
        return (_TO_PLURAL if plural else _TO_SINGULAR)[written]
    if plural and verb.tag_ == "VBZ":
        return verb.lemma_ or None
    return inflect(verb.lemma_, "VBZ") if not plural and verb.tag_ == "VBP" and verb.lemma_ else None
