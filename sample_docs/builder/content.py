"""Reads a `.form` text: settings in YAML between `---` lines, then the document line by line.

`# `, `## ` heading · `! ` bold line with no style · `- ` bullet · `1. ` numbered · `> ` text box ·
`:: form 30 70` or `:: grid 20 50 30` a table with column widths in percent, followed by its rows ·
`:: page` page break. Any other lines up to the next blank line are one paragraph.

A row is `| cell | cell`. `| == text` is a section bar and `| + text` an answer, both over the whole width.
Inside a cell ` // ` starts a new paragraph. A line with no mark continues the one before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

STARTS = {"# ": "heading 1", "## ": "heading 2", "! ": "bold", "- ": "bullet", "1. ": "number", "> ": "box"}


@dataclass
class Row:
    """One table row: `kind` is cells, bar or wide."""

    kind: str
    cells: list[list[str]]


@dataclass
class Block:
    """A paragraph, a text box or a table."""

    kind: str
    text: str = ""
    widths: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


@dataclass
class Form:
    """A whole text: its settings and its blocks."""

    settings: dict[str, Any]
    blocks: list[Block]


def read_form(path: Path) -> Form:
    """Read one `.form` file."""
    _, settings, body = re.split(r"^---\n", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)
    return Form(
        yaml.safe_load(settings), [block for part in re.split(r"\n\s*\n", body) for block in _blocks(part)]
    )


def _blocks(part: str) -> list[Block]:
    lines = [line for line in part.splitlines() if line.strip()]
    if not lines:
        return []
    if lines[0].startswith(":: "):
        kind, *widths = lines[0][3:].split()
        return [
            Block(
                kind,
                widths=[int(width) for width in widths],
                rows=[_row(row) for row in _join(lines[1:], ("|",))],
            )
        ]
    return [_paragraph(line) for line in _join(lines, tuple(STARTS))]


def _join(lines: list[str], starts: tuple[str, ...]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if line.startswith(starts) or not joined:
            joined.append(line)
        else:
            joined[-1] += " " + line.strip()
    return joined


def _paragraph(line: str) -> Block:
    for start, kind in STARTS.items():
        if line.startswith(start):
            return Block(kind, line.removeprefix(start).strip())
    return Block("text", line.strip())


def _row(line: str) -> Row:
    text = line.removeprefix("|").strip()
    for start, kind in (("== ", "bar"), ("+ ", "wide")):
        if text.startswith(start):
            return Row(kind, [_cell(text.removeprefix(start))])
    return Row("cells", [_cell(cell) for cell in re.split(r"(?:^|\s)\|(?:\s|$)", text)])


def _cell(text: str) -> list[str]:
    return [paragraph.strip() for paragraph in text.split(" // ")]
