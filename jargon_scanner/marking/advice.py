"""What a comment says, in the words that every other view uses for the same thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jargon_scanner.outputs.folding import Term
from jargon_scanner.outputs.wording import KIND_WORDS, facts

if TYPE_CHECKING:
    from jargon_scanner.findings import Finding
    from jargon_scanner.marking.family import Wishes

_BETWEEN = "  ·  "


def advice(finding: Finding, wishes: Wishes) -> tuple[str, ...]:
    """A comment on a finding, line by line: its kind, what it means, what it could say, why, who chose that.

    Args:
        finding: what is commented on.
        wishes: whether wordings may be offered that no review has approved.
    """
    finding = offered(finding, wishes)
    kind = KIND_WORDS[finding.kind].name
    lines = (
        f"{fact.label}: {_BETWEEN.join(fact.texts)}{f' ({fact.remark})' if fact.remark else ''}"
        for fact in facts(Term(finding))
    )
    return (kind, *lines)


def offered(finding: Finding, wishes: Wishes) -> Finding:
    """A finding with the wordings that may be offered for it."""
    if not wishes.only_approved:
        return finding
    return replace(finding, suggestions=tuple(one for one in finding.suggestions if one.review is not None))
