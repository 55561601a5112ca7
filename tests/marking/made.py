"""Marks at made-up findings: chosen words of a Word file are changed or commented on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from jargon_scanner.edits import plan
from jargon_scanner.findings import Location, Suggestion
from jargon_scanner.marking import Wishes
from jargon_scanner.marking.family import Work
from jargon_scanner.marking.word import mark as mark_word
from jargon_scanner.word_file import read_word
from tests import reports
from tests.word import builder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jargon_scanner.document import Document
    from jargon_scanner.findings import Finding
    from jargon_scanner.marking.family import As, Marked

NOON = datetime(2027, 3, 14, 12, tzinfo=UTC)
FORM = Path("form.docx")
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def package(body: str, *, beside: Mapping[str, bytes] | None = None, **options: object) -> bytes:
    """A file as the builder makes it, with the types of its contents and other members beside them."""
    members = members_of(builder.package(body, **options))
    return builder.zipped({"[Content_Types].xml": TYPES.encode(), **members, **(beside or {})})


def members_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(members_of(data)[name], etree.XMLParser(huge_tree=True))


def finding_at(document: Document, index: int, start: int, end: int, new: str | None) -> Finding:
    """A finding at characters of a block: changed to ``new``, or, without it, for a person to decide."""
    block = document.blocks[index]
    place = block.start + start, block.start + end
    return replace(
        reports.finding(block.text[start:end], block.text[start:end]),
        start=place[0],
        end=place[1],
        treatment="explain" if new is None else "replace",
        meaning="what it means",
        location=Location(block.label, None, block.part, index, start, end),
        suggestions=() if new is None else (Suggestion("replace", new, place, None, "test"),),
    )


def finding_of(document: Document, words: str, new: str | None) -> Finding:
    """A finding at the first place where some words stand."""
    for block in document.blocks:
        if (start := block.text.find(words)) >= 0:
            return finding_at(document, block.index, start, start + len(words), new)
    raise AssertionError(words)


def many_findings(document: Document, step: int = 3, comments: int = 3) -> list[Finding]:
    """Every so many words changed, and of these every so many commented on instead."""
    found: list[Finding] = []
    for block in document.blocks:
        for match in list(re.finditer(r"\S+(?: \S+)?", block.text))[::step]:
            new = None if len(found) % comments == 0 else f"new{len(found)} words"
            found.append(finding_at(document, block.index, match.start(), match.end(), new))
    return found


def mark(document: Document, data: bytes, findings: Iterable[Finding], *, as_: As = "changes") -> Marked:
    """A marked copy of a file that was read."""
    report = reports.report(*sorted(findings, key=lambda one: one.start), path=document.path)
    chosen = plan(report.findings)
    edits = () if as_ == "comments" else chosen.edits
    comments = {"changes": chosen.open, "comments": report.findings, "clean": ()}[as_]
    return mark_word(Work(data, document, report, edits, comments, Wishes(NOON, as_)))


def marked(data: bytes, *words: str | tuple[str, str], path: Path = FORM, as_: As = "changes") -> Marked:
    """A copy with marks at words: a comment at each, or a change where a pair says what to."""
    document = read_word(path, data)
    pairs = [(one, None) if isinstance(one, str) else one for one in words]
    return mark(document, data, [finding_of(document, old, new) for old, new in pairs], as_=as_)


def words_of(data: bytes) -> list[str]:
    """The texts of a file, its comments aside."""
    return [block.text for block in read_word(FORM, data).blocks if block.part != "comment"]
