"""What to fix first: the shortest list of edits that takes the most findings away.

One edit changes one term in one paragraph; a paragraph that stands in many documents is changed once, in
their template. What an edit takes away does not depend on any other edit, so the list in the order of effect
is the shortest one for every share of findings: no search is needed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jargon_scanner.library.figures import Change
from jargon_scanner.library.tally.copies import share

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from jargon_scanner.library.figures import TermRow

#: A list that a team can do in a month is not longer than this.
MOST_EDITS = 60
_EDITS = """
    SELECT occurrence.term, occurrence.block, sum(copies.uses) AS met
    FROM occurrence JOIN copies USING (content) GROUP BY occurrence.term, occurrence.block
"""
_TERMS = "SELECT id, entry, term, kind FROM term"
_PATHS = """
    SELECT document.path, sum(document.uses) AS met FROM occurrence
    JOIN document ON document.run = ? AND document.content = occurrence.content
    WHERE occurrence.term = ? AND occurrence.block = ? GROUP BY document.path
"""


def fix_first(
    db: sqlite3.Connection, run: int, terms: Sequence[TermRow], known: Mapping[str, float]
) -> tuple[Change, ...]:
    """The changes with the most effect in the run that is being counted, the most first.

    Args:
        db: inside ``counting``.
        run: its id.
        terms: as they were counted.
        known: by entry id, the share of young people who knew the term: an edit counts once for every time it
            is read and once more for every time it is not understood.
    """
    names = {identifier: (entry, term, kind) for identifier, entry, term, kind in db.execute(_TERMS)}
    edits = [
        (met * (2 - known.get(names[term][0], 1.0)), term, block) for term, block, met in db.execute(_EDITS)
    ]
    whole = sum(weight for weight, _, _ in edits)
    edits.sort(key=lambda edit: (-edit[0], names[edit[1]], edit[2]))
    chosen: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for weight, term, block in edits[:MOST_EDITS]:
        chosen[term].append((weight, block))
    suggestions = {(row.entry, row.term, row.kind): row.suggestion for row in terms}
    changes, so_far = [], 0.0
    for term, blocks in sorted(chosen.items(), key=lambda one: (-sum(w for w, _ in one[1]), names[one[0]])):
        gone = sum(weight for weight, _ in blocks)
        so_far += gone
        entry, name, kind = names[term]
        paths = _paths(db, run, term, [block for _, block in blocks])
        offered = suggestions.get(names[term], "")
        changes.append(Change(name, entry, kind, offered, len(blocks), paths, gone, share(so_far, whole)))
    return tuple(changes)


def _paths(db: sqlite3.Connection, run: int, term: int, blocks: Sequence[int]) -> tuple[str, ...]:
    met: dict[str, float] = defaultdict(float)
    for block in blocks:
        for path, times in db.execute(_PATHS, (run, term, block)):
            met[path] += times
    return tuple(sorted(met, key=lambda path: (-met[path], path)))
