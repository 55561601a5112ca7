"""Where a document meets a short form for the first time, and where it explains one: what could stand there.

A short form that people keep (the law or safety needs it) is written out at its first use with its letters
behind it, if they come again: "interim care order (ICO)". Where the document explains a short form already,
the letters can go: they are needed only if they are kept and come again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jargon_scanner.statuses import same_words
from jargon_scanner.suggestions.articles import article
from jargon_scanner.suggestions.change import Change
from jargon_scanner.suggestions.determiners import ARTICLES
from jargon_scanner.suggestions.fit import fit
from jargon_scanner.suggestions.phrases import begins_with_determiner, noun_phrase
from jargon_scanner.suggestions.slot import Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.collect import Draft
    from jargon_scanner.definitions import Definition
    from jargon_scanner.lexicon.entry import Pos, Wording

_OPEN = re.compile(r"[’']?s?\s*[(\[][\"“‘']?")
_CLOSE = re.compile(r"[’']?s?[\"”’']?[)\]]")
#: Ways of explaining (see ``definitions.ways``) in which both stand side by side in a sentence of their own.
_BESIDE = frozenset(
    ("long, or short", "short, or long", "known as", "long, short", "short, long", "dashes", "short: long")
)
_CLOSING_MARK = re.compile(r"[’']?s?(?:,(?= \w)| [–—-](?= \w))")
_POSSESSIVE = frozenset({"'s", "'"})
_WORD_BEFORE = re.compile(r"(\w+)\s+$")
_LONGEST_WORD = 40


def written_out(draft: Draft, offers: Iterable[tuple[Wording, Pos]]) -> Change | None:
    """The long form with the letters behind it: for the first use of letters that are kept.

    Args:
        draft: of a short form.
        offers: the wordings for it; one of them is its long form.

    Returns:
        The change, or None where this is no such place or the letters cannot follow there.
    """
    acronym = draft.finding.acronym
    if acronym is None or acronym.expansion is None or acronym.status != "undefined":
        return None
    if not (draft.first_use and is_kept(draft)) or draft.candidate.letters is not None:
        return None
    exact = next(
        (wording for wording, pos in offers if pos == "noun" and _says(wording, acronym.expansion)), None
    )
    change = fit(exact, "noun", Slot(draft)) if exact else None
    if change is None or same_words(change.text).split()[-1:] != same_words(acronym.expansion).split()[-1:]:
        return None
    return _with_letters(change, draft)


def is_kept(draft: Draft) -> bool:
    """Whether people keep this short form: it is to be explained, not replaced."""
    return draft.finding.kind == "acronym" and draft.finding.treatment == "explain"


def _says(wording: Wording, long: str) -> bool:
    return wording.replace is not None and same_words(wording.replace) == same_words(long)


def _with_letters(change: Change, draft: Draft) -> Change | None:
    """Letters in brackets behind a long form, a possessive ending carried to both: "officer's (IRO's)"."""
    slot, letters = Slot(draft), draft.finding.text
    if slot.after not in _POSSESSIVE:
        if change.end != draft.finding.end:
            return None  # the verb behind it changes too: letters cannot come between
        return replace(change, text=f"{change.text} ({letters})")
    start, end = slot.offset(draft.candidate.end)
    if start != draft.finding.end or change.end not in (start, end):
        return None
    ending = slot.between(start, end)
    long = change.text if change.end == end else change.text + ending
    return Change(change.start, end, f"{long} ({letters}{ending})")


def without_letters(
    draft: Draft, definition: Definition, text: str, offers: Iterable[tuple[Wording, Pos]]
) -> Iterator[Change]:
    """What could stand in place of a whole explanation, "long form (SF)" or "SF (long form)", best first.

    Nothing for a short form that is kept and comes again: there the explanation is right.

    Args:
        draft: of the short form that is explained here.
        definition: the explanation.
        text: the document's text.
        offers: the wordings for the short form.
    """
    span = _explanation(definition, text)
    is_right = is_kept(draft) and draft.used_again
    if span is None or is_right or span[0] < draft.sentence_span()[0]:
        return
    start, end = span
    long = text[definition.long_start : definition.long_end]
    yield _in_place(start, end, long, text)
    is_first = _word_before(text, start) is None
    for wording, pos in offers:
        if pos != "noun" or wording.replace is None or _says(wording, definition.long):
            continue
        phrase = noun_phrase(wording.replace, draft.candidate.plural and wording.number is None)
        is_bare = wording.number in ("plural", "mass", "name") or begins_with_determiner(phrase)
        if "<" not in phrase and (is_first or not is_bare):
            yield _in_place(start, end, _in_case_of(long, phrase, start == draft.sentence_span()[0]), text)


def _in_case_of(long: str, phrase: str, opens_sentence: bool) -> str:
    """The phrase as its place asks: shouted in a shouted heading, with a capital where a sentence begins."""
    if long.isupper():
        return phrase.upper()
    return phrase[:1].upper() + phrase[1:] if opens_sentence and long[:1].isupper() else phrase


def _explanation(definition: Definition, text: str) -> tuple[int, int] | None:
    """The half-open range of an explanation with its marks; None where a whole sentence explains."""
    letters, long = (definition.start, definition.end), (definition.long_start, definition.long_end)
    outer, inner = sorted((letters, long))
    if definition.pattern in _BESIDE:
        close = _CLOSING_MARK.match(text, inner[1])
        return outer[0], close.end() if close else inner[1]
    close = _CLOSE.match(text, inner[1])
    if close is None or not _OPEN.fullmatch(text, outer[1], inner[0]):
        return None
    return outer[0], close.end()


def _in_place(start: int, end: int, phrase: str, text: str) -> Change:
    """The change with the article that the phrase asks for in place of one that stands before it."""
    before = _word_before(text, start)
    if before is None or before[1].lower() not in ARTICLES or before[1].lower() == article(phrase):
        return Change(start, end, phrase)
    wanted = article(phrase)
    opening = wanted.capitalize() if before[1][0].isupper() else wanted
    return Change(before.start(1), end, f"{opening} {phrase}")


def _word_before(text: str, start: int) -> re.Match[str] | None:
    """The word right before an offset, on the same line."""
    line = max(text.rfind("\n", 0, start) + 1, start - _LONGEST_WORD)
    return _WORD_BEFORE.search(text, line, start)
