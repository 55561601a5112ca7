"""The verb that goes with a noun: a disclosure is made, but a thing is said and advice is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import inflect

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jargon_scanner.suggestions.change import Change
    from jargon_scanner.suggestions.slot import Slot

#: Verbs that say little of their own, so that another noun asks for another of them.
_LIGHT = frozenset("make undertake conduct".split())
#: Further away than this many words, a verb is not changed, and the wording not offered.
_FAR = 6


def with_its_verb(change: Change, verb: str, slot: Slot) -> Change | None:
    """The change reaching to the light verb of the finding, and that verb exchanged for the wording's own.

    "Two disclosures were made" becomes "Two things were said", "made a disclosure" becomes "said a thing".

    Args:
        change: the change of the noun phrase.
        verb: the verb that the new noun takes, as a lemma.
        slot: the place.

    Returns:
        The change; None where no light verb stands near, so that the wording has nothing to say.
    """
    light = _light_verb(slot.head)
    if light is None or abs(light.i - slot.head.i) > _FAR:
        return None
    start = slot.draft.block.start + light.idx
    end = start + len(light)
    form = inflect(verb, light.tag_)
    if start >= change.end:
        return change.reaching_on(end, slot.between(change.end, start), form)
    if end <= change.start:
        opening = form.capitalize() if light.text[0].isupper() else form
        return change.reaching_back(start, slot.between(end, change.start), opening)
    return None


def _light_verb(noun: Token) -> Token | None:
    """The light verb that a noun is the object of, in the active or the passive ("the checks made by …")."""
    behind = (child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")
    verb = noun.head if noun.dep_ in ("dobj", "obj", "nsubjpass") else next(behind, None)
    return verb if verb is not None and verb.lemma_ in _LIGHT else None
