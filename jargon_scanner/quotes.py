"""Quotation marks in a block, and whose words stand in them: the family's own, or somebody else's.

A child's or parent's own words are never blamed or rewritten. A professional's quoted words are the writer's
responsibility, so they are scanned like the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.document import Block

_PAIRED = re.compile(r"“[^”]{2,1500}[”\"]|\"[^\"“”]{2,1500}[\"”]|(?<!\w)‘(?:[^’]|’(?=\w)){2,1500}’(?!\w)")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|d|ve|ll)|me|my|mine|myself|we|us|our)\b", re.IGNORECASE)
_SAYING = (
    r"(?:said|says|say|saying|told|tells|asked|asks|stated|states|reported|reports|shared|shares|wrote|writes|"
    r"explained|explains|added|adds|replied|replies|described|describes|commented|shouted|whispered|answered|"
    r"signed|drew|views?|words|wishes|voice|feels|thinks|wants)"
)
_PROFESSIONAL = (
    r"(?:social worker|worker|practitioner|professional|teacher|officer|nurse|doctor|manager|staff|school|"
    r"police|report|notes?|record|records|file|entry|entries|log|agenc(?:y|ies)|team|service|consultant|"
    r"psychologist|paediatrician|chair|SW|HV|GP|guardian|carer log|recording|recordings|referral)"
)
_SAID_BEFORE = re.compile(rf"(?P<who>[^.!?]*)\b{_SAYING}\b[^.!?]{{0,40}}$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"^[,]?\s*(?P<who>[^.!?,]{{0,40}}?)\b{_SAYING}\b", re.IGNORECASE)
_OWN_SECTION = re.compile(
    r"\b(?:child|children|young person|pupil|parent|family|mum|dad|carer|my)\w*['’]?s?\b.*"
    r"\b(?:views?|voice|words?|comments?|says?|said|wishes|feelings)\b|\bwishes and feelings\b|\bown words\b",
    re.IGNORECASE,
)


def own_words(block: Block) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of a block that are the child's or the family's own words.

    These are quotations that speak in the first person or that a member of the family is said to have said,
    and whole first-person blocks under a heading for the child's or the family's views.
    """
    under = block.section[-1] if block.section else ""
    if block.role != "heading" and _OWN_SECTION.search(under) and _is_first_person(block.text):
        return ((0, len(block.text)),)
    return tuple(span for span in quotations(block.text) if _is_own(block.text, *span))


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges of the quotations in a text, marks included; an apostrophe opens none."""
    for match in _PAIRED.finditer(text):
        yield match.span()


def _is_own(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    sentence = max(map(before.rfind, ".!?")) + 1  # searched for instead, its start is tried at every letter
    said = _SAID_BEFORE.match(before, sentence) or _SAID_AFTER.search(after)
    if said and re.search(rf"\b{_PROFESSIONAL}\b", said["who"], re.IGNORECASE):
        return False
    if _FIRST_PERSON.search(text[start:end]):
        return True
    return said is not None and len(text[start:end].split()) > 2


def _is_first_person(text: str) -> bool:
    found = re.findall(r"\b(?:I|I['’](?:m|d|ve|ll)|my|me)\b", text)
    return len(found) >= max(1, len(text.split()) // 30)
