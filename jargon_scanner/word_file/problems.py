"""What is said about a Word file beside its text. No message quotes the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.document import Problem

if TYPE_CHECKING:
    from collections import Counter

_ABOUT = {
    "tracked-insertion": (
        "1 tracked insertion or move was read as part of the text, as if it had been accepted.",
        "{n:,} tracked insertions or moves were read as part of the text, as if they had been accepted.",
    ),
    "tracked-deletion": (
        "1 tracked deletion or move was left out, as if it had been accepted. Its words are still in the "
        "file.",
        "{n:,} tracked deletions or moves were left out, as if they had been accepted. Their words are "
        "still in the file.",
    ),
    "hidden-text": (
        "1 paragraph has hidden text, which was read. Show hidden text in Word to see it.",
        "{n:,} paragraphs have hidden text, which was read. Show hidden text in Word to see it.",
    ),
    "embedded-file": (
        "1 file is placed inside this document and was not read. Open it in Word and scan it on its own.",
        "{n:,} files are placed inside this document and were not read. Open them in Word and scan them on "
        "their own.",
    ),
    "document-inside": (
        "1 other document is inserted in this one and was not read. Open this one in Word, save it and "
        "scan it again.",
        "{n:,} other documents are inserted in this one and were not read. Open this one in Word, save it "
        "and scan it again.",
    ),
    "form-control": (
        "1 form control was not read: what it shows is not kept as text.",
        "{n:,} form controls were not read: what they show is not kept as text.",
    ),
    "macro": 2 * ("This document has a program (macro) in it. It was not run and not read.",),
    "unfinished-field": (
        "A field in this document has no end, so its instruction may have been read as text.",
        "Fields in {n:,} parts of this document have no end, so instructions may have been read as text.",
    ),
    "part-unreadable": (
        "1 chart or diagram was not read: that part of the file is damaged.",
        "{n:,} charts or diagrams were not read: those parts of the file are damaged.",
    ),
}


def problems_of(
    counts: Counter[str], duplicates: tuple[str, ...], unreadable: list[str]
) -> tuple[Problem, ...]:
    """The problems of a document.

    Args:
        counts: how often each thing was met, by code.
        duplicates: names of parts that the file holds twice.
        unreadable: what a person calls each part that could not be read: "The footnotes".
    """
    found = [Problem(code, _said(forms, counts[code])) for code, forms in _ABOUT.items() if counts[code]]
    if counts["picture"]:
        found.append(Problem("picture", _about_pictures(counts["picture"], counts["picture-described"])))
    if duplicates:
        message = "The file holds a part twice. The last was read; other programs may show the first."
        found.append(Problem("duplicate-part", message))
    found += [
        Problem("part-unreadable", "This part of the file is damaged or missing, and was not read.", where)
        for where in unreadable
    ]
    return tuple(found)


def _said(forms: tuple[str, str], count: int) -> str:
    return forms[0] if count == 1 else forms[1].format(n=count)


def _about_pictures(count: int, described: int) -> str:
    if count == 1:
        lacking = "" if described else ", and it has no description"
        return f"1 picture was not read{lacking}. Check any words in it."
    said = f"{count:,} pictures were not read"
    if described < count:
        said += f", and {count - described:,} of them have no description"
    return f"{said}. Check any words in them."
