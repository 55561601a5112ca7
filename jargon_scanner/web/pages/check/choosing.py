"""What a person decides about a finding, and what that comes to in the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.edits import OWN_WORDS, Choice
from jargon_scanner.errors import ScannerError
from jargon_scanner.findings import Suggestion
from jargon_scanner.outputs.folding import fold
from jargon_scanner.outputs.sentences import beginnings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jargon_scanner.findings import Finding
    from jargon_scanner.report import Report

Action: TypeAlias = Literal["use", "everywhere", "keep", "keep-everywhere", "keep-always", "undo"]


class NotChosen(ScannerError):
    """What was chosen cannot be done; the sentence says why, and what to do."""

    code = "not-chosen"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was sent with a finding's form.

    Attributes:
        action: the button that was pressed.
        wording: which of the wordings that drop in, counted from 0; or ``own``, or ``sentence``; "" for none.
        words: the writer's own words.
        sentence: the whole sentence in the writer's own words.
        reason: why the words are kept.
    """

    action: Action
    wording: str = ""
    words: str = ""
    sentence: str = ""
    reason: str = ""


def decide(
    report: Report, choices: Mapping[str, Choice], finding: Finding, decision: Decision
) -> dict[str, Choice]:
    """The choices after one more decision.

    Raises:
        NotChosen: it cannot be done.
    """
    if decision.action == "undo":
        return {name: choice for name, choice in choices.items() if name != finding.id}
    if decision.action in {"keep", "keep-everywhere", "keep-always"}:
        kept = Choice(reason=decision.reason)
        group = (finding,) if decision.action == "keep" else _same_term(report, finding)
        open_ones = (one for one in group if one is finding or one.id not in choices)
        return {**choices, **{one.id: kept for one in open_ones}}
    taken = _taken(report, finding, decision)
    now = _with(report, choices, finding, taken)
    if now is None:
        raise NotChosen("These words are part of another change. Undo that one first.")
    if decision.action == "everywhere":
        for other in _same_term(report, finding):
            alike = _alike(finding, taken, other)
            if other.id not in now and alike is not None:
                now = _with(report, now, other, alike) or now
    return now


def _taken(report: Report, finding: Finding, decision: Decision) -> Suggestion:
    if decision.wording == "own":
        return _own(decision.words, (finding.start, finding.end))
    if decision.wording == "sentence":
        begins = beginnings(report).get(finding.id)
        if begins is None:
            raise NotChosen("This sentence cannot be written anew here. Change its words instead.")
        return _own(decision.sentence, (begins, begins + len(finding.sentence)))
    wordings = drop_ins(finding)
    if decision.wording.isdecimal() and int(decision.wording) < len(wordings):
        return wordings[int(decision.wording)]
    raise NotChosen("Choose the words first.")


def _own(words: str, place: tuple[int, int]) -> Suggestion:
    text = " ".join(words.split())
    if not text:
        raise NotChosen("Write your own words first.")
    return Suggestion("replace", text, place, None, OWN_WORDS)


def drop_ins(finding: Finding) -> tuple[Suggestion, ...]:
    """The wordings that can stand in the place of the words as they are, in the order they are shown in."""
    return tuple(one for one in finding.suggestions if one.mode == "replace")


def _same_term(report: Report, finding: Finding) -> tuple[Finding, ...]:
    """Every use of a finding's term, itself among them."""
    terms = (term for place in fold(report) for term in place.terms)
    uses = ((term.finding, *term.repeats) for term in terms)
    return next(together for together in uses if finding in together)


def _alike(finding: Finding, taken: Suggestion, other: Finding) -> Suggestion | None:
    """The same wording where the term is used again: in that sentence's own form, or the writer's words."""
    if taken.source == OWN_WORDS:
        same = other.text.casefold() == finding.text.casefold() and taken.replaces == (
            finding.start,
            finding.end,
        )
        return Suggestion("replace", taken.text, (other.start, other.end), None, OWN_WORDS) if same else None
    mine, theirs = drop_ins(finding), drop_ins(other)
    exact = (one for one in theirs if one.text.casefold() == taken.text.casefold())
    # Both lists follow the lexicon's: where they are equally long, the same place is the same wording.
    in_its_form = theirs[mine.index(taken)] if len(mine) == len(theirs) else None
    return next(exact, in_its_form)


def _with(
    report: Report, choices: Mapping[str, Choice], finding: Finding, taken: Suggestion
) -> dict[str, Choice] | None:
    """The choices with one more, unless it would change words that another one changes."""
    start, end = taken.replaces
    others = (
        choice.taken.replaces for name, choice in choices.items() if name != finding.id and choice.taken
    )
    if any(other_start < end and start < other_end for other_start, other_end in others):
        return None
    # What a person has kept inside a sentence that is written anew goes with the sentence.
    inside = {one.id for one in report.findings if one.start < end and start < one.end}
    left = {name: choice for name, choice in choices.items() if choice.taken or name not in inside}
    return {**left, finding.id: Choice(taken)}
