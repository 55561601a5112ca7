"""What a sentence says is not so: "Mum was never hostile", "no sign that he was coached".

A negation before a term counts while only words without weight stand between ("is not at all hostile").
A noun of finding ("no evidence", "no suggestion") denies the rest of its clause. Read from words alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jargon_scanner.pipeline.candidates import Candidate
    from jargon_scanner.words import Words

_NEGATIONS = frozenset({"not", "never", "no", "nor", "neither", "nobody", "without", "nothing"})
#: What may stand between a negation and what it denies without changing it. "Only", "always" and "fully"
#: are not among them: "not only lazy" and "not always truthful" deny nothing.
_LIGHT = frozenset(
    "be been being is are was were am have has had a an the any his her their your at all in way very really "
    "actually so seem seems seemed appear appears appeared become becomes became described seen viewed "
    "considered as found to ever once longer".split()
)
_FINDINGS = frozenset(
    "evidence sign signs suggestion indication indications proof finding question hint reason record history "
    "concern concerns worry worries report reports".split()
)
_OPENS_A_CLAUSE = frozenset({"of", "that", "to", "about", "for", "is", "was"})
_TURNS = frozenset({"but", "although", "though", "however", "yet", "because", "while", ";", ":"})


def is_denied(candidate: Candidate, words: Words) -> bool:
    """Whether the sentence says that what the candidate names is not so."""
    floor = words.starts[candidate.start]
    return (
        _holds_a_negation(candidate, words)
        or _is_negated(words.norms, candidate.start, floor)
        or _is_not_found(words.norms, candidate.start, floor)
    )


def _holds_a_negation(candidate: Candidate, words: Words) -> bool:
    """Whether a negation stands as the loose adverb between the words of the term ("is not to blame")."""
    return any(
        name == "between" and words.norms[place] in _NEGATIONS
        for name, start, end in candidate.captures
        for place in range(start, end)
    )


def _is_negated(norms: tuple[str, ...], start: int, floor: int) -> bool:
    place = start - 1
    while place >= floor and norms[place] in _LIGHT:
        place -= 1
    return place >= floor and norms[place] in _NEGATIONS


def _is_not_found(norms: tuple[str, ...], start: int, floor: int) -> bool:
    for place in range(start - 1, floor, -1):
        if norms[place] in _TURNS:
            return False
        if norms[place] in _FINDINGS and norms[place + 1] in _OPENS_A_CLAUSE:
            return _is_negated(norms, place, floor)
    return False
