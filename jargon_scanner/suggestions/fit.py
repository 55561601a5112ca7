"""One wording fitted to one slot: the text that drops in and the range it takes the place of.

Where it cannot be sure, it gives nothing: the next wording, or advice, is offered instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.findings import LONG_FORMS
from jargon_scanner.suggestions.articles import article
from jargon_scanner.suggestions.capitals import capitalised, in_case_of
from jargon_scanner.suggestions.change import Change
from jargon_scanner.suggestions.determiners import ARTICLES
from jargon_scanner.suggestions.edges import governed, without_repetition
from jargon_scanner.suggestions.light_verbs import with_its_verb
from jargon_scanner.suggestions.neighbours import stands_before_its_noun, with_word
from jargon_scanner.suggestions.nouns import fit_noun
from jargon_scanner.suggestions.phrases import begins_with_determiner, has_clause
from jargon_scanner.suggestions.verbs import fit_verb
from jargon_scanner.suggestions.whose import WHOSE, fit_owned

if TYPE_CHECKING:
    from jargon_scanner.lexicon.entry import Pos, Wording
    from jargon_scanner.suggestions.slot import Slot

_SLOT_NAME = re.compile(r"<([^>]+)>")
_OBJECT_OF = {"his": "him", "their": "them", "your": "you", "my": "me", "our": "us", "its": "it"}


def fit(wording: Wording, pos: Pos, slot: Slot) -> Change | None:
    """Fit a drop-in wording to a finding.

    Args:
        wording: one with ``replace``.
        pos: the part of speech of the words it takes the place of.
        slot: the place.

    Returns:
        The change, or None where the wording cannot be made to fit.
    """
    text = _filled(wording.replace or "", slot)
    if text is None:
        return None
    exact = wording.source in LONG_FORMS
    if pos == "noun" and WHOSE in text:
        change = fit_owned(text, wording.number, slot)
    elif pos == "noun":
        change = fit_noun(text, wording.number, slot, exact=exact)
    elif pos == "verb":
        change = fit_verb(text, active=wording.voice == "active", slot=slot)
    elif pos == "adjective" and not exact and has_clause(text) and stands_before_its_noun(slot):
        return None  # "a right for her age book"
    else:
        change = _fit_invariable(text, slot)
    change = governed(change, text, slot) if change is not None else None
    change = without_repetition(change, text, slot) if change is not None else None
    if wording.takes is not None and change is not None:
        change = with_its_verb(change, wording.takes, slot)
    return None if change is None else _written(change, slot)


def _filled(text: str, slot: Slot) -> str | None:
    """The wording with its slots filled from the finding; None where one cannot be."""
    for name in _SLOT_NAME.findall(text.replace(WHOSE, "")):
        captured = slot.captured(name.replace("’", "'"))
        if captured is None and name == "someone":
            captured = _owner(slot.captured("someone's"))
        if captured is None:
            return None
        text = text.replace(f"<{name}>", captured)
    return text


def _owner(possessive: str | None) -> str | None:
    """Who a possessive is of: "him" for "his", "the boys" for "the boys'"."""
    if possessive is None:
        return None
    bare = re.sub(r"['’]s?$", "", possessive)
    return _OBJECT_OF.get(bare.lower(), bare)


def _fit_invariable(text: str, slot: Slot) -> Change | None:
    """A wording that is not inflected: only the article before it is mended."""
    finding = slot.draft.finding
    change = Change(finding.start, finding.end, text)
    if text.startswith("not ") and slot.is_negated:
        return None
    if slot.before not in ARTICLES:
        return change
    wanted = "" if begins_with_determiner(text) else article(text)
    if wanted == slot.before:
        return change
    return with_word(wanted, slot.draft.candidate.start - 1, change, slot)


def _written(change: Change, slot: Slot) -> Change:
    """The change with the capitals that its place asks for."""
    text = in_case_of(change.text, slot)
    return Change(change.start, change.end, capitalised(text) if slot.opens_sentence(change.start) else text)
