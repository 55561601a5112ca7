"""A walk over a tree of XML or HTML, without recursion: a hostile file can stand as deep as it likes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

Leave: TypeAlias = Callable[[], None]
"""Called when the last child of an element has been walked over."""


class Visitor(Protocol):
    """Who walks."""

    def enter(self, element: Element) -> Leave | None:
        """Meet an element: None passes over all that is in it."""

    def say(self, text: str) -> None:
        """Read text that stands in an element or after one."""


def pass_through() -> None:
    """Leave an element that means nothing by itself."""


def walk(root: Element, visitor: Visitor) -> None:
    """Walk over an element and all that is in it, in reading order."""
    leave = visitor.enter(root)
    if leave is None:
        return
    if root.text:
        visitor.say(root.text)
    stack: list[tuple[Iterator[Element], Leave, str | None]] = [(iter(root), leave, None)]
    while stack:
        children, leave, tail = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            leave()
            if tail:
                visitor.say(tail)
            continue
        leave_child = visitor.enter(child) if isinstance(child.tag, str) else None
        if leave_child is None:
            if child.tail:
                visitor.say(child.tail)
            continue
        if child.text:
            visitor.say(child.text)
        stack.append((iter(child), leave_child, child.tail))
