"""Comments: marks in the text, words in a part of their own, and what newer versions of Word add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from jargon_scanner.errors import CannotMark
from jargon_scanner.marking.word.elements import SPACE, new
from jargon_scanner.word_file import PartUnreadable
from jargon_scanner.word_file.names import WORD_2010

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from jargon_scanner.marking.word.changes import Stamp
    from jargon_scanner.marking.word.copy import Copy
    from jargon_scanner.marking.word.spots import Spot

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_WORD_2016_IDS = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"


class Comments:
    """The comments of a document, to which ours are added."""

    def __init__(self, copy: Copy, stamp: Stamp) -> None:
        self._copy = copy
        self._stamp = stamp
        self._w = copy.main.names.w
        self._name = copy.linked("comments")
        self._root = self._existing()
        self._sisters = _Sisters(copy, stamp)
        self._count = 0

    def add(self, spot: Spot, lines: Sequence[str]) -> None:
        """Put a comment in the text.

        Args:
            spot: where.
            lines: what it says; the first line is its title.
        """
        number = self._stamp.ids.next()
        self._count += 1
        _hang(spot, number, self._w)
        comment = etree.SubElement(self._root, f"{self._w}comment")
        for name, value in (("id", number), ("author", self._stamp.author), ("date", self._stamp.date)):
            comment.set(f"{self._w}{name}", value)
        comment.set(f"{self._w}initials", "".join(word[0].upper() for word in self._stamp.author.split()))
        for at, line in enumerate(lines):
            paragraph = etree.SubElement(comment, f"{self._w}p")
            if at == 0:
                etree.SubElement(self._run(paragraph), f"{self._w}annotationRef")
            self._say(paragraph, line, is_title=at == 0)
        self._sisters.add(comment[-1])

    def finish(self) -> None:
        """Put the part in the package, if there is anything new in it."""
        if not self._count:
            return
        if self._name is None:
            self._copy.add("comments.xml", self._root, "comments", _TYPE)
        else:
            self._copy.edit(self._name)
        self._sisters.finish()

    def _existing(self) -> Element:
        if self._name is None:
            return etree.Element(f"{self._w}comments", nsmap={"w": self._w.strip("{}")})
        try:
            return self._copy.package.part(self._name).root
        except PartUnreadable as fault:
            raise CannotMark(self._copy.path, "the comments that it has already are damaged") from fault

    def _run(self, paragraph: Element) -> Element:
        return etree.SubElement(paragraph, f"{self._w}r")

    def _say(self, paragraph: Element, line: str, *, is_title: bool) -> None:
        """A line; what stands before its first colon is its label, and bold."""
        label, colon, rest = (line, "", "") if is_title else line.partition(": ")
        for text, is_bold in ((label + colon, is_title or bool(colon)), (rest, False)):
            if not text:
                continue
            run = self._run(paragraph)
            if is_bold:
                etree.SubElement(etree.SubElement(run, f"{self._w}rPr"), f"{self._w}b")
            words = etree.SubElement(run, f"{self._w}t")
            words.set(SPACE, "preserve")
            words.text = text


def _hang(spot: Spot, number: str, w: str) -> None:
    """Put the marks of a comment around a stretch of a paragraph, and its reference behind it."""
    near = spot.paragraph
    start, end = (
        new(f"{w}{name}", near, {f"{w}id": number}) for name in ("commentRangeStart", "commentRangeEnd")
    )
    reference = new(f"{w}r", near)
    etree.SubElement(reference, f"{w}commentReference").set(f"{w}id", number)
    if spot.first is None or spot.last is None:
        near.extend([start, end, reference])
        return
    spot.first.addprevious(start)
    spot.last.addnext(end)
    end.addnext(reference)


class _Sisters:
    """Parts that say more of each comment, where a document has them: threads, lasting ids, people."""

    def __init__(self, copy: Copy, stamp: Stamp) -> None:
        self._copy = copy
        self._stamp = stamp
        self._threads = self._open("commentsExtended")
        self._lasting = self._open("commentsIds")

    def add(self, last_paragraph: Element) -> None:
        """Say of a comment, by its last paragraph, that it is open and begins a thread."""
        if self._threads is None and self._lasting is None:
            return
        number = self._stamp.ids.next_paragraph()
        last_paragraph.set(f"{WORD_2010}paraId", number)
        if self._threads is not None:
            line = etree.SubElement(self._threads, f"{_WORD_2012}commentEx")
            line.set(f"{_WORD_2012}paraId", number)
            line.set(f"{_WORD_2012}done", "0")
        if self._lasting is not None:
            line = etree.SubElement(self._lasting, f"{_WORD_2016_IDS}commentId")
            line.set(f"{_WORD_2016_IDS}paraId", number)
            line.set(f"{_WORD_2016_IDS}durableId", number)

    def finish(self) -> None:
        """Keep what was added, and name the author among the people."""
        for kind, root in (("commentsExtended", self._threads), ("commentsIds", self._lasting)):
            name = self._copy.linked(kind)
            if root is not None and name is not None:
                self._copy.edit(name)
        people, name = self._open("people"), self._copy.linked("people")
        author = self._stamp.author
        if people is None or name is None:
            return
        if any(one.get(f"{_WORD_2012}author") == author for one in people):
            return
        person = etree.SubElement(people, f"{_WORD_2012}person")
        person.set(f"{_WORD_2012}author", author)
        presence = etree.SubElement(person, f"{_WORD_2012}presenceInfo")
        presence.set(f"{_WORD_2012}providerId", "None")
        presence.set(f"{_WORD_2012}userId", author)
        self._copy.edit(name)

    def _open(self, kind: str) -> Element | None:
        part = self._copy.helper(kind)
        return None if part is None else part.root
