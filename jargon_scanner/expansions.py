"""Which long form each acronym has here: what the document says first, then the lexicon's senses by company.

Plain functions over all drafts of a document: which PA, and whether it was explained before or after, are
questions of the whole document, not of one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.findings import Acronym, Expansion, Status
from jargon_scanner.lexicon.entry import Sense, ShortForm
from jargon_scanner.pipeline.senses import heading_words, holds
from jargon_scanner.statuses import Use, by_short_form, same_letters, same_words, statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jargon_scanner.collect import Draft
    from jargon_scanner.definitions import Definition
    from jargon_scanner.lexicon.compiled import CompiledLexicon, Cues

# Weights of what speaks for a sense, chosen so that a settling phrase outweighs all cues, a cue in the same
# sentence outweighs the order of the entry, and cues from elsewhere in the document only break ties.
_PHRASE = 8.0
_COMPANY = 4.0
_NEAR_CUE = 1.5
_FAR_CUE = 0.25
_FAR_CUES_MAX = 4
_ORDER = 1.0
_EXPLAINED = "A reader has to remember what the letters stand for. The words themselves are easier."


#: ``Grammar.answer``: a piece of work done for each draft, with the model's answers where it asks for them.
Answer: TypeAlias = (
    "Callable[[Sequence[Draft], Callable[[Draft], list[RankedSense]]], list[list[RankedSense]]]"
)


@dataclass(frozen=True, slots=True)
class RankedSense:
    """A sense of a short form with its share of all that speaks for any sense, from 0 to 1."""

    sense: Sense
    score: float


def resolve(
    drafts: Sequence[Draft], definitions: Sequence[Definition], lexicon: CompiledLexicon, answer: Answer
) -> list[Draft]:
    """The drafts again, each acronym with its status and its long forms, best first.

    Args:
        drafts: of a whole document.
        definitions: all that the document says of its short forms, in reading order.
        lexicon: the lexicon they were found with.
        answer: does work that may ask about grammar (``Grammar.answer``).
    """
    explained = by_short_form(definitions)
    shorts = [place for place, draft in enumerate(drafts) if _is_short(draft, lexicon)]
    ranked = answer([drafts[place] for place in shorts], lambda draft: rank_senses(draft, lexicon))
    uses = [
        Use(_letters(drafts[place]), drafts[place].finding.start, bool(senses))
        for place, senses in zip(shorts, ranked, strict=True)
    ]
    resolved = {
        place: _resolved(drafts[place], explained.get(same_letters(use.short), ()), senses, status)
        for place, use, senses, status in zip(shorts, uses, ranked, statuses(uses, definitions), strict=True)
    }
    return _in_order([resolved.get(place, draft) for place, draft in enumerate(drafts)])


def _in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts again, each knowing whether its short form was met before and whether it comes again."""
    met: set[tuple[str, str]] = set()
    again: set[tuple[str, str]] = set()
    firsts: list[bool] = []
    for draft in drafts:
        key = _meant(draft)
        firsts.append(key is not None and key not in met)
        met.update([key] if key else [])
    ordered: list[Draft] = []
    for draft, first in zip(reversed(drafts), reversed(firsts), strict=True):
        key = _meant(draft)
        ordered.append(replace(draft, first_use=first, used_again=key in again))
        again.update([key] if key and draft.explains is None else [])
    return ordered[::-1]


def _meant(draft: Draft) -> tuple[str, str] | None:
    """What two uses of a short form in one meaning have in common; a family's own words are no use."""
    acronym = draft.finding.acronym
    if acronym is None or acronym.expansion is None or draft.finding.owner == "quote":
        return None
    return same_letters(draft.finding.letters), same_words(acronym.expansion)


def _is_short(draft: Draft, lexicon: CompiledLexicon) -> bool:
    if draft.finding.kind == "acronym":
        return True
    return draft.finding.entry is not None and isinstance(lexicon[draft.finding.entry], ShortForm)


def _letters(draft: Draft) -> str:
    """The short form of a draft as written: of "CP plan", "CP"."""
    short = draft.candidate.letters
    if short is None:
        return draft.finding.text
    first, last = draft.doc[draft.words.tokens[short.start]], draft.doc[draft.words.tokens[short.end - 1]]
    return draft.doc.text[first.idx : last.idx + len(last)]


def _resolved(
    draft: Draft, definitions: Sequence[Definition], ranked: list[RankedSense], status: Status
) -> Draft:
    expansions = _expansions(definitions, ranked)
    finding = draft.finding
    acronym = Acronym(status, expansions[0].text if expansions else None, expansions, _letters(draft))
    meaning = finding.meaning
    if draft.candidate.letters is not None:
        pass
    elif ranked and expansions and expansions[0].text.casefold() == ranked[0].sense.long.casefold():
        meaning = ranked[0].sense.meaning or meaning
    elif definitions:
        meaning = _meaning_of(definitions[0].long, ranked)
    why = finding.why if finding.entry or not definitions else _EXPLAINED
    confidence = (
        min(finding.confidence, 0.5 + 0.5 * expansions[0].score) if expansions else finding.confidence
    )
    resolved = replace(finding, acronym=acronym, meaning=meaning, why=why, confidence=round(confidence, 2))
    here = next((definition for definition in definitions if definition.start == finding.start), None)
    return replace(draft, finding=resolved, explains=here)


def _meaning_of(long: str, ranked: list[RankedSense]) -> str | None:
    return next((one.sense.meaning for one in ranked if one.sense.long.casefold() == long.casefold()), None)


def _expansions(definitions: Sequence[Definition], ranked: list[RankedSense]) -> tuple[Expansion, ...]:
    found: dict[str, Expansion] = {}
    for definition in definitions:
        found.setdefault(same_words(definition.long), Expansion(definition.long, 1.0, "document"))
    for one in ranked:
        share = one.score if not definitions else one.score * 0.1
        found.setdefault(same_words(one.sense.long), Expansion(one.sense.long, round(share, 3), "lexicon"))
    return tuple(found.values())


def rank_senses(draft: Draft, lexicon: CompiledLexicon) -> list[RankedSense]:
    """The lexicon's senses of a short form by what speaks for each here, best first."""
    letters = draft.candidate.letters or draft.candidate
    if letters.entry is None:
        return []
    entry = lexicon[letters.entry]
    if not isinstance(entry, ShortForm):
        return []
    cues = lexicon.senses[entry.id].inside
    scored = [
        (sense, _weight(place, sense, one, draft))
        for place, (sense, one) in enumerate(zip(entry.senses, cues, strict=True))
    ]
    total = sum(weight for _, weight in scored) or 1.0
    ranked = [RankedSense(sense, round(weight / total, 3)) for sense, weight in scored if weight > 0]
    return sorted(ranked, key=lambda one: -one.score)


def _weight(place: int, sense: Sense, cues: Cues, draft: Draft) -> float:
    """What speaks for one sense here; 0 where it cannot be meant. ``place`` is its rank in the entry."""
    candidate, words = draft.candidate.letters or draft.candidate, draft.words
    if candidate.past != (sense.pos == "verb") and (candidate.past or candidate.plural):
        return 0.0
    if cues.only and not any(holds(one, candidate, draft.doc, words, draft.context) for one in cues.only):
        return 0.0
    weight = _ORDER / (1 + place) + (_COMPANY if cues.only else 0.0)
    if cues.phrases.around(words, candidate.start, candidate.end):
        weight += _PHRASE
    weight += _NEAR_CUE * _near(cues, draft)
    weight += _FAR_CUE * min(_FAR_CUES_MAX, len(cues.words.singles & draft.context.vocabulary))
    return weight


def _near(cues: Cues, draft: Draft) -> int:
    """How many different cues stand in the same sentence, or in the heading above."""
    words, own = draft.words, range(draft.candidate.start, draft.candidate.end)
    sentence = words.sentence(draft.candidate.start)
    singles = {
        words.norms[place]
        for place in sentence
        if place not in own and words.norms[place] in cues.words.singles
    }
    longer = sum(
        any(
            words.norms[place : place + len(wording)] and _at(wording, words.norms, place)
            for place in sentence
        )
        for wording in cues.words.longer
    )
    return len(singles) + longer + len(cues.words.singles & heading_words(draft.block.section))


def _at(wording: Iterable[frozenset[str]], norms: tuple[str, ...], place: int) -> bool:
    wanted = list(wording)
    found = norms[place : place + len(wanted)]
    return len(found) == len(wanted) and all(norm in forms for norm, forms in zip(found, wanted, strict=True))
