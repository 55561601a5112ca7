"""What a person is told about their choices, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jargon_scanner.edits import Plan
    from jargon_scanner.marking import Marked
    from jargon_scanner.web.pages.check.shown import Card


def what_was_decided(cards: Sequence[Card], plan: Plan) -> str:
    """What a decision did, and how much is left to decide.

    Args:
        cards: those that the decision changed.
        plan: what all decisions come to.
    """
    done = {
        state: sum(card.state == state for card in cards) for state in ("changed", "kept", "covered", "open")
    }
    parts = [
        f"{count(done['changed'], 'place', 'places')} changed" if done["changed"] else "",
        f"{count(done['kept'], 'place', 'places')} kept" if done["kept"] else "",
        f"{count(done['open'], 'place', 'places')} open again" if done["open"] else "",
        f"{count(done['covered'], 'other finding goes', 'other findings go')} with it"
        if done["covered"]
        else "",
    ]
    said = ", ".join(part for part in parts if part) or "Nothing changed"
    left = (
        f"{count(len(plan.open), 'finding', 'findings')} left to decide" if plan.open else "That was the last"
    )
    return f"{said}. {left}."


def how_it_was_decided(card: Card) -> str:
    """What was decided on one finding, for a list of all; "" while it is open."""
    if card.choice is None:
        return "goes with another change" if card.state == "covered" else ""
    if card.new is not None:
        return f"changed to “{card.new}”"
    return f"kept: {card.choice.reason}" if card.choice.reason else "kept"


def left_alone(words: str, path: Path) -> str:
    """That words are left alone from now on, and where a person can change that."""
    return (
        f"“{visible(words)}” is left alone from now on, in every document. That stands in "
        f"{visible(str(path))}: take it out there to have it marked again."
    )


def what_the_copy_holds(marked: Marked) -> tuple[str, ...]:
    """What became of the findings in a copy: a sentence in short, then one for each note and omission."""
    changes = sum(done.action == "changed" for done in marked.done)
    comments = len(marked.done) - changes
    short = (
        f"Your copy holds {count(changes, 'change', 'changes')} and {count(comments, 'comment', 'comments')}"
        + (f"; {count(len(marked.left), 'finding is', 'findings are')} left for you." if marked.left else ".")
    )
    left = (f"{visible(one.label)}: “{visible(one.words)}”: {visible(one.reason)}." for one in marked.left)
    return (short, *map(visible, marked.notes), *left)
