"""Copies of a document with marks in them, to accept and reject where people work. Never the original.

One format, one module or package of this room with a ``PART``.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.edits import plan
from jargon_scanner.errors import DocumentChanged
from jargon_scanner.loaders import read, read_bytes
from jargon_scanner.marking import other
from jargon_scanner.marking.family import AUTHOR, As, Beside, Done, Left, Marked, Marker, Wishes, Work

if TYPE_CHECKING:
    from jargon_scanner.edits import Plan
    from jargon_scanner.report import Report

__all__ = [
    "AUTHOR",
    "As",
    "Beside",
    "Done",
    "Left",
    "Marked",
    "Marker",
    "Wishes",
    "mark",
    "mark_bytes",
    "markers",
]


@cache
def markers() -> dict[str, Marker]:
    """Every marker by the format that it marks: ours, then those of other installed packages."""
    from jargon_scanner.plugins import discover

    parts = discover("jargon_scanner.marking", Marker)
    return {name: marker for marker in reversed(parts.values()) for name in marker.formats}


def mark(path: Path | str, report: Report, wishes: Wishes) -> Marked:
    """A copy of a document with marks at its findings. Nothing is written to disk.

    Args:
        path: the document.
        report: what a scan says of it, as the file is now.
        wishes: how it is to be marked.

    Raises:
        DocumentError: the file cannot be read, has changed since the scan, or cannot be marked.
    """
    path = Path(path)
    return mark_bytes(path, read_bytes(path), report, wishes)


def mark_bytes(path: Path, data: bytes, report: Report, wishes: Wishes, chosen: Plan | None = None) -> Marked:
    """The same for a document that is in memory.

    Args:
        path: its name, for messages and for its ending; it is not opened.
        data: its bytes.
        report: what a scan says of it.
        wishes: how it is to be marked.
        chosen: what a person has decided; None for what needs no choice.

    Raises:
        DocumentError: the file cannot be read, has changed since the scan, or cannot be marked.
    """
    if sha256(data).hexdigest() != report.document.sha256:
        raise DocumentChanged(path)
    todo = chosen or plan(report.findings, only_approved=wishes.only_approved)
    unsettled = tuple(finding for finding in report.findings if finding not in todo.settled)
    edits = () if wishes.as_ == "comments" else todo.edits
    comments = {"comments": unsettled, "changes": todo.open, "clean": ()}[wishes.as_]
    marker = markers().get(report.document.format)
    mark_copy = marker.mark if marker else other.mark
    return mark_copy(Work(data, read(path, data), report, edits, comments, wishes))
