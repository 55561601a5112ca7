"""Whether the figures that were last written still stand: an unchanged library costs only the walk."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jargon_scanner.library.store import Store

_SETTING = "written"
#: All that the views of a run are made from, but for the documents' contents, which never change. A scan of
#: another day is a new point of the history, so the day counts.
_SOURCES = (
    "SELECT kind, name, tool, lexicon, seed, substr(started, 1, 10) FROM run WHERE id = :run",
    "SELECT path, inside, content, error_code, error, service, team, type, owner, manager, month, uses "
    "FROM document WHERE run = :run ORDER BY path",
    "SELECT path FROM passed_over WHERE run = :run ORDER BY path",
    "SELECT id FROM decision ORDER BY id",
    "SELECT other.id, other.name FROM run AS other, run AS this WHERE this.id = :run "
    "AND other.finished IS NOT NULL AND (other.kind, other.name, substr(other.started, 1, 10)) "
    "<> (this.kind, this.name, substr(this.started, 1, 10)) ORDER BY other.id",
)


@dataclass(frozen=True, slots=True)
class Written:
    """The figures that were last written.

    Attributes:
        stamp: of what they were made from.
        version: of the tool that wrote them.
        summary: what the person was told.
        all_read: whether every document could be read.
    """

    stamp: str
    version: str
    summary: str
    all_read: bool


def stamp(store: Store, run: int, known: Mapping[str, float]) -> str:
    """What the views of a run are made from, as a hash.

    Args:
        store: that holds it.
        run: its id.
        known: by entry id, the share of young people who know the word.
    """
    digest = hashlib.sha256(repr(sorted(known.items())).encode())
    for source in _SOURCES:
        for row in store.db.execute(source, {"run": run}):
            digest.update(repr(row).encode())
        digest.update(b"\n")
    return digest.hexdigest()


def last_written(store: Store) -> Written | None:
    """The figures that were last written whole; None where there are none."""
    kept = store.setting(_SETTING)
    return Written(**json.loads(kept)) if kept else None


def note_written(store: Store, written: Written) -> None:
    """Remember that the figures of a run were written whole."""
    store.set_setting(_SETTING, json.dumps(asdict(written)))
