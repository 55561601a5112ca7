"""Which words and phrases are a library's own: in many of its documents, and rare in general English.

How much a word is a library's own is its log ratio (A. Hardie, "Log Ratio: an informal introduction", Centre
for Corpus Approaches to Social Science, 2014): the logarithm of how many times more frequent it is here than
in general English, for which ``wordfreq`` stands (the higher of the British and American spelling). Beyond a
point the ratio says only how rare a word is elsewhere, so it is capped. A term of one author is no jargon of
a service: the ratio is weighted by the logarithm of the number of documents (the range of corpus linguists).

General English has no frequencies of phrases: that of one is taken to be the product of its words', times
``_BOND`` for each bond between two, as words keep company everywhere; a guess, so phrases count a little
less. A phrase that stands mostly inside one longer phrase is no term of its own: what is counted is what is
left, as in the C-value of K. Frantzi, S. Ananiadou and H. Mima, "Automatic recognition of multi-word terms",
International Journal on Digital Libraries 3 (2000).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.lexicon.forms import singular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    #: For each distinct content: the number of documents with it, and its counted phrases.
    Counted: TypeAlias = Iterable[tuple[int, Iterable[tuple[str, int]]]]

#: Fewer documents, or uses, than this make no word of a service.
LEAST = 3
_MOST_RATIO = 4.0  # e to this: 55 times as frequent as in general English
_PHRASE = 0.75
_BOND = 100.0
_RAREST = 10**-8.5  # of a word that wordfreq does not know
_BUCKETS = 1 << 22  # a power of two


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word or phrase with what speaks for it.

    Attributes:
        phrase: in small letters, in its most frequent form.
        documents, times: how many documents have it at least, how often.
        ratio: how many times more frequent it is than in general English.
        weight: by which it is ranked.
    """

    phrase: str
    documents: int
    times: int
    ratio: float
    weight: float


def weigh(documents: Callable[[], Counted], words: int) -> list[Weighed]:
    """The words and phrases that are a library's own, the most so first.

    Args:
        documents: gives the counted phrases anew at each call. It is asked twice: first to see in small
            memory which phrases can be frequent enough, then to count those.
        words: of the whole library.
    """
    families = _families(_count(documents))
    held = _held(families)
    found = []
    for key, (phrase, in_documents, times) in families.items():
        alone = times - held.get(key, 0)
        ratio = alone / (_general(phrase) * words) if alone >= LEAST else 0.0
        if ratio > 1:
            weight = math.log(in_documents) * min(math.log(ratio), _MOST_RATIO)
            weight *= _PHRASE if " " in phrase else 1
            found.append(Weighed(phrase, in_documents, times, round(ratio, 1), round(weight, 4)))
    return sorted(found, key=lambda one: (-one.weight, -one.ratio, one.phrase))


def _count(documents: Callable[[], Counted]) -> dict[str, tuple[int, int]]:
    """Documents and times of every phrase that stands in enough documents."""
    upper = bytearray(_BUCKETS)  # an upper bound of the documents with any phrase of a bucket, up to 255
    for copies, phrases in documents():
        for phrase, _ in phrases:
            bucket = hash(phrase) & (_BUCKETS - 1)
            upper[bucket] = min(255, upper[bucket] + copies)
    in_documents: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for copies, phrases in documents():
        for phrase, count in phrases:
            if upper[hash(phrase) & (_BUCKETS - 1)] >= LEAST:
                in_documents[phrase] += copies
                times[phrase] += count * copies
    return {phrase: (count, times[phrase]) for phrase, count in in_documents.items() if count >= LEAST}


def _families(counts: dict[str, tuple[int, int]]) -> dict[str, tuple[str, int, int]]:
    """Forms of one phrase put together: "carer", "carers" and "carer's"; by what they have in common."""
    families: dict[str, tuple[str, int, int]] = {}
    most: dict[str, int] = {}
    for phrase, (documents, times) in sorted(counts.items()):
        key = _common(phrase)
        form, in_documents, so_far = families.get(key, (phrase, 0, 0))
        if times > most.get(key, 0):
            form, most[key] = phrase, times
        families[key] = (form, max(in_documents, documents), so_far + times)
    return families


@lru_cache(maxsize=200_000)
def _common(phrase: str) -> str:
    rest, space, last = phrase.rpartition(" ")
    owner = last.removesuffix("'s")
    one = singular(owner)
    if one == owner and owner.endswith("s") and not owner.endswith(("ss", "us", "is")):
        one = owner[:-1]  # a plural that no library knows
    return f"{rest}{space}{one}"


def _held(families: dict[str, tuple[str, int, int]]) -> dict[str, int]:
    """How often each phrase stands in the longer phrase that holds it most often."""
    held: dict[str, int] = defaultdict(int)
    for key, (_, _, times) in families.items():
        for part in {_common(part) for part in _parts(key)}:
            held[part] = max(held[part], times)
    return held


def _parts(phrase: str) -> Iterator[str]:
    """Every shorter run of a phrase's words."""
    words = phrase.split(" ")
    for length in range(1, len(words)):
        for first in range(len(words) - length + 1):
            yield " ".join(words[first : first + length])


def _general(phrase: str) -> float:
    """Share of all words of general English that the phrase is expected to be."""
    words = re.split(r"[ -]", phrase)
    chance = math.prod(map(_frequency, words)) * math.pow(_BOND, len(words) - 1)
    return max(chance, _RAREST / math.pow(10, len(words) - 1))


@lru_cache(maxsize=200_000)
def _frequency(word: str) -> float:
    from wordfreq import word_frequency

    spellings: tuple[str, ...] = (word, word.replace("our", "or"), word.replace("is", "iz"))
    return max(_RAREST, *(float(word_frequency(one, "en")) for one in spellings))
