"""What a marker is. One format, one module or package with a ``PART``; or an entry point elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from jargon_scanner.document import Document
    from jargon_scanner.edits import Edit
    from jargon_scanner.findings import Finding
    from jargon_scanner.report import Report

As: TypeAlias = Literal["changes", "comments", "clean"]
AUTHOR = "Jargon scanner"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a copy is to be marked.

    Attributes:
        date: when the marks are made, with its time zone; given, so that the same copy can be made again.
        as_: ``changes`` to accept or reject, and comments for what a person decides; ``comments`` alone; or
            ``clean``, with the changes made, to read.
        only_approved: use only wording that a review has approved.
        author: who the marks are by.
    """

    date: datetime
    as_: As = "changes"
    only_approved: bool = False
    author: str = AUTHOR


@dataclass(frozen=True, slots=True)
class Work:
    """What a marker is given.

    Attributes:
        data: the bytes of the original.
        document: the same, read; its blocks keep their anchors.
        report: what the scan says of it.
        edits: the changes to make, in reading order; none share a character; offsets are of
            ``document.text``.
        comments: the findings to comment on, in reading order.
        wishes: how.
    """

    data: bytes
    document: Document
    report: Report
    edits: tuple[Edit, ...]
    comments: tuple[Finding, ...]
    wishes: Wishes


@dataclass(frozen=True, slots=True)
class Done:
    """One change or comment that was made.

    Attributes:
        finding: id of the finding.
        action: what was done.
        old: the words in the document.
        new: what stands there now, or is proposed; the comment's text for a comment.
        label: the place, for a person.
    """

    finding: str
    action: Literal["changed", "commented"]
    old: str
    new: str
    label: str


@dataclass(frozen=True, slots=True)
class Left:
    """One finding that could not be marked at its place.

    Attributes:
        finding: id of the finding.
        words: the words in the document.
        advice: what would have been written there.
        reason: why it was not, a clause without a full stop: "Word has no comments in headers".
        label: the place, for a person.
    """

    finding: str
    words: str
    advice: str
    reason: str
    label: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A further file that goes with a marked copy: its bytes, and the ending of its name, with the dot."""

    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked copy.

    Attributes:
        data: its bytes.
        suffix: the ending of its name, with the dot: ".docx"; not always the original's.
        done: what was changed or commented, in reading order.
        left: what could not be marked in place, in reading order.
        notes: sentences about the whole file for the person who marks it: "Its signature is no longer valid."
        beside: files that go with the copy: the changes of a text file, for ``patch``.
    """

    data: bytes
    suffix: str
    done: tuple[Done, ...]
    left: tuple[Left, ...] = ()
    notes: tuple[str, ...] = ()
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True)
class Marker:
    """Writes marked copies of one kind of file.

    Attributes:
        name: what it is called in messages: "word".
        formats: the formats of documents, as loaders name them, that it marks.
        mark: makes the copy; raises ``DocumentError`` where the file cannot be marked at all.
    """

    name: str
    formats: tuple[str, ...]
    mark: Callable[[Work], Marked]
