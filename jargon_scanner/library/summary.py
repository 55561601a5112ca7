"""What a person sees at the end of ``scope``: how much, where, what first, and where to read on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jargon_scanner.library.figures import LibraryReport

_TOP = 10


def summary(report: LibraryReport, files: Sequence[Path]) -> str:
    """The figures in a few plain lines.

    Args:
        report: the figures.
        files: that were written.
    """
    parts = [_how_much(report), _where(report), _what_first(report), _not_read(report), _files(files)]
    return "\n\n".join("\n".join(map(visible, part)) for part in parts if part)


def _how_much(report: LibraryReport) -> list[str]:
    all_of_it = report.totals
    lines = [
        f"{all_of_it.read:,} of {all_of_it.documents:,} documents read, {all_of_it.words:,} words.",
        f"{all_of_it.findings:,} findings: {all_of_it.per_1000_words:g} in 1,000 words.",
        f"{all_of_it.all_explained:.0%} of the documents explain every short form that they use.",
    ]
    if all_of_it.median_reading_age is not None:
        lines.append(f"Half of them need a reading age of {all_of_it.median_reading_age:g} or more.")
    return lines


def _where(report: LibraryReport) -> list[str]:
    named = [row for row in report.services if row.service]
    if len(named) < 2:
        return []
    width = max(len(row.service) for row in named)
    return [
        "By service, findings in 1,000 words:",
        *(
            f"  {row.service:<{width}}  {row.per_1000_words:7.1f}   {_documents(row.documents)}"
            for row in sorted(named, key=lambda row: -row.per_1000_words)
        ),
    ]


def _documents(number: int) -> str:
    return count(number, "document", "documents")


def _what_first(report: LibraryReport) -> list[str]:
    top = report.changes[:_TOP]
    if not top:
        return []
    documents = len({path for change in top for path in change.documents})
    edits = sum(change.edits for change in top)
    phrases = "1 phrase" if len(top) == 1 else f"{len(top)} phrases"
    return [
        f"Change {phrases} in {edits:,} places of {documents:,} documents, and {top[-1].share:.0%} of all "
        "findings are gone:",
        *(_change(change.term, change.suggestion) for change in top),
    ]


def _change(term: str, suggestion: str) -> str:
    return f"  {term} → {suggestion}" if suggestion else f"  {term}"


def _not_read(report: LibraryReport) -> list[str]:
    if not report.unread:
        return []
    return ["Not read:", *_named(row.message for row in report.unread)]


def _named(messages: Iterable[str]) -> list[str]:
    listed = list(messages)
    more = [f"  and {len(listed) - _TOP:,} more: see the figures."] if len(listed) > _TOP else []
    return [*(f"  {message}" for message in listed[:_TOP]), *more]


def _files(files: Sequence[Path]) -> list[str]:
    return ["Written:", *(f"  {path}" for path in files)]
