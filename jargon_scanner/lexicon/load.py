"""Reading lexicon files in layers, with file and line in every fault.

Every YAML scalar is read as words (``NO``, ``ON`` and ``Y`` stay words); the schema decides what is a number
or a yes. Stronger layers add entries, replace those of the same id, and silence them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import ValidationError

from jargon_scanner.errors import LexiconError, UsageError
from jargon_scanner.lexicon.checks import CHECKS, errors_of
from jargon_scanner.lexicon.decided import apply_decisions
from jargon_scanner.lexicon.entry import AnyEntry, Category, LexiconFile, ShortForm, Term
from jargon_scanner.lexicon.family import apply_words, is_word_list, read_words_we_use
from jargon_scanner.lexicon.faults import Fault, Lines, faults_of
from jargon_scanner.lexicon.folders import bundled_folder
from jargon_scanner.lexicon.layers import LAYERS, Decision, Kept, Layer, Located, Silenced, stack
from jargon_scanner.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from jargon_scanner.lexicon.family import WordWeUse

__all__ = ["TABLES", "Fault", "Lexicon", "Located", "load", "read", "read_entries"]

#: Files of the bundled folder that hold no entries.
TABLES = frozenset({"categories.yaml", "word-classes.yaml", "inflections.yaml"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All layers together, the strongest already applied.

    Attributes:
        entries: those in force, by id. A silenced short form is among them, as one that needs no flag.
        categories: by id.
        classes: words of each class that conditions and slots name in angle brackets.
        sha256: hash of every file that was read, in order.
        layers: name of each layer, with its file, and how many entries and decisions it gave, weakest first.
        overridden: entries of weaker layers that lost their place to one of the same id, weakest first.
        silenced: entries that a stronger layer keeps quiet, by id.
        kept: words that this family uses themselves.
    """

    entries: Mapping[str, Located]
    categories: dict[str, Category]
    classes: dict[str, tuple[str, ...]]
    sha256: str
    layers: tuple[tuple[str, int], ...]
    name: str = "jargon-scanner lexicon"
    version: str = __version__
    faults: tuple[Fault, ...] = field(default=(), repr=False)
    overridden: dict[str, tuple[Located, ...]] = field(default_factory=dict, repr=False)
    silenced: dict[str, Silenced] = field(default_factory=dict, repr=False)
    kept: tuple[Kept, ...] = ()

    def __getitem__(self, identifier: str) -> AnyEntry:
        """The entry of this id."""
        return self.entries[identifier].entry

    def of_layer(self, layer: str) -> Lexicon:
        """What one layer gave, and is still in force.

        Raises:
            UsageError: there is no such layer.
        """
        if layer not in LAYERS:
            raise UsageError(f"There is no layer {layer!r}. Layers: {', '.join(LAYERS)}.")
        entries = {key: one for key, one in self.entries.items() if one.layer == layer}
        silenced = {key: one for key, one in self.silenced.items() if one.layer == layer}
        return replace(self, entries=entries, silenced=silenced)

    def with_silenced(self) -> Lexicon:
        """The same with its silenced entries as they were written: to be looked at, not to scan with."""
        written = {key: one.located for key, one in self.silenced.items()}
        return replace(self, entries={**self.entries, **written})


def load(extra: Sequence[Path] = ()) -> Lexicon:
    """The bundled lexicon with further layers on top.

    Args:
        extra: files or folders of the council's own layers, reviewed layers, and lists of the words that a
            family uses. Each file says how strong it is; of two equally strong ones the later wins.

    Raises:
        LexiconError: a file is missing or holds a mistake; every fault is named with file and line.
    """
    lexicon = read(extra)
    faults = [*(fault for fault in lexicon.faults if fault.is_error), *_errors_of_own(lexicon)]
    if faults:
        raise LexiconError("The lexicon has mistakes:\n" + "\n".join(map(str, faults)))
    return lexicon


def _errors_of_own(lexicon: Lexicon) -> Iterator[Fault]:
    """What would stop the scan, in entries that are not bundled: those are tested before they go out."""
    errors = {code: one for code, one in CHECKS.items() if code.startswith("E")}
    for located in lexicon.entries.values():
        if located.layer != "bundled":
            yield from errors_of(located, lexicon, errors)


def read(extra: Sequence[Path] = ()) -> Lexicon:
    """Like ``load``, but mistakes are kept in ``faults`` and only the sound entries are in."""
    folder = bundled_folder()
    digest = hashlib.sha256()
    decided: list[bytes] = []
    layers: list[Layer] = []
    faults: list[Fault] = []
    words: list[WordWeUse] = []
    for source, paths in [
        ("bundled", _entry_files(folder)),
        *((str(path), _files_of(path)) for path in extra),
    ]:
        for path in paths:
            data = path.read_bytes()
            if source != "bundled" and is_word_list(path, data):
                listed, found = read_words_we_use(path, data)
                words += listed
                digest.update(data)
            else:
                layer, found = _read_layer(path, data, source)
                layers.append(layer)
                if layer.is_decisions_alone:
                    decided.append(data)
                else:
                    digest.update(data)
            faults += found
    for table in sorted(TABLES):
        digest.update((folder / table).read_bytes())
    stacked = stack(layers)
    lexicon = Lexicon(
        entries=stacked.entries,
        categories=_categories(folder),
        classes={key: tuple(words) for key, words in _table(folder / "word-classes.yaml")["classes"].items()},
        sha256=with_decisions(digest.hexdigest(), *decided),
        layers=_counted(layers),
        faults=(*faults, *stacked.faults),
        overridden=stacked.overridden,
        silenced=stacked.silenced,
    )
    decisions = [one for layer in layers for one in layer.decisions]
    lexicon = apply_decisions(decisions, lexicon) if decisions else lexicon
    return apply_words(words, lexicon) if words else lexicon


def with_decisions(sha256: str, *decided: bytes) -> str:
    """The hash of a lexicon with files that hold decisions alone: these come last, whatever their place."""
    for data in decided:
        sha256 = hashlib.sha256(sha256.encode() + data).hexdigest()
    return sha256


def _counted(layers: Sequence[Layer]) -> tuple[tuple[str, int], ...]:
    """How many entries came from each source for each layer."""
    counts: Counter[str] = Counter()
    for layer in layers:
        name = layer.name if layer.source == layer.name else f"{layer.name} ({layer.source})"
        counts[name] += len(layer.entries) + len(layer.decisions)
    return tuple(counts.items())


def files(extra: Sequence[Path] = ()) -> list[Path]:
    """Every file that a lexicon with these layers is read from.

    Raises:
        LexiconError: a file is missing.
    """
    folder = bundled_folder()
    tables = [folder / name for name in sorted(TABLES)]
    return [*_entry_files(folder), *tables, *(one for path in extra for one in _files_of(path))]


def _entry_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if path.name not in TABLES)


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        return _entry_files(path)
    if not path.exists():
        raise LexiconError(f"The lexicon {path} was not found. Check the spelling and the folder.")
    return [path]


@cache
def _table(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  (base loader: strings only)
    return loaded


def _categories(folder: Path) -> dict[str, Category]:
    rows = (Category.model_validate(row) for row in _table(folder / "categories.yaml")["categories"])
    return {row.id: row for row in rows}


def _read_layer(path: Path, data: bytes, source: str) -> tuple[Layer, list[Fault]]:
    """One file as a layer. A bundled file is called by its name alone, others by their path."""
    name = path.name if source == "bundled" else str(path)
    try:
        return read_entries(data.decode("utf-8"), name, source)
    except UnicodeDecodeError:
        fault = Fault("E001", name, 1, "this file is not in UTF-8. Save it as UTF-8 and try again.")
        return Layer("council", name, source), [fault]


def read_entries(text: str, name: str, source: str) -> tuple[Layer, list[Fault]]:
    """The text of a lexicon file as a layer, with its faults; only its sound entries are in.

    Args:
        text: YAML as ``lexicons/FORMAT.md`` describes it.
        name: what its faults call the file.
        source: "bundled", or what the person named.
    """
    lines: Lines = {}
    empty = Layer("bundled" if source == "bundled" else "council", name, source)
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
        file = LexiconFile.model_validate(_plain(node, (), lines))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return empty, [
            Fault("E001", name, mark.line + 1 if mark else 1, f"this is not YAML: {error.problem}")
        ]
    except ValidationError as error:
        return empty, list(faults_of(error, name, lines, ()))
    faults = [
        Fault("W211", name, line, f"the key {key!r} stands twice in one entry: the first would be lost.")
        for key, line in _repeated_keys(node)
    ]
    strength = "bundled" if source == "bundled" else file.layer
    located: list[Located] = []
    for index, row in enumerate(file.entries):
        place = ("entries", index)
        try:
            located.append(Located(entry_of(row), strength, name, lines[place]))
        except ValidationError as error:
            faults += faults_of(error, name, lines, place)
    silences = tuple((one, lines["silence", index]) for index, one in enumerate(file.silence))
    decisions = tuple(
        Decision(one, name, lines["wordings", index]) for index, one in enumerate(file.wordings)
    )
    return Layer(strength, name, source, tuple(located), silences, decisions), faults


def _repeated_keys(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Keys that stand twice in one mapping, each with the line of the second."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key.value, key.start_mark.line + 1
            seen.add(key.value)
            yield from _repeated_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _repeated_keys(child)


def entry_of(row: dict[str, Any]) -> AnyEntry:
    """An entry from plain data.

    Raises:
        pydantic.ValidationError: it does not follow the schema.
    """
    return ShortForm.model_validate(row) if "short" in row else Term.model_validate(row)


def _plain(node: yaml.Node | None, place: tuple[str | int, ...], lines: Lines) -> Any:
    """A node as plain data; the line of each place is noted on the way."""
    if node is None:
        return {}
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*place, index), lines) for index, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value, (*place, key.value), lines) for key, value in node.value}
    return node.value
