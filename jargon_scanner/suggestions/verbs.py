"""A verb wording in its place: tense, person and voice, what stands between its words, its object."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.patterns import PREPOSITIONS
from jargon_scanner.suggestions.change import Change
from jargon_scanner.suggestions.neighbours import with_word
from jargon_scanner.suggestions.phrases import GOVERNING, TO_A_THING, verb_phrase
from jargon_scanner.suggestions.slot import BE_FORMS

if TYPE_CHECKING:
    from jargon_scanner.suggestions.slot import Slot

_AFTER_THE_VERB = frozenset(
    "well better together again closely regularly fully directly poorly badly".split()
)
_SEPARABLE = frozenset("up out off down away back apart right clear".split())
_PRONOUNS = frozenset("it him her them me us you this that these those".split())
_PARTICLES = _SEPARABLE | frozenset("on over along forward through".split())
#: Verbs without a passive, as first words of a wording.
_NEVER_PASSIVE = frozenset(
    "have be become come go stay live seem happen look-like belong lack arrive appear".split()
)
_NEVER_PASSIVE_PHRASES = ("take part", "take place", "lose touch", "make sure", "find it", "have a")
#: Wordings that end in a small word and yet take no object.
_WHOLE = frozenset({"join in", "come back", "go back", "move on", "move out", "give in", "speak up"})
_OPEN_BEFORE_LAST = frozenset({"to", "help", "not", "let"})
#: The tag of a verb that takes the place of a form of "do" and "not".
_SIMPLE_OF = {"did": "VBD", "does": "VBZ", "do": "VBP"}
#: The tag of an active verb that takes the place of a form of "be" and a participle.
_ACTIVE_OF = {
    "was": "VBD", "were": "VBD", "is": "VBZ", "'s": "VBZ", "are": "VBP", "'re": "VBP", "am": "VBP",
    "'m": "VBP", "been": "VBN", "being": "VBG", "be": "VB",
}  # fmt: skip


def fit_verb(text: str, *, active: bool, slot: Slot) -> Change | None:
    """Put a verb wording in the place of a finding.

    Args:
        text: the wording, its verb as a lemma; it may begin with "not".
        active: whether it says in the active what the finding says in the passive.
        slot: the place.

    Returns:
        The change, or None where English has no such form, or another sentence would be needed.
    """
    if text.startswith("not ") and slot.is_negated:
        return None
    if active:
        return _in_the_active(text, slot)
    between = slot.captured("between")
    if between == "not" and not text.startswith("not "):
        text = f"not {text}"
    if not _fits_voice(text, slot) or (_is_closed(text) and (slot.has_object or slot.has_object_in_front)):
        return None
    if text.rsplit(" ", 1)[-1] in GOVERNING and _has_statement(slot):
        return None  # "made sure of that he ate"
    if slot.takes_do and text.removeprefix("not ").startswith("be "):
        return None  # "does he not be able to"
    takes_in_do = _says_not(slot) and not text.startswith("not ") and slot.before in _SIMPLE_OF
    tag = _SIMPLE_OF[slot.before] if takes_in_do else slot.verb_tag or "VB"
    text = _with_own_self(_without_taken_place(text, slot), slot)
    if tag == "VBG" and text.startswith("be ") and slot.before in BE_FORMS:
        # "is putting herself at risk": "is in danger", for English has no "is being in danger"
        inflected: str | None = text.removeprefix("be ")
    else:
        inflected = verb_phrase(text, tag, slot.subject_is_plural)
    if inflected is None or (" " in inflected and slot.is_in_front_of_a_noun):
        return None
    finding = slot.draft.finding
    adverb = None if between == "not" else between
    change = Change(finding.start, finding.end, _with_adverb(inflected, adverb))
    if takes_in_do:  # "did not accept the worries": "saw things differently", for "did see" would insist
        change = with_word("", slot.draft.candidate.start - 1, change, slot)
    return _with_pronoun_inside(change, slot)


def _has_statement(slot: Slot) -> bool:
    """Whether a statement is what the verb is about: "ensured [that he ate]", and not "asked [why]"."""
    following = slot.next_token
    return following is not None and any(
        child.dep_ == "ccomp" and child.left_edge.i == following.i and following.tag_[0] != "W"
        for child in slot.head.children
    )


def _says_not(slot: Slot) -> bool:
    """Whether the finding itself says "not": "did [not accept the concerns]"."""
    return slot.draft.words.norms[slot.draft.candidate.start] == "not"


def _fits_voice(text: str, slot: Slot) -> bool:
    """Whether a wording can stand in the passive where the finding does."""
    if not slot.is_passive:
        return True
    bare = text.removeprefix("not ")
    first, _, rest = bare.partition(" ")
    if first == "be":
        return slot.before not in BE_FORMS
    if first == "get":
        return False
    if rest.split(" ", 1)[0].endswith("ing") and first in ("stop", "keep", "start", "begin"):
        return False
    return first not in _NEVER_PASSIVE and not bare.startswith(_NEVER_PASSIVE_PHRASES)


def _is_closed(text: str) -> bool:
    """Whether a wording has all it needs, so that no object can follow it ("take part")."""
    words = text.removeprefix("not ").split()
    return " ".join(words[-2:]) in _WHOLE or (
        len(words) > 1
        and words[-1] not in PREPOSITIONS | _PARTICLES
        and words[-2] not in _OPEN_BEFORE_LAST
        and not words[-1].endswith("ing")
    )


def _without_taken_place(text: str, slot: Slot) -> str:
    """The wording without its own "to …", where the sentence says to whom ("pass to a manager")."""
    head, _, _ = text.rpartition(" to ")
    return head if slot.after == "to" and head.rsplit(" ", 1)[-1] in TO_A_THING else text


def _with_own_self(text: str, slot: Slot) -> str:
    """The wording's "themselves" as that of its subject: "she hurt herself"."""
    self = slot.subject_self
    return re.sub(r"\bthemselves\b", self, text) if self else text


def _with_adverb(text: str, adverb: str | None) -> str:
    """Keep the adverb that stood inside the term ("failed consistently to engage")."""
    if adverb is None or adverb in text.split():
        return text
    first, _, rest = text.partition(" ")
    if adverb not in _AFTER_THE_VERB or not rest or first in ("did", "does", "do", "not"):
        return f"{adverb} {text}"
    words = rest.split()
    if len(words) > 1 and words[-1] in PREPOSITIONS:
        return " ".join([first, *words[:-1], adverb, words[-1]])
    return f"{first} {adverb} {rest}" if words[0] in PREPOSITIONS else f"{text} {adverb}"


def _with_pronoun_inside(change: Change, slot: Slot) -> Change:
    """Put a pronoun where English wants it: "carried it out"."""
    verb, _, particle = change.text.rpartition(" ")
    following = slot.next_token
    if not slot.has_object or following is None or following.dep_ in ("poss", "det"):
        return change
    if " " in verb or particle not in _SEPARABLE or slot.after not in _PRONOUNS:
        return change
    _, end = slot.offset(slot.draft.candidate.end)
    return Change(change.start, end, f"{verb} {following.text} {particle}")


def _in_the_active(text: str, slot: Slot) -> Change | None:
    """Say "was not accommodated" as "did not come into care": the form of "be" goes and leaves its tense."""
    place, auxiliary = next(slot.auxiliaries(), (-1, ""))
    if slot.verb_tag != "VBN" or auxiliary not in _ACTIVE_OF:
        return None
    tag = _ACTIVE_OF[auxiliary]
    between = slot.draft.words.norms[place + 1 : slot.draft.candidate.start]
    if "not" in between:
        text = f"not {text}"
    inflected = verb_phrase(text, tag, slot.subject_is_plural)
    if inflected is None:
        return None
    kept = " ".join(word for word in between if word != "not")
    start, _ = slot.offset(place)
    opening = " " if auxiliary.startswith("'") else ""
    return Change(start, slot.draft.finding.end, opening + f"{kept} {inflected}".strip())
