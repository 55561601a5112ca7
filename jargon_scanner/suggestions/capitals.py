"""Capitals as the place asks: at a sentence start, in a heading, in a shouted line, for Mum and Dad."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import Term
from jargon_scanner.lexicon.forms import is_word
from jargon_scanner.pipeline.shapes import is_shouted
from jargon_scanner.pipeline.state import state_of

if TYPE_CHECKING:
    from jargon_scanner.suggestions.slot import Slot

#: Words for family that are used like names.
ADDRESSED = frozenset("mum mummy dad daddy nan nana gran granny grandma grandad grandpa".split())
_SMALL = frozenset("a about an and as at by for from in of on or the to with".split())
_LEAST_SHOUTED = 4


def in_case_of(text: str, slot: Slot) -> str:
    """A wording shouted in a shouted line, and with the capitals of a title in one."""
    if _shouts(slot):
        return text.upper()
    if _is_title(slot):
        return _titled(text)
    return capitalised(text) if _begins_a_label(slot) else text


def capitalised(text: str) -> str:
    """The text with a capital first letter, after any opening marks."""
    for place, letter in enumerate(text):
        if letter.isalpha():
            return text[:place] + letter.upper() + text[place + 1 :]
        if letter.isalnum() or letter.isspace():
            break
    return text


def as_name(phrase: str) -> str:
    """Write "mum" and "mum's mum" with the capital of a name, as they are written without "his" or "the".

    In "foster mum or dad" both are foster parents, and neither is a name.
    """
    parts = re.split(r"( and | or )", phrase)
    if any(part.split()[-1:] and part.split()[-1] in ADDRESSED and not _addressed(part) for part in parts):
        return phrase
    return "".join(capitalised(part) if _addressed(part) else part for part in parts)


def _addressed(phrase: str) -> bool:
    return phrase.partition("'s ")[0].lower() in ADDRESSED


def _shouts(slot: Slot) -> bool:
    """Whether words are shouted here, not only letters that happen to stand beside letters."""
    words, start = slot.draft.words, slot.draft.candidate.start
    if not (slot.draft.finding.text.isupper() and is_shouted(words, start)):
        return False
    shorts = {
        place
        for one in state_of(slot.draft.doc).met
        if one.kind == "acronym"
        for place in range(one.start, one.end)
    }
    around = (words.texts[place] for place in words.sentence(start) if place not in shorts)
    return any(text.isupper() and (len(text) >= _LEAST_SHOUTED or is_word(text)) for text in around)


def _is_title(slot: Slot) -> bool:
    """Whether the finding stands inside a line whose longer words all begin with capitals."""
    words, candidate = slot.draft.words, slot.draft.candidate
    inside = range(candidate.start, candidate.end)
    own = [words.texts[place] for place in inside if _counts(words.texts[place])]
    if not own or slot.draft.finding.kind == "acronym" or not all(text[0].isupper() for text in own):
        return False
    around = (words.texts[place] for place in words.sentence(candidate.start) if place not in inside)
    others = [text for text in around if _counts(text)]
    return (
        bool(others)
        and all(text[0].isupper() for text in others)
        and not slot.starts_in_capitals
        and not slot.ends_like_a_sentence
    )


def _begins_a_label(slot: Slot) -> bool:
    """Whether the finding has the capital of a label: "form: Submit", "title: Interim Policy"."""
    own = slot.draft.finding.text
    is_label = own[0].isupper() and not own.isupper() and slot.draft.finding.kind != "acronym"
    if not is_label or slot.starts_in_capitals:
        return False
    following = slot.draft.words.texts[slot.draft.candidate.end] if slot.after else ""
    in_a_row = following.istitle() and following.isalpha()
    return in_a_row or (isinstance(slot.entry, Term) and slot.entry.pos == "verb")


def _counts(text: str) -> bool:
    return text[0].isalpha() and text.lower() not in _SMALL


def _titled(text: str) -> str:
    first, *rest = text.split(" ")
    return " ".join([capitalised(first), *(one if one in _SMALL else capitalised(one) for one in rest)])
