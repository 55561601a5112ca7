"""The list of what was done to a library: one row for each change, and for whatever could not be done."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.csv_cells import guarded, unguarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jargon_scanner.marking.family import Marked
    from jargon_scanner.report import Report

Done: TypeAlias = Literal[
    "copied", "kept", "changed", "commented", "left", "note", "not read in full", "not marked", "passed over"
]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the manifest; its fields are the columns.

    Attributes:
        file: the original, from the folder that was marked.
        done: what was done.
        place: where in the document, for a person.
        old: the words in the document.
        new: the words instead, or what the comment says.
        kind: of the finding.
        entry: the lexicon entry's id.
        reason: why something was left, or what has to be known.
        copy: the file that was written, from the folder of copies.
        sha256: of that file as it was written.
    """

    file: str
    done: Done
    place: str = ""
    old: str = ""
    new: str = ""
    kind: str = ""
    entry: str = ""
    reason: str = ""
    copy: str = ""
    sha256: str = ""


_COLUMNS = tuple(field.name for field in fields(Row))


def rows_of(file: str, copy: str, report: Report, marked: Marked) -> Iterator[Row]:
    """What was done to one document, in reading order; then what was left, and why."""
    findings = {finding.id: finding for finding in report.findings}
    for one in marked.done:
        finding = findings[one.finding]
        entry = finding.entry or ""
        yield Row(file, one.action, one.label, one.old, one.new, finding.kind, entry, copy=copy)
    for left in marked.left:
        finding = findings[left.finding]
        entry = finding.entry or ""
        yield Row(
            file, "left", left.label, left.words, left.advice, finding.kind, entry, left.reason, copy=copy
        )
    for note in marked.notes:
        yield Row(file, "note", reason=note, copy=copy)
    for problem in report.problems:
        yield Row(file, "not read in full", problem.where, reason=problem.message, copy=copy)


def write_manifest(rows: Iterable[Row]) -> bytes:
    """The rows as CSV that Excel opens as it should, accents and all, and without running anything in it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows([guarded(cell) for cell in astuple(row)] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def written_before(manifest: bytes) -> Mapping[str, str]:
    """The SHA-256 of each copy that an earlier manifest says was written, by its place in the folder."""
    table = csv.DictReader(io.StringIO(manifest.decode("utf-8-sig", "replace"), newline=""))
    return {
        unguarded(row["copy"] or ""): row["sha256"] or ""
        for row in table
        if row.get("done") in {"copied", "kept"} and row.get("sha256")
    }
