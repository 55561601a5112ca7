"""``xlsx``: a workbook of any number of documents, a row for each finding, to filter, sort and share out."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner import workbook
from jargon_scanner.errors import DocumentError
from jargon_scanner.findings import KINDS
from jargon_scanner.outputs.family import Look, Output, Result
from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import KIND_WORDS, OWNER_WORDS, TO_DO, approval
from jargon_scanner.workbook import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jargon_scanner.findings import Finding
    from jargon_scanner.report import Report
    from jargon_scanner.workbook import Pen

_ALL = "the json or jsonl format"

_FINDINGS = (
    Column("Document", 40),
    Column("Place", 30),
    Column("Words", 24),
    Column("Kind", 11),
    Column("Whose wording", 16),
    Column("Sentence", 70),
    Column("What to do", 22),
    Column("Could say", 36),
    Column("Or", 50),
    Column("Stands for", 36),
    Column("Means", 50),
    Column("Think about", 50),
    Column("Why", 50),
    Column("Chosen", 30),
)
_DECIDED = Column("Decided", 36)
_DOCUMENTS = (
    Column("Document", 50),
    Column("Words", 9, "count"),
    Column("Findings", 9, "count"),
    *(Column(KIND_WORDS[kind].name, 9, "count") for kind in KINDS),
    Column("In 1,000 words", 10, "rate"),
    Column("Reading age", 9, "rate"),
    Column("With first suggestions", 12, "rate"),
)
_NOTES = (Column("Document", 50), Column("About the document as a whole", 90), Column("Where", 60))
_UNREAD = (
    Column("Document", 50),
    Column("Code", 18),
    Column("What could not be read, or was read in a way that matters", 90),
    Column("Where", 40),
)


def write(results: Iterable[Result], out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a view's one signature
    """Write a sheet of findings, of documents, of notes on whole documents, and of what could not be read."""
    with workbook.opened(out, "Words to look at") as pen:
        _fill(pen, results, None)


def write_decided(report: Report, decided: Mapping[str, str], out: BinaryIO) -> None:
    """Write the workbook of one document, with what its writer has decided.

    Args:
        report: of the document.
        decided: by finding, in words; a finding that is not in it is still open.
        out: a binary stream.
    """
    with workbook.opened(out, "Words to look at") as pen:
        _fill(pen, (report,), decided)


def _fill(pen: Pen, results: Iterable[Result], decided: Mapping[str, str] | None) -> None:
    columns = _FINDINGS if decided is None else (*_FINDINGS, _DECIDED)
    findings = pen.table("Findings", columns, all_rows=_ALL)
    documents = pen.table("Documents", _DOCUMENTS, all_rows=_ALL)
    notes = pen.table("Notes", _NOTES, all_rows=_ALL)
    unread = pen.table("Could not read", _UNREAD, all_rows=_ALL)
    for result in results:
        if isinstance(result, DocumentError):
            unread.add((visible(result.path), result.code, visible(str(result)), ""))
            continue
        name = visible(result.document.path)
        for finding in result.findings:
            said = () if decided is None else (visible(decided.get(finding.id, "")),)
            findings.add((name, *_about(finding), *said))
        documents.add((name, *_figures(result)))
        for note in result.notes:
            notes.add((name, visible(note.message), visible("; ".join(note.places))))
        for problem in result.problems:
            unread.add((name, problem.code, visible(problem.message), visible(problem.where)))


def _about(finding: Finding) -> tuple[str, ...]:
    """The cells of a finding, from its place to who chose its wording."""
    first, *others = [one.text for one in finding.suggestions] or [""]
    reviews = (finding.review, *(one.review for one in finding.suggestions))
    cells = (
        finding.location.label,
        finding.text,
        KIND_WORDS[finding.kind].name,
        OWNER_WORDS[finding.owner],
        finding.sentence,
        TO_DO[finding.treatment],
        first,
        "; or ".join(others),
        (finding.acronym.expansion or "") if finding.acronym else "",
        finding.meaning or "",
        finding.question or "",
        finding.why or "",
        "; ".join(dict.fromkeys(approval(review) for review in reviews if review)),
    )
    return tuple(map(visible, cells))


def _figures(report: Report) -> tuple[float | None, ...]:
    summary, readability = report.summary, report.readability
    return (
        report.document.words,
        summary.findings,
        *(summary.by_kind.get(kind, 0) for kind in KINDS),
        summary.per_1000_words,
        readability.reading_age,
        readability.after.reading_age,
    )


PART = Output(
    name="xlsx",
    suffix=".xlsx",
    description="a workbook with a row for each finding",
    write=write,
    for_screen=False,
)
