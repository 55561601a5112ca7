"""Reading lexicon files in layers, with file and line in every fault.

Every YAML scalar is read as words (``NO``, ``ON`` and ``Y`` stay words); the schema decides what is a number
or a yes. Later layers add entries, and replace those of the same id.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml
from pydantic import ValidationError

from jargon_scanner.errors import LexiconError
from jargon_scanner.lexicon.entry import AnyEntry, Category, LexiconFile, ShortForm, Term
from jargon_scanner.lexicon.folders import bundled_folder
from jargon_scanner.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Lines: TypeAlias = dict[tuple[str | int, ...], int]

#: Files of the bundled folder that hold no entries.
TABLES = frozenset({"categories.yaml", "word-classes.yaml", "inflections.yaml"})


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a lexicon file: a stable code, the file, its line (from 1) and what is wrong."""

    code: str
    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code} {self.message}"


@dataclass(frozen=True, slots=True)
class Located:
    """An entry and where it was read: layer, file and line (from 1)."""

    entry: AnyEntry
    layer: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All layers together, strongest last already applied.

    Attributes:
        entries: by id.
        categories: by id.
        classes: words of each class that conditions and slots name in angle brackets.
        sha256: hash of every file that was read, in order.
        layers: name of each layer and how many entries it gave, weakest first.
    """

    entries: dict[str, Located]
    categories: dict[str, Category]
    classes: dict[str, tuple[str, ...]]
    sha256: str
    layers: tuple[tuple[str, int], ...]
    name: str = "jargon-scanner lexicon"
    version: str = __version__
    faults: tuple[Fault, ...] = field(default=(), repr=False)

    def __getitem__(self, identifier: str) -> AnyEntry:
        """The entry of this id."""
        return self.entries[identifier].entry


def load(extra: Sequence[Path] = ()) -> Lexicon:
    """The bundled lexicon with further layers on top.

    Args:
        extra: files or folders of the council's own layers, weakest first.

    Raises:
        LexiconError: a file is missing or holds a mistake; every fault is named with file and line.
    """
    lexicon = read(extra)
    if lexicon.faults:
        raise LexiconError("The lexicon has mistakes:\n" + "\n".join(map(str, lexicon.faults)))
    return lexicon


def read(extra: Sequence[Path] = ()) -> Lexicon:
    """Like ``load``, but mistakes are kept in ``faults`` and only the sound entries are in."""
    folder = bundled_folder()
    digest = hashlib.sha256()
    entries: dict[str, Located] = {}
    faults: list[Fault] = []
    layers: list[tuple[str, int]] = []
    for name, paths in [("bundled", _entry_files(folder)), *((str(path), _files_of(path)) for path in extra)]:
        count = 0
        for path in paths:
            data = path.read_bytes()
            digest.update(data)
            located, found = _read_file(path, data.decode("utf-8"), name)
            faults += found
            faults += _repeated(located, entries, name)
            entries.update((one.entry.id, one) for one in located)
            count += len(located)
        layers.append((name, count))
    for table in sorted(TABLES):
        digest.update((folder / table).read_bytes())
    return Lexicon(
        entries=entries,
        categories=_categories(folder),
        classes={key: tuple(words) for key, words in _table(folder / "word-classes.yaml")["classes"].items()},
        sha256=digest.hexdigest(),
        layers=tuple(layers),
        faults=tuple(faults),
    )


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


def _read_file(path: Path, text: str, layer: str) -> tuple[list[Located], list[Fault]]:
    lines: Lines = {}
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
        data = _plain(node, (), lines)
        file = LexiconFile.model_validate(data)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return [], [
            Fault("E001", path.name, mark.line + 1 if mark else 1, f"this is not YAML: {error.problem}")
        ]
    except ValidationError as error:
        return [], list(_faults_of(error, path.name, lines, ()))
    located: list[Located] = []
    faults: list[Fault] = []
    for index, row in enumerate(file.entries):
        place = ("entries", index)
        try:
            located.append(Located(_entry(row), layer, path.name, lines[place]))
        except ValidationError as error:
            faults += _faults_of(error, path.name, lines, place)
    return located, faults


def _entry(row: dict[str, Any]) -> AnyEntry:
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


def _faults_of(
    error: ValidationError, file: str, lines: Lines, place: tuple[str | int, ...]
) -> Iterable[Fault]:
    for one in error.errors():
        where = (*place, *one["loc"])
        while where and where not in lines:
            where = where[:-1]
        key = ".".join(str(part) for part in one["loc"]) or "entry"
        yield Fault("E002", file, lines.get(where, 1), f"{key}: {one['msg']}")


def _repeated(located: list[Located], known: dict[str, Located], layer: str) -> Iterable[Fault]:
    seen: dict[str, Located] = {key: one for key, one in known.items() if one.layer == layer}
    for one in located:
        first = seen.get(one.entry.id)
        if first is not None:
            message = f"the id {one.entry.id!r} is taken by {first.file}:{first.line}"
            yield Fault("E003", one.file, one.line, message)
        seen[one.entry.id] = one
