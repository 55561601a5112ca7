"""What tells who somebody is by its shape: dates, numbers, postcodes, telephones and addresses in Britain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    r"fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-\w+|thirtieth|"
    r"thirty-first|last)"
)
_NUMBER_OF_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+\d{4}|\s+['’]\d{2})"
_FEAST = r"(?:Christmas|Boxing|New Year(?:['’]s)?|Easter|Mother['’]s|Father['’]s)\s+(?:Eve|Day|Sunday|Monday)"
_SEASON = r"(?:Spring|Summer|Autumn|Winter|Easter|Christmas)"
_PART_OF_YEAR = r"(?i:spring|summer|autumn|winter|easter|christmas)\s+(?i:term|half[ -]term|holidays?|break)"
_DAY_OF_MONTH = rf"(?:{_DAY}\s+)?(?:the\s+)?(?:{_NUMBER_OF_DAY}|{_NTH})\s+(?:of\s+)?{_MONTH}\b{_YEAR}?"
_DAY_OF_WEEK = rf"(?:\b{_NTH}\s+)?{_DAY}\b(?:\s+(?:the\s+)?{_NUMBER_OF_DAY}\b)?(?:\s+in\s+{_MONTH}\b)?"

_STREET = (
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|View|Terrace|Crescent|Court|Grove|Place|Square|"
    r"Gardens|Mount|Rise|Walk|Row|Hill|Park|Parade|Mews|Gate|Fold|Green)"
)

#: Kinds with their patterns. Names of months, days and streets are written with a capital, the rest anyhow.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("e-mail", re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")),
    ("web address", re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)),
    ("postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)),
    ("number", re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")),
    ("phone", re.compile(r"(?:\+\d{1,3}|\(0\d{2,4}\)|\b0\d)(?:[\s()-]*\d){6,12}\b")),
    ("date", re.compile(_DAY_OF_MONTH)),
    ("date", re.compile(rf"\b{_MONTH}\s+{_NUMBER_OF_DAY}\b{_YEAR}?")),
    ("date", re.compile(_DAY_OF_WEEK)),
    ("date", re.compile(rf"\b(?:{_FEAST}|{_SEASON}\s+\d{{4}})\b")),
    ("date", re.compile(rf"\b{_PART_OF_YEAR}\b(?:\s+\d{{4}})?")),
    ("date", re.compile(rf"\b{_MONTH}{_YEAR}\b")),
    ("date", re.compile(r"\b(?:\d{4}|\d{1,2})[./-]\d{1,2}(?:[./-](?:\d{4}|\d{1,2}))?\b")),
    ("date", re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b")),
    ("address", re.compile(r"\b(?:number|no\.?|flat|room|unit|house)\s+\d+[a-z]?\b", re.IGNORECASE)),
    ("address", re.compile(rf"\b\d+[A-Za-z]?,?\s+(?:[A-Z][\w'’-]*\s+){{1,4}}{_STREET}\b")),
    ("number", re.compile(r"\b\w*\d[\w,.:/-]*\d\w*\b")),
    ("number", re.compile(r"\b\d+[A-Za-z]\b")),
)  # fmt: skip


def patterned(text: str) -> Iterator[tuple[int, int, str]]:
    """Half-open ranges of what the patterns find, with what each is; they may overlap."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), kind
