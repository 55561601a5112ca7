"""Changes of words: tracked, for a person to accept or reject, or made outright in a copy to read."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.marking.word import elements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from jargon_scanner.marking.word.ids import Ids


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who marks, and when; and in which vocabulary.

    Attributes:
        w: the namespace of Word's elements, in braces.
        author: a name.
        date: as XML writes it: ``2027-03-14T09:30:00Z``.
        ids: numbers for the marks.
    """

    w: str
    author: str
    date: str
    ids: Ids

    def mark(self, name: str, near: Element) -> Element:
        """A mark of some name, ready to be put near an element."""
        names = {
            f"{self.w}id": self.ids.next(),
            f"{self.w}author": self.author,
            f"{self.w}date": self.date,
        }
        return elements.new(f"{self.w}{name}", near, names)


def track(runs: Sequence[Element], text: str, like: Element, stamp: Stamp) -> None:
    """Delete runs and insert a text behind them, both as tracked changes.

    Args:
        runs: whole runs, in order.
        text: what is inserted; nothing where it is empty.
        like: the run whose looks the text takes.
        stamp: who and when.
    """
    fresh = _fresh(text, like, stamp.w)
    parent = runs[0].getparent()
    deleted: list[Element] = []
    for run in runs:
        if not deleted or run.getprevious() is not deleted[-1]:
            mark = stamp.mark("del", run)
            run.addprevious(mark)
            deleted.append(mark)
        _as_deleted(run, stamp.w)
        deleted[-1].append(run)
    if not text:
        return
    inserted = stamp.mark("ins", fresh)
    inserted.append(fresh)
    _insert_after([mark for mark in deleted if mark.getparent() is parent][-1], inserted, stamp)


def make(runs: Sequence[Element], text: str, like: Element, w: str) -> None:
    """Put a text in the place of runs, outright."""
    parent = runs[0].getparent()
    if text:
        [run for run in runs if run.getparent() is parent][-1].addnext(_fresh(text, like, w))
    for run in runs:
        holder = run.getparent()
        if holder is not None:
            holder.remove(run)


def _fresh(text: str, like: Element, w: str) -> Element:
    """A run with a text and the looks of another run, without the history of those looks."""
    run = elements.new(f"{w}r", like)
    properties = next(like.iterchildren(f"{w}rPr"), None)
    if properties is not None:
        looks = deepcopy(properties)
        looks.tail = None
        for history in [one for one in looks if one.tag in {f"{w}rPrChange", f"{w}ins", f"{w}del"}]:
            looks.remove(history)
        run.append(looks)
    words = elements.new(f"{w}t", like, {elements.SPACE: "preserve"})
    words.text = text
    run.append(words)
    return run


def _as_deleted(run: Element, w: str) -> None:
    for text in run.iterchildren(f"{w}t"):
        text.tag = f"{w}delText"
        text.set(elements.SPACE, "preserve")


def _insert_after(deleted: Element, inserted: Element, stamp: Stamp) -> None:
    """Put an insertion behind a deletion. Where that stands in someone's insertion, this is parted in two.

    Word knows no insertion inside an insertion ([MS-OE376] 2.1.341), and a deletion inside one is how it
    writes that a person deleted what another had inserted.
    """
    outer = deleted.getparent()
    if outer is None or outer.tag != f"{stamp.w}ins":
        deleted.addnext(inserted)
        return
    rest = list(deleted.itersiblings())
    outer.addnext(inserted)
    if rest:
        second = elements.like(outer)
        second.set(f"{stamp.w}id", stamp.ids.next())
        inserted.addnext(second)
        second.extend(rest)
