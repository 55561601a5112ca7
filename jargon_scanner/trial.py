"""An entry tried before it is written: what it would find, and whether its sentences come out right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from jargon_scanner.lexicon.checks import CHECKS, errors_of
from jargon_scanner.lexicon.examples import examples_of
from jargon_scanner.lexicon.faults import faults_of
from jargon_scanner.lexicon.find import names_of
from jargon_scanner.lexicon.layers import Located
from jargon_scanner.lexicon.load import entry_of
from jargon_scanner.lexicon.shown import forms_of
from jargon_scanner.proof import prove
from jargon_scanner.scan import Scanner, scan_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jargon_scanner.lexicon.entry import AnyEntry
    from jargon_scanner.lexicon.faults import Fault
    from jargon_scanner.lexicon.find import Finder

#: The layer that a new entry stands in, and what faults call the place it was written in.
_LAYER, _PLACE = "council", "answers"


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it.

    Attributes:
        entry: as it would be written; None where it cannot be.
        mistakes: what keeps it from being written, a sentence each.
        missing: what would make it better.
        forms: every form that it finds.
        others: ids of entries that find its words already.
    """

    entry: AnyEntry | None
    mistakes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def try_entry(row: Mapping[str, Any], scanner: Scanner, finder: Finder) -> Trial:
    """Check an entry as a lexicon file is checked, and scan its sentences.

    Args:
        row: the entry as plain data, in the form of a lexicon file.
        scanner: with the lexicon that it would join.
        finder: of that lexicon.
    """
    try:
        entry = entry_of(dict(row))
    except ValidationError as error:
        return Trial(None, tuple(fault.message for fault in faults_of(error, _PLACE, {}, ("entries",))))
    located = Located(entry, _LAYER, _PLACE, 1)
    faults = list(errors_of(located, scanner.lexicon.lexicon, CHECKS))
    if not any(fault.is_error for fault in faults):
        faults += prove(_beside_its_rivals(located, scanner), frozenset({_PLACE}))
    mistakes = tuple(_said(fault, entry) for fault in faults if fault.is_error)
    missing = tuple(_said(fault, entry) for fault in faults if not fault.is_error)
    if mistakes:
        return Trial(None, mistakes, missing)
    forms = forms_of(entry, scanner.lexicon.lexicon.classes)
    return Trial(entry, (), missing, forms, tuple(dict.fromkeys(_others(entry, finder))))


def _beside_its_rivals(located: Located, scanner: Scanner) -> Scanner:
    """A scanner with this entry and those that find something in its sentences: made at once, and as good."""
    lexicon, entry = scanner.lexicon.lexicon, located.entry
    texts = (example.text for example in examples_of(entry))
    rivals = {finding.entry for text in texts for finding in scan_text(text, scanner=scanner).findings}
    entries = {name: lexicon.entries[name] for name in rivals if name is not None and name in lexicon.entries}
    few = replace(lexicon, entries={**entries, entry.id: located}, faults=(), overridden={}, silenced={})
    return Scanner.of(few, scanner.reader.grammar.model.name)


def _others(entry: AnyEntry, finder: Finder) -> Iterator[str]:
    for name in names_of(entry):
        yield from (
            named.located.entry.id for named in finder.named(name) if named.located.entry.id != entry.id
        )


def _said(fault: Fault, entry: AnyEntry) -> str:
    return fault.message.removeprefix(f"{entry.id}: ")
