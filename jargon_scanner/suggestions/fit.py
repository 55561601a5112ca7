"""One wording fitted to one slot: the text that drops in and the range it takes the place of.

Where it cannot be sure, it gives nothing: the next wording, or advice, is offered instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.pipeline.dependencies import is_passive
from jargon_scanner.suggestions.articles import article
from jargon_scanner.suggestions.phrases import (
    begins_with_determiner,
    begins_with_owner,
    has_clause,
    noun_phrase,
    verb_phrase,
)

if TYPE_CHECKING:
    from jargon_scanner.lexicon.entry import Pos, Wording
    from jargon_scanner.suggestions.slot import Slot

_TO_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do", "'s": "are"}
_TO_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_NUMBERED = {"this": "these", "that": "those"}
_SINGLED = {"these": "this", "those": "that"}
_SLOT_NAME = re.compile(r"<([^>]+)>")
_ARTICLES = frozenset({"a", "an"})
_AFTER_THE_VERB = frozenset(
    "well better together again closely regularly fully directly poorly badly".split()
)
_OWN = frozenset("the a an his her their its my our your this that these those".split())


@dataclass(frozen=True, slots=True)
class Edit:
    """A change: ``text`` takes the place of the half-open range in the document's text."""

    start: int
    end: int
    text: str


def fit(wording: Wording, pos: Pos, slot: Slot) -> Edit | None:
    """Fit a drop-in wording to a finding.

    Args:
        wording: one with ``replace``.
        pos: the part of speech of the words it takes the place of.
        slot: the place.

    Returns:
        The edit, or None where the wording cannot be made to fit.
    """
    text = _filled(wording.replace or "", slot)
    if text is None:
        return None
    finding = slot.draft.finding
    if pos == "noun":
        return _fit_noun(text, wording.number, slot)
    if pos == "verb":
        if slot.verb_tag == "VBN" and text.split(" ", 1)[0] == "get" and is_passive(slot.head):
            return None
        if slot.captured("between") == "not" and not text.startswith("not "):
            text = f"not {text}"
        inflected = verb_phrase(text, slot.verb_tag or "VB", slot.subject_is_plural)
        if inflected is None or _is_doubled_passive(text, slot):
            return None
        return _finished(finding.start, finding.end, _with_adverb(inflected, slot), slot)
    return _fit_invariable(text, slot)


def _filled(text: str, slot: Slot) -> str | None:
    """The wording with its slots filled from the finding; None where one cannot be."""
    names = _SLOT_NAME.findall(text)
    for name in names:
        captured = slot.captured(name.replace("’", "'"))
        if captured is None:
            return None
        text = text.replace(f"<{name}>", captured)
    return text


def _is_doubled_passive(text: str, slot: Slot) -> bool:
    """Whether "be …" would follow another form of "be" ("was be supported by")."""
    return (
        text.startswith("be ")
        and slot.verb_tag == "VBN"
        and slot.before in ("was", "were", "is", "are", "be", "been")
    )


def _with_adverb(text: str, slot: Slot) -> str:
    """Keep the adverb that stood inside the term ("failed consistently to engage")."""
    adverb = slot.captured("between")
    if adverb is None or adverb == "not" or adverb in text.split():
        return text
    first, _, rest = text.partition(" ")
    if adverb in _AFTER_THE_VERB and rest:
        return f"{first} {adverb} {rest}"
    return f"{adverb} {text}"


def _fit_noun(text: str, number: str | None, slot: Slot) -> Edit | None:
    finding = slot.draft.finding
    plural = slot.is_plural
    if number == "name" and plural:
        return None
    phrase = noun_phrase(text, plural and number is None)
    own, owned = number == "name" or begins_with_determiner(phrase), begins_with_owner(phrase)
    loose = slot.is_first_of_compound and has_clause(phrase) and finding.kind != "acronym"
    if loose or (own and slot.is_modified):
        return None
    start, end = finding.start, finding.end
    after_plural = number == "plural" or (plural and number is None)
    if slot.before in _ARTICLES or (owned and slot.before == "the"):
        start, phrase = _with_article(phrase, slot, bare=own or owned or number in ("mass", "plural"))
    elif own and slot.before in _OWN:
        start, phrase = _with_article(phrase, slot, bare=True)
    elif slot.before in _NUMBERED and after_plural and not plural:
        start, _ = slot.offset(slot.draft.candidate.start - 1)
        phrase = f"{_NUMBERED[slot.before]} {phrase}"
    elif slot.before in _SINGLED and plural and not after_plural:
        start, _ = slot.offset(slot.draft.candidate.start - 1)
        phrase = f"{_SINGLED[slot.before]} {phrase}"
    end, phrase = _with_following(phrase, end, plural, after_plural, slot)
    return _finished(start, end, phrase, slot)


def _with_article(phrase: str, slot: Slot, *, bare: bool) -> tuple[int, str]:
    """The phrase with the article it needs in place of the one before it, and where the edit begins."""
    start, end = slot.offset(slot.draft.candidate.start - 1)
    wanted = "" if bare else article(phrase)
    if wanted == slot.before:
        return slot.draft.finding.start, phrase
    written = slot.draft.doc.text[start - slot.draft.block.start : end - slot.draft.block.start]
    opening = f"{wanted} {phrase}" if wanted else phrase
    return start, opening[:1].upper() + opening[1:] if written[0].isupper() else opening


def _with_following(phrase: str, end: int, plural: bool, becomes_plural: bool, slot: Slot) -> tuple[int, str]:
    """Carry the possessive ending and the number of the next verb over to the new head."""
    following = slot.after
    place = slot.draft.candidate.end
    if following == "'s" and becomes_plural and phrase.endswith("s"):
        return slot.offset(place)[1], phrase + "'"
    if plural != becomes_plural and following in (_TO_PLURAL if becomes_plural else _TO_SINGULAR):
        mended = (_TO_PLURAL if becomes_plural else _TO_SINGULAR)[following]
        return slot.offset(place)[1], f"{phrase} {mended}"
    return end, phrase


def _fit_invariable(text: str, slot: Slot) -> Edit | None:
    finding = slot.draft.finding
    if slot.before in _ARTICLES:
        start, phrase = _with_article(text, slot, bare=begins_with_determiner(text))
        return _finished(start, finding.end, phrase, slot)
    return _finished(finding.start, finding.end, text, slot)


def _shared_tail(words: list[str], slot: Slot) -> int:
    """How many words at the end of a wording stand behind the finding already ("to a manager" twice)."""
    draft = slot.draft
    following = draft.words.norms[draft.candidate.end : draft.words.ends[draft.candidate.start]]
    lowered = [word.lower() for word in words]
    longest = min(len(words) - 1, len(following))
    return next((size for size in range(longest, 0, -1) if lowered[-size:] == list(following[:size])), 0)


def _finished(start: int, end: int, text: str, slot: Slot) -> Edit | None:
    """Capitals as the place asks, and no word doubled where the edit meets its neighbours."""
    finding = slot.draft.finding
    words = text.split()
    if end == finding.end:
        words = words[: len(words) - _shared_tail(words, slot)]
        text = " ".join(words)
    if (
        start == finding.start
        and words
        and words[0].lower() == slot.before
        and slot.before not in ("that", "had")
    ):
        return None
    if slot.is_shouted:
        text = text.upper()
    elif slot.is_capitalised:
        text = text[:1].upper() + text[1:]
    return Edit(start, end, text)
