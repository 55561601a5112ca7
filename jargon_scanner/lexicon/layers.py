"""Layers of a lexicon, weakest first: bundled, council, reviewed, this family.

A stronger layer adds entries, takes the place of those of the same id, and silences them by id. Nothing that
loses is forgotten: who took its place, and why it is silent, can always be asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import AnyEntry, ShortForm
from jargon_scanner.lexicon.faults import Fault, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jargon_scanner.lexicon.entry import Decided, Silence

#: Names of the layers, weakest first.
LAYERS = ("bundled", "council", "reviewed", "family")


@dataclass(frozen=True, slots=True)
class Located:
    """An entry and where it was read: layer, file and line (from 1)."""

    entry: AnyEntry
    layer: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Silenced:
    """An entry that a stronger layer keeps quiet, where that is said, and why."""

    located: Located
    reason: str
    layer: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that this family uses themselves: found, counted, and not flagged."""

    words: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What a team decided about a word, and where that is written."""

    decided: Decided
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file gives to its layer.

    Attributes:
        name: one of ``LAYERS``.
        file: the file it was read from.
        source: what the person named: the file, or a folder that holds it.
        entries: in the order of the file.
        silences: each with its line.
        decisions: about entries of weaker layers, the earlier first.
    """

    name: str
    file: str
    source: str
    entries: tuple[Located, ...] = ()
    silences: tuple[tuple[Silence, int], ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def is_decisions_alone(self) -> bool:
        """Whether it changes nothing but what weaker entries say."""
        return self.name == "reviewed" and not self.entries and not self.silences


@dataclass(slots=True)
class Stack:
    """Layers put one on the other.

    Attributes:
        entries: those in force, by id.
        overridden: weaker entries of the same id, weakest first.
        silenced: by id.
        faults: ids that are taken twice, and silences of what is not there.
    """

    entries: dict[str, Located] = field(default_factory=dict)
    overridden: dict[str, tuple[Located, ...]] = field(default_factory=dict)
    silenced: dict[str, Silenced] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def stack(layers: Sequence[Layer]) -> Stack:
    """Put layers on each other by their strength; of two equally strong ones, the later is stronger."""
    found = Stack()
    for layer in sorted(layers, key=lambda one: LAYERS.index(one.name)):
        _add(layer, found)
    found.faults += _taken_twice(layers)
    return found


def _add(layer: Layer, found: Stack) -> None:
    for located in layer.entries:
        identifier = located.entry.id
        weaker = found.entries.get(identifier)
        if weaker is not None:
            found.overridden[identifier] = (*found.overridden.get(identifier, ()), weaker)
        found.entries[identifier] = located
        found.silenced.pop(identifier, None)
    for silence, line in layer.silences:
        known = found.entries.get(silence.id)
        if known is None:
            message = f"silence: no weaker layer has an entry {silence.id!r}."
            hint = did_you_mean(silence.id, found.entries)
            found.faults.append(Fault("E004", layer.file, line, message + hint))
            continue
        found.silenced[silence.id] = Silenced(known, silence.reason, layer.name, layer.file, line)
        _quieten(known, found)


def _quieten(known: Located, found: Stack) -> None:
    """Take a term out. A short form stays, as one that is known: else it would be flagged as unknown."""
    if isinstance(known.entry, ShortForm):
        entry = known.entry.model_copy(update={"familiar": True})
        found.entries[entry.id] = Located(entry, known.layer, known.file, known.line)
    else:
        del found.entries[known.entry.id]


def _taken_twice(layers: Iterable[Layer]) -> Iterator[Fault]:
    """Ids that one source gives twice for one layer. Two sources may: the later is stronger."""
    seen: dict[tuple[str, str, str], Located] = {}
    for layer in layers:
        for one in layer.entries:
            key = (layer.source, layer.name, one.entry.id)
            first = seen.setdefault(key, one)
            if first is not one:
                message = f"the id {one.entry.id!r} is taken by {first.file}:{first.line}"
                yield Fault("E003", one.file, one.line, message)
