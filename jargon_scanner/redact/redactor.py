"""Hides in a text what could tell who it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jargon_scanner.pipeline.named import NameReader
from jargon_scanner.redact.capitals import WORD, capitalised, is_harmless
from jargon_scanner.redact.patterns import patterned

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_KINDS = {
    "PERSON": "name",
    "NORP": "name",
    "ORG": "name",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_PROPER = frozenset(("NNP", "NNPS"))
#: What stands between two parts of one name.
_BETWEEN = re.compile(
    r"\s*(?:&\s*)?(?:\s(?:ap|ab|y|de|da|do|dos|du|la|le|van|der|den|von|bin|bint|ibn|ben|al|el|ul|di)\s+)*"
)


@dataclass(frozen=True, slots=True)
class Mask:
    """What was hidden: a half-open range of the text as it was, and what is shown there."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text that is safe to look at once a person has looked.

    Attributes:
        text: with "[name]", "[place]", "[date]" and so on where something was hidden.
        masks: what was hidden, in the order of the text.
    """

    text: str
    masks: tuple[Mask, ...]


class Redactor:
    """Hides names, places, dates and numbers."""

    def __init__(self, keep: Collection[str] = (), model: str | None = None) -> None:
        """Make one.

        Args:
            keep: words in their exact letters that name nobody: the short forms of a lexicon.
            model: an installed model's name; None for the one that comes with the tool.

        Raises:
            ModelError: the model is not installed.
        """
        self.keep = frozenset(keep)
        self._model = model

    def redact(self, text: str) -> Redacted:
        """Hide what could tell who a text is about.

        A person has to look at it before anybody else does: no rule knows every name.
        """
        found = [*self._by_shape(text), *self._by_model(text)]
        masks = tuple(_joined(sorted(found, key=lambda one: (one[0], -one[1])), text))
        shown, place = [], 0
        for mask in masks:
            shown += [text[place : mask.start], f"[{mask.kind}]"]
            place = mask.end
        return Redacted("".join([*shown, text[place:]]), masks)

    def _by_shape(self, text: str) -> Iterator[tuple[int, int, str]]:
        yield from patterned(text)
        for start, end in capitalised(text, self.keep):
            yield start, end, "name"

    def _by_model(self, text: str) -> Iterator[tuple[int, int, str]]:
        doc = self._names.read(text)
        for entity in doc.ents:
            words = WORD.findall(entity.text)
            if entity.label_ in _KINDS and not all(is_harmless(word, self.keep) for word in words):
                yield entity.start_char, entity.end_char, _KINDS[entity.label_]
        for token in doc:
            if (
                token.tag_ in _PROPER
                and WORD.fullmatch(token.text)
                and not is_harmless(token.text, self.keep)
            ):
                yield token.idx, token.idx + len(token), "name"

    @cached_property
    def _names(self) -> NameReader:
        return NameReader(self._model)


def _joined(found: Iterable[tuple[int, int, str]], text: str) -> Iterator[Mask]:
    """Masks that overlap, or are parts of one name, made one; the first of the more telling kind."""
    current: Mask | None = None
    for start, end, kind in found:
        if current and (start < current.end or _are_one(current, start, kind, text)):
            shown = kind if current.kind == "name" and start < current.end else current.kind
            current = Mask(current.start, max(current.end, end), shown)
        else:
            if current:
                yield current
            current = Mask(start, end, kind)
    if current:
        yield current


def _are_one(current: Mask, start: int, kind: str, text: str) -> bool:
    between = text[current.end : start]
    same = current.kind == kind or {current.kind, kind} <= {"name", "place", "address"}
    return same and _BETWEEN.fullmatch(between) is not None
