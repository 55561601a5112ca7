"""The rule that fails closed: a word with a capital is a name until it is known to be none.

A capital at the head of a sentence says nothing, so there a word is let stand if the dictionary knows it and
it is nobody's name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jargon_scanner.redact.harmless import ALLOWED, KIN, NAMES_TOO, TITLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNED = re.compile(r"['’]s$")
_ENDS = re.compile(r"[.!?]['’”\")]*\s+[\"'“‘(]*$")
_SHORTENED = re.compile(r"(?:\b(?:mr|mrs|ms|dr|st|no|rev)|\b[A-Z])\.\s+$", re.IGNORECASE)
_BESIDE = re.compile(r"[ \t&-]+")


def capitalised(text: str, keep: Collection[str]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of the words that may be names, and of harmless words that are part of one.

    Args:
        text: one or more sentences.
        keep: words in their exact letters that are known to name nobody, such as "IRO".
    """
    words = [match for match in WORD.finditer(text) if any(letter.isupper() for letter in match[0])]
    hidden = [_is_name(match, text, keep) for match in words]
    for way in (range(1, len(words)), range(len(words) - 2, -1, -1)):
        step = -1 if way.step > 0 else 1
        for place in way:
            hidden[place] |= hidden[place + step] and _joins(words[place], words[place + step], text)
    for match, is_hidden in zip(words, hidden, strict=True):
        if is_hidden:
            yield match.start(), match.start() + len(without_possessive(match[0]))


def is_harmless(word: str, keep: Collection[str]) -> bool:
    """Whether a word names nobody, wherever it stands."""
    bare = without_possessive(word)
    return bare in keep or bare.removesuffix("s") in keep or bare.lower().replace("’", "'") in ALLOWED


def without_possessive(word: str) -> str:
    """A word without the "'s" of whoever owns something."""
    return _OWNED.sub("", word)


def _is_name(match: re.Match[str], text: str, keep: Collection[str]) -> bool:
    if is_harmless(match[0], keep):
        return False
    if not _is_head(text, match.start()):
        return True
    bare = without_possessive(match[0]).replace("’", "'").lower()
    return bare in NAMES_TOO or not all(map(is_word, bare.split("-")))


def _joins(match: re.Match[str], name: re.Match[str], text: str) -> bool:
    """Whether a word is part of the name beside it: "School" after one, "Social Worker" before one."""
    word = without_possessive(match[0]).lower()
    if word in TITLES | KIN or word == "i" or _is_head(text, match.start()):
        return False
    first, last = sorted((match, name), key=lambda one: one.start())
    return _BESIDE.fullmatch(text, first.end(), last.start()) is not None


def _is_head(text: str, start: int) -> bool:
    before = text[:start]
    if not before.strip("\"'“”‘’([ \t•–-"):
        return True
    return _ENDS.search(before) is not None and _SHORTENED.search(before) is None


@lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """Whether the dictionary of English has a word, in any form."""
    from lemminflect import getAllLemmas
    from spacy.lang.en.stop_words import STOP_WORDS

    return word.partition("'")[0] in STOP_WORDS or bool(getAllLemmas(word))
