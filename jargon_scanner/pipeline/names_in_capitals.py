"""Names of people that a document writes in capitals, as court papers and genograms do: "JOSHUA TRAN (12)".

A name in capitals has the shape of a short form that nobody explains. What tells them apart seldom stands
beside each use, so the whole text is asked once, and a word that is somebody's name at one place is no short
form at the others. No list of names is asked: such lists know the names of some peoples and not of others.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jargon_scanner.definitions.people import TITLE
from jargon_scanner.lexicon.forms import commonness, is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CAPITALS = re.compile(r"[A-Z]{2,}(?![\w&/]|[.-]\w)")
_INSIDE_A_WORD = re.compile(r"[\w&/.-]")
#: Letters that can be said as a word: with a vowel, and without four consonants in a row.
_SAYABLE = re.compile(r"(?=.*[AEIOUY])(?!.*[^AEIOUY]{4}).{3,}")
_PERSON = (
    r"(?i:mother|mum|mam|father|dad|child|baby|twins?|son|daughter|(?:half-|step-?)?(?:brother|sister)|sibling"
    r"|aunt|auntie|uncle|cousin|nan|gran|grandmother|grandfather|partner|wife|husband|boy|girl"
    r"|(?:fore|sur|first |last |full )?name)"
)
_OWN = (
    r"(?:mother|mum|mam|father|dad|parents|brothers?|sisters?|siblings?|aunt|uncle|nan|gran|grandmother"
    r"|school|teacher|bed|bedroom|room|birthday|behaviour|views|wishes|voice|feelings|home)"
)
_BORN = r"(?:aged?|born|DOB|D\.O\.B\.?|d\.o\.b\.?)"
#: A title or a place in the family right before a name.
_BEFORE_A_NAME = re.compile(
    rf"\b(?:{TITLE}|{_PERSON}(?:['’]s name)?(?: ?[:=,–-]| is| was| called| named)?) $"
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)"
_FEELING = (
    r"(?:happy|sad|upset|cross|angry|crying|scared|frightened|worried|anxious|safe|well|fine|tired|hungry|shy|quiet"
    r"|calm|settled|poorly|excited)"
)
_IS = (
    rf"(?:(?:(?:very|really|quite|so) )?{_FEELING}|{_NUMBER}(?: (?:and|years?|months?)\b|(?=[.,;]))|aged|born"
    r"|the (?:eldest|oldest|youngest|middle)|an? (?:\w+ )?(?:boy|girl|baby|child|twin|toddler)"
    r"|seen (?:alone|at|by|today|on)|in (?:year|reception|nursery|foster|respite)|at (?:home|nursery))"
)
#: What people do, and services hardly ever.
_DOES = (
    r"(?:likes?|loves?d?|enjoy(?:s|ed)?|miss(?:es|ed)|hate[sd]?|sleeps?|slept|cried|cries|smiled|laughed|hugged"
    r"|plays|played|lives|lived|eats|ate)"
)
#: An age, what is somebody's own, what somebody is, feels or does, right behind it.
_BEHIND_A_NAME = re.compile(
    rf"(?:,? ?\(| ,?|, )(?:\d{{1,2}}(?=[,)]| years)|{_BORN}\b)"
    rf"|(?:['’]s? {_OWN}| (?:family|children|siblings|twins|household))\b"
    rf"| (?:is|was) {_IS}\b| (?:feels?|felt|seem(?:s|ed)|look(?:s|ed)) {_FEELING}\b| {_DOES}\b| alone\b"
    rf"| and (?:his|her) {_PERSON}\b"
)
#: Names are listed with names.
_JOINED = re.compile(r"(?:,| and| &|, and) ")
_FAR = 40
#: On the Zipf scale of ``wordfreq``: a word of many texts is not the letters of a local service. Three
#: letters stand for something or other in many texts.
_KNOWN_TO_THE_WORLD, _KNOWN_IN_FEW_LETTERS = 2.4, 3.6
_FEW_LETTERS = 3
#: What stands right before a service, and hardly ever before a person.
_BEFORE_A_SERVICE = re.compile(
    r"\b(?:the|an?|(?:refer\w*|signposted|go|goes|going|went|open|linked) to|attend\w*|join\w*) $",
    re.IGNORECASE,
)
_BEHIND_A_SERVICE = re.compile(
    r" (?:team|service|group|project|programme|worker|referral|form|meeting|plan|assessment|panel)s?\b",
    re.IGNORECASE,
)


def names_in_capitals(text: str, is_short_form: Callable[[str], bool]) -> frozenset[str]:
    """Words in capitals that are people's names in this text.

    Args:
        text: of a whole document.
        is_short_form: whether letters are a short form that is known, in the lexicon or by the document.
    """
    places = list(_unknown_capitals(text, is_short_form))
    if not places:
        return frozenset()
    named = {match[0] for match in places if _stands_between(match, _BEFORE_A_NAME, _BEHIND_A_NAME)}
    for one, other in pairwise(places):
        if text[one.end() : other.start()] == " ":  # a forename and a surname
            named |= {one[0], other[0]}
    joined = [
        {one[0], other[0]}
        for one, other in pairwise(places)
        if _JOINED.fullmatch(text, one.end(), other.start())
    ]
    for pair in (*joined, *reversed(joined)):
        named |= pair if named & pair else set()
    services = {match[0] for match in places if _stands_between(match, _BEFORE_A_SERVICE, _BEHIND_A_SERVICE)}
    return frozenset(
        word
        for word in {match[0] for match in places}
        if _SAYABLE.fullmatch(word)
        and (
            word in named
            or re.search(rf"\b{word.capitalize()}\b", text)
            or (word not in services and _is_known_to_the_world(word))
        )
    )


def _unknown_capitals(text: str, is_short_form: Callable[[str], bool]) -> Iterator[re.Match[str]]:
    """Words in capitals that are no words and no short form that is known."""
    for match in _CAPITALS.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (_INSIDE_A_WORD.match(before) or is_word(match[0]) or is_short_form(match[0])):
            yield match


def _stands_between(match: re.Match[str], before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    """Whether one of two patterns holds right beside a word: the one before it, or the one behind."""
    start, end = match.span()
    words_before = match.string[max(0, start - _FAR) : start]
    return bool(before.search(words_before) or behind.match(match.string, end))


def _is_known_to_the_world(word: str) -> bool:
    """Whether many texts hold it as a word: then it is hardly the letters of one service."""
    least = _KNOWN_TO_THE_WORLD if len(word) > _FEW_LETTERS else _KNOWN_IN_FEW_LETTERS
    return commonness(word.lower()) >= least
