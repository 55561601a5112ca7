"""Short forms in every shape that people type: C.I.N., CINs, CIN's, cin, s.47, s 47, DNA'd."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import commonness, is_word
from jargon_scanner.shelf import Shelf
from jargon_scanner.words import Words, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.lexicon.entry import ShortForm

_SECTION = re.compile(r"[sS]\.?\s?(\d+[A-Z]?)")
_INITIALISM = re.compile(r"[A-Z]{2,6}")
_WITH_CAPITALS = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z]{2,8}")
#: "Mo" for a mother: in small letters, too, only note-takers write it.
_NOTE = re.compile(r"[A-Z][a-z]")
_WITH_SLASH = re.compile(r"[A-Z]/[A-Z]")
#: A small "s" behind so few letters is as easily a letter of its own ("cps").
_FEW_LETTERS = 2
#: On the Zipf scale: what is so common in general English means something else ("de", "ed", "la").
_MEANS_SOMETHING_ELSE = 4.2


@dataclass(frozen=True, slots=True)
class Shape:
    """One spelling of a short form as words.

    Attributes:
        entry: the entry's id.
        texts: the words as written.
        plural: whether it has the ending of a plural.
        past: whether it has the ending of a verb.
        small: whether it is in small letters though the entry is not, as in hurried notes.
    """

    entry: str
    texts: tuple[str, ...]
    plural: bool = False
    past: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class ShortMatch:
    """A short form met in a ``Words`` view, from word ``start`` up to ``end``."""

    shape: Shape
    start: int
    end: int


class ShortFormIndex:
    """Spellings by their first word, the longest first. Case is exact."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        by_first: dict[str, list[Shape]] = {}
        for shape in shapes:
            by_first.setdefault(shape.texts[0], []).append(shape)
        for rivals in by_first.values():
            rivals.sort(key=lambda shape: -len(shape.texts))
        self._by_first = Shelf(by_first)
        self._firsts = frozenset(by_first)

    def __contains__(self, text: object) -> bool:
        """Whether this word, as written, is or begins a short form."""
        return text in self._firsts

    def find(self, words: Words) -> list[ShortMatch]:
        """The longest spelling at every place, in reading order; of entries that share it, each."""
        found: list[ShortMatch] = []
        if self._firsts.isdisjoint(words.texts):
            return found
        done = 0
        for start in [number for number, text in enumerate(words.texts) if text in self._firsts]:
            if start < done:
                continue
            met = [one for one in self._by_first[words.texts[start]] if _written(one, words, start)]
            for shape in met:
                if len(shape.texts) == len(met[0].texts):
                    done = start + len(shape.texts)
                    found.append(ShortMatch(shape, start, done))
        return found


def _written(shape: Shape, words: Words, start: int) -> bool:
    return words.texts[start : start + len(shape.texts)] == shape.texts


def shapes_of(entry: ShortForm) -> list[Shape]:
    """Every spelling of a short form, its plural and its past ("DNA'd")."""
    found: dict[tuple[str, ...], Shape] = {}
    for spelling in (entry.short, *entry.also):
        for variant in _variants(spelling):
            _add(found, Shape(entry.id, split_words(variant)[0]))
            if len(split_words(variant)[0]) == 1 and variant[-1].isalnum():
                _add(found, Shape(entry.id, split_words(variant + "s")[0], plural=True))
                _add(found, Shape(entry.id, split_words(variant + "'d")[0], past=True))
            elif variant[-1].isalnum() and not variant[0].isdigit():
                _add(found, Shape(entry.id, split_words(variant + "s")[0], plural=True))
    for spelling in () if entry.familiar else (entry.short, *entry.also):
        if _INITIALISM.fullmatch(spelling) and any(sense.pos == "verb" for sense in entry.senses):
            _add(found, Shape(entry.id, split_words(spelling.lower() + "'d")[0], past=True, small=True))
        if _has_small_spelling(spelling):
            _add(found, Shape(entry.id, split_words(spelling.lower())[0], small=True))
            if len(spelling) > _FEW_LETTERS and spelling.isalpha():
                _add(found, Shape(entry.id, (f"{spelling.lower()}s",), plural=True, small=True))
    return list(found.values())


def _has_small_spelling(spelling: str) -> bool:
    """Whether the letters are still a short form in small letters ("cin"), and no word ("dash")."""
    small = spelling.lower()
    if _WITH_SLASH.fullmatch(spelling) or _NOTE.fullmatch(spelling):
        return True
    return (
        _WITH_CAPITALS.fullmatch(spelling) is not None
        and not is_word(small)
        and commonness(small) < _MEANS_SOMETHING_ELSE
    )


def _add(found: dict[tuple[str, ...], Shape], shape: Shape) -> None:
    """Keep a spelling. A full stop of its own may end a sentence: it is no part of one."""
    if shape.texts[-1:] == (".",):
        shape = replace(shape, texts=shape.texts[:-1])
    if shape.texts:
        found.setdefault(shape.texts, shape)


def _variants(spelling: str) -> list[str]:
    section = _SECTION.fullmatch(spelling)
    if section:
        number = section[1]
        return [
            f"{start}{number}"
            for start in ("s", "s.", "s. ", "s ", "S", "S.", "S. ", "S ", "Sec ", "sec ", "Sec.", "sec.")
        ]
    if _INITIALISM.fullmatch(spelling):
        dotted = ".".join(spelling)
        return [spelling, dotted + ".", dotted]
    if spelling.islower() and len(spelling) > 2:
        return [spelling, spelling[0].upper() + spelling[1:]]
    return [spelling]
