"""Words picked from one document."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jargon_scanner.review.picking.picked import PLAIN_ENGLISH, Candidate, Picked, times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jargon_scanner.findings import Finding
    from jargon_scanner.report import Report
    from jargon_scanner.review.picking.before import Before


def from_report(report: Report, known: Before, most: int) -> tuple[Picked, ...]:
    """The words of a document that are most worth asking about: in the order of ``figures``.

    Args:
        report: of the document; its name is not told to anybody, it could hold a child's.
        known: what was asked and decided before.
        most: how many words at most.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.entry:
            found[finding.entry].append(finding)

    def order(entry: str) -> tuple[int, bool, int]:
        findings = found[entry]
        return known.turn(entry), findings[0].category in PLAIN_ENGLISH, -len(findings)

    return tuple(_picked(entry, found[entry], known) for entry in sorted(found, key=order)[:most])


def _picked(entry: str, findings: Sequence[Finding], known: Before) -> Picked:
    first, remark = findings[0], known.remark(entry)
    return Picked(
        entry,
        first.letters,
        f"{times(len(findings))} in one document{'; ' if remark else ''}{remark}",
        long=(first.acronym.expansion if first.acronym else "") or "",
        sentences=tuple(
            Candidate(one.sentence, one.text, "template" if one.owner == "template" else "document")
            for one in sorted(
                findings, key=lambda one: (one.owner != "template", abs(len(one.sentence) - 60))
            )
            if one.owner != "quote"
        ),
    )
