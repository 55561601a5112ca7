"""Texts that stand outside the lines of the page: headers and footers, notes, comments, text boxes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jargon_scanner.loaders.flow import Story
from jargon_scanner.loaders.rtf.group import Group
from jargon_scanner.loaders.rtf.margins import Margins
from jargon_scanner.loaders.rtf.words import STORIES

if TYPE_CHECKING:
    from jargon_scanner.loaders.flow import Pen
    from jargon_scanner.loaders.rtf.tables import Tables


class Stories:
    """Begins and ends stories, each with a group and tables of its own."""

    def __init__(self, pen: Pen, tables: Tables) -> None:
        """Begin in the body.

        Args:
            pen: what writes.
            tables: the tables that are open.
        """
        self._pen = pen
        self._tables = tables
        self._margins = Margins(pen.gathered)
        self._endnotes = 0

    def enter(self, word: str, around: Group) -> Group:
        """Begin a story.

        Args:
            word: the control word that names it.
            around: the group where it stands.

        Returns:
            The group of its words, which ends the story when it ends.
        """
        part, kind = STORIES[word]
        if part in {"header", "footer"}:
            gathered = self._pen.gathered
            check = partial(self._margins.check, len(gathered.passages), len(gathered.tables), kind)
            group = self._begin(Story(part, kind), around)
            group.leave = (*group.leave, check)
            return group
        outside = self._pen.story.part
        in_story = part == "textbox" and outside != "body"
        return self._begin(Story(outside if in_story else part, self._pen.name(kind)), around)

    def _begin(self, story: Story, around: Group) -> Group:
        before = self._pen.is_bold, self._pen.is_hidden
        self._pen.enter_story(story)
        self._tables.enter_story()
        return Group(
            codec=around.codec,
            font=around.font,
            fallback=around.fallback,
            is_fresh=False,
            leave=(partial(self._end, before),),
        )

    def _end(self, before: tuple[bool, bool]) -> None:
        self._pen.end()
        self._tables.leave_story()
        self._pen.leave_story()
        self._pen.is_bold, self._pen.is_hidden = before

    def make_endnote(self) -> None:
        """Say that the footnote at hand is an endnote."""
        if self._pen.story.part == "footnote":
            self._endnotes += 1
            self._pen.story = Story("endnote", f"Endnote {self._endnotes}")
