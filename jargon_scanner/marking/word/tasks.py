"""What is to be done in a Word file, decided for every place before any of them is touched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.marking.word.editable import Rules
from jargon_scanner.marking.word.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.document import Block
    from jargon_scanner.edits import Edit
    from jargon_scanner.findings import Finding
    from jargon_scanner.marking.family import Work
    from jargon_scanner.marking.word.copy import Copy
    from jargon_scanner.marking.word.ids import Ids
    from jargon_scanner.marking.word.protection import Protection
    from jargon_scanner.word_file import Part

_WORD_ENDS = re.compile(r"(?<=\s)(?=\S)")


@dataclass(frozen=True, slots=True)
class Task:
    """One finding, and what is done about it.

    Attributes:
        finding: the finding.
        block: the block that it stands in.
        words: the words of that block.
        start: offset in the block of the words that are changed or commented on.
        end: offset just after them.
        text: what is put in their place; None for a comment.
        edit: the change that was meant, if one was.
        hindrance: why a change that was meant is not made, a clause; "" otherwise.
    """

    finding: Finding
    block: Block
    words: Words
    start: int
    end: int
    text: str | None = None
    edit: Edit | None = None
    hindrance: str = ""


def decide(work: Work, copy: Copy, protection: Protection, ids: Ids) -> list[Task]:
    """The tasks of a file, in reading order."""
    return sorted(
        _Decisions(work, copy, protection, ids).tasks(), key=lambda task: (task.block.index, task.start)
    )


class _Decisions:
    def __init__(self, work: Work, copy: Copy, protection: Protection, ids: Ids) -> None:
        self._work = work
        self._copy = copy
        self._protection = protection
        self._ids = ids
        self._words: dict[int, Words] = {}
        self._rules: dict[str, Rules] = {}

    def tasks(self) -> Iterator[Task]:
        for edit in self._work.edits:
            yield self._of_edit(edit)
        for finding in self._work.comments:
            yield self._of_comment(finding)

    def _of_edit(self, edit: Edit) -> Task:
        block = self._block(edit.finding)
        hindrance = self._hindrance(edit, block)
        if hindrance:
            return self._of_comment(edit.finding, edit, hindrance)
        start, end = edit.start - block.start, edit.end - block.start
        start, end, text = tighten(block.text, start, end, edit.text)
        return Task(edit.finding, block, self._words_of(block), start, end, text, edit)

    def _of_comment(self, finding: Finding, edit: Edit | None = None, hindrance: str = "") -> Task:
        block = self._block(finding)
        start, end = finding.start - block.start, finding.end - block.start
        return Task(finding, block, self._words_of(block), start, end, None, edit, hindrance)

    def _block(self, finding: Finding) -> Block:
        return self._work.document.blocks[finding.location.block]

    def _hindrance(self, edit: Edit, block: Block) -> str:
        """Why a change cannot be made where its words stand, a clause."""
        if not self._protection.changes:
            return self._protection.reason
        start, end = edit.start - block.start, edit.end - block.start
        if start < 0 or end > len(block.text):
            return "the words run over more than one paragraph"
        return self._rules_of(self._part_of(block)).why_not(self._words_of(block), start, end)

    def _part_of(self, block: Block) -> Part:
        return self._copy.package.part(block.anchor.part)

    def _words_of(self, block: Block) -> Words:
        if block.index not in self._words:
            part = self._part_of(block)
            self._words[block.index] = Words(part.root, block.anchor, part.names.w, self._ids)
        return self._words[block.index]

    def _rules_of(self, part: Part) -> Rules:
        if part.name not in self._rules:
            tracked = self._work.wishes.as_ == "changes"
            self._rules[part.name] = Rules(part, tracked=tracked)
        return self._rules[part.name]


def tighten(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """A change without the whole words at its ends that stay, so that a reader sees what differs.

    At least one word is left on each side, so that it stays a replacement.

    Args:
        text: what is changed.
        start: offset of the change.
        end: offset just after it.
        new: what stands there instead.
    """
    old_words, new_words = _WORD_ENDS.split(text[start:end]), _WORD_ENDS.split(new)
    while len(old_words) > 1 and len(new_words) > 1 and old_words[0] == new_words[0]:
        start += len(old_words.pop(0))
        new_words.pop(0)
    while len(old_words) > 1 and len(new_words) > 1 and old_words[-1] == new_words[-1]:
        end -= len(old_words.pop())
        new_words.pop()
    new = "".join(new_words)
    space = len(new) - len(new.rstrip())
    if space and new.strip() and text[start:end].strip() and text[start:end].endswith(new[-space:]):
        end, new = end - space, new[:-space]
    return start, end, new
