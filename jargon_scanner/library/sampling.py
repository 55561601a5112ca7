"""A random sample of documents for an audit: drawn so that anybody can draw it again.

Each document has a number made from the seed and its path inside the library; of each service those with the
lowest numbers are drawn. That is a simple random sample, the same on every computer, and one document more or
less in the library changes at most one of those that are drawn.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jargon_scanner.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jargon_scanner.library.places import Structure

    Listed = tuple[Path | DocumentError, Path]


@dataclass(frozen=True, slots=True)
class Sample:
    """What is drawn.

    Attributes:
        per_service: how many documents of each service; all of one that has fewer.
        seed: any whole number; another one draws others.
        month: only documents of this month, "2027-03"; "" for all.
    """

    per_service: int
    seed: int
    month: str = ""


def draw(listed: Iterable[Listed], structure: Structure, sample: Sample) -> list[Listed]:
    """The documents of a sample, in the order of the list.

    What could not be looked into (a folder without access) is kept, so that the run names it.

    Args:
        listed: all documents, each with the folder that it was found from.
        structure: says whose each is.
        sample: how many are drawn.
    """
    drawn: list[tuple[int, Listed]] = []
    services: dict[str, list[tuple[str, int, Listed]]] = defaultdict(list)
    for number, (item, root) in enumerate(listed):
        if isinstance(item, DocumentError):
            drawn.append((number, (item, root)))
            continue
        place = structure.place_of(item, root)
        if not sample.month or (place.month or _month_of(item)) == sample.month:
            services[place.service].append((_lot(item, root, sample.seed), number, (item, root)))
    for lots in services.values():
        drawn += [
            (number, one) for _, number, one in sorted(lots, key=lambda lot: lot[:2])[: sample.per_service]
        ]
    return [one for _, one in sorted(drawn, key=lambda pair: pair[0])]


def _lot(path: Path, root: Path, seed: int) -> str:
    inside = path.relative_to(root).as_posix() if path != root and path.is_relative_to(root) else path.name
    return hashlib.sha256(f"{seed}\n{inside}".encode()).hexdigest()


def _month_of(path: Path) -> str:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:  # it will be named as unreadable when it is read
        return ""
    return f"{changed:%Y-%m}"
