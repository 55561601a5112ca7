"""What was decided, as a lexicon file: the reviewed layer, made anew from the whole history each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from jargon_scanner.review.decisions import standing
from jargon_scanner.review.people import PLURALS
from jargon_scanner.review.room import LEAST_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.review.decisions import Decision

#: Who speaks where nobody was asked.
OUR_TEAM = "our team"
_HEAD = (
    "# Made from the record of Our Voice after each decision. Do not change it here: decide anew, or undo,\n"
    "# with jargon-scanner review decide.\n"
)


def layer_of(history: Iterable[Decision]) -> str:
    """The text of the reviewed layer.

    Args:
        history: every decision, oldest first.

    Returns:
        YAML as ``lexicons/FORMAT.md`` describes it. Counts under five are left out: the file, and what is
        made with it, leaves the team.
    """
    rows = [_row(one) for one in standing(history) if one.outcome in ("adopt", "keep")]
    data = {"domain": "What we decided after asking", "layer": "reviewed", "wordings": rows, "entries": []}
    return _HEAD + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)


def unknown_in(text: str, history: Iterable[Decision]) -> tuple[str, ...]:
    """Words of a reviewed layer that no decision of a history has put there: it comes from another record.

    Args:
        text: of the file.
        history: every decision of the record.
    """
    made = [_said_in(_row(one)) for one in history]
    rows = (yaml.safe_load(text) or {}).get("wordings") or []
    return tuple(row.get("term") or row["id"] for row in rows if _said_in(row) not in made)


def _said_in(row: dict[str, Any]) -> dict[str, Any]:
    """A row but for its readers, of whom a later decision may have taken some, and its numbers."""
    return {key: value for key, value in row.items() if key not in ("for", "chosen")}


def _row(decision: Decision) -> dict[str, Any]:
    said = "say" if decision.outcome == "adopt" else "meaning"
    row = {
        "id": decision.entry,
        "term": decision.term,
        "outcome": decision.outcome,
        said: decision.wording,
        "of": decision.of,
        "for": list(decision.readers),
        "chosen": _chosen(decision),
        "reason": decision.reason,
    }
    return {key: value for key, value in row.items() if value}


def _chosen(decision: Decision) -> dict[str, Any]:
    """On whose say-so: the group's where most of them or five chose it, and else the team's, who decided."""
    is_theirs = 2 * decision.chose > decision.asked or decision.chose >= LEAST_PEOPLE
    group = PLURALS[decision.group] if is_theirs else OUR_TEAM
    chosen: dict[str, Any] = {"group": group, "date": f"{decision.at.astimezone():%Y-%m}"}
    if decision.chose >= LEAST_PEOPLE:
        chosen |= {"chose": decision.chose, "of": decision.asked}
    return chosen
