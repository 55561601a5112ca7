"""Complex fields: which runs show what a field's instruction wrote, and which paragraphs lie inside one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from jargon_scanner.word_file import Part

_TYPED = frozenset({"FORMTEXT", "HYPERLINK", "TOC", "QUOTE", ""})
"""Fields whose result a person typed, or that are made anew from words that are marked where they stand."""


@dataclass(slots=True)
class _Open:
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False

    @property
    def name(self) -> str:
        return next(iter("".join(self.instruction).split()), "").upper()


class Fields:
    """The complex fields of a part."""

    def __init__(self, part: Part) -> None:
        self._w = part.names.w
        self._names: dict[Element, tuple[str, ...]] = {}
        self._inside: set[Element] = set()
        if next(part.root.iter(f"{self._w}fldChar"), None) is not None:
            self._read(part.root)

    def names(self, run: Element) -> tuple[str, ...]:
        """The fields whose result a run belongs to, outermost first, by the first word of their code."""
        return self._names.get(run, ())

    def writes(self, run: Element) -> bool:
        """Whether a field works out the words of a run, so that a change of them would not last."""
        return any(name not in _TYPED for name in self.names(run))

    def is_crossed(self, paragraph: Element) -> bool:
        """Whether a field begins before a paragraph and ends in it or after it, or ends after it."""
        return paragraph in self._inside

    def spans(self, paragraph: Element) -> list[tuple[int, int]]:
        """The outermost fields that begin and end in a paragraph: numbers of its children, both included."""
        spans: list[tuple[int, int]] = []
        depth = begins = 0
        for at, one in enumerate(paragraph):
            for mark in one.iter(f"{self._w}fldChar"):
                kind = mark.get(f"{self._w}fldCharType")
                if kind == "begin":
                    begins = begins if depth else at
                    depth += 1
                elif kind == "end" and depth:
                    depth -= 1
                    if not depth:
                        spans.append((begins, at))
        return spans

    def _read(self, root: Element) -> None:
        w = self._w
        open_fields: list[_Open] = []
        paragraph: Element | None = None
        for element in root.iter(f"{w}p", f"{w}r", f"{w}fldChar", f"{w}instrText"):
            if element.tag == f"{w}p":
                if open_fields:
                    self._inside.update(one for one in (paragraph, element) if one is not None)
                paragraph = element
            elif element.tag == f"{w}r":
                if open_fields:
                    self._names[element] = tuple(one.name for one in open_fields if one.in_result)
            elif element.tag == f"{w}instrText":
                if open_fields:
                    open_fields[-1].instruction.append(element.text or "")
            else:
                _mark(element.get(f"{w}fldCharType"), open_fields)


def _mark(kind: str | None, open_fields: list[_Open]) -> None:
    if kind == "begin":
        open_fields.append(_Open())
    elif kind == "separate" and open_fields:
        open_fields[-1].in_result = True
    elif kind == "end" and open_fields:
        open_fields.pop()
