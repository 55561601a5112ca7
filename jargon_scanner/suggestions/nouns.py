"""A noun wording in its place: its number, the determiner before it, the possessive and the verb after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import is_collective, is_plural_noun
from jargon_scanner.lexicon.patterns import PREPOSITIONS
from jargon_scanner.suggestions.agreement import agreeing
from jargon_scanner.suggestions.articles import article, asks_for_the
from jargon_scanner.suggestions.capitals import as_name
from jargon_scanner.suggestions.change import Change
from jargon_scanner.suggestions.compounds import behind_its_noun
from jargon_scanner.suggestions.determiners import ARTICLES, GIVE_WAY, POSSESSIVES, before_noun
from jargon_scanner.suggestions.edges import shared_opening
from jargon_scanner.suggestions.neighbours import is_modified, is_owned, shares_its_noun, with_word
from jargon_scanner.suggestions.phrases import (
    begins_with_determiner,
    begins_with_owner,
    has_clause,
    head_of,
    is_clause,
    joins_two,
    noun_phrase,
)
from jargon_scanner.suggestions.slot import BE_FORMS

if TYPE_CHECKING:
    from jargon_scanner.suggestions.determiners import Number
    from jargon_scanner.suggestions.slot import Slot

_ENDS_A_NOUN_PHRASE = PREPOSITIONS | frozenset(
    "is are was were has have had will would can could may might must should does did do not to or but if "
    "when last next today yesterday again , . ; : ? ! )".split()
)
_BEFORE_A_PLACE = frozenset("in at on to from by via with of for under into".split())
_NOUNS_IN_ING = frozenset(
    "training teaching parenting understanding meeting feeling warning hearing writing spelling".split()
)
_BECOME = frozenset("become becomes became becoming remain remains remained".split())
_PERSONS = frozenset("child pupil student parent carer baby person".split())
_A = ("a ", "an ")
_LONGEST_POSSESSED = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_QUALIFIER = 3


def fit_noun(text: str, number: str | None, slot: Slot, *, exact: bool = False) -> Change | None:
    """Put a noun wording in the place of a finding.

    Args:
        text: the wording, its nouns as lemmas.
        number: as the entry gives it: singular, plural, mass or name; None to go with the finding.
        slot: the place.
        exact: whether the wording is the long form of letters, which may stand wherever they do.

    Returns:
        The change, or None where the wording cannot stand there in good English.
    """
    was: Number = "plural" if slot.is_plural else "singular"
    clause = is_clause(text)
    number = "mass" if clause else number
    # Before another noun, the determiner and the verb are that noun's: "an intervention plan", "a help plan".
    becomes = was if slot.is_first_of_compound else _becomes(number, was, text)
    phrase = noun_phrase(text, becomes == "plural" and number is None)
    own = clause or number == "name" or begins_with_determiner(phrase)
    if not exact and slot.is_first_of_compound and not _can_qualify(phrase, number, slot):
        return behind_its_noun(phrase, slot) if number in ("mass", "plural") and not own else None
    if _is_kept_out(phrase, number, slot, own=own, exact=exact):
        return None
    finding = slot.draft.finding
    if _is_possessive(slot) and has_clause(phrase):
        return None if own else _turned_round(phrase, becomes, was, slot)
    shared = shared_opening(phrase, slot)
    start = slot.offset(slot.draft.candidate.start - shared)[0] if shared else finding.start
    ended = _with_possessive(Change(start, finding.end, phrase), becomes == "plural", slot)
    change = _keeping_owner(ended, slot) or _determined(ended, own, becomes, was, slot)
    if change is None or _is_possessive(slot):
        return change
    plural = becomes == "plural" or (slot.joins_two and joins_two(phrase) and not _is_gerund(phrase))
    return agreeing(change, plural, slot) if slot.joins_two or plural != (was == "plural") else change


def _is_kept_out(phrase: str, number: str | None, slot: Slot, *, own: bool, exact: bool) -> bool:
    """Whether what shares a noun phrase with the finding keeps a wording out of it.

    Args:
        phrase: the wording, inflected.
        number: its number, as the entry gives it.
        slot: the place.
        own: whether it brings its own determiner, or takes none.
        exact: whether it is the long form of letters.
    """
    if number == "name" and slot.is_plural:
        return True
    if own and is_owned(slot) and not phrase.startswith(_A):
        return True
    if is_clause(phrase) and (slot.is_first_of_compound or _asks_what(slot)):
        return True
    if (own or (number == "mass" and _is_gerund(phrase))) and is_modified(slot):
        return True
    if exact:
        return False
    if _YEAR.fullmatch(slot.after) and has_clause(phrase):
        return True  # "the Care Act 2014": the year would hang on the last word of "the law on adults' care"
    return shares_its_noun(slot)


def _asks_what(slot: Slot) -> bool:
    """Whether the sentence asks what it is ("What are the outcomes?"), so that no "what …" answers it."""
    words, start = slot.draft.words, slot.draft.candidate.start
    opening = words.norms[words.starts[start] : slot.determiner or start]
    return len(opening) > 1 and opening[-2] == "what" and opening[-1] in BE_FORMS


def _becomes(number: str | None, was: Number, text: str) -> Number:
    if number in ("singular", "name"):
        return "singular"
    if number in ("plural", "mass"):
        return "plural" if number == "plural" else "mass"
    return "plural" if is_collective(head_of(text)) else was


def _can_qualify(phrase: str, number: str | None, slot: Slot) -> bool:
    """Whether a phrase can stand before another noun: "child in care nurse", but no long one."""
    is_long_gerund = _is_gerund(phrase) and len(phrase.split()) >= _LONGEST_QUALIFIER
    if not has_clause(phrase) and number != "plural" and not is_long_gerund:
        return True
    return slot.draft.finding.kind == "acronym" and len(phrase.split()) <= _LONGEST_QUALIFIER


def _is_possessive(slot: Slot) -> bool:
    """Whether a possessive ending follows, and not "is" or a closing quotation mark."""
    if slot.after == "'s":
        following = slot.next_token
        return following is not None and following.tag_ != "VBZ"
    words, start = slot.draft.words, slot.draft.candidate.start
    return (
        slot.after == "'" and slot.is_plural and words.norms[words.starts[start] : start].count("'") % 2 == 0
    )


def _with_possessive(change: Change, plural: bool, slot: Slot) -> Change:
    """The ending that the new noun needs: "the children's", "the brothers'"."""
    if not _is_possessive(slot):
        return change
    start, end = slot.offset(slot.draft.candidate.end)
    written = slot.between(start, end)
    mark = written[0]
    ends_in_many = plural or is_plural_noun(head_of(change.text)) is True
    wanted = mark if ends_in_many and change.text.endswith("s") else f"{mark}s"
    return change if wanted == written else change.reaching_on(end, "", wanted)


def _turned_round(phrase: str, becomes: Number, was: Number, slot: Slot) -> Change | None:
    """Say "the view of the family who look after you": no possessive ending fits a long phrase."""
    place = slot.determiner
    thing = slot.head.head
    behind = slot.draft.words.tokens.index(thing.i) if thing.i in slot.draft.words.tokens else -1
    first = slot.draft.candidate.end + 1
    near = first <= behind < first + _LONGEST_POSSESSED
    if place != slot.draft.candidate.start - 1 or slot.head.dep_ != "poss" or not near:
        return None
    wanted = before_noun(slot.before, becomes, was)
    if wanted is None:
        return None
    start, end = slot.offset(place)
    opening = "The" if slot.between(start, end)[0].isupper() else "the"
    determiner = article(phrase) if wanted in ARTICLES else wanted
    if determiner == "more" and phrase.startswith("more "):
        determiner = ""
    owner = f"{determiner} {phrase}".strip()
    return Change(start, slot.offset(behind)[1], f"{opening} {slot.written(first, behind + 1)} of {owner}")


def _keeping_owner(change: Change, slot: Slot) -> Change | None:
    """Say "his condition that …" where the wording is "a condition that …": whose it is stays."""
    if change.text.startswith(_A) and (slot.before in POSSESSIVES or is_owned(slot)):
        return Change(change.start, change.end, change.text.partition(" ")[2])
    return None


def _determined(change: Change, own: bool, becomes: Number, was: Number, slot: Slot) -> Change | None:
    """The change with the determiner that the new noun asks for."""
    place = slot.determiner
    if place is None:
        return _undetermined(change, becomes, slot)
    norm = slot.draft.words.norms[place]
    is_next = place == slot.draft.candidate.start - 1
    owned = begins_with_owner(change.text)
    if own:
        wanted = "" if norm in GIVE_WAY and not (is_clause(change.text) and norm in POSSESSIVES) else None
    elif owned and norm not in POSSESSIVES:
        wanted = "" if norm in GIVE_WAY else None
        change = Change(change.start, change.end, as_name(change.text)) if is_next else change
    else:
        wanted = before_noun(norm, becomes, was)
    if wanted is not None and becomes == "mass" and _is_gerund(change.text):
        wanted = _before_gerund(wanted, is_next, slot)
    if wanted is None:
        return None
    if wanted == "more" and change.text.startswith("more "):
        wanted = ""
    if wanted in ARTICLES and is_next:
        wanted = article(change.text)
        if change.text.startswith("other "):
            wanted, change = "another", Change(change.start, change.end, change.text.removeprefix("other "))
    if wanted == norm:
        return change
    return with_word(wanted, place, change, slot)


def _before_gerund(wanted: str, is_next: bool, slot: Slot) -> str | None:
    """The determiner before "…ing": "her living with", "the carrying out of"; None where it takes none."""
    if wanted == "the":
        return "" if is_next and slot.after != "of" else wanted
    return wanted if wanted in ("", "no", *POSSESSIVES) else None


def _is_gerund(phrase: str) -> bool:
    """Whether a wording is of doing ("living with"), so that no "this" and no adjective goes before it."""
    first, _, rest = phrase.removeprefix("not ").partition(" ")
    return bool(rest) and first.endswith("ing") and first not in _NOUNS_IN_ING


def _undetermined(change: Change, becomes: Number, slot: Slot) -> Change:
    if becomes == "singular" and _is_bare_name_of_a_place(change.text, slot):
        text = f"the {change.text}"
    elif becomes == "singular" and _says_what_somebody_is(change.text, slot):
        text = f"{article(change.text)} {change.text}"
    else:
        text = as_name(change.text)
    if text == change.text or is_modified(slot) or slot.is_first_of_compound:
        return change
    return Change(change.start, change.end, text)


def _says_what_somebody_is(phrase: str, slot: Slot) -> bool:
    """Whether letters say what a person is, without the article that a noun needs: "she became LAC"."""
    return (
        slot.draft.finding.kind == "acronym"
        and slot.before in BE_FORMS | _BECOME
        and (slot.after == "" or slot.after in _ENDS_A_NOUN_PHRASE)
        and not _PERSONS.isdisjoint((head_of(phrase), phrase.split()[-1]))  # "looked after child"
    )


def _is_bare_name_of_a_place(phrase: str, slot: Slot) -> bool:
    """Whether a body stands without an article where a plainer name cannot ("in NICU", "by Panel").

    Notes leave out every article, so only a sentence that uses them elsewhere is given one.
    """
    words, candidate = slot.draft.words, slot.draft.candidate
    uses_articles = any(
        norm in ("the", "a", "an", "he", "she", "they", "we", "i", "you") for norm in
        words.norms[words.starts[candidate.start] : words.ends[candidate.start]]
    )  # fmt: skip
    bare = slot.before in _BEFORE_A_PLACE and (slot.after == "" or slot.after in _ENDS_A_NOUN_PHRASE)
    if not bare or not uses_articles:
        return False
    if slot.draft.finding.kind == "acronym":
        return asks_for_the(phrase)
    return slot.draft.finding.text.istitle()  # "approved by Panel"
