"""Which long form each acronym has here: what the document says first, then the lexicon's senses by company.

Plain functions over all drafts of a document: which PA, and whether it was explained before or after, are
questions of the whole document, not of one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.findings import Acronym, Expansion, Status
from jargon_scanner.lexicon.entry import Sense, ShortForm
from jargon_scanner.pipeline.meanings import Place, rivals, weigh_senses
from jargon_scanner.statuses import Use, as_listed, by_short_form, same_letters, same_words, statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jargon_scanner.collect import Draft
    from jargon_scanner.definitions import Definition
    from jargon_scanner.lexicon.compiled import CompiledLexicon

#: A question names so many senses; the report has them all.
_MOST_ASKED = 3
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

    Where two senses are equally good at one place, the other uses in the document decide; where they do
    not, the finding asks.

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
    open_here = [open_senses(drafts[place], lexicon) for place in shorts]
    settled = _settled(uses, open_here)
    resolved = {}
    for place, use, senses, choices, status in zip(
        shorts, uses, ranked, open_here, statuses(uses, definitions), strict=True
    ):
        said = explained.get(same_letters(use.short), ())
        chosen = settled.get(same_letters(use.short))
        if chosen in choices:
            senses.sort(key=lambda one: one.sense != chosen)
        draft = _resolved(drafts[place], said, senses, status)
        asks = len(choices) > 1 and chosen not in choices and not said
        resolved[place] = _asking(draft, choices) if asks else draft
    complete = [resolved.get(place, draft) for place, draft in enumerate(drafts)]
    return _in_order([_kept_where_explained(draft, definitions) for draft in complete])


def _kept_where_explained(draft: Draft, definitions: Sequence[Definition]) -> Draft:
    """Terms in a long form whose letters are explained are not swapped in bulk: the letters spell them."""
    finding = draft.finding
    if (finding.kind, finding.treatment) != ("jargon", "replace") or not any(
        one.long_start <= finding.start and finding.end <= one.long_end for one in definitions
    ):
        return draft
    return replace(draft, finding=replace(finding, treatment="explain"))


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


def _settled(uses: Sequence[Use], choices: Sequence[Sequence[Sense]]) -> dict[str, Sense]:
    """The sense of each short form that is clear at some place, where no other is clear elsewhere."""
    clear: dict[str, list[Sense]] = {}
    for use, senses in zip(uses, choices, strict=True):
        if len(senses) == 1 and senses[0] not in clear.setdefault(same_letters(use.short), []):
            clear[same_letters(use.short)].append(senses[0])
    return {letters: senses[0] for letters, senses in clear.items() if len(senses) == 1}


def _asking(draft: Draft, choices: Sequence[Sense]) -> Draft:
    """The draft as a question to the writer: nobody but the writer knows which sense was meant."""
    *others, last = [sense.long for sense in choices]
    question = f"Which does {_letters(draft)} mean here: {', '.join(others)} or {last}?"
    finding = replace(draft.finding, treatment="ask", question=question, meaning=None)
    return replace(draft, finding=finding)


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
    return draft.block.text[first.idx : last.idx + len(last)]


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
        long = as_listed(definition.long)
        found.setdefault(same_words(long), Expansion(long, 1.0, "document"))
    for one in ranked:
        share = one.score if not definitions else one.score * 0.1
        found.setdefault(same_words(one.sense.long), Expansion(one.sense.long, round(share, 3), "lexicon"))
    return tuple(found.values())


def open_senses(draft: Draft, lexicon: CompiledLexicon) -> list[Sense]:
    """The senses between which the writer has to choose, best first; fewer than two where one is clear."""
    return rivals(weigh_senses(_place(draft), lexicon))[:_MOST_ASKED]


def _place(draft: Draft) -> Place:
    return Place(draft.candidate, draft.doc, draft.words, draft.context)


def rank_senses(draft: Draft, lexicon: CompiledLexicon) -> list[RankedSense]:
    """The lexicon's senses of a short form by what speaks for each here, best first."""
    weighed = weigh_senses(_place(draft), lexicon)
    total = sum(one.weight for one in weighed) or 1.0
    return [RankedSense(one.sense, round(one.weight / total, 3)) for one in weighed]
