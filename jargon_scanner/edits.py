"""What may be changed in bulk, and what a person has to decide: one choice for every view that shows it.

Only wordings that drop in are taken, and only where the report says that the words may be replaced: findings
to explain, to ask about or to rethink wait for a person. Of an acronym that is to be explained, the first use
is written out. Where a person has chosen, nothing but their choices is done.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jargon_scanner.findings import Finding, Suggestion


#: Where a wording comes from that the writer has put in their own words.
OWN_WORDS = "the writer"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the document's text.

    Attributes:
        finding: the finding that it answers.
        suggestion: the wording that was taken.
        start: offset in the document's text of the first character that goes.
        end: offset just after the last one.
        text: what stands there instead.
    """

    finding: Finding
    suggestion: Suggestion
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person has decided about one finding.

    Attributes:
        taken: the wording that stands there instead, ours or their own; None where the words are kept.
        reason: why they are kept.
    """

    taken: Suggestion | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of each finding of a report. Every finding stands in one of the three, in reading order.

    Attributes:
        edits: changes to make; no two of them share a character.
        open: findings that a person decides.
        settled: findings that need nothing more: their words are kept, or go with another one's change.
    """

    edits: tuple[Edit, ...]
    open: tuple[Finding, ...]
    settled: tuple[Finding, ...] = ()


def plan(findings: Iterable[Finding], *, only_approved: bool = False) -> Plan:
    """Decide which findings are answered by a change, and by which.

    A change that would touch the words of one taken before it is not taken: that finding stays open.

    Args:
        findings: of one report, in reading order.
        only_approved: take only wordings that a review has approved.
    """
    listed = tuple(findings)
    met: set[tuple[str, str]] = set()
    edits: list[Edit] = []
    for finding in listed:
        short = _short_form(finding)
        is_first = short is not None and short not in met
        if short is not None:
            met.add(short)
        edit = _edit(finding, is_first=is_first)
        if only_approved:
            edit = _approved(finding)
        if edit is not None:
            _take(edit, edits)
    answered = {edit.finding.id for edit in edits}
    return Plan(tuple(edits), tuple(finding for finding in listed if finding.id not in answered))


def decided(findings: Iterable[Finding], choices: Mapping[str, Choice]) -> Plan:
    """What a person's choices come to, and nothing else.

    Args:
        findings: of one report, in reading order.
        choices: by the finding's id. Of two that would change the same words, the one that comes first in the
            document is made, and the other finding goes with it.
    """
    listed = tuple(findings)
    edits: list[Edit] = []
    for finding in listed:
        choice = choices.get(finding.id)
        if choice is not None and choice.taken is not None:
            _take(Edit(finding, choice.taken, *choice.taken.replaces, choice.taken.text), edits)
    answered = {edit.finding.id for edit in edits}
    rest = tuple(finding for finding in listed if finding.id not in answered)
    settled = {
        finding.id
        for finding in rest
        if (finding.id in choices and choices[finding.id].taken is None)
        or not _is_free(finding.start, finding.end, edits)
    }
    return Plan(
        tuple(edits),
        tuple(finding for finding in rest if finding.id not in settled),
        tuple(finding for finding in rest if finding.id in settled),
    )


def apply(text: str, edits: Sequence[Edit]) -> str:
    """A document's text with all edits made."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _edit(finding: Finding, *, is_first: bool) -> Edit | None:
    if finding.treatment == "replace":
        first = next((one for one in finding.suggestions if one.mode == "replace"), None)
        return None if first is None else Edit(finding, first, *first.replaces, first.text)
    return _written_out(finding) if is_first else None


def _approved(finding: Finding) -> Edit | None:
    """The first approved wording that drops in; no review is asked whether a long form is right.

    Where a child is to be asked, a group of children has been: their wording is taken. What the law or safety
    needs, and what blames, still waits for a person.
    """
    if finding.treatment not in ("replace", "ask"):
        return None
    fit = (one for one in finding.suggestions if one.mode == "replace" and one.review is not None)
    first = next(fit, None)
    return None if first is None else Edit(finding, first, *first.replaces, first.text)


def _written_out(finding: Finding) -> Edit | None:
    """The long form of an acronym that the text has not explained so far.

    With its letters behind it where the report offers that: they come again, and nothing later explains them.
    """
    acronym = finding.acronym
    if finding.treatment != "explain" or acronym is None or acronym.expansion is None:
        return None
    if acronym.status not in {"undefined", "defined-later"}:
        return None
    long = acronym.expansion.casefold()
    fit = (one for one in finding.suggestions if one.mode == "replace" and long in one.text.casefold())
    exact = finding.first_use or next(fit, None)
    return None if exact is None else Edit(finding, exact, *exact.replaces, exact.text)


def _short_form(finding: Finding) -> tuple[str, str] | None:
    """What two uses of one acronym have in common: its letters and its long form."""
    acronym = finding.acronym
    if finding.kind != "acronym" or acronym is None or acronym.expansion is None:
        return None
    return finding.text.replace(".", "").casefold(), acronym.expansion.casefold()


def _take(edit: Edit, taken: list[Edit]) -> None:
    """Put an edit in its place among those taken before, unless it shares a character with one of them."""
    if _is_free(edit.start, edit.end, taken):
        taken.insert(bisect_left(taken, edit.start, key=lambda one: one.start), edit)


def _is_free(start: int, end: int, taken: Sequence[Edit]) -> bool:
    """Whether no change that was taken shares a character with a range."""
    at = bisect_left(taken, start, key=lambda one: one.start)
    return (at == 0 or taken[at - 1].end <= start) and (at == len(taken) or end <= taken[at].start)
