"""The patterns of explaining: where a short form stands, and on which side of it its long form.

Brackets, dashes and colons mostly explain nothing. What is found here is only asked (see ``given``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SHORT = (
    r"[A-Za-z0-9][\w&/.+'’-]{0,11}"
    r"(?:\([A-Z\d]{1,3}\)|\s(?:[IVX]{1,3}|\d{1,2}|[A-Z]|alpha|beta|gamma)(?![\w:]))?"
)
_CAPITALS = rf"(?=[^\s]*[A-Z][^\s]*[A-Z0-9&]){SHORT}"
#: In small letters, as in hurried notes, and sections of a law: "mgm", "s47".
_SMALL = r"[a-z]{2,4}|[a-z]\d{1,3}[A-Z]?"
#: Looked at and not taken, so that the next line of a list can be found in it.
_LONG = r"(?=(?P<long>[^.;:=|()\[\]\n–—]{4,100}))"
_DASH = r"\s+(?:[–—-]|--)\s+"
_OPEN, _CLOSE = r"[\"“‘'*_]{0,3}", r"[\"”’'*_]{0,3}"
_THAT_IS = (
    r"(?:(?:that|this|which|it) (?:is|stands for|means)|that['’]s|stands for|short for|meaning|namely|in full"
    r"|full name|i\.e\.|ie)"
)
_IN_BRACKETS = rf"[(\[]{_OPEN}(?:{_THAT_IS}[,:]?\s+)?(?P<long>(?:[^()\[\]]|\([A-Z][a-z]+\)){{4,100}})[)\]]"
_A = r"(?:(?:the|an?)\s+)?"
_OFTEN = r"(?:(?:also|often|usually|sometimes|formerly|previously|now|better|locally|commonly)\s+)?"
_CALLED = (
    r"(?:known|referred to|abbreviated|shortened|called|written|hereafter|hereinafter|henceforth"
    r"|from now on|from here on|(?:which|that|who) we call|goes by|go by)"
    r"(?:\s+(?:here|below|throughout|locally|also|simply|to|as|by|in this \w+|called|known|referred))*"
)
_MEANS = (
    r"(?:stands? for|stood for|is short for|short for|means?|(?:we|to) mean|refers to|denotes"
    r"|is spelled out as|is (?:an?|the) (?:abbreviation|acronym|initialism) (?:of|for))"
)
#: A bracket after a space; right behind a word ("child(ren)") only where capitals stand in it.
_BRACKET = r"[(\[](?:(?<=[\s*_\"”’'].)|(?<=\w.)(?=[^\s]*[A-Z]))\s*"
#: Where a line of a list, or a part of one, may begin.
_ENTRY = r"(?:^|[;\n.:*|,]\s*|[-•·]\s+|^\W*\d{1,3}\s*|(?<=\s)(?=[A-Z]{2,8}\s?=))[*_\"“‘']*"


@dataclass(frozen=True, slots=True)
class Way:
    """A way of explaining.

    Attributes:
        name: how it is written, as reports say it.
        pattern: finds the group ``short``. The long form is the group ``long``, else the words right before.
        marks: strings of which one has to stand in a text that is worth asking.
        exact: whether the letters have to be the first letters of all words that count, because the marks of
            this way stand between all sorts of things.
        small: whether the short form may be in small letters.
    """

    name: str
    pattern: re.Pattern[str]
    marks: frozenset[str]
    exact: bool = False
    small: bool = False


def _way(name: str, pattern: str, *marks: str, exact: bool = False, small: bool = False) -> Way:
    return Way(name, re.compile(pattern, re.MULTILINE), frozenset(marks), exact, small)


def _short(pattern: str = _CAPITALS) -> str:
    return rf"{_OPEN}(?P<short>{pattern}){_CLOSE}"


_DASHES = ("–", "—", " - ", "--")
#: Two letters beside two words that begin with them are mostly chance ("the SW, she was").
_THREE = rf"(?=(?:[^\s,/]*[A-Z]){{3}}){SHORT}"
_BESIDE = (", ", "/", *_DASHES)

WAYS = (
    _way(
        "long (short)",
        rf"{_BRACKET}{_OPEN}(?:(?:or|also|the|an?|i\.e\.,?|{_CALLED})\s+)*{_short(SHORT)}"
        r"\s*(?:for short)?\s*(?=[,;:)\]]|\s(?:[–—-]|and|or)\s)",
        "(", "[", small=True,
    ),
    _way(
        "long (short)",
        rf"(?<=\w)\s(?P<noun>[^\W\d_]{{3,}})\s[(\[]{_OPEN}(?:the\s+)?(?P<short>{_CAPITALS})"
        rf"\s(?=[A-Z])(?i:(?P=noun))s?{_CLOSE}[)\]]",
        "(", "[",
    ),
    _way("long (short)", rf"(?<=\w)[,;]\s(?:or\s)?{_short()}(?=[)\]])", "(", "[", exact=True),
    _way("short (long)", rf"(?<!\w)(?P<short>{_CAPITALS}){_CLOSE}s?\s*{_IN_BRACKETS}", "(", "["),
    _way(
        "short (long)", rf"(?<![\w/&.])(?P<short>{_SMALL})\s+{_IN_BRACKETS}",
        "(", "[", exact=True, small=True,
    ),
    _way(
        "short: long",
        rf"{_ENTRY}(?P<short>{_CAPITALS}|[A-Z](?=\s?=)){_CLOSE}\s*(?::|=|–|—|\s-\s|\s--\s)\s*{_OPEN}{_LONG}",
        ":", "=", *_DASHES,
    ),
    _way("short: long", rf"^\W*(?P<short>{_CAPITALS})(?:\t+| {{2,}}){_LONG}", "\t", "  "),
    _way("long: short", rf"\s*(?:=|:)\s*{_short()}(?=\s*(?:[;,.]|$))", "=", ":", exact=True),
    _way(
        "stands for",
        rf"(?<!\w)(?P<short>{_CAPITALS}){_CLOSE},?\s+(?:(?:which|that|it)\s+)?{_MEANS}\s+{_OPEN}{_LONG}",
        "stand", "stood", "short for", " mean", "refers to", "denotes", "spelled out", "abbreviation",
        "acronym", "initialism",
    ),
    _way(
        "short is long",
        rf"(?<!\w)(?P<short>{_CAPITALS}) (?:is|are) (?:the|our|an?) {_OPEN}{_LONG}",
        " is ", " are ", exact=True,
    ),
    _way(
        "short, or long",
        rf"(?<!\w)(?P<short>{_CAPITALS}),\s+(?:or|{_THAT_IS}),?\s+{_OPEN}{_LONG}",
        " or ", "that", "which", "i.e.", " ie", "namely", "meaning", "in full", exact=True,
    ),
    _way(
        "question and answer",
        rf"(?<!\w)(?P<short>{_CAPITALS})(?: mean| stand for)?\?\s+"
        rf"(?:(?:It|They|This)(?:['’]s| is| are| stands? for| means?)\s+)?{_OPEN}{_LONG}",
        "?", exact=True,
    ),
    _way(
        "short, long",
        rf"(?<![\w/])(?P<short>{_THREE})(?:,\s|{_DASH}|\s?/\s?)(?:{_THAT_IS}\s+)?{_OPEN}{_LONG}",
        *_BESIDE, exact=True,
    ),
    _way("long, short", rf",\s{_short(_THREE)}(?=\s*(?:[,.;)]|$))", ", ", exact=True),
    _way("long, short", rf"\s?/\s?{_short(_THREE)}(?![\w/])", "/", exact=True),
    _way(
        "long, or short",
        rf"(?:,|\s[–—-])\s+(?:or|in short|for short)\s+{_A}{_OPEN}(?P<short>{_CAPITALS})(?!\w)",
        " or ", "short", exact=True,
    ),
    _way("long, short for short", rf"(?:,|\s[–—-])\s+{_short()}\s+for\s+short", "for short"),
    _way("dashes", rf"{_DASH}{_short()}(?={_DASH}|[.,;]|\s*$)", *_DASHES, exact=True),
    _way(
        "known as",
        rf"[,;]?\s*\(?{_OFTEN}{_CALLED}\s+{_A}{_OPEN}(?P<short>{_CAPITALS})(?!\w)",
        "known", "referred", "abbreviated", "shortened", "called", "written", "hereafter", "hereinafter",
        "henceforth", "from now on", "from here on", "we call", "goes by", "go by",
    ),
)  # fmt: skip
_IN_CAPITALS = re.compile(r"[A-Z](?:[^\sA-Z0-9&]*[A-Z0-9&]|\s?=)")
_MARKS = frozenset(mark for way in WAYS for mark in way.marks)
_FOR_SMALL_LETTERS = tuple(way for way in WAYS if way.small)


def ways_in(text: str) -> tuple[Way, ...]:
    """The ways of explaining that a text may hold: of each, a mark stands in it and letters of its kind."""
    if _IN_CAPITALS.search(text):
        marks = {mark for mark in _MARKS if mark in text}
        return tuple(way for way in WAYS if not marks.isdisjoint(way.marks))
    return _FOR_SMALL_LETTERS if "(" in text or "[" in text else ()


#: Two short forms in one pair of brackets, which explain the two long forms before it.
TWO_IN_BRACKETS = re.compile(r"[(\[]\s*([A-Z][A-Za-z]{1,5})\s*(?:/|and|or|,)\s*([A-Z][A-Za-z]{1,5})\s*[)\]]")
BETWEEN_TWO = re.compile(r"(?:\s*(?:,|/|\b(?:and|or|the|an?)\b|&)\s*)+$")
