"""The documents of a sample paired with auditors, and what each form is to say of its document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.library.audit.codes import code_of
from jargon_scanner.library.audit.pairing import pair
from jargon_scanner.library.audit.people import Auditor, Drawn, may_not, why_nobody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jargon_scanner.library.store import Store

_MOST = 5
_RUN = "SELECT coalesce(seed, 0), started FROM run WHERE id = ?"
_DRAWN = (
    "SELECT path, inside, service, team, owner, manager FROM document "
    "WHERE run = ? AND content IS NOT NULL ORDER BY inside, path"
)
# Wording that could hurt first, then letters that nobody explains, then what comes most often.
_FINDINGS = """
    SELECT term.term, term.kind, min(occurrence.number), count(*),
           sum(occurrence.status IN ('undefined', 'unknown')) AS unexplained
    FROM document JOIN occurrence ON occurrence.content = document.content
    JOIN term ON term.id = occurrence.term
    WHERE document.run = ? AND document.path = ? GROUP BY term.id
    ORDER BY term.kind != 'blaming', unexplained = 0, count(*) DESC, min(occurrence.number) LIMIT ?
"""
_FIRST = """
    SELECT occurrence.label, occurrence.suggestion, occurrence.expansion
    FROM document JOIN occurrence ON occurrence.content = document.content
    WHERE document.run = ? AND document.path = ? AND occurrence.number = ?
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """A document, who reads it, and the code of the form."""

    code: str
    document: Drawn
    auditor: Auditor
    month: str


@dataclass(frozen=True, slots=True)
class Paired:
    """A sample paired.

    Attributes:
        pairs: in the order of the documents' names.
        nobody: documents that nobody may read, each with why, in a sentence.
        unknown_authors: how many of the paired documents nobody knows the author of.
    """

    pairs: tuple[Pair, ...]
    nobody: tuple[tuple[Drawn, str], ...]
    unknown_authors: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as a form shows it: the term with how often it stands there, where first, what to say."""

    term: str
    place: str
    instead: str


def pair_sample(store: Store, run: int, auditors: Sequence[Auditor], month: str = "") -> Paired:
    """Pair the documents of a sample with auditors, and keep the pairs.

    The same sample paired again gives the same codes, and answers that have come in stay.

    Args:
        store: that holds the sample.
        run: its id.
        auditors: who reads.
        month: that the audit is for; "" for the month in which the sample was drawn.
    """
    seed, started = store.db.execute(_RUN, (run,)).fetchone()
    documents = [Drawn(*row) for row in store.db.execute(_DRAWN, (run,))]
    people = sorted(auditors, key=lambda one: (one.name.casefold(), one.service))
    allowed = [[n for n, one in enumerate(people) if not may_not(one, document)] for document in documents]
    chosen = pair(allowed, len(people), seed)
    pairs, nobody = [], []
    for document, number in zip(documents, chosen, strict=True):
        if number is None:
            nobody.append((document, why_nobody(people, document)))
            continue
        auditor, of = people[number], month or started[:7]
        code = code_of(of, seed, _whole(document), auditor.name, salt=store.salt)
        pairs.append(Pair(code, document, auditor, of))
    for one in pairs:
        _keep(store, run, one)
    store.db.commit()
    unknown = sum(not one.document.owner for one in pairs)
    return Paired(tuple(pairs), tuple(nobody), unknown)


def _keep(store: Store, run: int, one: Pair) -> None:
    """Keep a pair; an earlier one of the same document and month, if no form came back, makes way for it."""
    store.db.execute(
        "DELETE FROM audit WHERE (path, month) = (?, ?) AND code != ? AND returned IS NULL",
        (_whole(one.document), one.month, one.code),
    )
    store.db.execute(
        "INSERT INTO audit (code, run, path, service, month, auditor) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (code) DO UPDATE SET run = excluded.run",
        (one.code, run, _whole(one.document), one.document.service, one.month, one.auditor.name),
    )


def _whole(document: Drawn) -> str:
    """The path of a document, wherever the command was given."""
    return str(Path(document.path).absolute())


def findings_of(store: Store, run: int, path: str) -> tuple[Shown, ...]:
    """The few findings of a document that matter most."""
    shown = []
    for term, _, number, times, _ in store.db.execute(_FINDINGS, (run, path, _MOST)).fetchall():
        label, suggestion, expansion = store.db.execute(_FIRST, (run, path, number)).fetchone()
        often = f" ({times} times)" if times > 1 else ""
        shown.append(Shown(f"{term}{often}", label, suggestion or expansion))
    return tuple(shown)
