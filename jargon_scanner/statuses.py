"""How well a document explains each of its short forms.

One pure function over all uses and all explanations of a document decides; the report and the spaCy
component both call it. Nothing but the order of the text counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.recall import remembering

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jargon_scanner.definitions import Definition
    from jargon_scanner.findings import Status

_ENDINGS = ("'s", "s'", "'d", "s")
_WORD = re.compile(r"[^\W_]+")
_IRREGULAR = {"children": "child", "people": "person", "men": "man", "women": "woman"}
_UNSAID = frozenset({"the", "a", "an", "and", "of"})


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a short form stands.

    Attributes:
        short: as written there.
        start: its offset in the document's text, in code points.
        known: whether anything but the document, such as the lexicon, has a long form for it.
    """

    short: str
    start: int
    known: bool


def statuses(uses: Iterable[Use], definitions: Iterable[Definition]) -> tuple[Status, ...]:
    """The status of every short form of a document, in the order of ``uses``.

    Args:
        uses: the places where short forms stand, in any order.
        definitions: every explanation that the document gives, in any order.
    """
    explained = by_short_form(definitions)
    return tuple(_status(use, explained.get(same_letters(use.short), ())) for use in uses)


def _status(use: Use, definitions: Sequence[Definition]) -> Status:
    if len({same_words(definition.long) for definition in definitions}) > 1:
        return "redefined"
    if any(definition.known_from <= use.start for definition in definitions):
        return "defined"
    if definitions:
        return "defined-later"
    return "undefined" if use.known else "unknown"


def by_short_form(definitions: Iterable[Definition]) -> dict[str, list[Definition]]:
    """The explanations of each short form in reading order, by what its spellings have in common."""
    explained: dict[str, list[Definition]] = {}
    for definition in sorted(definitions, key=lambda one: one.start):
        explained.setdefault(same_letters(definition.short), []).append(definition)
    return explained


def bare(short: str) -> str:
    """A short form as written, without the ending of a plural, a possessive or a past."""
    plain = short.replace("’", "'")
    for ending in _ENDINGS:
        stem = plain.removesuffix(ending)
        if stem != plain and len(stem) > 1 and not stem[-1].islower() and stem.upper() != stem.lower():
            return short[: len(stem)]
    return short


@remembering(20_000)
def same_letters(short: str) -> str:
    """What all spellings of one short form have in common: CIN, CiN, C.I.N., CINs and CIN's give one key."""
    return re.sub(r"[.\s]", "", bare(short)).casefold()


@remembering(20_000)
def same_words(long: str) -> str:
    """What two ways of writing one long form have in common: "Children in need" and "a child-in-need"."""
    words = _WORD.findall(long.replace("’", "").replace("'", "").casefold())
    return " ".join(_number_off(word) for word in words if word not in _UNSAID)


def as_listed(long: str) -> str:
    """A long form as a list has it: a heading's capitals and a possessive ending belong to their place."""
    plain = re.sub(r"['’]s?$", "", long)
    return plain.lower() if plain.isupper() else plain


def _number_off(word: str) -> str:
    """A word without its plural, roughly: two writings are compared so, and nobody reads the result.

    A dictionary of lemmas would do no better here, and takes longer to load than a page to scan.
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
