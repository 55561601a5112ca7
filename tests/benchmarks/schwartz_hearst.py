"""The peer: Schwartz and Hearst's algorithm as scispaCy's ``AbbreviationDetector`` runs it.

Written from that component's description (allenai/scispacy, scispacy/abbreviation.py, Apache-2.0) over spaCy's
English tokens: brackets with at most eight words in them; of three words or more the content is the long form
and the word before the bracket the short form, else the other way about; every later use of a short form counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import spacy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc, Span

_MOST_WORDS = 8
_FEWEST_LONG_WORDS = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """Half-open ranges of a short form, its long form and all uses of the short form."""

    short: tuple[int, int]
    long: tuple[int, int]
    uses: tuple[tuple[int, int], ...]


@cache
def _blank() -> Language:
    return spacy.blank("en")


def detect(text: str) -> list[Pair]:
    """Every pair in a text; a short form or a long form that was seen before is passed over."""
    doc = _blank()(text)
    seen: set[str] = set()
    found: list[Pair] = []
    for long_candidate, short in _candidates(doc):
        long = _long_form(long_candidate, short)
        if long is None or {long.text, short.text} & seen:
            continue
        seen |= {long.text, short.text}
        uses = tuple(
            (token.idx, token.idx + len(token))
            for token in doc
            if len(short) == 1 and token.text == short.text
        )
        place = (short.start_char, short.end_char)
        found.append(Pair(place, (long.start_char, long.end_char), uses or (place,)))
    return found


def _candidates(doc: Doc) -> Iterator[tuple[Span, Span]]:
    opens = [token.i for token in doc if token.text == "("]
    for start in (place + 1 for place in opens):
        # The matcher takes every run from "(" to a ")": the first one is the bracket.
        end = next((token.i for token in doc[start:] if token.text == ")"), start)
        if end == start or end - start > _MOST_WORDS or start == 1:
            continue
        if end - start >= _FEWEST_LONG_WORDS:
            short, long = doc[start - 2 : start - 1], doc[start:end]
        else:
            short = doc[start:end]
            length = sum(map(len, short))
            long = doc[max(start - min(length + 5, 2 * length) - 1, 0) : start - 1]
        if _may_be_short(short):
            yield long, short


def _may_be_short(span: Span) -> bool:
    letters = sum(character.isalpha() for character in span.text)
    return (
        all(2 <= len(token) < 10 for token in span)
        and letters / len(span.text) >= 0.5
        and span.text[0].isalpha()
    )


def _long_form(candidate: Span, short: Span) -> Span | None:
    """The walk from the right: each letter of the short form, the first one at the start of a word."""
    long = " ".join(token.text for token in candidate)
    letters = " ".join(token.text for token in short)
    place = len(long) - 1
    for number in range(len(letters) - 1, -1, -1):
        letter = letters[number].lower()
        if not letter.isalnum():
            continue
        while place >= 0 and (
            long[place].lower() != letter or (number == 0 and place > 0 and long[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return None
        place -= 1
    reached = 0
    for number, token in enumerate(candidate):
        reached += len(token) + 1
        if reached > place + 1:
            return candidate[number:]
    return None
