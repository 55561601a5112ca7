"""Findings made complete: their sentence, and two or three things it could say instead."""

from __future__ import annotations

from dataclasses import fields, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from jargon_scanner.findings import FIRST_USE, IN_DOCUMENT, LONG_FORM, Finding, Suggestion
from jargon_scanner.lexicon.decided import approval_of, wording_of
from jargon_scanner.lexicon.entry import Term, Wording
from jargon_scanner.pipeline.state import state_of
from jargon_scanner.statuses import same_words
from jargon_scanner.suggestions.addressee import offers_for
from jargon_scanner.suggestions.decided import decided_here, kept
from jargon_scanner.suggestions.emphasis import keeping_marks
from jargon_scanner.suggestions.first_use import without_letters, written_out
from jargon_scanner.suggestions.fit import fit
from jargon_scanner.suggestions.offers import offers_of
from jargon_scanner.suggestions.slot import Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.collect import Draft
    from jargon_scanner.findings import Approval
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.lexicon.entry import AnyEntry, Pos, Reader
    from jargon_scanner.suggestions.change import Change

_MOST = 5
#: All that a finding says but where it stands and which it is: what its suggestions hang on.
_ALL_BUT_PLACE = attrgetter(
    *(one.name for one in fields(Finding) if one.name not in {"id", "start", "end", "location"})
)


def suggest(
    draft: Draft, text: str, lexicon: CompiledLexicon, reader: Reader | None = None, identifier: str = ""
) -> Finding:
    """A finding with its sentence and suggestions.

    Args:
        draft: resolved, if it is of an acronym.
        text: the document's text.
        lexicon: the lexicon it was found with.
        reader: whom the document speaks to; None for the third person.
        identifier: the finding's name in its report.

    Raises:
        Unread: a wording's fit hangs on the grammar of a sentence that no model has read yet.
    """
    start, end = draft.sentence_span()
    decided = decided_here(draft, lexicon, reader)
    if decided is not None and decided.outcome == "keep":
        draft = kept(draft, decided)
    suggestions = _remembered(draft, text, lexicon, reader)
    return replace(draft.finding, id=identifier, sentence=text[start:end], suggestions=suggestions)


def _remembered(
    draft: Draft, text: str, lexicon: CompiledLexicon, reader: Reader | None
) -> tuple[Suggestion, ...]:
    """The suggestions; of a block that was met before, those it had then, moved to where it stands now."""
    if draft.explains is not None:
        return _best(draft, text, lexicon, reader)
    answers = state_of(draft.doc).answers
    key = (_ALL_BUT_PLACE(draft.finding), draft.candidate, draft.first_use, draft.used_again, reader)
    if key not in answers:
        answers[key] = (draft.block.start, _best(draft, text, lexicon, reader))
    stood, suggestions = answers[key]
    by = draft.block.start - stood
    return tuple(_moved(one, by) for one in suggestions) if by else suggestions


def _moved(one: Suggestion, by: int) -> Suggestion:
    start, end = one.replaces
    return Suggestion(one.mode, one.text, (start + by, end + by), one.sentence, one.source, one.review)


def _best(draft: Draft, text: str, lexicon: CompiledLexicon, reader: Reader | None) -> tuple[Suggestion, ...]:
    fitted = () if draft.finding.owner == "quote" else _unique(_suggestions(draft, text, lexicon, reader))
    return tuple(sorted(fitted, key=lambda one: one.mode != "replace"))[:_MOST]


def _suggestions(
    draft: Draft, text: str, lexicon: CompiledLexicon, reader: Reader | None
) -> Iterator[Suggestion | None]:
    entry = lexicon[draft.finding.entry] if draft.finding.entry else None
    offers = list(offers_for(reader, (*_chosen(draft, lexicon, reader), *offers_of(draft, entry, lexicon))))
    if draft.explains is not None:
        for change in without_letters(draft, draft.explains, text, offers):
            yield _replacing(change, draft, text, IN_DOCUMENT)
        return
    first = written_out(draft, offers)
    if first is not None and draft.used_again:
        yield _replacing(first, draft, text, FIRST_USE)
    for offer in offers:
        yield _suggestion(offer, draft, entry, text)
    if first is not None and not draft.used_again:
        yield _replacing(first, draft, text, LONG_FORM)  # they come once here, but on other papers too


def _chosen(draft: Draft, lexicon: CompiledLexicon, reader: Reader | None) -> Iterator[tuple[Wording, Pos]]:
    """The wording that a team adopted for this place."""
    decided = decided_here(draft, lexicon, reader)
    if decided is None or decided.outcome != "adopt":
        return
    entry = lexicon[draft.finding.entry] if draft.finding.entry else None
    yield wording_of(decided, entry), _pos_of(entry, draft)


def _pos_of(entry: AnyEntry | None, draft: Draft) -> Pos:
    if isinstance(entry, Term):
        return entry.pos
    acronym = draft.finding.acronym
    long = same_words((acronym.expansion if acronym else None) or "")
    senses = entry.senses if entry else ()
    return next((sense.pos for sense in senses if same_words(sense.long) == long), "noun")


def _suggestion(
    offer: tuple[Wording, Pos], draft: Draft, entry: AnyEntry | None, text: str
) -> Suggestion | None:
    wording, pos = offer
    finding = draft.finding
    source = wording.source or "jargon-scanner lexicon"
    review = approval_of(wording.chosen) if wording.chosen else None
    if wording.rephrase is not None:
        return Suggestion("rephrase", wording.rephrase, (finding.start, finding.end), None, source, review)
    if draft.candidate.past and pos != "verb":
        return None  # "EHCP'd": no noun can stand there
    change = fit(wording, pos, Slot(draft, entry))
    if change is None or change.text.casefold() == text[change.start : change.end].casefold():
        return None
    return _replacing(change, draft, text, source, review)


def _replacing(
    change: Change, draft: Draft, text: str, source: str, review: Approval | None = None
) -> Suggestion:
    span = (change.start, change.end)
    change = replace(change, text=keeping_marks(text[change.start : change.end], change.text))
    return Suggestion("replace", change.text, span, _changed(change, draft, text), source, review)


def _changed(change: Change, draft: Draft, text: str) -> str:
    start, end = draft.sentence_span()
    return text[start : change.start] + change.text + text[change.end : max(end, change.end)]


def _unique(suggestions: Iterable[Suggestion | None]) -> Iterator[Suggestion]:
    seen: set[str] = set()
    for suggestion in suggestions:
        if suggestion is not None and suggestion.text.casefold() not in seen:
            seen.add(suggestion.text.casefold())
            yield suggestion
