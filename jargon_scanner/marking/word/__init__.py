"""Marked copies of Word files: tracked changes and comments, written into the parts of the package.

What is to be done is decided for every place before the first element is moved. Then words are cut at the
ends of every mark, changes are written and comments hung, and the copy is read back to see that it says what
was meant.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.errors import CannotMark
from jargon_scanner.marking.family import Marked, Marker
from jargon_scanner.marking.word import told
from jargon_scanner.marking.word.changes import Stamp, make, track
from jargon_scanner.marking.word.comments import Comments
from jargon_scanner.marking.word.copy import Copy
from jargon_scanner.marking.word.fields import Fields
from jargon_scanner.marking.word.ids import Ids
from jargon_scanner.marking.word.protection import is_signed, protection_of
from jargon_scanner.marking.word.spots import Spots
from jargon_scanner.marking.word.tasks import decide
from jargon_scanner.word_file import PartUnreadable, read_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jargon_scanner.document import Block
    from jargon_scanner.marking.family import Done, Left, Wishes, Work
    from jargon_scanner.marking.word.protection import Protection
    from jargon_scanner.marking.word.spots import Spot
    from jargon_scanner.marking.word.tasks import Task

_SUFFIXES = {".docx", ".docm", ".dotx", ".dotm"}
_IN_MARGINS = "Word has no comments in headers and footers, so the comment stands at the first paragraph"
_NOWHERE = "there is no place in the document where Word keeps a comment safely"
_SIGNED = "The file was signed. A signature does not hold for a changed copy: sign again when it is final."


def mark(work: Work) -> Marked:
    """A marked copy of a Word file.

    Raises:
        CannotMark: the file forbids what was asked, or it is built so that it cannot be marked safely.
    """
    path = Path(work.document.path)
    try:
        return _marked(path, work)
    except PartUnreadable as fault:
        raise CannotMark(path, "one of its parts is damaged") from fault


def _marked(path: Path, work: Work) -> Marked:
    copy = Copy(path, work.data)
    protection = protection_of(copy)
    if work.wishes.as_ == "clean" and work.edits and not protection.changes:
        raise CannotMark(path, protection.reason)
    ids = Ids(copy)
    tasks = decide(work, copy, protection, ids)
    if not tasks:
        return Marked(work.data, _suffix(path), ())
    if not protection.comments:
        listed = tuple(told.left(task, protection.reason, work.wishes) for task in tasks)
        return Marked(work.data, _suffix(path), (), listed, (protection.advice,))
    done, listed = _Writing(work, copy, ids).write(tasks)
    data = copy.to_bytes(work.wishes.date)
    _check(path, data, work.document.blocks, tasks)
    return Marked(data, _suffix(path), done, listed, tuple(_notes(copy, protection, tasks)))


class _Writing:
    """The writing of all marks of a file."""

    def __init__(self, work: Work, copy: Copy, ids: Ids) -> None:
        self._wishes = work.wishes
        self._copy = copy
        self._stamp = Stamp(copy.main.names.w, work.wishes.author, _moment(work.wishes), ids)

    def write(self, tasks: Sequence[Task]) -> tuple[tuple[Done, ...], tuple[Left, ...]]:
        """Do all tasks; what was done, and what could not be marked in place."""
        for task in tasks:
            task.words.cut(task.start, task.end)
        changes = [task for task in tasks if task.text is not None]
        for task in changes:
            self._change(task)
        done, left = self._comment([task for task in tasks if task.text is None])
        order = {task.finding.id: at for at, task in enumerate(tasks)}
        both = [*map(told.changed, changes), *done]
        return tuple(sorted(both, key=lambda one: order[one.finding])), tuple(left)

    def _change(self, task: Task) -> None:
        part = self._copy.edit(task.block.anchor.part)
        runs = task.words.runs(task.start, task.end)
        at = min(max(task.finding.location.start, task.start), task.end - 1)
        like = task.words.runs(at, at + 1)[0]
        if self._wishes.as_ == "clean":
            make(runs, task.text or "", like, part.names.w)
        else:
            track(runs, task.text or "", like, self._stamp)

    def _comment(self, tasks: Sequence[Task]) -> tuple[list[Done], list[Left]]:
        done: list[Done] = []
        left: list[Left] = []
        if self._wishes.as_ == "clean":
            return done, [told.left(task, task.hindrance, self._wishes) for task in tasks]
        spots = Spots(self._copy, Fields(self._copy.main))
        comments = Comments(self._copy, self._stamp)
        for task in tasks:
            spot = self._spot(task, spots)
            if spot is None:
                left.append(told.left(task, _NOWHERE, self._wishes))
                continue
            lines = told.comment_lines(task, spot, self._wishes)
            comments.add(spot, lines)
            self._copy.edit(self._copy.main.name)
            if spot.in_place:
                done.append(told.commented(task, lines))
            else:
                left.append(told.left(task, _IN_MARGINS, self._wishes))
        comments.finish()
        return done, left

    def _spot(self, task: Task, spots: Spots) -> Spot | None:
        atoms = task.words.holding(task.start, task.end)
        if task.block.anchor.part == self._copy.main.name and atoms:
            return spots.of_words(atoms[0].element, atoms[-1].element)
        return spots.of_block(task.block, task.words.paragraph)


def _check(path: Path, data: bytes, blocks: Sequence[Block], tasks: Sequence[Task]) -> None:
    """Read the copy back: with all changes accepted it says what was meant, and nothing else has changed.

    Raises:
        CannotMark: it does not; better no copy than a wrong one.
    """
    texts = {block.index: block.text for block in blocks if block.part != "comment"}
    for task in reversed(tasks):
        if task.text is not None:
            text = texts[task.block.index]
            texts[task.block.index] = text[: task.start] + task.text + text[task.end :]
    meant = [text for text in texts.values() if text.strip()]
    found = [block.text for block in read_word(path, data).blocks if block.part != "comment"]
    if found != meant:
        raise CannotMark(path, "it is built in a way that marks would damage")


def _notes(copy: Copy, protection: Protection, tasks: Sequence[Task]) -> list[str]:
    """Sentences about the whole file."""
    notes = [protection.advice] if protection.advice else []
    if is_signed(copy):
        notes.append(_SIGNED)
    hindered = Counter(task.hindrance for task in tasks if task.hindrance and protection.changes)
    for reason, times in hindered.most_common():
        what = "1 change was" if times == 1 else f"{times:,} changes were"
        notes.append(f"{what} not made: {reason}.")
    return notes


def _moment(wishes: Wishes) -> str:
    return wishes.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    return suffix if suffix in _SUFFIXES else ".docx"


PART = Marker(name="word", formats=("docx",), mark=mark)
