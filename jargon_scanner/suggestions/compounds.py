"""A wording that is too long to stand before another noun goes behind it.

"A safeguarding policy" becomes "a policy about keeping children safe". English turns a compound round with a
preposition, and the noun decides which. Only nouns that take the same one whatever is talked of stand here;
with any other, the wording is not offered. "A plan about" suits what is hoped for and what is feared alike.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import inflect
from jargon_scanner.suggestions.articles import article
from jargon_scanner.suggestions.change import Change
from jargon_scanner.suggestions.determiners import ARTICLES
from jargon_scanner.suggestions.neighbours import is_modified, is_owned, with_word
from jargon_scanner.suggestions.phrases import head_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jargon_scanner.suggestions.slot import Slot

_NOUNS = {
    "about": "advice concern conversation course decision discussion document form guidance guideline "
    "information law leaflet lesson letter meeting note plan policy procedure programme protocol record "
    "regulation report research rule standard statement talk training workshop worry",
    "for": "arrangement",
    "of": "allegation effect experience history incident level process risk sign symptom type victim",
}
_LONGEST = 3
#: What may not stand before or behind the compound: there, other words would be cut off from it.
_SHARES = frozenset("and or & / ,".split())
_HANGS_ON = _SHARES | frozenset("of for on about 's '".split())


def behind_its_noun(phrase: str, slot: Slot) -> Change | None:
    """The noun that a finding stands before, with the wording behind it.

    Args:
        phrase: the wording: of a doing or a stuff, or always plural, so that no article goes before it.
        slot: the place; the finding is the first of a compound there.

    Returns:
        The change; None where it is not sure which preposition the noun takes, or more hangs on the compound.
    """
    noun = _noun_of_compound(slot)
    preposition = _prepositions().get(noun.lower_) if noun is not None else None
    if noun is None or preposition is None or slot.before in _SHARES or is_modified(slot) or is_owned(slot):
        return None
    if head_of(phrase) in (noun.lower_, inflect(noun.lower_, "NNS")):
        return None  # "a lesson about lessons about love"
    words, finding = slot.draft.words, slot.draft.finding
    place = words.tokens.index(noun.i) + 1
    if place < words.ends[slot.draft.candidate.start] and words.norms[place] in _HANGS_ON:
        return None
    said = f"{slot.written(slot.draft.candidate.end, place)} {preposition} {phrase}"
    change = Change(finding.start, slot.offset(place - 1)[1], said)
    if slot.before not in ARTICLES:
        return change
    return with_word(article(said), slot.draft.candidate.start - 1, change, slot)


@cache
def _prepositions() -> dict[str, str]:
    """What each noun takes, in the singular and the plural."""
    return {
        form: preposition
        for preposition, nouns in _NOUNS.items()
        for noun in nouns.split()
        for form in (noun, inflect(noun, "NNS"))
    }


def _noun_of_compound(slot: Slot) -> Token | None:
    """The noun that the finding qualifies: "training" in "safeguarding induction training"."""
    noun = slot.next_token
    first = noun.i if noun is not None else 0
    while noun is not None and noun.dep_ == "compound" and noun.head.i == noun.i + 1:
        noun = noun.head
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or noun.i - first >= _LONGEST:
        return None
    return noun if noun.i in slot.draft.words.tokens else None
