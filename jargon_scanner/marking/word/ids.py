"""Numbers for marks: each of them once in a document, whoever else has numbered something there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from jargon_scanner.marking.word.copy import Copy

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_FIRST_PARAGRAPH_ID = 0x2A000000
"""Below 0x80000000, as Word wants it, and an easy place to begin."""


class Ids:
    """Hands out numbers that no annotation of the document has."""

    def __init__(self, copy: Copy) -> None:
        self._w = copy.main.names.w
        self._roots = list(_stories(copy))
        taken: set[str] = set()
        for root in self._roots:
            taken.update(one for element in root.iter() if (one := element.get(f"{self._w}id")) is not None)
        self._free = (number for number in range(1, 2**31) if str(number) not in taken)
        self._paragraphs: Iterator[str] | None = None

    def next(self) -> str:
        """The next free number."""
        return str(next(self._free))

    def next_paragraph(self) -> str:
        """The next free id of a paragraph: eight hexadecimal digits."""
        if self._paragraphs is None:
            taken = {
                str(value).upper()
                for root in self._roots
                for element in root.iter(f"{self._w}p", f"{self._w}tr")
                for name, value in element.items()
                if str(name).endswith("}paraId")
            }
            numbers = range(_FIRST_PARAGRAPH_ID, 0x7FFFFFFF)
            self._paragraphs = (one for number in numbers if (one := f"{number:08X}") not in taken)
        return next(self._paragraphs)

    def renewed(self, properties: Element) -> Element:
        """Properties that were copied, with new numbers for the tracked changes in them."""
        for element in properties.iter():
            if element.get(f"{self._w}id") is not None:
                element.set(f"{self._w}id", self.next())
        return properties


def _stories(copy: Copy) -> Iterator[Element]:
    yield copy.main.root
    for link in copy.package.relationships(copy.main.name):
        part = copy.package.readable(link.target) if link.kind in _STORIES else None
        if part is not None:
            yield part.root
