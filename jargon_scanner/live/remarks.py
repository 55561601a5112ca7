"""What is said about each finding where there is room for one message and a few wordings.

A remark is a view of a report: it says what ``check`` says, in the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.outputs.folding import Term, fold
from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import KIND_WORDS, TO_DO, approval, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.findings import Finding, Kind, Suggestion
    from jargon_scanner.outputs.wording import Fact
    from jargon_scanner.report import Report

#: More wordings than this make a menu that nobody reads.
MOST_WORDINGS = 5


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that can stand in the place of a remark's words, and who chose them ("" for nobody)."""

    text: str
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said about one place of a text.

    Attributes:
        rule: what a program calls it, so that a person can switch exactly this off: ``JARGON_COMMENCE``.
        kind: of the finding.
        start: offset in the text of the first character that it is about.
        end: offset just after the last one; all that a wording replaces lies between them.
        title: what it is and what to do, in a few words.
        lines: what the words mean, why, and what to think about or ask.
        wordings: to choose from; none where the sentence has to be thought about.
        sentence: in which the words stand.
    """

    rule: str
    kind: Kind
    start: int
    end: int
    title: str
    lines: tuple[str, ...]
    wordings: tuple[Wording, ...]
    sentence: str

    @property
    def message(self) -> str:
        """All that is said, in one line."""
        return " ".join(self.lines)


def remarks(report: Report, text: str) -> tuple[Remark, ...]:
    """A remark for each finding, in reading order.

    Args:
        report: of the text.
        text: that was read; the report's offsets are places in it.
    """
    said = (_remark(term, text) for place in fold(report) for first in place.terms for term in _uses(first))
    return tuple(sorted(said, key=lambda remark: remark.start))


def _uses(first: Term) -> Iterator[Term]:
    yield first
    yield from map(Term, first.repeats)


def _remark(term: Term, text: str) -> Remark:
    finding = term.finding
    offered = tuple(_offered(finding))
    start = min((finding.start, *(one.replaces[0] for one in offered)))
    end = max((finding.end, *(one.replaces[1] for one in offered)))
    wordings = (
        Wording(
            text[start : one.replaces[0]] + one.text + text[one.replaces[1] : end],
            f"Chosen {approval(one.review)}" if one.review else "",
        )
        for one in offered
    )
    kept = tuple(fact for fact in facts(term) if not (fact.drops_in and offered))
    return Remark(
        _rule(finding),
        finding.kind,
        start,
        end,
        f"{KIND_WORDS[finding.kind].name}: {TO_DO[finding.treatment]}",
        tuple(map(_line, kept)) or (f"“{visible(finding.text)}” {TO_DO[finding.treatment]}.",),
        tuple(dict.fromkeys(wordings)),
        finding.sentence,
    )


def _offered(finding: Finding) -> Iterator[Suggestion]:
    """The wordings that a person may take with one press. Blame is thought about, not swapped."""
    if finding.treatment != "rethink":
        drop_in = [one for one in finding.suggestions if one.mode == "replace"]
        yield from drop_in[:MOST_WORDINGS]


def _line(fact: Fact) -> str:
    """One fact as a sentence: "Means: a meeting about keeping you safe."."""
    remark = f" ({fact.remark})" if fact.remark else ""
    said = f"{fact.label}: {' / '.join(fact.texts)}{remark}"
    return said if said.endswith((".", "?", "!", "…")) else f"{said}."


def _rule(finding: Finding) -> str:
    name = finding.entry or finding.letters
    return re.sub(r"\W+", "_", f"{finding.kind} {name}").strip("_").upper()
