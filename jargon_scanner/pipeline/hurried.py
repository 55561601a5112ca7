"""Hurried notes, where small letters are a short form: "sw re cin plan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import commonness, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.pipeline.candidates import Candidate
    from jargon_scanner.pipeline.meanings import Place
    from jargon_scanner.words import Words

#: Two letters are a slip of the finger as easily as a short form: they ask for more company.
_FEW_LETTERS = 2
_STOPS = frozenset(".!?")
#: Letters that nobody can say as a word.
_CONSONANTS = re.compile(r"(?!(.)\1+$)[b-df-hj-np-tv-xz]{2,4}")
#: On the Zipf scale of ``wordfreq``: above, everybody writes it ("kg", "pm", "hmm").
_EVERYBODY_WRITES = 4.0


def is_hurried(place: Place, met: Iterable[Candidate], lexicon: CompiledLexicon) -> bool:
    """Whether its sentence begins with a small letter, or holds other shorthand; for two letters, both.

    Args:
        place: of a short form that is written in small letters.
        met: everything that stands in its block.
        lexicon: what is known of the words around it.
    """
    words, start = place.words, place.candidate.start
    sentence = words.sentence(start)
    shorthand = any(
        one.start in sentence
        and one.start != start
        and one.entry != place.candidate.entry
        and is_shorthand(one, lexicon)
        for one in met
    )
    if sum(map(len, words.texts[start : place.candidate.end])) <= _FEW_LETTERS:
        return shorthand and _begins_small(words, start)
    return shorthand or _begins_small(words, start)


def is_shorthand(candidate: Candidate, lexicon: CompiledLexicon) -> bool:
    """Whether it is a word of hurried notes: small letters for capitals, or a note-taker's abbreviation."""
    if candidate.entry is None:
        return False
    return candidate.small or lexicon[candidate.entry].category == "shorthand"


def may_be_shorthand(words: Words, shorthand: Iterable[int]) -> Iterator[int]:
    """Numbers of words in small letters that nobody can say or look up, in a sentence with other shorthand.

    Args:
        words: of a block.
        shorthand: where shorthand that is known stands.
    """
    for start in dict.fromkeys(words.starts[place] for place in shorthand):
        for place in range(start, words.ends[start]):
            is_measure = place > start and words.texts[place - 1].isdigit()
            is_code = words.texts[place + 1 : place + 2] == ("=",)  # "nlp = spacy.load(…)"
            if is_measure or is_code or not _is_unknown(words.texts[place]):
                continue
            if _begins_small(words, place):
                yield place


def _is_unknown(text: str) -> bool:
    return bool(_CONSONANTS.fullmatch(text)) and not is_word(text) and commonness(text) < _EVERYBODY_WRITES


def _begins_small(words: Words, place: int) -> bool:
    return words.texts[_beginning(words, words.starts[place], place)][:1].islower()


def _beginning(words: Words, start: int, place: int) -> int:
    """Where the sentence of a word begins as it was typed: a full stop before a small letter ends one too."""
    stops = (number for number in range(place - 1, start - 1, -1) if words.texts[number] in _STOPS)
    return next(stops, start - 1) + 1
