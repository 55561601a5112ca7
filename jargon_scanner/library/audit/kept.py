"""Answers of auditors, kept beside the figures: once for each form, the last reading of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jargon_scanner.library.audit.questions import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.library.audit.forms import Filled
    from jargon_scanner.library.store import Store

_MARKS = frozenset(one.id for one in MARKS)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of some forms.

    Attributes:
        kept: codes whose answers are new or changed; ``known`` those that were there already, word for word.
        blank: names of forms that nobody has written on yet.
        faults: names of forms that were not kept, with every reason.
    """

    kept: tuple[str, ...]
    known: tuple[str, ...]
    blank: tuple[str, ...]
    faults: tuple[tuple[str, tuple[str, ...]], ...]


def keep(store: Store, forms: Iterable[Filled]) -> Reading:
    """Keep the answers of forms; a form with a fault is not kept, and the others are.

    Where a store keeps no text, only marks are kept: an auditor's words may quote a document.
    """
    by_code: dict[str, list[Filled]] = defaultdict(list)
    faults: list[tuple[str, tuple[str, ...]]] = []
    blank: list[str] = []
    for form in forms:
        if form.is_blank and form.code:
            blank.append(form.name)
        elif form.faults:
            faults.append((form.name, form.faults))
        elif not _is_given_out(store, form.code):
            faults.append((form.name, (f"its code {form.code} was not given out for these figures",)))
        else:
            by_code[form.code].append(form)
    kept: list[str] = []
    known: list[str] = []
    for code, same in sorted(by_code.items()):
        if any(one.answers != same[0].answers for one in same):
            names = ", ".join(one.name for one in same)
            faults.append((names, (f"they have one code, {code}, and say different things",)))
            continue
        (kept if _put(store, code, same[0].answers) else known).append(code)
    store.db.commit()
    return Reading(tuple(kept), tuple(known), tuple(blank), tuple(faults))


def _is_given_out(store: Store, code: str) -> bool:
    return store.db.execute("SELECT 1 FROM audit WHERE code = ?", (code,)).fetchone() is not None


def _put(store: Store, code: str, answers: dict[str, str]) -> bool:
    """Put answers into the store; False if they are there already."""
    wanted = {name: words for name, words in answers.items() if store.keeps_text or name in _MARKS}
    before = dict(
        store.db.execute("SELECT question, answer FROM audit_answer WHERE code = ?", (code,)).fetchall()
    )
    if before == wanted:
        return False
    store.db.execute("DELETE FROM audit_answer WHERE code = ?", (code,))
    store.db.executemany(
        "INSERT INTO audit_answer VALUES (?, ?, ?)", [(code, name, words) for name, words in wanted.items()]
    )
    today = datetime.now(UTC).date().isoformat()
    store.db.execute("UPDATE audit SET returned = ? WHERE code = ?", (today, code))
    return True
