"""Which words have the shape of a short form though no lexicon knows them, and which only look like it.

Not short forms: words that are shouted, names, initials, codes, postcodes, units, months, roman numerals,
exam grades, references and sizes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.company import is_name
from jargon_scanner.lexicon.forms import is_word
from jargon_scanner.recall import remembering

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from jargon_scanner.words import Words

_CAPITALS = re.compile(r"[A-Z]{3,6}s?")
_IN_PARTS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){3})[A-Z]{2,6}(?:-[A-Z]{1,4}|\([A-Z]{1,3}\))s?")
#: Exam grades: one of them twice, or all in their order.
_GRADES = re.compile(r"(?=.*(.).*\1)[A-EU]{3,4}|(?=...$)A?B?C?D?E?")
_WITH_NUMBER = re.compile(r"[A-Z]{1,3}[24][A-Z]{1,3}")
_STRETCH = r"[\w&+.'’-]*(?:\([A-Z]{1,3}\)(?!\w))?"
#: A stretch that may be a short form, its marks and endings with it.
_CHUNK = re.compile(rf"(?<![\w$])[A-Za-z0-9]{_STRETCH}")
#: The same with a capital behind its first character: no other counts where the document defines none.
_CHUNK_WITH_CAPITAL = re.compile(rf"(?<![\w$])[A-Za-z0-9](?=[\w&+.'’-]*[A-Z]){_STRETCH}")
_TWO_CAPITALS = re.compile(r"[A-Z][^\sA-Z]*[A-Z]")
_PUBLISHED_MOST, _PUBLISHED_SHARE = 12, 0.6
_MIXED = re.compile(r"(?=.*[A-Z].*[A-Z])(?=.*[a-z])[A-Za-z]{3,6}")
_WITH_SIGN = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}s?")
_DOTTED = re.compile(r"(?:[A-Z]\.){3,5}[A-Z]?")
_ROMAN = re.compile(r"(?=[MDCLXVI])M*(C[MD]|D?C{0,3})(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})")
_MC_NAME = re.compile(r"(Mc|Mac|O'|De|Di|Du|La|Le|Van|Fitz)[A-Z][a-z]+")
_CAMEL_BRAND = re.compile(r"[a-z]+[A-Z][a-z]+|[A-Z][a-z]{2,}[A-Z][a-z]+")
_NEVER = frozenset(
    "JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE TUES WED THU THUR THURS FRI SAT SUN "
    "GMT BST PDF USB WIFI DVD CDS URL HTML HTTP HTTPS WWW EMAIL PhD BSc BEd GCSEs MPs TVs PCs DVDs LtD "
    "MPhil MSc DipSW CofE WiFi MCG GBP USD EUR "
    "RUGBY TESCO ASDA LIDL SKYPE "
    "BBC ITV UEFA FIFA NASA LEGO KFC DJs YouTube TikTok iPad iPhone PhDs XBox XXL XXX OBE MBE".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_PLATE = re.compile(r"[A-Z]{2}\d\d")
_POSTCODE_END = re.compile(r"\d[ABD-HJLNP-UW-Z]{2}")
#: Names in capitals are seldom shorter than this, short forms seldom longer.
_NAME_LENGTH = 5
#: Short forms stand in shouted lines too, and so few letters are seldom a word that is shouted.
_LONGEST_UNSHOUTED = 3
#: A run of words is shouted when nearly all of its letters are capitals and it is this many words long.
_SHOUTED_WORDS = 2
_SHOUTED_SHARE = 0.8


def short_shapes(
    text: str, defined: AbstractSet[str] = frozenset(), *, published: bool = False
) -> Iterator[tuple[int, int]]:
    """Half-open ranges of everything in a text that is written as short forms are.

    Args:
        text: any text; what stands around a word is not asked here (see ``stands_alone``).
        defined: short forms that the document explains: they count in whatever shape they have.
        published: whether the text is edited prose, such as papers and laws, where nearly everything in
            capitals is a short form. In records it is as often a person's initials, a shouted word, a code or
            a name, and two capitals that nobody explains are left alone.
    """
    has_shape = _has_published_shape if published else is_short_shape
    small_too = _some_in_small_letters(frozenset(defined))
    for match in (_CHUNK if small_too else _CHUNK_WITH_CAPITAL).finditer(text):
        for bare in _readings(match[0]):
            if bare in defined or bare.removesuffix("s") in defined or has_shape(bare):
                yield match.start(), match.start() + len(bare)
                break


def may_hold_short_shapes(text: str, defined: AbstractSet[str] = frozenset()) -> bool:
    """Whether it is worth looking for them: most blocks of a document have no two capitals in a word."""
    return _TWO_CAPITALS.search(text) is not None or _some_in_small_letters(frozenset(defined))


@remembering(8)
def _some_in_small_letters(defined: frozenset[str]) -> bool:
    """Whether a document explains short forms such as "mgm" or "Cafcass"; asked at each of its blocks."""
    return any(short[1:].islower() and " " not in short for short in defined)


def _readings(chunk: str) -> Iterator[str]:
    """A chunk as written, then without the marks that end it, then without a possessive ending."""
    yield chunk
    bare = chunk.rstrip(".'’-&+")
    if bare != chunk:
        yield bare
    if bare.endswith(("'s", "’s", "'d", "’d")):
        yield bare[:-2]


def stands_alone(words: Words, start: int, end: int) -> bool:
    """Whether nothing around the words shows that they are a code, a name in capitals or a shouted word."""
    text = words.texts[start]
    if is_part_of_code(words, end - 1):
        return False
    if len(text) >= _NAME_LENGTH and _stands_with_a_name(words, start):
        return False
    return len(text) <= _LONGEST_UNSHOUTED or not is_shouted(words, start)


@remembering(50_000)
def is_short_shape(text: str) -> bool:
    """Whether a record's reader would take this for a short form."""
    if text in _NEVER or _ROMAN.fullmatch(text.removesuffix("s")) or _GRADES.fullmatch(text):
        return False
    if _WITH_SIGN.fullmatch(text) or _DOTTED.fullmatch(text) or _WITH_NUMBER.fullmatch(text):
        return True
    if _CAPITALS.fullmatch(text):
        return not is_word(text.removesuffix("s")) and not is_word(text)
    if _IN_PARTS.fullmatch(text):
        return not _is_hyphened_word(text)
    return bool(_MIXED.fullmatch(text)) and not (
        _MC_NAME.fullmatch(text) or _CAMEL_BRAND.fullmatch(text) or is_word(text)
    )


def _is_hyphened_word(text: str) -> bool:
    """Whether these are words in capitals ("CO-OP", "SELF-HARM", "MON-FRI") and no short form ("BASE-R")."""
    if _NEVER.issuperset(text.split("-")):
        return True
    last = re.split(r"[-(]", text)[-1].rstrip(")s")
    return len(last) > 1 and (is_word(text.replace("-", "")) or (len(last) > 2 and is_word(last)))


@remembering(50_000)
def _has_published_shape(text: str) -> bool:
    """Whether edited prose writes short forms so: at least two capitals, and they are most of its letters."""
    if len(text) > _PUBLISHED_MOST or _ROMAN.fullmatch(text) or (len(text) > 4 and is_word(text)):
        return False
    if not text[-1].isalnum() and not _DOTTED.fullmatch(text):
        return False
    letters = [character for character in text if character.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return capitals >= 2 and capitals >= _PUBLISHED_SHARE * len(letters)


def _stands_with_a_name(words: Words, place: int) -> bool:
    """Whether a name stands right beside it, as in "Amira DAVIES" or "DAVIES, Amira"."""
    first, end = words.starts[place], words.ends[place]
    before = place - 1
    after = place + 2 if place + 1 < end and words.texts[place + 1] == "," else place + 1
    return any(is_name(words, number) for number in (before, after) if first <= number < end)


def is_part_of_code(words: Words, place: int) -> bool:
    """Whether digits stand beside it as in a postcode, a reference or an amount ("BRS 4471")."""
    following = words.texts[place + 1] if place + 1 < words.ends[place] else ""
    if place > words.starts[place] and _NUMBER_PLATE.fullmatch(words.texts[place - 1]):
        return True
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
