"""The history of decisions as a sheet: when, which word, what, for whom, on whose say-so, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.approvals import day
from jargon_scanner.review.decisions import standing
from jargon_scanner.review.people import PLURALS
from jargon_scanner.review.sheets import Cell, Section, Sheet, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jargon_scanner.lexicon.entry import Reader
    from jargon_scanner.review.decisions import Decision

_COLUMNS = ("Number", "Date", "Word", "Decided", "For", "On whose say-so", "Why", "Although", "Holds")
_WIDTHS = (1, 2, 2.5, 4, 2, 3, 4, 4, 1.2)


def history_sheet(history: Sequence[Decision]) -> Sheet:
    """Every decision, newest first.

    Args:
        history: oldest first.
    """
    holding = {one.id for one in standing(history)}
    rows = tuple(_row(one, holds=one.id in holding) for one in reversed(history))
    table = Table("Every decision, newest first", _COLUMNS, rows, _WIDTHS)
    return Sheet(
        "What we decided",
        ("Nothing is taken out of this list: what was undone stays, and so does the undoing.",),
        (Section("History", tables=(table,)),) if rows else (Section("History", ("Nothing yet.",)),),
        data=(table,) if rows else (),
    )


def outcome(decision: Decision) -> str:
    """What was decided, in words: "say “family time”"."""
    if decision.outcome == "undo":
        return f"take back number {decision.undoes}"
    if decision.outcome == "ask again":
        return "ask people again"
    if decision.outcome == "keep":
        said = decision.wording.rstrip(".")
        return f"keep the word and explain it: {said}" if said else "keep the word and explain it"
    return f"say “{decision.wording}”"


def for_whom(readers: Iterable[Reader]) -> str:
    """The readers that a decision is for: "children and parents"; "everybody"."""
    many = {"child": "children", "parent": "parents", "professional": "professionals"}
    return " and ".join(many[one] for one in readers) or "everybody"


def say_so(decision: Decision) -> str:
    """Who chose it, and how many: "14 of 17 young people"."""
    if decision.outcome in ("undo", "ask again") or not decision.asked:
        return "the team"
    return f"{decision.chose} of {decision.asked} {PLURALS[decision.group]}"


def when(decision: Decision) -> str:
    """The day of a decision: "9 March 2027"."""
    return day(decision.at.astimezone().date().isoformat())


def month_of(decision: Decision) -> str:
    """The month of a decision: "March 2027"."""
    return day(f"{decision.at.astimezone():%Y-%m}")


def word(decision: Decision) -> str:
    """The word, and in which meaning: "LAC (looked after child)"."""
    return f"{decision.term} ({decision.of})" if decision.of else decision.term


def _row(decision: Decision, *, holds: bool) -> tuple[Cell, ...]:
    holding = "yes" if holds else "no"
    return (
        decision.id,
        when(decision),
        word(decision),
        outcome(decision),
        "" if decision.outcome in ("undo", "ask again") else for_whom(decision.readers),
        say_so(decision),
        decision.reason,
        decision.despite.replace("\n", " "),
        "" if decision.outcome == "undo" else holding,
    )
