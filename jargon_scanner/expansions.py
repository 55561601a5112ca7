"""Which long form each acronym has here: its status, its meanings best first, and what the writer is asked.

Plain functions over all drafts of a document: which PA, and whether it was explained before or after, are
questions of the whole document, not of one sentence. What one place makes of it is asked in ``long_forms``.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.findings import Acronym, Status
from jargon_scanner.long_forms import lexicon_says, meanings_of
from jargon_scanner.pipeline.candidates import is_short_form
from jargon_scanner.statuses import Use, by_short_form, same_letters, same_words, statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from jargon_scanner.collect import Draft
    from jargon_scanner.definitions import Definition
    from jargon_scanner.findings import Finding
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.long_forms import LexiconSays, LongForm, Meanings
    from jargon_scanner.told import Library

_EXPLAINED = "A reader has to remember what the letters stand for. The words themselves are easier."
_TOLD = "Nothing here says what the letters stand for. Other documents of yours do."
_WHY = {"document": _EXPLAINED, "library": _TOLD}
_NO_LIBRARY: Library = MappingProxyType({})

#: ``Grammar.answer``: a piece of work done for each draft, with the model's answers where it asks for them.
Answer: TypeAlias = "Callable[[Sequence[Draft], Callable[[Draft], LexiconSays]], list[LexiconSays]]"


def resolve(
    drafts: Sequence[Draft],
    definitions: Sequence[Definition],
    lexicon: CompiledLexicon,
    answer: Answer,
    library: Library = _NO_LIBRARY,
) -> list[Draft]:
    """The drafts again, each acronym with its status and its long forms, best first.

    Where two senses are equally good at one place, the other uses in the document decide; where they do
    not, the finding asks.

    Args:
        drafts: of a whole document.
        definitions: all that the document says of its short forms, in reading order.
        lexicon: the lexicon they were found with.
        answer: does work that may ask about grammar (``Grammar.answer``).
        library: what other documents say of short forms.
    """
    given = by_short_form(definitions)
    places = [place for place, draft in enumerate(drafts) if is_short_form(draft.candidate, lexicon)]
    shorts = [drafts[place] for place in places]
    letters = [_letters(draft) for draft in shorts]
    keys = [same_letters(one) for one in letters]
    said = answer(shorts, lambda draft: lexicon_says(draft, lexicon))
    settled = _settled(keys, said)
    meanings = [
        meanings_of(says.led_by(settled.get(key)), given.get(key, ()), library.get(key, ()))
        for key, says in zip(keys, said, strict=True)
    ]
    uses = [
        Use(short, draft.finding.start, bool(one.all))
        for short, draft, one in zip(letters, shorts, meanings, strict=True)
    ]
    complete = list(drafts)
    found = zip(places, keys, letters, meanings, statuses(uses, definitions), strict=True)
    for place, key, short, one, status in found:
        complete[place] = _resolved(drafts[place], short, one, status, given.get(key, ()))
    spelled = _long_forms(definitions)
    return _in_order([_kept_where_explained(draft, spelled) for draft in complete])


def _letters(draft: Draft) -> str:
    """The short form of a draft as written: of "CP plan", "CP"."""
    short = draft.candidate.letters
    if short is None:
        return draft.finding.text
    first, last = draft.doc[draft.words.tokens[short.start]], draft.doc[draft.words.tokens[short.end - 1]]
    return draft.block.text[first.idx : last.idx + len(last)]


def _settled(keys: Sequence[str], said: Sequence[LexiconSays]) -> dict[str, LongForm]:
    """The sense of each short form that is clear at some place, where no other is clear elsewhere."""
    clear: dict[str, list[LongForm]] = {}
    for key, says in zip(keys, said, strict=True):
        met = clear.setdefault(key, [])
        if says.clear is not None and says.clear.sense not in [one.sense for one in met]:
            met.append(says.clear)
    return {key: senses[0] for key, senses in clear.items() if len(senses) == 1}


def _resolved(
    draft: Draft, letters: str, meanings: Meanings, status: Status, given: Sequence[Definition]
) -> Draft:
    finding, best = draft.finding, meanings.all[0] if meanings.all else None
    expansions = tuple(one.expansion for one in meanings.all)
    resolved = replace(
        finding,
        acronym=Acronym(status, best.text if best else None, expansions, letters),
        meaning=_meaning(draft, best),
        why=finding.why if finding.entry or best is None else _WHY.get(best.source),
        confidence=round(min(finding.confidence, 0.5 + 0.5 * best.score) if best else finding.confidence, 2),
    )
    if meanings.asked:
        resolved = _asking(resolved, letters, [one.text for one in meanings.asked])
    here = next((one for one in given if one.start == finding.start), None)
    choices = tuple(one.expansion for one in meanings.asked)
    return replace(draft, finding=resolved, choices=choices, explains=here)


def _meaning(draft: Draft, best: LongForm | None) -> str | None:
    """What it means in a child's words: those of the term around it, else those of the sense that it has."""
    if draft.candidate.letters is not None or best is None:
        return draft.finding.meaning
    return None if best.sense is None else best.sense.meaning or draft.finding.meaning


def _asking(finding: Finding, letters: str, choices: Sequence[str]) -> Finding:
    """The finding as a question to the writer: nobody but the writer knows which meaning is the right one."""
    *others, last = choices
    question = f"Which does {letters} mean here: {', '.join(others)} or {last}?"
    return replace(finding, treatment="ask", question=question, meaning=None)


def _long_forms(definitions: Iterable[Definition]) -> dict[int, int]:
    """Every offset at which words of a long form stand, and the farthest end of such words."""
    spelled: dict[int, int] = {}
    for one in definitions:
        for offset in range(one.long_start, one.long_end):
            spelled[offset] = max(spelled.get(offset, 0), one.long_end)
    return spelled


def _kept_where_explained(draft: Draft, spelled: Mapping[int, int]) -> Draft:
    """Terms in a long form whose letters are explained are not swapped in bulk: the letters spell them."""
    finding = draft.finding
    is_spelled = finding.end <= spelled.get(finding.start, 0)
    if not is_spelled or (finding.kind, finding.treatment) != ("jargon", "replace"):
        return draft
    return replace(draft, finding=replace(finding, treatment="explain"))


def _in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts again, each knowing whether its short form was met before and whether it comes again."""
    ordered = list(drafts)
    meant = [(place, key) for place, draft in enumerate(drafts) if (key := _meant(draft)) is not None]
    firsts = {key: place for place, key in reversed(meant)}
    again: set[tuple[str, str]] = set()
    for place, key in reversed(meant):
        draft = drafts[place]
        ordered[place] = replace(draft, first_use=firsts[key] == place, used_again=key in again)
        if draft.explains is None:
            again.add(key)
    return ordered


def _meant(draft: Draft) -> tuple[str, str] | None:
    """What two uses of a short form in one meaning have in common; a family's own words are no use."""
    acronym = draft.finding.acronym
    if acronym is None or acronym.expansion is None or draft.finding.owner == "quote":
        return None
    return same_letters(draft.finding.letters), same_words(acronym.expansion)
