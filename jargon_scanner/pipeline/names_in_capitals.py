"""Names of people that a document writes in capitals, as court papers and genograms do: "JOSHUA TRAN (12)".

A name in capitals has the shape of a short form that nobody explains. What tells them apart seldom stands
beside each use, so the whole text is asked once, and a word that is somebody's name at one place is no short
form at the others. No list of names is asked: such lists know the names of some peoples and not of others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import commonness, is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Letters that can be said as a word: with a vowel, and without four consonants in a row.
_SAYABLE = re.compile(r"(?<![\w&/.-])(?=[A-Z]*[AEIOUY])(?![A-Z]*[^AEIOUY\W]{4})[A-Z]{3,}(?![\w&/]|[.-]\w)")
_PAIR = re.compile(r"(?<![\w&/.-])(?=([A-Z]{2,}) ([A-Z]{2,})(?![\w&/]|[.-]\w))")
_NAME = r"(?P<name>[A-Z]{3,})(?![\w&/]|[.-]\w)"
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
_SIGNS = (
    re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Master|Cllr)\.? {_NAME}"),
    re.compile(rf"\b{_PERSON}(?:['’]s name)?(?: ?[:=,–-]| is| was| called| named)? {_NAME}"),
    re.compile(rf"(?<![\w&/.-]){_NAME}(?:,? ?\(| ,?|, )(?:\d{{1,2}}(?=[,)]| years)|{_BORN}\b)"),
    re.compile(rf"(?<![\w&/.-]){_NAME}(?:['’]s? {_OWN}| (?:family|children|siblings|twins|household))\b"),
)
#: On the Zipf scale of ``wordfreq``: a word of many texts is not the letters of a local service.
_KNOWN_TO_THE_WORLD = 2.4
_LEAST_LETTERS = 4
#: What stands beside a service and hardly ever beside a person.
_TO = r"(?i:the|an?|(?:refer\w*|signposted|go|goes|going|went|open|linked) to|attend\w*|join\w*)"
_SERVICE = (
    r"(?i:team|service|group|project|programme|worker|referral|form|meeting|plan|assessment|panel|policy)"
)
_OF_A_SERVICE = re.compile(rf"\b{_TO} ([A-Z]{{3,}})\b|([A-Z]{{3,}}) {_SERVICE}s?\b")


def names_in_capitals(text: str, is_short_form: Callable[[str], bool]) -> frozenset[str]:
    """Words in capitals that are people's names in this text.

    Args:
        text: of a whole document.
        is_short_form: whether letters are a short form that is known, in the lexicon or by the document.
    """
    candidates = {word for word in _SAYABLE.findall(text) if not (is_word(word) or is_short_form(word))}
    if not candidates:
        return frozenset()
    shown = candidates.intersection(_shown(text, is_short_form))
    services = {name for match in _OF_A_SERVICE.finditer(text) for name in match.groups() if name}
    return frozenset(shown.union(filter(_is_known_to_the_world, candidates - services)))


def _shown(text: str, is_short_form: Callable[[str], bool]) -> Iterator[str]:
    """Words that something in the text shows to be a name: a role, an age, another name, or small letters."""
    yield from (word.upper() for word in re.findall(r"\b[A-Z][a-z]{2,}\b", text))
    for sign in _SIGNS:
        yield from (match["name"] for match in sign.finditer(text))
    for match in _PAIR.finditer(text):
        if not any(is_word(part) or is_short_form(part) for part in match.groups()):
            yield from match.groups()


def _is_known_to_the_world(word: str) -> bool:
    return len(word) >= _LEAST_LETTERS and commonness(word.lower()) >= _KNOWN_TO_THE_WORLD
