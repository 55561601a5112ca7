"""Whether a sentence is a hurried note, so that small letters are a short form: "sw re cin plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.pipeline.state import state_of

if TYPE_CHECKING:
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.pipeline.meanings import Place
    from jargon_scanner.words import Words

#: Two letters are a slip of the finger as easily as a short form: they ask for more company.
_FEW_LETTERS = 2
_STOPS = frozenset(".!?")


def is_hurried(place: Place, lexicon: CompiledLexicon) -> bool:
    """Whether its sentence begins with a small letter, or holds other shorthand; for two letters, both.

    Args:
        place: of a short form that is written in small letters.
        lexicon: what is known of the words around it.
    """
    words, start = place.words, place.candidate.start
    sentence = words.sentence(start)
    begins_small = words.texts[_beginning(words, sentence.start, start)][:1].islower()
    shorthand = any(
        one.start in sentence
        and one.start != start
        and one.entry != place.candidate.entry
        and (one.small or (one.entry is not None and lexicon[one.entry].category == "shorthand"))
        for one in state_of(place.doc).met
    )
    if sum(map(len, words.texts[start : place.candidate.end])) <= _FEW_LETTERS:
        return begins_small and shorthand
    return begins_small or shorthand


def _beginning(words: Words, start: int, place: int) -> int:
    """Where the sentence of a word begins as it was typed: a full stop before a small letter ends one too."""
    stops = (number for number in range(place - 1, start - 1, -1) if words.texts[number] in _STOPS)
    return next(stops, start - 1) + 1
