"""What we know of a term, as a person at a desk would ask for it: plain lines, several senses one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.approvals import in_words
from jargon_scanner.lexicon.decided import approval_of
from jargon_scanner.lexicon.entry import AnyEntry, ShortForm, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.entry import Sense

_KINDS = {"acronym": "a short form", "jargon": "jargon", "blaming": "wording that could hurt"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a label ("" for none), and what it says. ``sense`` lines begin a sense."""

    label: str
    text: str


def explain(entry: AnyEntry) -> tuple[Line, ...]:
    """The lines about one entry, the heading first."""
    name = entry.short if isinstance(entry, ShortForm) else entry.term
    body = _short_form(entry) if isinstance(entry, ShortForm) else _sayings(entry.meaning, entry.say)
    return (Line("", f"{name}: {_KINDS[entry.kind]}"), *_decided(entry), *body, *_advice(entry))


def _decided(entry: AnyEntry) -> Iterator[Line]:
    """What was decided after asking people, before everything that is only ours."""
    for one in entry.decided:
        readers = f" (to a {' or '.join(one.reader)})" if one.reader else ""
        meant = f" (for {one.of})" if one.of else ""
        said = one.say or "the word, and say beside it what it means"
        yield Line("Say" if one.say else "Keep", f"{said}{meant}{readers}")
        if one.meaning:
            yield Line("Means", one.meaning)
        yield Line("Chosen", in_words(approval_of(one.chosen)))


def _short_form(entry: ShortForm) -> Iterator[Line]:
    if entry.meaning:
        yield Line("Means", entry.meaning)
    for sense in entry.senses:
        yield Line("Short for" if len(entry.senses) == 1 else "Can be", _long(sense))
        yield from _sayings(sense.meaning, sense.say)
    yield from _sayings(None, entry.say)
    if entry.outside:
        yield Line("Elsewhere", ", ".join(sense.sense for sense in entry.outside))


def _long(sense: Sense) -> str:
    known_by = [*sense.phrases, *sense.cues][:5]
    return f"{sense.long} (as in: {', '.join(known_by)})" if known_by else sense.long


def _sayings(meaning: str | None, say: Iterable[Wording]) -> Iterator[Line]:
    wordings = list(say)
    if meaning:
        yield Line("Means", meaning)
    drop_ins = [_with_reader(wording) for wording in wordings if wording.replace]
    if drop_ins:
        yield Line("Say", " · ".join(drop_ins))
    yield from (Line("Reword", wording.rephrase) for wording in wordings if wording.rephrase)


def _with_reader(wording: Wording) -> str:
    readers = f" (to a {' or '.join(wording.reader)})" if wording.reader else ""
    return f"{wording.replace}{readers}"


def _advice(entry: AnyEntry) -> Iterator[Line]:
    if isinstance(entry, ShortForm) and entry.familiar:
        yield Line("Known", "Most people know these letters, so they are not flagged.")
        return
    if entry.treatment == "explain":
        yield Line("Keep", entry.question or "Keep the word, and say beside it what it means.")
    elif entry.question:
        yield Line("Ask" if entry.treatment == "ask" else "Think", entry.question)
    if entry.why:
        yield Line("Why", entry.why)
