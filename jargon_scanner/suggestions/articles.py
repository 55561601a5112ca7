"""Articles: a or an, by how the next word is said, and the names of places that ask for "the"."""

from __future__ import annotations

import re

_AN_LETTERS = frozenset("AEFHILMNORSX")
_SILENT_H = re.compile(r"(?:hour|honest|honour|heir)", re.IGNORECASE)
_SAID_YOU_OR_W = re.compile(
    r"(?:uni(?!n|mp|de)|use|usa|usu|uti|ure|eu|ewe|one(?!r)|once|ubiq)", re.IGNORECASE
)
_AN_NUMBERS = re.compile(r"(?:8\d*|11|18)(?!\d)")
#: Nouns that name the one body of their kind: nobody says "she was in neonatal intensive care unit".
_THE_ONE = frozenset(
    "unit team hub ward panel board court office agency authority council committee tribunal department "
    "directorate commission clinic inspectorate service police".split()
)


def article(following: str, said: str | None = None) -> str:
    """The indefinite article before some words.

    Args:
        following: the words that come after it.
        said: for a short form, "letters" or "word"; None to go by its look.
    """
    first = re.split(r"[\s-]", following.lstrip("\"'“‘("), maxsplit=1)[0]
    return "an" if _begins_with_vowel_sound(first, said) else "a"


def asks_for_the(phrase: str) -> bool:
    """Whether a phrase names a body or place that stands with "the", though its short form does not."""
    return phrase.rsplit(" ", 1)[-1].lower() in _THE_ONE and not phrase.startswith("HM ")


def _begins_with_vowel_sound(word: str, said: str | None) -> bool:
    if not word:
        return False
    if word[0].isdigit():
        return bool(_AN_NUMBERS.match(word))
    if len(word) == 1:  # "X-ray", "e-mail"
        return word.upper() in _AN_LETTERS
    if said != "word" and word[:2].isupper():
        return word[0] in _AN_LETTERS
    if _SILENT_H.match(word):
        return True
    return word[0].lower() in "aeiou" and not _SAID_YOU_OR_W.match(word)
