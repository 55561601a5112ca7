"""What is done with an opened document in another process: it is read, and copies of it are made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.reading import Reading

if TYPE_CHECKING:
    from jargon_scanner.choices import Ignore
    from jargon_scanner.edits import Plan
    from jargon_scanner.marking import Marked, Wishes
    from jargon_scanner.report import Report
    from jargon_scanner.workshop import Tools


@dataclass(frozen=True, slots=True)
class Read:
    """Read a document and scan it; leave ``ignored`` words alone, too."""

    name: str
    data: bytes
    ignored: tuple[Ignore, ...] = ()

    def do(self, tools: Tools) -> Reading:
        """What was read, without the anchors, which belong to the file and not to a page.

        Raises:
            DocumentError: it cannot be read.
        """
        from jargon_scanner.loaders import read
        from jargon_scanner.scan import read_closely

        document = read(Path(self.name), self.data)
        choices = replace(tools.choices, ignored=(*tools.choices.ignored, *self.ignored))
        found = read_closely(document, scanner=tools.scanner, with_text=True, choices=choices)
        blocks = tuple(replace(block, anchor=None) for block in document.blocks)
        return Reading(replace(document, blocks=blocks), found.report, found.prose)


@dataclass(frozen=True, slots=True)
class Copy:
    """Make a marked copy."""

    name: str
    data: bytes
    report: Report
    chosen: Plan
    wishes: Wishes

    def do(self, tools: Tools) -> Marked:  # noqa: ARG002 - what is to be done is decided already
        """The copy.

        Raises:
            DocumentError: none can be made.
        """
        from jargon_scanner.marking import mark_bytes

        return mark_bytes(Path(self.name), self.data, self.report, self.wishes, self.chosen)


@dataclass(frozen=True, slots=True)
class PageToKeep:
    """Make a page to read of the document, its changes and the notes on it."""

    name: str
    data: bytes
    report: Report
    chosen: Plan
    wishes: Wishes

    def do(self, tools: Tools) -> bytes:  # noqa: ARG002 - as above
        """The page, as HTML in UTF-8."""
        from jargon_scanner.loaders import read
        from jargon_scanner.marking.family import Work
        from jargon_scanner.marking.page import page

        document = read(Path(self.name), self.data)
        return page(Work(self.data, document, self.report, self.chosen.edits, self.chosen.open, self.wishes))


@dataclass(frozen=True, slots=True)
class WorkbookToKeep:
    """Make a workbook of the findings, with what was decided on each, in words."""

    name: str
    report: Report
    decided: dict[str, str]

    def do(self, tools: Tools) -> bytes:  # noqa: ARG002 - as above
        """The workbook, as an .xlsx file."""
        from jargon_scanner.outputs.workbook import write_decided

        out = BytesIO()
        write_decided(self.report, self.decided, out)
        return out.getvalue()
