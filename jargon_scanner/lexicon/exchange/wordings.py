"""A term's wordings as other programs can use them: choices spelled out, slots as plain words."""

from __future__ import annotations

import re
from itertools import product

_CHUNK = re.compile(r"<[^>]+>|\([^)]+\)|\S+")
_SLOTS = {
    "<self>": "oneself",
    "<someone>": "somebody",
    "<someone's>": "somebody's",
    "<number>": "some",
    "<a>": "",
    "<adverb>": "",
    "...": "…",
}


def spelled_out(wording: str) -> tuple[str, ...]:
    """Every plain wording that a term stands for: ``fail|refuse to engage`` is two of them."""
    options = [_options(chunk) for chunk in _CHUNK.findall(wording.replace("’", "'"))]
    spelled = (" ".join(part for part in parts if part) for parts in product(*options))
    return tuple(dict.fromkeys(spelled))


def _options(chunk: str) -> tuple[str, ...]:
    if chunk in _SLOTS:
        return (_SLOTS[chunk],)
    if chunk.startswith("<"):
        return (f"({chunk[1:-1]})",)
    if chunk.startswith("("):
        return ("", *chunk[1:-1].split("|"))
    return tuple(chunk.split("|"))
