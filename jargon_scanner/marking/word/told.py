"""What is said of each task: in its comment, and to the person who asked for the copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.marking.advice import advice
from jargon_scanner.marking.family import Done, Left
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from jargon_scanner.marking.family import Wishes
    from jargon_scanner.marking.word.spots import Spot
    from jargon_scanner.marking.word.tasks import Task


def comment_lines(task: Task, spot: Spot, wishes: Wishes) -> tuple[str, ...]:
    """A comment's lines. Where it cannot stand at the words, it begins with the words and their place."""
    title, *lines = advice(task.finding, wishes)
    if not spot.is_exact:
        title = f"{title}: “{visible(task.finding.text)}”"
    if not spot.in_place:
        title = f"{title}, {visible(task.finding.location.label)}"
    if task.hindrance:
        lines.append(f"Not changed here: {task.hindrance}.")
    return title, *lines


def commented(task: Task, lines: tuple[str, ...]) -> Done:
    """The record of a comment."""
    finding = task.finding
    return Done(finding.id, "commented", finding.text, "\n".join(lines), finding.location.label)


def changed(task: Task) -> Done:
    """The record of a change, in full, even where only some of its words differ."""
    assert task.edit is not None
    edit, block = task.edit, task.block
    old = block.text[edit.start - block.start : edit.end - block.start]
    return Done(task.finding.id, "changed", old, edit.text, task.finding.location.label)


def left(task: Task, reason: str, wishes: Wishes) -> Left:
    """The record of a finding that is not marked at its place."""
    finding = task.finding
    said = task.edit.text if task.edit is not None else "\n".join(advice(finding, wishes))
    return Left(finding.id, finding.text, said, reason, finding.location.label)
