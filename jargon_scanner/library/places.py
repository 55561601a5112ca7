"""Whose document it is: service, team, type and owner, told by folder names or by a list.

A pattern names the folders of a library from the outside in: ``{service}/{team}/{type}``. A list is a
spreadsheet saved as .csv, one row a document or a folder; it is stronger than the pattern.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field, fields, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_PATTERN = "{service}"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_MOST_USES = 10_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document belongs. "" where nobody said.

    Attributes:
        service: such as "Children in care".
        team: such as "East".
        type: what kind of document it is: "assessment", "letter".
        owner: who looks after the template, or who wrote it.
        manager: who manages the writer; asked for in audits.
        month: the month that it counts for, "2027-03"; else that of its last change.
        uses: how often it is used in a year; 1 where nobody said.
    """

    service: str = ""
    team: str = ""
    type: str = ""
    owner: str = ""
    manager: str = ""
    month: str = ""
    uses: float = 1.0


_NAMES = tuple(one.name for one in fields(Place) if one.name != "uses")


@dataclass(frozen=True, slots=True)
class Structure:
    """How a library is ordered.

    Attributes:
        pattern: names of folders from the outside in, with ``{service}``, ``{team}``, ``{type}``,
            ``{owner}`` and so on, and ``*`` for a folder that says nothing.
        properties: for a field of a place, the name of the property of a file that tells it.
        listed: places by path from the library's folder, of documents and of folders.
    """

    pattern: str = DEFAULT_PATTERN
    properties: Mapping[str, str] = field(default_factory=dict)
    listed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def place_of(self, path: Path, root: Path) -> Place:
        """Where a document belongs.

        Args:
            path: the document.
            root: the folder that was given, or the document itself.
        """
        inside = _inside(path, root)
        values = _by_folders(self.pattern, inside.parts[:-1])
        for part in (*reversed(inside.parents), inside):
            values |= self.listed.get(part.as_posix(), {})
        known = {name: values.get(name, "") for name in _NAMES}
        return Place(**known, uses=float(values.get("uses", 1)))

    def with_properties(self, place: Place, properties: Mapping[str, str]) -> Place:
        """A place with what the file says of itself, where neither folders nor the list say it."""
        told = {
            name: properties[said]
            for name, said in self.properties.items()
            if said in properties and not getattr(place, name)
        }
        return replace(place, **told)  # type: ignore[arg-type]  # only fields of text are named


def _inside(path: Path, root: Path) -> PurePosixPath:
    if path == root or not path.is_relative_to(root):
        return PurePosixPath(path.name)
    return PurePosixPath(*path.relative_to(root).parts)


def _by_folders(pattern: str, folders: tuple[str, ...]) -> dict[str, str]:
    """What the folders say, as far as both the pattern and the folders go."""
    found: dict[str, str] = {}
    for wanted, name in zip(pattern.strip("/").split("/"), folders, strict=False):
        match = _PLACEHOLDER.fullmatch(wanted)
        if match:
            found[match[1]] = name
    return found


def structure(pattern: str | None, listed: Path | None, properties: str | None = None) -> Structure:
    """How a library is ordered, checked.

    Args:
        pattern: as in ``Structure``; None for the default, the service alone.
        properties: "service=category, owner=author": fields, each with the property that tells it.
        listed: a .csv with a column ``path`` and any of the columns of ``Place``.

    Raises:
        UsageError: the pattern names something unknown, or the list cannot be used; the message says which
            row and why.
    """
    chosen = pattern or DEFAULT_PATTERN
    unknown = [name for name in _PLACEHOLDER.findall(chosen) if name not in _NAMES]
    if unknown:
        raise UsageError(
            f"The pattern {chosen} names {unknown[0]!r}. It can name {', '.join(_NAMES)}, "
            "and * for a folder that says nothing."
        )
    return Structure(chosen, _pairs(properties or ""), _read(listed) if listed else {})


def _pairs(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in filter(None, map(str.strip, written.split(","))):
        name, equals, told_by = (part.strip().lower() for part in pair.partition("="))
        if not equals or not told_by or name not in _NAMES:
            raise UsageError(
                f"{pair!r} is no field and property. Write service=category; "
                f"the fields are {', '.join(_NAMES)}."
            )
        found[name] = told_by
    return found


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"The list {path} could not be read: {error}. Save it as .csv (UTF-8).") from None
    found: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows, start=2):
        values = {(name or "").strip().lower(): (value or "").strip() for name, value in row.items()}
        name = values.pop("path", "")
        if not name:
            raise UsageError(f"{path} row {number}: no path. The first row must name a column “path”.")
        _check_uses(values.get("uses"), f"{path} row {number}")
        known = {key: value for key, value in values.items() if value and key in (*_NAMES, "uses")}
        found[PurePosixPath(name.replace("\\", "/")).as_posix()] = known
    return found


def _check_uses(written: str | None, where: str) -> None:
    if not written:
        return
    try:
        count = float(written)
    except ValueError:
        raise UsageError(f"{where}: uses is {written!r}; write a number of times a year.") from None
    if not 0 <= count <= _MOST_USES:
        raise UsageError(f"{where}: uses is {written}; write a number from 0 to {_MOST_USES:,}.")
