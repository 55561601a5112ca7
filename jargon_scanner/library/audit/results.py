"""What audits say, month by month and service by service: marks that are counted, words that are read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.intervals import Estimate, median, share
from jargon_scanner.library.audit.questions import MARKS, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.library.store import Store

#: A mark from here on is a good one.
GOOD = 4
_FORMS = "SELECT code, month, service, returned IS NOT NULL FROM audit ORDER BY month, service, code"
_ANSWERS = "SELECT code, question, answer FROM audit_answer"


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks for one thing: their median, and the share of good ones, each with its interval."""

    question: str
    middle: Estimate
    good: Estimate


@dataclass(frozen=True, slots=True)
class Row:
    """One month of one service; ``service`` is None for all of them. Forms sent and returned, and marks."""

    month: str
    service: str | None
    sent: int
    returned: int
    marks: tuple[Marks, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one auditor wrote to one question, about a document of a service."""

    month: str
    service: str
    question: str
    words: str
    code: str


@dataclass(frozen=True, slots=True)
class Results:
    """Every month, the oldest first: all services together, then each; and what was written, likewise."""

    rows: tuple[Row, ...]
    said: tuple[Said, ...]


def results(store: Store, hide: Callable[[str], str] = str) -> Results:
    """Count the forms that came back.

    Args:
        store: that keeps them.
        hide: takes out of an auditor's words what could tell who a child is.
    """
    answers: dict[str, dict[str, str]] = defaultdict(dict)
    with store.reading() as db:
        forms = db.execute(_FORMS).fetchall()
        for code, question, answer in db.execute(_ANSWERS):
            answers[code][question] = answer
    groups: dict[tuple[str, str | None], list[tuple[str, bool]]] = defaultdict(list)
    for code, month, service, returned in forms:
        groups[month, None].append((code, bool(returned)))
        groups[month, service].append((code, bool(returned)))
    order = sorted(groups, key=lambda key: (key[0], key[1] is not None, key[1] or ""))
    rows = tuple(_row(*key, groups[key], answers) for key in order)
    said = tuple(
        Said(month, service, one.words, hide(answers[code][one.id]), code)
        for one in QUESTIONS
        for code, month, service, _ in forms
        if one.id in answers.get(code, ())
    )
    return Results(rows, tuple(sorted(said, key=lambda one: (one.month, one.service))))


def _row(
    month: str, service: str | None, forms: list[tuple[str, bool]], answers: dict[str, dict[str, str]]
) -> Row:
    back = [answers[code] for code, returned in forms if returned]
    marks = []
    for one in MARKS:
        given = [int(answer[one.id]) for answer in back]
        good = share(sum(mark >= GOOD for mark in given), len(given))
        marks.append(Marks(one.words, median(given), good))
    return Row(month, service, len(forms), len(back), tuple(marks))
