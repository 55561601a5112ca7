"""Where a wording meets its neighbours: nothing said twice, the next verb in the form that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import inflect
from jargon_scanner.lexicon.patterns import is_adverb
from jargon_scanner.suggestions.change import Change
from jargon_scanner.suggestions.phrases import GOVERNING, TO_A_THING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jargon_scanner.suggestions.slot import Slot

#: Verbs that an "…ing" follows.
_WITH_GERUND = frozenset("stop keep avoid enjoy mind finish risk miss carry consider suggest".split())
#: Nouns that a model reads as verbs after "to".
_NOUNS_TOO = frozenset("support help change contact work care".split())
_MAY_BE_DOUBLED = frozenset({"that", "had"})
_COORDINATORS = frozenset({"and", "or", "/"})
#: Verbs with a particle that is a part of them, and looks like the preposition of what follows.
_PHRASAL = frozenset(
    {"hand in", "move in", "join in", "give in", "fill in", "settle in", "carry on", "move on"}
)


def governed(change: Change, wording: str, slot: Slot) -> Change | None:
    """The verb that follows in the form that the wording governs; None where none does that it asks for.

    "resistant to working" becomes "not ready to work", "continues to run" becomes "keeps running".

    Args:
        change: the change so far, up to the end of the finding.
        wording: the wording as the entry gives it.
        slot: the place.
    """
    words = wording.split()
    last = slot.draft.words.norms[slot.draft.candidate.end - 1]
    if "to" not in (words[-1], last) or change.end != slot.draft.finding.end:
        return change
    place = _next_verb(slot)
    if place is None:
        is_infinitive = slot.draft.token(slot.draft.candidate.end - 1).pos_ == "PART"  # "in an effort to"
        return None if words == ["to"] and not is_infinitive else change
    verb = slot.draft.token(place)
    form = None
    if verb.tag_ == "VBG" and words[-1] == "to" and (len(words) == 1 or words[-2] not in TO_A_THING):
        form = verb.lemma_
    elif verb.tag_ == "VB" and last == "to" and _takes_gerund(words[-1]) and not _may_be_a_noun(verb):
        form = inflect(verb.lemma_, "VBG")
    if not form:
        return change
    start, end = slot.offset(place)
    return change.reaching_on(end, slot.between(change.end, start), form)


def _next_verb(slot: Slot) -> int | None:
    """Number of the verb right behind the finding, one adverb passed over."""
    words, end = slot.draft.words, slot.draft.candidate.end
    limit = words.ends[slot.draft.candidate.start]
    for place in range(end, min(end + 2, limit)):
        token = slot.draft.token(place)
        if token.tag_ in ("VB", "VBG") and token.dep_ not in ("amod", "compound"):
            return place
        if not is_adverb(words.norms[place]):
            return None
    return None


def _may_be_a_noun(verb: Token) -> bool:
    """Whether a model may have taken a noun for a verb: "resistant to support" and nothing after it."""
    return verb.lemma_ in _NOUNS_TOO and not any(child.dep_ == "dobj" for child in verb.children)


def _takes_gerund(word: str) -> bool:
    return word in _WITH_GERUND or word in GOVERNING


def without_repetition(change: Change, wording: str, slot: Slot) -> Change | None:
    """The change with no word doubled where it meets its neighbours; None where that cannot be mended.

    Args:
        change: the change so far.
        wording: the wording as the entry gives it.
        slot: the place.
    """
    finding = slot.draft.finding
    words = change.text.split()
    if change.end == finding.end:
        if _doubles_a_particle(wording, words, slot):
            return None
        words = words[: len(words) - _shared_tail(words, slot)]
        change = Change(change.start, change.end, " ".join(words)) if words else change
    if _repeats_its_pair(words, slot):
        return None
    if change.start != finding.start or not words:
        return change
    first = words[0].lower()
    return None if first == slot.before and first not in _MAY_BE_DOUBLED else change


def _doubles_a_particle(wording: str, words: list[str], slot: Slot) -> bool:
    """Whether "handed in" would stand before "in May", "carried out" before "out of time": neither can go."""
    if " ".join(wording.split()[-2:]) in _PHRASAL:
        return words[-1] == slot.after
    end = slot.draft.candidate.end
    return words[-1:] == ["out"] and slot.draft.words.norms[end : end + 2] == ("out", "of")


def _shared_tail(words: list[str], slot: Slot) -> int:
    """How many words at the end of a wording stand behind the finding already ("to a manager" twice)."""
    draft = slot.draft
    following = draft.words.norms[draft.candidate.end : draft.words.ends[draft.candidate.start]]
    lowered = [word.lower() for word in words]
    longest = min(len(words) - 1, len(following))
    size = next((size for size in range(longest, 0, -1) if lowered[-size:] == list(following[:size])), 0)
    return 0 if size and lowered[-size - 1] in _COORDINATORS else size


def shared_opening(phrase: str, slot: Slot) -> int:
    """How many words at the start of a noun wording stand before the finding ("family [family time]")."""
    draft = slot.draft
    before = draft.words.norms[draft.words.starts[draft.candidate.start] : draft.candidate.start]
    lowered = phrase.lower().split()
    longest = min(len(lowered) - 1, len(before))
    return next((size for size in range(longest, 0, -1) if lowered[:size] == list(before[-size:])), 0)


def _repeats_its_pair(words: list[str], slot: Slot) -> bool:
    """Whether "home and placement" would become "home and home"."""
    norms, start, end = slot.draft.words.norms, slot.draft.candidate.start, slot.draft.candidate.end
    lowered = tuple(word.lower() for word in words)
    size = len(lowered)
    pair_before = slot.before in _COORDINATORS and norms[max(0, start - 1 - size) : start - 1] == lowered
    pair_after = slot.after in _COORDINATORS and norms[end + 1 : end + 1 + size] == lowered
    return pair_before or pair_after
