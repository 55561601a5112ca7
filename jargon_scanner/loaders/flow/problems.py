"""What is said about a file beside its text, by counts. No message quotes the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.document import Problem

if TYPE_CHECKING:
    from collections import Counter

_ABOUT = {
    "tracked-insertion": (
        "1 tracked insertion was read as part of the text, as if it had been accepted.",
        "{n:,} tracked insertions were read as part of the text, as if they had been accepted.",
    ),
    "tracked-deletion": (
        "1 tracked deletion was left out, as if it had been accepted. Its words are still in the file.",
        "{n:,} tracked deletions were left out, as if they had been accepted. Their words are still in the "
        "file.",
    ),
    "hidden-text": (
        "1 place has hidden text, which was read. A reader of the document may not see it.",
        "{n:,} places have hidden text, which was read. A reader of the document may not see it.",
    ),
    "embedded-file": (
        "1 object (a chart, a formula, another file) is placed inside this document and was not read. Open "
        "the document to see it.",
        "{n:,} objects (charts, formulas, other files) are placed inside this document and were not read. "
        "Open the document to see them.",
    ),
    "macro": (
        "This document has a program (macro) in it. It was not run and not read.",
        "This document has {n:,} programs (macros) in it. They were not run and not read.",
    ),
    "picture": (
        "1 picture was not read. Check any words in it.",
        "{n:,} pictures were not read. Check any words in them.",
    ),
    "part-unreadable": (
        "1 part of this file is damaged or missing, and was not read.",
        "{n:,} parts of this file are damaged or missing, and were not read.",
    ),
    "unfinished": (
        "The file ends too early or does not hold together, so its last words may be missing.",
        "The file ends too early or does not hold together, so its last words may be missing.",
    ),
}


def problems_of(counts: Counter[str]) -> tuple[Problem, ...]:
    """The problems of a file, by how often each thing was met."""
    return tuple(
        Problem(code, one if counts[code] == 1 else many.format(n=counts[code]))
        for code, (one, many) in _ABOUT.items()
        if counts[code]
    )
