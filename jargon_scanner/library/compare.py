"""What changed between two runs: which terms are new, gone or moved, document by document."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jargon_scanner.library.store import Store

_ROWS = """
    SELECT document.inside, term.term, term.entry, term.kind, occurrence.block, count(*)
    FROM document JOIN occurrence ON occurrence.content = document.content
    JOIN term ON term.id = occurrence.term WHERE document.run = ?
    GROUP BY document.inside, term.id, occurrence.block
"""
_READ = "SELECT inside FROM document WHERE run = ? AND content IS NOT NULL"
_LEXICON = "SELECT lexicon FROM run WHERE id = ?"


@dataclass(frozen=True, slots=True)
class TermChange:
    """One term in both runs: how often, and in how many documents."""

    term: str
    entry: str
    kind: str
    before: int
    after: int
    documents_before: int
    documents_after: int


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document in both runs.

    Attributes:
        path: from its library's folder.
        new: terms in paragraphs that did not have them, with how often.
        gone: terms that are no longer in paragraphs that had them.
        moved: terms that left one paragraph for another.
        new_blaming: how many of the new ones could hurt.
    """

    path: str
    new: tuple[tuple[str, int], ...]
    gone: tuple[tuple[str, int], ...]
    moved: tuple[tuple[str, int], ...]
    new_blaming: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs side by side.

    Attributes:
        terms: those whose count changed, the greatest change first.
        documents: those that are in both runs and changed.
        added, removed: documents of one run only.
        same_words: whether both used the same lexicon; if not, some changes are the lexicon's.
        new_blaming: wording that could hurt and was not there before, documents that were added counted too.
    """

    terms: tuple[TermChange, ...]
    documents: tuple[DocumentChange, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    same_words: bool
    new_blaming: int


@dataclass(frozen=True, slots=True)
class _Run:
    """One run: for each document, how often each term stands in each paragraph."""

    counts: Mapping[str, Counter[tuple[str, str, str, int]]]
    read: frozenset[str]
    lexicon: str


def compare(old: tuple[Store, int], new: tuple[Store, int]) -> Comparison:
    """Compare two runs, of one store or of two with the same documents.

    Args:
        old: a store and the id of a run in it.
        new: another run, or one of another store. Paragraphs are matched by hashes that two stores do not
            share: between two stores, a term that moved to another paragraph is not told.
    """
    one_store = old[0].path is not None and old[0].path == new[0].path
    before, after = (_read(*run, by_paragraph=one_store) for run in (old, new))
    both = sorted(before.read & after.read)
    changes = (_document(path, before.counts[path], after.counts[path]) for path in both)
    documents = tuple(one for one in changes if one is not None)
    added = tuple(sorted(after.read - before.read))
    new_blaming = sum(one.new_blaming for one in documents) + sum(
        count for path in added for (_, _, kind, _), count in after.counts[path].items() if kind == "blaming"
    )
    return Comparison(
        _terms(before, after),
        documents,
        added,
        tuple(sorted(before.read - after.read)),
        before.lexicon == after.lexicon,
        new_blaming,
    )


def _read(store: Store, run: int, *, by_paragraph: bool) -> _Run:
    counts: dict[str, Counter[tuple[str, str, str, int]]] = defaultdict(Counter)
    with store.reading() as db:
        (lexicon,) = db.execute(_LEXICON, (run,)).fetchone()
        read = frozenset(inside for (inside,) in db.execute(_READ, (run,)))
        for path, term, entry, kind, block, count in db.execute(_ROWS, (run,)):
            counts[path][term, entry, kind, block if by_paragraph else 0] += count
    return _Run(counts, read, lexicon)


def _document(
    path: str, before: Counter[tuple[str, str, str, int]], after: Counter[tuple[str, str, str, int]]
) -> DocumentChange | None:
    came, went = _by_term(after - before), _by_term(before - after)
    moved = came & went
    new, gone = came - moved, went - moved
    if not came and not went:
        return None
    return DocumentChange(
        path,
        _listed(new),
        _listed(gone),
        _listed(moved),
        sum(count for (_, _, kind), count in new.items() if kind == "blaming"),
    )


def _by_term(counts: Counter[tuple[str, str, str, int]]) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for (term, entry, kind, _), count in counts.items():
        found[term, entry, kind] += count
    return found


def _listed(counts: Counter[tuple[str, str, str]]) -> tuple[tuple[str, int], ...]:
    listed = ((term, count) for (term, _, _), count in counts.items())
    return tuple(sorted(listed, key=lambda one: (-one[1], one[0])))


def _terms(before: _Run, after: _Run) -> tuple[TermChange, ...]:
    totals = [_totals(one) for one in (before, after)]
    changes = []
    for key in sorted({*totals[0], *totals[1]}):
        (times, documents), (times_now, documents_now) = (one.get(key, (0, 0)) for one in totals)
        if times != times_now:
            changes.append(TermChange(*key, times, times_now, documents, documents_now))
    return tuple(sorted(changes, key=lambda one: (-abs(one.after - one.before), one.term)))


def _totals(run: _Run) -> dict[tuple[str, str, str], tuple[int, int]]:
    found: dict[tuple[str, str, str], tuple[int, int]] = {}
    for counts in run.counts.values():
        for key, count in _by_term(counts).items():
            times, documents = found.get(key, (0, 0))
            found[key] = (times + count, documents + 1)
    return found
