"""Wordings inflected: a verb phrase in a tense, a noun phrase in a number.

The rules are those a trial of inflection libraries on the field's wordings asked for: a verb phrase is
inflected in its first word, "not …" takes a form of "do", a noun phrase is inflected in the last word before
its first preposition, on each side of "and" or "or".
"""

from __future__ import annotations

from jargon_scanner.lexicon.forms import can_be, inflect
from jargon_scanner.lexicon.patterns import PREPOSITIONS
from jargon_scanner.suggestions.capitals import ADDRESSED

_BE = {"VBZ": "is", "VBP": "are", "VBD": "was", "VBN": "been", "VBG": "being", "VB": "be"}
_BE_PLURAL = {"VBD": "were", "VBP": "are"}
_DO = {"VBZ": "does not", "VBP": "do not", "VBD": "did not", "MD": "did not"}
_MODALS = frozenset("can could may might must shall should will would".split())
_COORDINATORS = frozenset({"and", "or"})
#: Words that a noun phrase is not inflected past, beside prepositions.
_CLAUSES = frozenset(
    "i you we they he she the a an who when where how what why there so because such like together above "
    "away below".split()
)
#: Nouns that a participle follows rather than another noun: "person accused", "people asking".
_SOMEBODY = frozenset("person people someone anyone one ones man woman".split())
#: Words after which "to" is a preposition, so that a noun or "…ing" follows it.
TO_A_THING = frozenset(
    "talk listen go come say yes no used close near next due thanks related linked belong lead stick "
    "object speak write return move respond look forward get add turn down point pass".split()
)
#: Prepositions that a noun or "…ing" follows, and neither "to …" nor a statement.
GOVERNING = PREPOSITIONS - frozenset("to who whose that which and than until since".split())
#: Words that begin a clause about the noun before them.
_RELATIVES = frozenset({"who", "that", "which"})
#: Words that begin a clause in the place of a noun.
_BEGINS_A_CLAUSE = frozenset("what how who where why whether".split())
_SINGULAR = {"is": "are", "was": "were", "has": "have"}
_DETERMINERS = frozenset("a an the some any no this that these those your our their his her its my".split())


def verb_phrase(wording: str, tag: str, plural_subject: bool = False) -> str | None:
    """A verb phrase under a Penn tag.

    Args:
        wording: the phrase with its verb as a lemma, which may begin with "not".
        tag: VB, VBP, VBZ, VBD, VBN, VBG or MD (a modal that the wording takes the place of).
        plural_subject: whether its subject is plural, for the forms of "be".

    Returns:
        The inflected phrase, or None where English has no such form.
    """
    first, _, rest = wording.partition(" ")
    if first == "not":
        return _negative(rest, tag, plural_subject)
    if tag == "MD":
        return wording if first in _MODALS else None
    if first in _MODALS:
        return wording if tag in ("VBP", "VBZ", "VBD") else None
    form = _be(tag, plural_subject) if first == "be" else inflect(first, tag)
    return f"{form} {rest}".strip()


def _be(tag: str, plural: bool) -> str:
    return _BE_PLURAL.get(tag, _BE[tag]) if plural else _BE.get(tag, "be")


def _negative(rest: str, tag: str, plural: bool) -> str | None:
    first, _, after = rest.partition(" ")
    if first == "be" and tag in ("VBZ", "VBP", "VBD"):
        return f"{_be(tag, plural)} not {after}".strip()
    if tag in _DO:
        return f"{_DO[tag]} {rest}"
    adverb, verb = ("yet ", after) if first == "yet" else ("", rest)
    inflected = verb_phrase(verb, tag, plural)
    return None if inflected is None else f"not {adverb}{inflected}"


def noun_phrase(wording: str, plural: bool) -> str:
    """A noun phrase in the singular or plural.

    Args:
        wording: the phrase with its nouns as lemmas.
        plural: whether the plural is asked for.
    """
    if not plural:
        return wording
    words = wording.split()
    end = _phrase_end(words)
    places = [place - 1 for place in range(1, end) if words[place] in _COORDINATORS] + [end - 1]
    for place in places:
        words[place] = _plural(words[place])
    if words[end : end + 1] and words[end] in _RELATIVES:
        for place in _verbs_behind(words, end):
            words[place] = _agreeing(words[place])
    if words[0] in ("a", "an"):
        words = words[1:]
    return " ".join(words)


def _verbs_behind(words: list[str], relative: int) -> list[int]:
    """Places of the verbs of a relative clause: "that chooses and pays"."""
    first, joined = relative + 1, relative + 2
    pair = words[joined : joined + 1] == ["and"]
    return [place for place in (first, first + 2 if pair else first) if place < len(words)]


def _agreeing(verb: str) -> str:
    """The verb behind "who" or "that" for a plural noun: helps, help; is, are. Others stay."""
    if verb in _SINGULAR:
        return _SINGULAR[verb]
    if verb.endswith("ies") and len(verb) > len("dies"):
        return verb[:-3] + "y"
    lemma = verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else verb[:-1]
    return lemma if inflect(lemma, "VBZ") == verb else verb


def _phrase_end(words: list[str]) -> int:
    """Place of the word that ends the noun phrase: a preposition, a clause, or "visit [required] by law"."""
    stops = (PREPOSITIONS - _COORDINATORS) | _CLAUSES
    for place in range(1, len(words)):
        if words[place].lower() in stops:
            return place
        if words[place - 1] in _SOMEBODY and words[place].endswith(("ed", "ing")):
            return place
        ends_here = place + 1 == len(words) or words[place + 1].lower() in stops
        if ends_here and words[place].endswith("ed") and not can_be("NOUN", words[place]):
            return place
    return len(words)


def _plural(word: str) -> str:
    bare = word.rstrip(",")
    if bare.isupper() and len(bare) > 1:
        return f"{bare}s{word[len(bare) :]}"
    lowered = bare.lower()
    form = inflect(lowered, "NNS")
    form = form if bare.islower() else form[:1].upper() + form[1:]
    return form + word[len(bare) :]


def head_of(wording: str) -> str:
    """The noun of a wording, in small letters: the word that is put into the plural."""
    words = wording.split()
    return words[_phrase_end(words) - 1].lower()


def has_clause(wording: str) -> bool:
    """Whether something hangs behind the noun of a wording, so that no other noun can follow it."""
    words = wording.split()
    return _phrase_end(words) < len(words)


def joins_two(wording: str) -> bool:
    """Whether a wording names two things ("thoughts and hopes"), so that its verb is plural."""
    words = wording.split()
    return "and" in words[: _phrase_end(words)]


def begins_with_determiner(wording: str) -> bool:
    """Whether a wording brings its own article or possessive."""
    first = wording.split(" ", 1)[0]
    # "His Majesty's" is part of a name.
    return first in _DETERMINERS or first == "The"


def is_clause(wording: str) -> bool:
    """Whether a noun wording is a clause ("what we want to happen"), which stands where a noun does."""
    return wording.split(" ", 1)[0].lower() in _BEGINS_A_CLAUSE


def begins_with_owner(wording: str) -> bool:
    """Whether a wording begins with one person's ("mum's mum"), so that no article may stand before it."""
    owner, apostrophe, _ = wording.split(" ", 1)[0].replace("’", "'").lower().partition("'s")
    return bool(apostrophe) and owner in ADDRESSED
