"""What a scan knows at its end, for who goes on working with the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jargon_scanner.document import Document
    from jargon_scanner.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, read.

    Attributes:
        document: what was read.
        report: what is said of it.
        prose: half-open ranges of its text that are sentences to read, which readability is measured over.
    """

    document: Document
    report: Report
    prose: tuple[tuple[int, int], ...]
