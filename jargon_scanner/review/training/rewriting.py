"""A sentence as our own words would have it, for an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.edits import apply, plan
from jargon_scanner.scan import scan_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.edits import Edit
    from jargon_scanner.findings import Finding
    from jargon_scanner.scan import Scanner


def rewriter(scanner: Scanner) -> Callable[[str], tuple[str, str]]:
    """A function that writes a sentence anew.

    Args:
        scanner: with the reviewed layer.

    Returns:
        A function of a sentence: as it could be, with what was chosen put in first, or "" where nothing drops
        in; and the questions that its writer is asked.
    """

    def rewrite(sentence: str) -> tuple[str, str]:
        found = scan_text(sentence, scanner=scanner).findings
        chosen = plan(found, only_approved=True).edits
        rest = [one for one in found if all(_is_apart(one, other) for other in chosen)]
        edits = sorted((*chosen, *plan(rest).edits), key=lambda one: one.start)
        answered = {one.finding.id for one in edits}
        asked = (one.question for one in found if one.question and one.id not in answered)
        return apply(sentence, edits) if edits else "", " ".join(dict.fromkeys(asked))

    return rewrite


def _is_apart(finding: Finding, edit: Edit) -> bool:
    """Whether nothing that could be put in for a finding touches what is changed already."""
    spans = [(finding.start, finding.end), *(one.replaces for one in finding.suggestions)]
    return all(end <= edit.start or edit.end <= start for start, end in spans)
