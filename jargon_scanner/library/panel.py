"""One page for a panel, as a Word document: the figures, a chart, what changed, what next.

It names services and terms only: no document, no sentence, and no letters that no list knows, which may be
somebody's initials. Nothing in it tells of a child.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from jargon_scanner.library.word_page import bullets, new_page, save, small
from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import count

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell

    from jargon_scanner.library.compare import Comparison
    from jargon_scanner.library.figures import Change, LibraryReport, Point

_BAR = "1C5AA0"
_SERVICES, _TERMS, _NEXT = 8, 6, 5
_SHORT = 6  # words of a wording that can stand in a line
_BAR_WIDTH, _CELL_MARGINS = 9.0, 0.4  # cm, of the longest bar's cell
_WIDTHS = (5.5, _BAR_WIDTH, 2.0)


@dataclass(frozen=True, slots=True)
class Panel:
    """What the page tells.

    Attributes:
        report: the figures now.
        before: the point of the scan before, of all services; None for a first scan.
        changes: from that scan to this one; None for a first scan.
        own: wordings as the lexicon writes them; any other could hold words of a document.
    """

    report: LibraryReport
    before: Point | None = None
    changes: Comparison | None = None
    own: frozenset[str] = frozenset()


def write_panel(panel: Panel, out: BinaryIO) -> None:
    """Write the page as a Word document."""
    report = panel.report
    word = new_page(_title(report))
    word.add_paragraph(how_much(report))
    _chart(word, report)
    bullets(word, "What changed", what_changed(panel))
    bullets(word, "What next", what_next(panel))
    small(word, how_measured(report))
    save(word, out)


def _title(report: LibraryReport) -> str:
    return f"The language of our documents: {report.name}" if report.name else "The language of our documents"


def how_much(report: LibraryReport) -> str:
    """The library in three sentences."""
    whole = report.totals
    sentences = [
        f"We read {count(whole.read, 'document', 'documents')} ({count(whole.words, 'word', 'words')}).",
        f"In every 1,000 words there are {whole.per_1000_words:.0f} that a child may not understand or may "
        "be hurt by.",
        f"{whole.all_explained:.0%} of the documents explain every short form that they use.",
    ]
    if whole.median_reading_age is not None:
        sentences.append(f"Half of them need a reading age of {whole.median_reading_age:.0f} or more.")
    if report.unread:
        sentences.append(f"{count(len(report.unread), 'file', 'files')} could not be read.")
    return " ".join(sentences)


def what_changed(panel: Panel) -> list[str]:
    """What changed since the scan before, a sentence each."""
    if panel.before is None or panel.changes is None:
        return ["This is the first scan, so there is nothing to compare it with yet."]
    whole, before = panel.report.totals, panel.before
    lines = [
        f"On {before.day} there were {before.per_1000_words.value or 0:.0f} findings in 1,000 words; "
        f"now there are {whole.per_1000_words:.0f}."
    ]
    if not panel.changes.same_words:
        lines.append("Our own list of words has changed since then, which moves the figures too.")
    terms = [one for one in panel.changes.terms if one.entry]
    fewer = [one.term for one in terms if one.after < one.before][:_TERMS]
    more = [one.term for one in terms if one.after > one.before][:_TERMS]
    lines += [f"Used less: {', '.join(fewer)}."] if fewer else []
    lines += [f"Used more: {', '.join(more)}."] if more else []
    lines.append(f"New wording that could hurt: {count(panel.changes.new_blaming, 'place', 'places')}.")
    return lines


def what_next(panel: Panel) -> list[str]:
    """The changes with the most effect, a line each."""
    known = [change for change in panel.report.changes if change.entry]
    return [
        f"{change.term}: {_instead(change, panel.own)} ({count(change.edits, 'place', 'places')} in "
        f"{count(len(change.documents), 'document', 'documents')})"
        for change in known[:_NEXT]
    ]


def _instead(change: Change, own: frozenset[str]) -> str:
    """What is to be done about a term; a wording is shown as the lexicon writes it, or not at all."""
    if change.suggestion not in own:
        return "write it anew"
    if change.kind == "acronym":
        return f"write it out, “{change.suggestion}”"
    return f"write “{change.suggestion}”" if len(change.suggestion.split()) <= _SHORT else "write it anew"


def how_measured(report: LibraryReport) -> str:
    """How the figures came about, for whoever asks."""
    return (
        f"Scanned on {report.finished[:10]} with jargon-scanner {report.tool}, on our own computer. Reading "
        "age is the Coleman-Liau index plus five years: a rough guide. A finding is a word to look at again, "
        "not a mistake."
    )


def _chart(word: WordDocument, report: LibraryReport) -> None:
    """Bars of the services with their figures, drawn so that every program and printer shows them."""
    rows = sorted((row for row in report.services if row.service), key=lambda row: -row.per_1000_words)
    if not rows:
        return
    word.add_heading("Findings in 1,000 words, by service", level=2)
    longest = max(row.per_1000_words for row in rows) or 1.0
    table = word.add_table(rows=0, cols=3)
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    for row in rows[:_SERVICES]:
        name, bar, figure = table.add_row().cells
        name.width, bar.width, figure.width = map(Cm, _WIDTHS)
        name.text, figure.text = visible(row.service), f"{row.per_1000_words:.0f}"
        _bar(bar, row.per_1000_words / longest)
    if len(rows) > _SERVICES:
        small(word, f"and {len(rows) - _SERVICES} more services")


def _bar(cell: _Cell, share: float) -> None:
    """A bar as a shaded empty line whose right indent leaves it as wide as its share."""
    line = cell.paragraphs[0]
    line.paragraph_format.right_indent = Cm((_BAR_WIDTH - _CELL_MARGINS) * (1 - share))
    line.paragraph_format.space_after = Pt(3)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _BAR)):
        shade.set(qn(f"w:{name}"), value)
    line._p.get_or_add_pPr().append(shade)  # noqa: SLF001 - python-docx has no public call for shading
