"""What shares a noun phrase with a finding: adjectives, other nouns, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import is_only
from jargon_scanner.lexicon.patterns import PREPOSITIONS
from jargon_scanner.suggestions.capitals import capitalised
from jargon_scanner.suggestions.determiners import POSSESSIVES, is_determiner
from jargon_scanner.suggestions.slot import OUTSIDE_A_NOUN_PHRASE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jargon_scanner.suggestions.change import Change
    from jargon_scanner.suggestions.slot import Slot

_COORDINATORS = frozenset({"and", "or", "&"})


def is_modified(slot: Slot) -> bool:
    """Whether an adjective or noun right before the finding modifies it."""
    start = slot.draft.candidate.start
    if not slot.before[:1].isalnum() or slot.before in OUTSIDE_A_NOUN_PHRASE or is_determiner(slot.before):
        return False
    first = _first_of_list(slot.draft.token(start - 1))
    return first.dep_ in ("amod", "compound") and first.head.i >= slot.draft.words.tokens[start]


def shares_its_noun(slot: Slot) -> bool:
    """Whether what stands before the finding goes with its noun too: "cultural and [racial identity]"."""
    start = slot.draft.candidate.start
    if slot.before not in _COORDINATORS or start - 2 < slot.draft.words.starts[start]:
        return False
    if is_only("NOUN", slot.draft.words.norms[start - 2]):
        return False  # "wishes and [feelings]"
    first = _first_of_list(slot.draft.token(start - 2))
    inside = slot.draft.words.tokens[start : slot.draft.candidate.end]
    return first.dep_ == "amod" and first.pos_ == "ADJ" and first.head.i in inside


def stands_before_its_noun(slot: Slot) -> bool:
    """Whether the finding is an adjective in front of its noun: "a [trauma-informed] school"."""
    end = slot.draft.candidate.end
    if slot.draft.words.norms[end - 1] in PREPOSITIONS:
        return False  # "good for quiet work"
    following, last = slot.next_token, slot.draft.token(end - 1)
    is_before = following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ")
    return is_before and last.dep_ not in ("acomp", "oprd")


def is_owned(slot: Slot) -> bool:
    """Whether a possessive noun stands right before the finding: "Tia's [views]"."""
    return slot.before in ("'s", "'") and slot.draft.token(slot.draft.candidate.start - 1).tag_ == "POS"


def owner_of(slot: Slot) -> tuple[int, str] | None:
    """Whose the finding is: where that begins in the document's text, and its words ("her", "the boys'")."""
    start = slot.draft.candidate.start
    if slot.determiner == start - 1 and slot.before in POSSESSIVES:
        return slot.offset(start - 1)[0], slot.before
    if not is_owned(slot):
        return None
    noun = slot.draft.token(start - 1).head
    first = noun.left_edge
    words = slot.written(slot.draft.words.tokens.index(first.i), start)
    begins = slot.draft.block.start + first.idx
    return begins, words if first.pos_ == "PROPN" else f"{words[0].lower()}{words[1:]}"


def with_word(word: str, place: int, change: Change, slot: Slot) -> Change:
    """The change from an earlier word on, with another in its place, or none; a capital there is kept."""
    start, end = slot.offset(place)
    opening = capitalised(word) if slot.between(start, end)[0].isupper() else word
    return change.reaching_back(start, slot.between(end, change.start), opening)


def _first_of_list(token: Token) -> Token:
    """The first of words joined by "and", which tells what they all hang on."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token
