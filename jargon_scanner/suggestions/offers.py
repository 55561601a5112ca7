"""What could stand in place of a finding, best first, before anybody asks whether it fits there.

For a short form these are its long form, where the document, the library or the lexicon gives one, and the
wordings of the sense that is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.findings import IN_DOCUMENT, IN_LIBRARY, LONG_FORM
from jargon_scanner.lexicon.entry import Term, Wording
from jargon_scanner.long_forms import lexicon_says
from jargon_scanner.pipeline.conditions import holds
from jargon_scanner.suggestions.slot import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.collect import Draft
    from jargon_scanner.findings import Expansion, ExpansionSource
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.lexicon.entry import AnyEntry, Pos, Sense

_DID_NOT = "did not "
_SOURCES: dict[ExpansionSource, str] = {
    "document": IN_DOCUMENT,
    "library": IN_LIBRARY,
    "lexicon": LONG_FORM,
}


def offers_of(
    draft: Draft, entry: AnyEntry | None, lexicon: CompiledLexicon
) -> Iterator[tuple[Wording, Pos]]:
    """Every wording that may be offered here, best first, with the part of speech it takes the place of.

    Args:
        draft: resolved, if it is of an acronym.
        entry: the lexicon's entry that it is about; None for letters that no lexicon knows.
        lexicon: the lexicon it was found with.

    Raises:
        Unread: an offer hangs on the grammar of a sentence that no model has read yet.
    """
    if isinstance(entry, Term):
        said = _said_of(draft.candidate.wording, entry)
        fitting = [wording for wording in said if _is_offered(wording, draft, lexicon)]
        yield from ((wording, entry.pos) for wording in fitting)
        return
    yield from _short_form_offers(draft, entry, lexicon)


def _said_of(met: str, entry: Term) -> Iterator[Wording]:
    """An entry's wordings for one of its terms.

    A term with wordings of its own takes no others: what drops in for the rest would change what it says.
    """
    own = any(met in wording.of for wording in entry.say)
    for wording in entry.say:
        if met in wording.of or (not wording.of and not (own and wording.replace)):
            yield wording


def _short_form_offers(
    draft: Draft, entry: AnyEntry | None, lexicon: CompiledLexicon
) -> Iterator[tuple[Wording, Pos]]:
    acronym = draft.finding.acronym
    if acronym is None or not acronym.expansions:
        return
    says = lexicon_says(draft, lexicon)
    if draft.choices:
        yield from (_exact(choice, says.sense_of(choice.text), draft, entry) for choice in draft.choices)
        return
    sense = says.sense_of(acronym.expansions[0].text)
    exact = _exact(acronym.expansions[0], sense, draft, entry)
    if sense is None or entry is None:
        yield exact
        yield from _said_of_long_form(exact, lexicon)
        return
    offered = (wording for wording in (*sense.say, *entry.say) if _is_offered(wording, draft, lexicon))
    wordings = [(wording, sense.pos) for wording in offered]
    # The long form of an acronym is exact wherever the letters stand. Young people's own choice goes before
    # it, as do wordings for letters used as a verb.
    chosen = entry.young_people_prefer or sense.pos == "verb" or sense.first == "say"
    yield from (*wordings, exact) if chosen or entry.kind != "acronym" else (exact, *wordings)
    if not any(wording.replace for wording in (*sense.say, *entry.say)):
        yield from _said_of_long_form(exact, lexicon)


def _said_of_long_form(exact: tuple[Wording, Pos], lexicon: CompiledLexicon) -> Iterator[tuple[Wording, Pos]]:
    """What drops in for a long form that is a term of its own: "SGO" takes the wordings of its order.

    Only those without conditions: these are about the company of the term, not of the letters.
    """
    long, pos = exact
    named = lexicon.term_called(long.replace or "")
    if named is None or named[0].pos != pos:
        return
    term, written = named
    for wording in _said_of(written, term):
        if wording.replace is not None and not wording.when:
            yield wording, pos


def _exact(
    given: Expansion, sense: Sense | None, draft: Draft, entry: AnyEntry | None
) -> tuple[Wording, Pos]:
    """The long form itself as a wording: as the lexicon writes it, where that has a sense for it."""
    if sense is None:
        return Wording(replace=given.text, source=_SOURCES[given.source]), "noun"
    if sense.plural and Slot(draft, entry).is_plural:
        return Wording(replace=sense.plural, number="plural", source=LONG_FORM), sense.pos
    # A verb wording is inflected: "did not attend" is a past already.
    text = f"not {sense.long.removeprefix(_DID_NOT)}" if sense.long.startswith(_DID_NOT) else sense.long
    return Wording(replace=text if sense.pos == "verb" else sense.long, source=LONG_FORM), sense.pos


def _is_offered(wording: Wording, draft: Draft, lexicon: CompiledLexicon) -> bool:
    ready = lexicon.offered_when(wording)
    return not ready or any(
        holds(one, draft.candidate, draft.doc, draft.words, draft.context) for one in ready
    )
