"""The blocks of a text, made plain for formats with simple builders: kinds, words and rows of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .content import Form

_NOTE = re.compile(r"\[\[note:(.*)\]\]$")


@dataclass
class Passage:
    """A paragraph, a note beside the text, or a table whose first row heads columns if ``heads`` is set."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    heads: bool = False


def passages(form: Form) -> list[Passage]:
    """The passages of a text in order."""
    found = []
    for block in form.blocks:
        note = _NOTE.match(block.text)
        if note:
            found.append(Passage("note", note[1]))
        elif block.kind in {"form", "grid"}:
            rows = [["\n".join(cell) for cell in row.cells] for row in block.rows]
            found.append(Passage("table", rows=rows, heads=block.kind == "grid"))
        else:
            found.append(Passage(block.kind, block.text))
    return found
