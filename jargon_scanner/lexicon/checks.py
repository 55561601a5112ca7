"""Checks of the lexicon, one small function and a code each. The docstring is the message.

E: the lexicon is wrong. W: an entry is not complete. Each check is tested with a small bad lexicon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.lexicon.company import company
from jargon_scanner.lexicon.cross_checks import CROSS_CHECKS
from jargon_scanner.lexicon.entry import AnyEntry, ShortForm, Term
from jargon_scanner.lexicon.faults import Fault, did_you_mean
from jargon_scanner.lexicon.patterns import patterns_of
from jargon_scanner.lexicon.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jargon_scanner.lexicon.layers import Located
    from jargon_scanner.lexicon.load import Lexicon

Check: TypeAlias = "Callable[[AnyEntry, Lexicon], Iterator[str]]"

_CLASS = re.compile(r"<([^>]+)>")


def _unknown_category(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """the category is not in categories.yaml"""
    if entry.category not in lexicon.categories:
        yield f"{entry.category}.{did_you_mean(entry.category, lexicon.categories)}"


def _category_of_other_kind(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """the category belongs to another kind"""
    category = lexicon.categories.get(entry.category)
    if category is not None and category.kind != entry.kind:
        yield f"{entry.category} is {category.kind}, the entry is {entry.kind}"


def _unknown_slot(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """the term cannot be made into a pattern"""
    if isinstance(entry, Term):
        try:
            patterns_of(entry, lexicon.classes)
        except ValueError as error:
            yield _with_hint(error, lexicon)


def _wording_of_no_term(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:  # noqa: ARG001 - one signature
    """a wording is for a term that the entry does not have"""
    known = (entry.term, *entry.also) if isinstance(entry, Term) else ()
    for wording in entry.say:
        for term in wording.of:
            if term not in known:
                yield f"{term!r}.{did_you_mean(term, known)}"


def _unknown_class(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """a condition names a class that is not there"""
    senses = [sense.only for sense in entry.senses] if isinstance(entry, ShortForm) else []
    for conditions in (entry.only, entry.unless, *(wording.when for wording in entry.say), *senses):
        for condition in conditions:
            try:
                company(condition, lexicon.classes)
            except ValueError as error:
                yield _with_hint(error, lexicon)


def _with_hint(error: ValueError, lexicon: Lexicon) -> str:
    """What a pattern or a condition says of a slot or class that is not there, and what was perhaps meant."""
    written = _CLASS.search(str(error))
    known = {*lexicon.classes, *SLOTS}
    hint = did_you_mean(written[1], known) if written and written[1].replace("’", "'") not in known else ""
    return f"{error}.{hint}" if hint else str(error)


def _no_question(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """'ask' and 'rethink' need a question to the writer"""
    del lexicon
    if entry.treatment in ("ask", "rethink") and not entry.question:
        yield entry.treatment


def _no_wording(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """nothing is offered in 'say'"""
    del lexicon
    if isinstance(entry, Term) and not entry.say:
        yield "give two or three wordings"


def _no_meaning(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """there is no meaning for a ten-year-old"""
    del lexicon
    if isinstance(entry, ShortForm):
        if not entry.familiar and not entry.meaning and not all(sense.meaning for sense in entry.senses):
            yield "give each sense a meaning"
    elif not entry.meaning:
        yield "say what it means"


def _no_reason(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """there is no reason for the writer ('why')"""
    del lexicon
    if not entry.why and not (isinstance(entry, ShortForm) and entry.familiar):
        yield "say why it is flagged in one kind sentence"


def _no_flagged_example(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """there is no flagged example"""
    del lexicon
    familiar = isinstance(entry, ShortForm) and entry.familiar
    if not entry.examples.flagged and not familiar:
        yield "write a sentence with the words in square brackets"


def _no_near_miss(entry: AnyEntry, lexicon: Lexicon) -> Iterator[str]:
    """there is no near miss"""
    del lexicon
    if not entry.examples.not_flagged and isinstance(entry, Term):
        yield "write the same words in an innocent sentence"


#: Slots of a term, and names that conditions know without a class.
SLOTS = ("self", "someone", "someone's", "a", "number", "adverb", "name")

CHECKS: dict[str, Check] = {
    "E101": _unknown_category,
    "E102": _category_of_other_kind,
    "E103": _unknown_slot,
    "E104": _unknown_class,
    "E106": _wording_of_no_term,
    "W201": _no_question,
    "W202": _no_wording,
    "W203": _no_meaning,
    "W204": _no_reason,
    "W205": _no_flagged_example,
    "W206": _no_near_miss,
}


def check(lexicon: Lexicon, files: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Every fault the checks find, entry by entry, after those found on reading.

    Args:
        lexicon: what was read, with its faults.
        files: names of lexicon files to keep to; all of them where it is empty.
    """
    yield from (fault for fault in lexicon.faults if not files or fault.file in files)
    survey = Survey(lexicon)
    for located in lexicon.entries.values():
        if not files or located.file in files:
            yield from errors_of(located, lexicon, CHECKS)
            for code, one in CROSS_CHECKS.items():
                yield from (
                    _fault(code, one.__doc__, located, detail) for detail in one(located.entry, survey)
                )


def errors_of(located: Located, lexicon: Lexicon, checks: dict[str, Check]) -> Iterator[Fault]:
    """The faults of one entry that some of ``CHECKS`` find."""
    for code, one in checks.items():
        yield from (_fault(code, one.__doc__, located, detail) for detail in one(located.entry, lexicon))


def _fault(code: str, message: str | None, located: Located, detail: str) -> Fault:
    text = f"{located.entry.id}: {(message or '').strip()}: {detail}"
    return Fault(code, located.file, located.line, text)
