"""What a short form may stand for at one place: what the document says, then the library, then the lexicon.

A document's own explanation holds. Where it gives none, what other documents of the library say of it stands
before the lexicon's senses; and where the words around speak for another meaning, or two are equally good,
the writer is asked: nobody else knows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jargon_scanner.findings import Expansion
from jargon_scanner.pipeline.meanings import Place, rivals, weigh_senses
from jargon_scanner.statuses import as_listed, same_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jargon_scanner.collect import Draft
    from jargon_scanner.definitions import Definition
    from jargon_scanner.findings import ExpansionSource
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.lexicon.entry import Sense
    from jargon_scanner.told import Told

#: Another document's word for it is good evidence, and never as good as the document's own.
_TRUST = 0.9
#: What a lexicon's sense still counts for where the document gives a meaning.
_BESIDE_THE_DOCUMENT = 0.1
#: A question names so many meanings; the report has them all.
_MOST_ASKED = 3


@dataclass(frozen=True, slots=True)
class LongForm:
    """One long form that a short form may have.

    Attributes:
        text: as a list has it.
        score: its share of all that speaks for any, from 0 to 1.
        source: who gives it.
        sense: the lexicon's sense of these words, if it has one.
        documents: those of the library that give it.
    """

    text: str
    score: float
    source: ExpansionSource
    sense: Sense | None = None
    documents: tuple[str, ...] = ()

    @property
    def expansion(self) -> Expansion:
        """The same, as a report has it."""
        return Expansion(self.text, self.score, self.source, self.documents)


@dataclass(frozen=True, slots=True)
class Meanings:
    """Long forms, best first, and those of them between which the writer has to choose: none or several."""

    all: tuple[LongForm, ...]
    asked: tuple[LongForm, ...] = ()


@dataclass(frozen=True, slots=True)
class LexiconSays:
    """What the lexicon makes of one place.

    Attributes:
        senses: those that are possible there, best first.
        open: those between which nothing there decides; one where it is clear.
        is_said: whether words around speak for the first one, not its place in the entry alone.
    """

    senses: tuple[LongForm, ...]
    open: tuple[LongForm, ...]
    is_said: bool

    @property
    def clear(self) -> LongForm | None:
        """The one sense that is meant, where that is clear."""
        return self.open[0] if len(self.open) == 1 else None

    def sense_of(self, long: str) -> Sense | None:
        """The likeliest sense that has this long form."""
        return next((one.sense for one in self.senses if same_words(one.text) == same_words(long)), None)

    def led_by(self, chosen: LongForm | None) -> LexiconSays:
        """The same, with one of the open senses decided for by the rest of the document."""
        if chosen is None or len(self.open) < 2:
            return self
        decided = next((one for one in self.open if one.sense == chosen.sense), None)
        if decided is None:
            return self
        others = (one for one in self.senses if one is not decided)
        return LexiconSays((decided, *others), (decided,), self.is_said)


def lexicon_says(draft: Draft, lexicon: CompiledLexicon) -> LexiconSays:
    """The lexicon's senses of a short form in its place.

    Raises:
        Unread: that hangs on the grammar of a sentence that no model has read yet.
    """
    weighed = weigh_senses(Place(draft.candidate, draft.doc, draft.words, draft.context), lexicon)
    total = sum(one.weight for one in weighed) or 1.0
    senses = [LongForm(one.sense.long, round(one.weight / total, 3), "lexicon", one.sense) for one in weighed]
    open_senses = rivals(weighed)[:_MOST_ASKED]
    return LexiconSays(
        tuple(senses),
        tuple(one for one in senses if one.sense in open_senses),
        bool(weighed) and weighed[0].evidence.said > 0,
    )


def meanings_of(says: LexiconSays, given: Sequence[Definition], told: Sequence[Told]) -> Meanings:
    """What a short form may stand for at one place.

    Args:
        says: what the lexicon makes of the place.
        given: what the document says of the short form, in reading order.
        told: what other documents of the library say of it.
    """
    if given:
        own = (LongForm(as_listed(one.long), 1.0, "document") for one in given)
        others = (replace(one, score=round(one.score * _BESIDE_THE_DOCUMENT, 3)) for one in says.senses)
        return Meanings(_each_once([*own, *others]))
    asked = says.open if len(says.open) > 1 else ()
    return _with_library(says, asked, told) if told else Meanings(_each_once(says.senses), asked)


def _with_library(says: LexiconSays, asked: tuple[LongForm, ...], told: Sequence[Told]) -> Meanings:
    votes = sum(len(one.documents) for one in told)
    ours = [
        LongForm(one.text, round(_TRUST * len(one.documents) / votes, 3), "library", None, one.documents)
        for one in told
    ]
    if len(ours) > 1:
        return Meanings(_each_once([*says.senses, *ours]), asked or (() if says.senses else tuple(ours)))
    (one,) = ours
    if not says.is_said or any(_alike(one, other) for other in says.open):
        return Meanings(_each_once([one, *says.senses]))
    both = _each_once([*says.senses, one])
    if len(both) == len(says.senses):
        return Meanings(both, asked)  # the lexicon knows it too, and the words here speak for another sense
    return Meanings(both, (*(asked or says.senses[:1]), one))


def _each_once(forms: Iterable[LongForm]) -> tuple[LongForm, ...]:
    """Long forms without those that say the same as one before, which gains what the lexicon knows of it."""
    found: dict[str, LongForm] = {}
    for form in forms:
        first = found.setdefault(same_words(form.text), form)
        if first.sense is None and form.sense is not None:
            found[same_words(form.text)] = replace(first, sense=form.sense)
    return tuple(found.values())


def _alike(one: LongForm, other: LongForm) -> bool:
    return same_words(one.text) == same_words(other.text)
