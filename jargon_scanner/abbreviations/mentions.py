"""What one document does with each of its short forms: little enough to keep for a whole library."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.statuses import as_listed, bare, same_letters, same_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jargon_scanner.findings import Acronym, Expansion, ExpansionSource, Finding, Status
    from jargon_scanner.report import Report

#: A candidate with less than this share of what speaks for any is not worth a line.
_LIKELY = 0.3


@dataclass(frozen=True, slots=True)
class Meaning:
    """A long form that is meant in a document.

    Attributes:
        text: the long form.
        source: who gives it.
        count: at how many places of the document it is meant.
        documents: where other documents of a library give it, which these are.
    """

    text: str
    source: ExpansionSource
    count: int
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One short form in one document.

    Attributes:
        key: what all its spellings have in common.
        spellings: how it is written, the commonest first, without plural and possessive endings.
        path: the document.
        count: how often it stands there.
        place: a label of where it first stands.
        status: how its first use is explained.
        meanings: what it stands for there; the document's own explanations first, then the commonest.
    """

    key: str
    spellings: tuple[str, ...]
    path: str
    count: int
    place: str
    status: Status
    meanings: tuple[Meaning, ...]

    @property
    def explained(self) -> tuple[Meaning, ...]:
        """The meanings that the document gives itself."""
        return tuple(one for one in self.meanings if one.source == "document")


def mentions_of(report: Report) -> tuple[Mention, ...]:
    """Every short form of a document, in the order of their first uses."""
    uses: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.acronym is not None:
            uses.setdefault(same_letters(finding.letters), []).append(finding)
    return tuple(_mention(key, met, report.document.path) for key, met in uses.items())


def _mention(key: str, met: Sequence[Finding], path: str) -> Mention:
    spellings = Counter(bare(use.letters) for use in met)
    acronyms = [use.acronym for use in met if use.acronym is not None]
    return Mention(
        key=key,
        spellings=tuple(spelling for spelling, _ in spellings.most_common()),
        path=path,
        count=len(met),
        place=met[0].location.label,
        status=acronyms[0].status,
        meanings=_meanings(acronyms),
    )


def _meanings(acronyms: Sequence[Acronym]) -> tuple[Meaning, ...]:
    given: dict[str, Expansion] = {}
    counts: Counter[str] = Counter()
    for acronym in acronyms:
        for expansion in _likely(acronym):
            key = same_words(expansion.text)
            if key not in given or expansion.source == "document":
                given[key] = expansion
            counts[key] += 1
    found = [
        Meaning(as_listed(one.text), one.source, counts[key], one.documents) for key, one in given.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.source != "document", -one.count)))


def _likely(acronym: Acronym) -> list[Expansion]:
    """The document's own explanations, else the candidates that much speaks for."""
    own = [one for one in acronym.expansions if one.source == "document"]
    return own or [one for one in acronym.expansions if one.text == acronym.expansion or one.score >= _LIKELY]
