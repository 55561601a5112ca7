"""Findings in reading order, by place, with repeats of a term folded into its first use."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Hashable

    from jargon_scanner.findings import Finding
    from jargon_scanner.report import Report

Key: TypeAlias = "tuple[Hashable, ...]"


@dataclass(frozen=True, slots=True)
class Term:
    """A term where it is first used, and every later use of it."""

    finding: Finding
    repeats: tuple[Finding, ...] = ()

    @property
    def times(self) -> int:
        """How often the document uses it."""
        return 1 + len(self.repeats)

    @property
    def explained_at(self) -> str | None:
        """The place of the first later use that is explained, if the first use is not."""
        later = (repeat for repeat in self.repeats if repeat.acronym and repeat.acronym.status == "defined")
        return next((repeat.location.label for repeat in later), None)

    @property
    def elsewhere(self) -> dict[str, int]:
        """Places of the later uses in reading order, and how many stand in each."""
        return dict(Counter(repeat.location.label for repeat in self.repeats))


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the document, and the terms that are first used there."""

    label: str
    terms: tuple[Term, ...]


def fold(report: Report) -> tuple[Place, ...]:
    """The report's findings by place; places that hold nothing but repeats are left to their terms."""
    uses: defaultdict[Key, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        uses[_key(finding)].append(finding)
    terms = [Term(first, tuple(repeats)) for first, *repeats in uses.values()]
    places = groupby(terms, key=lambda term: term.finding.location.label)
    return tuple(Place(label, tuple(here)) for label, here in places)


def _key(finding: Finding) -> Key:
    """What makes two findings one term: the same entry in the same sense, or the same words."""
    sense = finding.acronym.expansion if finding.acronym else None
    if finding.entry is not None:
        return (finding.entry, sense)
    return (finding.text.casefold(), finding.kind, sense)
