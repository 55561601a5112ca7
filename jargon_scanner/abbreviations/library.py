"""What the documents of a library say of short forms that others of them use without a word.

A pure function over what is known of many documents, and one that gives a report the meanings it lacks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jargon_scanner.abbreviations.mentions import plainer
from jargon_scanner.findings import Expansion
from jargon_scanner.statuses import same_letters, same_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jargon_scanner.abbreviations.mentions import Mention
    from jargon_scanner.findings import Acronym, Finding
    from jargon_scanner.report import Report

#: Another document's word for it is good evidence, and never as good as the document's own.
_TRUST = 0.9


@dataclass(frozen=True, slots=True)
class Told:
    """A long form that documents of a library give, and which documents those are."""

    text: str
    documents: tuple[str, ...]


def told_by(mentions: Iterable[Mention]) -> dict[str, tuple[Told, ...]]:
    """What a library's documents explain, by the key of the short form; what most of them say comes first."""
    found: dict[str, dict[str, Told]] = {}
    for mention in mentions:
        for meaning in mention.explained:
            told = found.setdefault(mention.key, {})
            before = told.get(same_words(meaning.text), Told(meaning.text, ()))
            paths = tuple(dict.fromkeys((*before.documents, mention.path)))
            told[same_words(meaning.text)] = Told(plainer(before.text, meaning.text), paths)
    return {
        key: tuple(sorted(told.values(), key=lambda one: (-len(one.documents), one.text)))
        for key, told in found.items()
    }


def with_library(report: Report, told: Mapping[str, tuple[Told, ...]]) -> Report:
    """The report with the library's meanings among the candidates of what the document does not explain.

    They stand before the lexicon's where all the library agrees; else behind, for a person to choose from.
    """
    return replace(report, findings=tuple(_with_library(finding, told) for finding in report.findings))


def _with_library(finding: Finding, told: Mapping[str, tuple[Told, ...]]) -> Finding:
    acronym = finding.acronym
    given = told.get(same_letters(finding.letters), ())
    if acronym is None or not given or any(one.source == "document" for one in acronym.expansions):
        return finding
    return replace(finding, acronym=_widened(acronym, given))


def _widened(acronym: Acronym, given: tuple[Told, ...]) -> Acronym:
    votes = sum(len(one.documents) for one in given)
    ours = [Expansion(one.text, round(_TRUST * len(one.documents) / votes, 3), "library") for one in given]
    known = {same_words(one.text) for one in ours}
    others = [one for one in acronym.expansions if same_words(one.text) not in known]
    agreed = len(ours) == 1 or not others
    expansions = (*ours, *others) if agreed else (*others, *ours)
    status = "undefined" if acronym.status == "unknown" else acronym.status
    return replace(acronym, status=status, expansion=expansions[0].text, expansions=expansions)
