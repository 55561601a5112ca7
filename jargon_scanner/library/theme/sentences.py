"""Some sentences of a theme, with what could tell whose they are hidden: typical ones, and the worst."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from jargon_scanner.library.theme.find import Hit
    from jargon_scanner.report import Report

_EACH = 2
_LONGEST = 45  # words: nobody talks about a longer sentence
_PAIRS = 3
_MASK = re.compile(r"\[[a-z -]+\]")
_ROWS = """
    SELECT document.service, occurrence.content, occurrence.sentence, sentence.text, count(*),
           sum(term.kind = 'blaming')
    FROM document JOIN occurrence ON occurrence.content = document.content
    JOIN sentence ON sentence.id = occurrence.sentence JOIN term ON term.id = occurrence.term
    WHERE document.run = ? AND sentence.text != ''
    GROUP BY document.path, occurrence.sentence ORDER BY 1, 4
"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is shown: its service, its hidden form, and how many findings it has."""

    service: str
    text: str
    findings: int
    blaming: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one service."""

    service: str
    typical: tuple[Sentence, ...]
    worst: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A sentence before and after; "" after where no words drop in, with advice instead."""

    before: str
    after: str
    advice: str = ""
    is_invented: bool = False


def sentences(
    db: sqlite3.Connection, run: int, hits: Iterable[Hit], hide: Callable[[str], str]
) -> tuple[Shown, ...]:
    """Typical and worst sentences of each service.

    Typical is as long, and has as many findings, as the middle one; the worst could hurt most, and then have
    most findings.
    """
    wanted = {(hit.content, hit.sentence) for hit in hits}
    by_service: dict[str, dict[str, Sentence]] = defaultdict(dict)
    for service, content, sentence, text, findings, blaming in db.execute(_ROWS, (run,)):
        if (content, sentence) in wanted and len(text.split()) <= _LONGEST:
            by_service[service].setdefault(text, Sentence(service, text, findings, blaming))
    return tuple(_shown(service, list(found.values()), hide) for service, found in sorted(by_service.items()))


def _shown(service: str, found: list[Sentence], hide: Callable[[str], str]) -> Shown:
    middle, length = median(one.findings for one in found), median(len(one.text) for one in found)

    def how_far(one: Sentence) -> tuple[float, float, str]:
        return abs(one.findings - middle), abs(len(one.text) - length), one.text

    taken: set[str] = set()
    worst = _first(sorted(found, key=lambda one: (-one.blaming, -one.findings, one.text)), hide, taken)
    return Shown(service, _first(sorted(found, key=how_far), hide, taken), worst)


def _first(found: Iterable[Sentence], hide: Callable[[str], str], taken: set[str]) -> tuple[Sentence, ...]:
    """The first few sentences that are different still when names are hidden; those taken are added to."""
    chosen: list[Sentence] = []
    for one in found:
        text = hide(one.text)
        alike = _MASK.sub("[]", text)
        if alike not in taken:
            taken.add(alike)
            chosen.append(replace(one, text=text))
        if len(chosen) == _EACH:
            break
    return tuple(chosen)


def before_and_after(
    shown: Iterable[Shown], invented: Iterable[Rewritten], read: Callable[[str], Report]
) -> tuple[Rewritten, ...]:
    """Three sentences before and after: changed words first, then invented ones, then advice.

    Args:
        shown: sentences with names hidden.
        invented: of the lexicon, about nobody.
        read: scans a text, with whole sentences proposed.
    """
    texts = {_MASK.sub("[]", s.text): s.text for one in shown for s in (*one.worst, *one.typical)}
    made = [one for text in texts.values() if (one := _rewritten(text, read(text))) is not None]
    changed, advised = [one for one in made if one.after], [one for one in made if not one.after]
    return tuple([*changed, *invented, *advised][:_PAIRS])


def _rewritten(text: str, report: Report) -> Rewritten | None:
    after = next((one.text for one in report.sentences or () if one.text != one.sentence), "")
    questions = (f"Ask yourself: {one.question}" for one in report.findings if one.question)
    meanings = (f"Explain it: {one.meaning}" for one in report.findings if one.meaning)
    advice = next(questions, "") or next(meanings, "")
    return Rewritten(text, after, advice) if after or advice else None
