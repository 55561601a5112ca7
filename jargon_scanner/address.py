"""Whom a document speaks to: where a letter to a child speaks of the child, as if to somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.report import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jargon_scanner.document import Block
    from jargon_scanner.lexicon.entry import Reader

_GREETING = re.compile(r"\s*(?:Dear|Hello|Hi)\s+([A-Z][\w'’-]+)\s*[,!]?\s*$")
_CHILD = r"(?i:\b(?:the|this) (?:child|young person)\b)"
_FAMILY = r"(?<![\w'’])(?<!your )(?<!Your )(?:Mum|Dad|mum|dad|Mother|Father)\b(?!['’]s (?:mum|dad))"
_DETERMINED = re.compile(r"\b(?:your|his|her|their|the|my|our|a)\s+$", re.IGNORECASE)


def address_notes(blocks: Sequence[Block], reader: Reader | None) -> Iterator[Note]:
    """What could be said to the reader rather than about them, as advice; nothing is changed.

    Args:
        blocks: the document's blocks.
        reader: whom it speaks to; notes are made for a child and for a parent.
    """
    if reader == "child":
        names = {match[1] for block in blocks if (match := _GREETING.match(block.text))}
        for name in sorted(names):
            yield from _note(blocks, rf"\b{re.escape(name)}\b", name, "you")
        yield from _note(blocks, _CHILD, "the child", "you")
        yield from _note(blocks, _FAMILY, "mum or dad", "your mum or your dad", alone=True)
    elif reader == "parent":
        yield from _note(blocks, _CHILD, "the child", "your child")
        yield from _note(blocks, r"(?i:\bthe parents?\b)", "the parent", "you")


def _note(
    blocks: Sequence[Block], pattern: str, written: str, said: str, *, alone: bool = False
) -> Iterator[Note]:
    """One note on words that could be said to the reader, with every place; none where they do not stand."""
    found = [
        block.label
        for block in blocks
        if not _GREETING.match(block.text)
        for match in re.finditer(pattern, block.text)
        if not (alone and _DETERMINED.search(block.text[: match.start()]))
    ]
    if found:
        times = "once" if len(found) == 1 else f"{len(found)} times"
        message = f"The reader is spoken of as “{written}” {times}. Say “{said}”."
        yield Note("say-you", message, tuple(dict.fromkeys(found)))
