"""Who may audit what: somebody of another service who does not manage the person who wrote it."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_COLUMNS = ("name", "service")
_MANAGES = "manages its author"


@dataclass(frozen=True, slots=True)
class Auditor:
    """Somebody who reads documents for an audit.

    Attributes:
        name, service: as in the list.
        manages: names of the people and teams whose documents this auditor does not read.
    """

    name: str
    service: str
    manages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document of a sample: its path, its path inside the library, and whose it is; "" for not known."""

    path: str
    inside: str
    service: str
    team: str
    owner: str
    manager: str


def read_auditors(path: Path) -> tuple[Auditor, ...]:
    """The auditors of a .csv file with the columns name and service, and manages if anybody manages.

    Raises:
        UsageError: the list cannot be used; the message says which row and why.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"The list {path} could not be read: {error}. Save it as .csv (UTF-8).") from None
    found: dict[str, Auditor] = {}
    for number, row in enumerate(rows, start=2):
        values = {(key or "").strip().lower(): str(value or "").strip() for key, value in row.items()}
        missing = [column for column in _COLUMNS if not values.get(column)]
        if missing:
            raise UsageError(
                f"{path} row {number}: no {missing[0]}. The first row must name the columns name and "
                "service; a column manages may follow, with names of people or teams and ; between them."
            )
        auditor = Auditor(values["name"], values["service"], _listed(values.get("manages", "")))
        if _plain(auditor.name) in found:
            raise UsageError(
                f"{path} row {number}: {auditor.name} is in the list twice. Put both into one row."
            )
        found[_plain(auditor.name)] = auditor
    if not found:
        raise UsageError(f"{path} names nobody. Write one auditor in each row.")
    return tuple(found.values())


def _listed(written: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in written.split(";") if name.strip())


def may_not(auditor: Auditor, document: Drawn) -> str:
    """Why an auditor may not read a document; "" if nothing speaks against it."""
    if not document.service:
        return "nobody said which service it is of"
    if _plain(auditor.service) == _plain(document.service):
        return "of the same service"
    if _plain(auditor.name) == _plain(document.owner):
        return "its author"
    managed = {_plain(name) for name in auditor.manages} - {""}
    if _plain(auditor.name) == _plain(document.manager) or managed & {
        _plain(document.owner),
        _plain(document.team),
    }:
        return _MANAGES
    return ""


def why_nobody(auditors: Sequence[Auditor], document: Drawn) -> str:
    """Why no auditor may read a document, in a sentence."""
    reasons = Counter(may_not(auditor, document) for auditor in auditors)
    if not document.service:
        return "Nobody said which service it is of: see --structure and --list."
    told = [f"{count} {_verb(count, reason)}{reason}" for reason, count in reasons.items()]
    return f"Of {len(auditors)} auditors {', '.join(told)}."


def _verb(count: int, reason: str) -> str:
    if reason == _MANAGES:
        return ""
    return "is " if count == 1 else "are "


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
