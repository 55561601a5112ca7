"""Which words have the shape of a short form though no lexicon knows them, and which only look like it.

Not short forms: words that are shouted, names, initials, codes, postcodes, units, months, roman numerals,
exam grades, references and sizes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.company import is_name
from jargon_scanner.lexicon.forms import is_word

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from jargon_scanner.words import Words

_CAPITALS = re.compile(r"[A-Z]{3,6}s?")
_MIXED = re.compile(r"(?=.*[A-Z].*[A-Z])(?=.*[a-z])[A-Za-z]{3,6}")
_WITH_SIGN = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}s?")
_DOTTED = re.compile(r"(?:[A-Z]\.){3,5}[A-Z]?")
_ROMAN = re.compile(r"(?=[MDCLXVI])M*(C[MD]|D?C{0,3})(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})")
_MC_NAME = re.compile(r"(Mc|Mac|O'|De|Di|Du|La|Le|Van|Fitz)[A-Z][a-z]+")
_CAMEL_BRAND = re.compile(r"[a-z]+[A-Z][a-z]+|[A-Z][a-z]{2,}[A-Z][a-z]+")
_NEVER = frozenset(
    "JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE TUES WED THU THUR THURS FRI SAT SUN "
    "GMT BST PDF USB WIFI DVD CDS URL HTML HTTP HTTPS WWW EMAIL PhD BSc BEd GCSEs MPs TVs PCs DVDs LtD "
    "MPhil BBC ITV UEFA FIFA NASA LEGO KFC DJs YouTube TikTok iPad iPhone PhDs XBox XXL XXX OBE MBE".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_POSTCODE_END = re.compile(r"\d[ABD-HJLNP-UW-Z]{2}")
#: Names in capitals are seldom shorter than this, short forms seldom longer.
_NAME_LENGTH = 5
#: A run of words is shouted when nearly all of its letters are capitals and it is this many words long.
_SHOUTED_WORDS = 2
_SHOUTED_SHARE = 0.8


def looks_short(words: Words, place: int, defined: AbstractSet[str]) -> bool:
    """Whether the word at ``place`` is a short form by its shape, or because the document explains it.

    Args:
        words: the words of one ``Doc``.
        place: number of the word.
        defined: short forms that the document explains somewhere, as written there.
    """
    text = words.texts[place]
    if len(text) > 1 and (text in defined or (text.endswith("s") and text[:-1] in defined)):
        return True
    if not _has_shape(text) or is_part_of_code(words, place):
        return False
    if len(text) >= _NAME_LENGTH and _stands_with_a_name(words, place):
        return False
    return not (is_shouted(words, place) and len(text) > 3)


@lru_cache(maxsize=50_000)
def _has_shape(text: str) -> bool:
    if text in _NEVER or _ROMAN.fullmatch(text.rstrip("s")):
        return False
    if _WITH_SIGN.fullmatch(text) or _DOTTED.fullmatch(text):
        return True
    if _CAPITALS.fullmatch(text):
        return not is_word(text.rstrip("s")) and not is_word(text)
    return bool(_MIXED.fullmatch(text)) and not (
        _MC_NAME.fullmatch(text) or _CAMEL_BRAND.fullmatch(text) or is_word(text)
    )


def _stands_with_a_name(words: Words, place: int) -> bool:
    """Whether a name stands beside it, as in "Amira DAVIES" or "DAVIES, Amira"."""
    around = (place - 2, place - 1, place + 1, place + 2)
    near = [number for number in around if words.starts[place] <= number < words.ends[place]]
    return any(is_name(words, number) for number in near)


def is_part_of_code(words: Words, place: int) -> bool:
    """Whether digits stand beside it as in a postcode, a reference or an amount ("AB 12", "BRS 4471")."""
    following = words.texts[place + 1] if place + 1 < words.ends[place] else ""
    if _POSTCODE_END.fullmatch(following) and re.search(r"\d|[A-Z]{2}", words.texts[place]):
        return True
    return bool(re.fullmatch(r"\d[\dA-Z]*|[/-]", following)) and any(
        text.isdigit() and len(text) > 2 and not _YEAR.fullmatch(text)
        for text in words.texts[place + 1 : place + 4]
    )


def is_shouted(words: Words, place: int) -> bool:
    """Whether the sentence around the word is written in capitals, as headings and loud warnings are."""
    around = [words.texts[number] for number in words.sentence(place) if words.texts[number].isalpha()]
    letters = sum(map(len, around))
    upper = sum(sum(map(str.isupper, text)) for text in around)
    return len(around) >= _SHOUTED_WORDS and upper >= _SHOUTED_SHARE * letters
