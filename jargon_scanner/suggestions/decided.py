"""What a team decided about a finding: what is said instead, or that its words are kept and explained."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.decided import approval_of, decision_on
from jargon_scanner.lexicon.entry import Term
from jargon_scanner.long_forms import lexicon_says

if TYPE_CHECKING:
    from jargon_scanner.collect import Draft
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.lexicon.entry import Decided, Reader


def decided_here(draft: Draft, lexicon: CompiledLexicon, reader: Reader | None) -> Decided | None:
    """The decision that holds at one place; None where there is none.

    Args:
        draft: resolved, if it is of an acronym. Where it is open which long form is meant, nothing holds.
        lexicon: the lexicon it was found with.
        reader: whom the document speaks to; None for the third person.
    """
    entry = lexicon[draft.finding.entry] if draft.finding.entry else None
    if entry is None or not entry.decided or draft.explains is not None:
        return None
    words = draft.candidate.wording if isinstance(entry, Term) else _long_form(draft, lexicon)
    return decision_on(entry, words, reader) if words is not None else None


def kept(draft: Draft, decided: Decided) -> Draft:
    """A draft whose words a team decided to keep: they are to be explained, and it says on whose say-so."""
    finding = draft.finding
    meaning = decided.meaning or finding.meaning
    changed = replace(
        finding, treatment="explain", question=None, meaning=meaning, review=approval_of(decided.chosen)
    )
    return replace(draft, finding=changed)


def _long_form(draft: Draft, lexicon: CompiledLexicon) -> str | None:
    acronym = draft.finding.acronym
    if acronym is None or acronym.expansion is None or draft.choices:
        return None
    sense = lexicon_says(draft, lexicon).sense_of(acronym.expansion)
    return sense.long if sense is not None else None
