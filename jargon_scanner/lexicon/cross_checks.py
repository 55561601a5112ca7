"""Checks of entries against each other: twins, rewrites that are flagged again, what may not be softened.

As in ``checks``, the docstring is the message and each has a code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from jargon_scanner.lexicon.entry import AnyEntry, ShortForm, Term, Wording
from jargon_scanner.lexicon.survey import Survey

CrossCheck: TypeAlias = Callable[[AnyEntry, Survey], Iterator[str]]

_LONGEST = 20
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+|$)")

_DIAGNOSIS = re.compile(
    r"disorder|syndrome|disease|autis|palsy|psychosis|schizo|epilep|diabet|asthma|dementia|disabilit|dys\w+ia\b"
    r"|adhd|depression\b|phobia|bipolar|anorexi|bulimi",
    re.IGNORECASE,
)

#: What a wording for one of these words has to keep, by the beginnings of words: any one of them.
PROTECTED: dict[str, tuple[str, ...]] = {
    "abuse": ("abus", "hurt", "harm", "attack", "hit"),
    "allegation": ("alleg", "accus", "said", "say", "told", "tell", "report", "claim"),
    "assault": ("assault", "attack", "hurt", "hit"),
    "exploitation": ("exploit", "abus", "forc", "trick", "us", "mak", "hurt"),
    "harm": ("harm", "hurt", "injur", "danger", "unsafe"),
    "neglect": ("neglect", "not", "without", "miss"),
    "overdose": ("overdos", "too", "poison"),
    "rape": ("rap",),
    "risk": ("risk", "danger", "harm", "might", "may", "could", "likely", "safe", "unsafe", "worr"),
    "suicide": ("suicid", "kill", "die", "death", "end"),
    "suicidal": ("suicid", "kill", "die", "death", "end"),
    "trafficking": ("traffick", "mov", "sold", "sell", "forc", "us"),
    "violence": ("violen", "hurt", "hit", "attack", "abus"),
}


def _twin(entry: AnyEntry, survey: Survey) -> Iterator[str]:
    """another entry finds the very same words, and neither has conditions"""
    others = {
        other.entry.id: other
        for located in survey.twins.values()
        if len(located) > 1 and located[-1].entry.id == entry.id
        for other in located[:-1]
    }
    yield from (f"{other.entry.id} ({other.file}:{other.line})" for other in others.values())


def _flagged_again(entry: AnyEntry, survey: Survey) -> Iterator[str]:
    """a drop-in wording would be flagged itself"""
    for wording in _drop_ins(entry):
        for other, words in survey.flagged(wording).items():
            if other != entry.id:
                yield f"{wording!r}: {words!r} is flagged by {other}"


def _long_sentence(entry: AnyEntry, survey: Survey) -> Iterator[str]:
    """a sentence of the meaning has more than 20 words"""
    del survey
    for meaning in _meanings(entry):
        for sentence in _SENTENCE.findall(meaning):
            count = len(sentence.split())
            if count > _LONGEST:
                yield f"{count} words: {sentence.strip()!r}"


def _jargon_in_meaning(entry: AnyEntry, survey: Survey) -> Iterator[str]:
    """the meaning holds words that are flagged"""
    for meaning in _meanings(entry):
        for other, words in survey.flagged(meaning).items():
            if other != entry.id:
                yield f"{words!r} is flagged by {other}"


def _swapped_law(entry: AnyEntry, survey: Survey) -> Iterator[str]:
    """the law's words and diagnoses may not be swapped: 'explain' keeps them and explains them"""
    del survey
    if not isinstance(entry, Term) or entry.treatment != "replace":
        return
    if entry.category == "legal-word":
        yield "make the treatment explain, or the category officialese if the law does not need the word"
    elif entry.category == "health-word" and _DIAGNOSIS.search(entry.term):
        yield "make the treatment explain: a diagnosis is no word for us to change"


def _softened(entry: AnyEntry, survey: Survey) -> Iterator[str]:
    """a wording says less than the words for harm, abuse or violence that it stands for"""
    del survey
    if isinstance(entry, Term) and entry.kind != "blaming":
        for wording in _drop_ins(entry):
            for word, kept in left_out(entry.term, wording):
                stems = ", ".join(f"{stem}…" for stem in kept)
                yield f"{wording!r} does not say {word!r} (one of: {stems})"


def left_out(term: str, wording: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Words of a term for harm or risk that a wording says nothing of, and what would say it."""
    for word in _words(term):
        kept = PROTECTED.get(word)
        if kept is not None and not any(part.startswith(kept) for part in _words(wording)):
            yield word, kept


def _drop_ins(entry: AnyEntry) -> Iterator[str]:
    says: list[Wording] = list(entry.say)
    if isinstance(entry, ShortForm):
        says += [wording for sense in entry.senses for wording in sense.say]
    decided = (one.say for one in entry.decided if one.say)
    yield from dict.fromkeys((*decided, *(wording.replace for wording in says if wording.replace)))


def _meanings(entry: AnyEntry) -> Iterator[str]:
    senses = entry.senses if isinstance(entry, ShortForm) else ()
    yield from (text for text in (entry.meaning, *(sense.meaning for sense in senses)) if text)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


CROSS_CHECKS: dict[str, CrossCheck] = {
    "E105": _twin,
    "W301": _flagged_again,
    "W207": _long_sentence,
    "W208": _jargon_in_meaning,
    "W209": _swapped_law,
    "W210": _softened,
}
