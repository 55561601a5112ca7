"""Which sense of a short form is meant here: what speaks for each, inside the field and outside it.

Evidence is added up: a phrase that settles it, a condition that holds, cues in the sentence or the heading,
words of the sense's own field there, and cues elsewhere in the document. The order of the entry decides where
nothing else does. Where a sense from outside the field has the most evidence, there is nothing to explain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import Sense, ShortForm
from jargon_scanner.pipeline.conditions import heading_words, holds
from jargon_scanner.pipeline.state import state_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc

    from jargon_scanner.lexicon.compiled import CompiledLexicon, Cues
    from jargon_scanner.lexicon.topics import Topics
    from jargon_scanner.pipeline.candidates import Candidate, Context
    from jargon_scanner.words import Words

# What each kind of evidence weighs: a settling phrase more than all cues, a cue in the sentence more than the
# order of the entry, a field in common a little less than a cue, and words far away only break ties.
_PHRASE = 8.0
_COMPANY = 4.0
_NEAR_CUE = 1.5
_BLOCK_CUE = 0.6  # in another sentence of the same paragraph
_HEADING_CUE = 0.5
_AROUND_CUES_MOST = 3
_TOPIC_WORD = 0.9
_TOPIC_WORDS_MOST = 2.5
_FAR_CUE = 0.25
_FAR_CUES_MOST = 4
_ORDER = 1.0
_OUTSIDE_ORDER = 0.25
_CLEARLY = 0.5
#: Two senses are both good where the weaker has this share of the stronger one's weight.
_RIVAL_SHARE = 0.75
_RIVAL_SHARE_OF_NOTHING = 0.5
_SOMETHING = 0.5
_SAME_WORDS = 0.75


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a sense: ``said`` by its own phrases, conditions and cues, ``likely`` by its field."""

    said: float
    likely: float

    @property
    def weight(self) -> float:
        """All of it."""
        return self.said + self.likely


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sense, all that speaks for it, and the weight of both that and its place in the entry's order."""

    sense: Sense
    evidence: Evidence
    weight: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a short form stands: its words and what surrounds them."""

    candidate: Candidate
    doc: Doc
    words: Words
    context: Context

    @property
    def letters(self) -> Candidate:
        """The short form alone: of "CP plan", "CP"."""
        return self.candidate.letters or self.candidate


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds one place, as the cues of every sense are looked for in it.

    Attributes:
        sentence: the other words of its sentence.
        elsewhere: words of the paragraph's other sentences.
        headings: words of the headings above.
        topics: what the other words of the sentence are about.
    """

    sentence: AbstractSet[str]
    elsewhere: AbstractSet[str]
    headings: AbstractSet[str]
    topics: Topics


@dataclass(frozen=True, slots=True)
class _Weighing:
    """All that speaks for the senses of one short form at one place.

    Attributes:
        inside: senses of the field that are possible there, best first.
        outside: what speaks for the likeliest sense from outside the field; None where there is none.
    """

    inside: tuple[Weighed, ...] = ()
    outside: Evidence | None = None


def weigh_senses(place: Place, lexicon: CompiledLexicon) -> list[Weighed]:
    """The senses that may be meant, by what speaks for each here, best first.

    Raises:
        Unread: that hangs on the grammar of a sentence that no model has read yet.
    """
    return list(_weighing(place, lexicon).inside)


def is_outside(place: Place, lexicon: CompiledLexicon) -> bool:
    """Whether a sense from outside the field has more evidence than every sense inside it.

    Where cues of its own speak for the outside and none for the inside, the place in the order does not
    count; where nothing but the field of the words around speaks for it, it has to be clearly the better.
    """
    weighing = _weighing(place, lexicon)
    inside, outside = weighing.inside, weighing.outside
    if outside is None or outside.weight <= 0 or not inside:
        return outside is not None and outside.weight > 0
    if not outside.said:
        return outside.weight > inside[0].weight + _CLEARLY
    if not any(one.evidence.said for one in inside):
        return True
    return outside.weight + _OUTSIDE_ORDER > inside[0].weight


def _weighing(place: Place, lexicon: CompiledLexicon) -> _Weighing:
    """Senses are weighed once for a ``Doc``, however many rooms ask and however often its block is met.

    A ``Doc`` stands for another block only where everything that an answer can hang on is the same.
    """
    answers = state_of(place.doc).answers
    key = ("senses", place.candidate)
    if key not in answers:
        answers[key] = _weighed(place, lexicon)
    weighing: _Weighing = answers[key]
    return weighing


def _weighed(place: Place, lexicon: CompiledLexicon) -> _Weighing:
    entry = lexicon[place.letters.entry] if place.letters.entry else None
    if not isinstance(entry, ShortForm):
        return _Weighing()
    cues = lexicon.senses[entry.id]
    has_verb = any(sense.pos == "verb" for sense in entry.senses)
    if len(entry.senses) == 1 and not (entry.only or entry.outside):
        # Nothing to weigh it against, and nothing that asks how much speaks for it.
        possible = _is_possible(entry.senses[0], cues.inside[0], place, has_verb=has_verb)
        only = Weighed(entry.senses[0], Evidence(0.0, 0.0), _ORDER)
        return _Weighing((only,) if possible else ())
    around = _around(place, lexicon)
    found = []
    for number, (sense, own) in enumerate(zip(entry.senses, cues.inside, strict=True)):
        if _is_possible(sense, own, place, has_verb=has_verb):
            evidence = _evidence(own, place, around)
            found.append(Weighed(sense, evidence, _ORDER / (1 + number) + evidence.weight))
    outside = (_evidence(own, place, around) for own in cues.outside)
    return _Weighing(
        tuple(sorted(found, key=lambda one: -one.weight)),
        max(outside, key=lambda one: one.weight, default=None),
    )


def rivals(weighed: list[Weighed]) -> list[Sense]:
    """The senses between which a person has to choose; one or none where the company settles it.

    Args:
        weighed: the senses of one place, best first.
    """
    if not weighed or weighed[0].evidence.said >= _PHRASE:
        return [one.sense for one in weighed[:1]]
    share = _RIVAL_SHARE if weighed[0].evidence.weight >= _SOMETHING else _RIVAL_SHARE_OF_NOTHING
    found: list[Sense] = []
    for one in weighed:
        if one.weight >= share * weighed[0].weight and not any(
            _say_the_same(one.sense, met) for met in found
        ):
            found.append(one.sense)
    return found


def _say_the_same(one: Sense, other: Sense) -> bool:
    """Whether two long forms are one thing said in two ways, as "looked after" and "looked after child"."""
    words = [set(re.findall(r"[a-z0-9]+", sense.long.lower())) for sense in (one, other)]
    return one.pos != other.pos or len(words[0] & words[1]) >= _SAME_WORDS * min(map(len, words))


def _is_possible(sense: Sense, cues: Cues, place: Place, *, has_verb: bool) -> bool:
    letters = place.letters
    if sense.pos == "verb":
        if letters.plural:
            return False
    elif letters.past and has_verb:
        return False
    return not cues.only or any(
        holds(one, letters, place.doc, place.words, place.context) for one in cues.only
    )


def _evidence(cues: Cues, place: Place, around: _Around) -> Evidence:
    said = _COMPANY if cues.only else 0.0
    singles = cues.words.singles
    if cues.phrases.around(place.words, place.letters.start, place.letters.end):
        said += _PHRASE
    said += _NEAR_CUE * (len(singles & around.sentence) + _longer_cues(cues, place))
    said += _BLOCK_CUE * min(_AROUND_CUES_MOST, len(singles & around.elsewhere))
    said += _HEADING_CUE * min(_AROUND_CUES_MOST, len(singles & around.headings))
    in_common = sum(weight * around.topics.get(field, 0.0) for field, weight in cues.topics.items())
    far = len(singles & place.context.vocabulary)
    likely = _TOPIC_WORD * min(_TOPIC_WORDS_MOST, in_common) + _FAR_CUE * min(_FAR_CUES_MOST, far)
    return Evidence(said, likely)


def _around(place: Place, lexicon: CompiledLexicon) -> _Around:
    words, block = place.words, place.context.block
    sentence = words.sentence(place.candidate.start)
    own, letters = place.candidate, place.letters
    beside = [number for number in sentence if not letters.start <= number < letters.end]
    return _Around(
        {words.norms[number] for number in sentence if not own.start <= number < own.end},
        {*words.norms[: sentence.start], *words.norms[sentence.stop :]},
        heading_words(block.section) if block is not None else frozenset(),
        lexicon.topics.of_words([words.norms[one] for one in beside], [words.texts[one] for one in beside]),
    )


def _longer_cues(cues: Cues, place: Place) -> int:
    """How many different cues of several words begin in the same sentence."""
    norms, sentence = place.words.norms, place.words.sentence(place.candidate.start)
    if cues.words.openings.isdisjoint(norms[sentence.start : sentence.stop]):
        return 0
    openings = [number for number in sentence if norms[number] in cues.words.openings]
    return sum(any(_at(wording, norms, number) for number in openings) for wording in cues.words.longer)


def _at(wording: Iterable[frozenset[str]], norms: tuple[str, ...], start: int) -> bool:
    wanted = list(wording)
    found = norms[start : start + len(wanted)]
    return len(found) == len(wanted) and all(norm in forms for norm, forms in zip(found, wanted, strict=True))
