"""Makes Rich Text as old word processors write it: code page 1252, styles, a table row by row, a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .passages import passages

if TYPE_CHECKING:
    from pathlib import Path

    from .content import Form
    from .passages import Passage

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2\b heading 2;}}"
)


def build_rtf(form: Form, target: Path) -> None:
    """Write a text."""
    settings = form.settings
    parts = [
        _HEAD,
        rf"{{\info{{\title {_text(settings['title'])}}}}}",
        rf"{{\header\pard {_text(settings['header'])}\par}}{{\footer\pard {_text(settings['footer'])}\par}}",
        *(_block(passage) for passage in passages(form)),
        "}",
    ]
    target.write_bytes("\n".join(parts).encode("ascii"))


def _block(passage: Passage) -> str:
    text = _text(passage.text)
    if passage.kind.startswith("heading"):
        return rf"\pard\s{passage.kind[-1]}\b {text}\b0\par"
    if passage.kind == "bullet":
        return rf"{{\listtext\bullet\tab}}\pard\ls1\li360 {text}\par"
    if passage.kind == "note":
        return rf"\pard See the note.{{\*\atnauthor T. Holloway}}{{\*\annotation\pard {text}\par}}\par"
    if passage.kind == "table":
        return (
            "\n".join(_row(row, heads=passage.heads and not at) for at, row in enumerate(passage.rows))
            + r"\pard"
        )
    return rf"\pard {text}\par"


def _row(cells: list[str], *, heads: bool) -> str:
    edges = "".join(rf"\cellx{4000 * (at + 1)}" for at in range(len(cells)))
    words = "".join(rf"\pard\intbl {_text(cell)}\cell" for cell in cells)
    head = r"\trhdr" if heads else ""
    return rf"\trowd{head}{edges}{words}\row"


def _text(text: str) -> str:
    pieces = []
    for character in text:
        if character in "\\{}":
            pieces.append("\\" + character)
        elif character == "\n":
            pieces.append(r"\par ")
        elif ord(character) < 128:
            pieces.append(character)
        else:
            pieces.append(rf"\u{ord(character)}?")
    return "".join(pieces)
