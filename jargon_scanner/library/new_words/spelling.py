"""Whether an unknown word is a known one with a slip of the fingers in it."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Zipf frequencies (log10 of uses in a thousand million words) of a word that everybody can spell, and of a
#: word that is none.
_COMMON = 3.0
_NO_WORD = 2.0
_SHORTEST = 5


def meant(word: str) -> str:
    """The common word that is one slip away from a word that English does not have; "" where there is none.

    A slip is a letter too many, too few, another one, or two that changed places: the distance of F. J.
    Damerau, "A technique for computer detection and correction of spelling errors", Communications of the ACM
    7 (1964).
    """
    from wordfreq import zipf_frequency

    if len(word) < _SHORTEST or not word.isalpha() or zipf_frequency(word, "en") >= _NO_WORD:
        return ""
    near = {one: float(zipf_frequency(one, "en")) for one in set(_one_slip_away(word))}
    best = max(sorted(near), key=near.__getitem__)
    return best if near[best] >= _COMMON else ""


def _one_slip_away(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in string.ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
