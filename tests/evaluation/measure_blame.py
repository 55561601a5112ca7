#!/usr/bin/env python3
"""How much blame is found in the marked sentences of `blame/`, and how many innocent words are flagged.

python tests/evaluation/measure_blame.py [-v]
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jargon_scanner.scan import Scanner, scan_text

FOLDER = Path(__file__).resolve().parent / "blame"


@dataclass(frozen=True)
class Marked:
    """Words of a text: ``must`` be found, ``may`` be found or are ``innocent``."""

    start: int
    end: int
    kind: str


def read_marks(text: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and the places that they marked."""
    kinds = {"[": "must", "[?": "may", "{": "innocent"}
    plain, marks, open_at, kind = "", [], 0, ""
    for part in re.split(r"(\[\??|\{|\]|\})", text):
        if part in kinds:
            open_at, kind = len(plain), kinds[part]
        elif part in ("]", "}"):
            marks.append(Marked(open_at, len(plain), kind))
        else:
            plain += part
    return plain, marks


def genres(path: Path) -> Iterator[str]:
    """The sentences of each genre as one text of paragraphs."""
    for part in re.split(r"^# .*\n", path.read_text("utf-8"), flags=re.MULTILINE):
        if part.strip():
            yield "\n\n".join(part.strip().splitlines())


def measure(path: Path, scanner: Scanner, verbose: bool) -> str:
    """Scan a list and say what was found in one line."""
    must = found = innocent = flagged = 0
    for marked_text in genres(path):
        text, marks = read_marks(marked_text)
        blamed = [one for one in scan_text(text, scanner=scanner).findings if one.kind == "blaming"]
        for mark in marks:
            shared = [min(one.end, mark.end) - max(one.start, mark.start) for one in blamed]
            shorter = [min(one.end - one.start, mark.end - mark.start) for one in blamed]
            hit = any(both > 0 and 2 * both >= least for both, least in zip(shared, shorter, strict=True))
            touched = any(both > 0 for both in shared)
            must, found = must + (mark.kind == "must"), found + (mark.kind == "must" and hit)
            innocent, flagged = (
                innocent + (mark.kind == "innocent"),
                flagged + (mark.kind == "innocent" and touched),
            )
            if verbose and ((mark.kind == "must" and not hit) or (mark.kind == "innocent" and touched)):
                print(f"  {mark.kind}: {text[mark.start : mark.end]}")
    return f"{path.name}: found {found} of {must}; innocent flagged {flagged} of {innocent}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-v", action="store_true")
    args = parser.parse_args()
    ready = Scanner.create()
    for one in sorted(FOLDER.glob("*.txt")):
        print(measure(one, ready, args.v))
