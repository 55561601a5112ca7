"""The marked copy of a PDF: the original to the last byte, and after it the notes.

A PDF is grown by adding at its end (ISO 32000-1, 7.5.6, incremental updates). So nothing that was there is
touched, what a signature covers stays as it was, and an encrypted file stays encrypted.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from jargon_scanner.errors import CannotMark
from jargon_scanner.loaders.pdf.fields import OWN_NAME
from jargon_scanner.loaders.pdf.letters import places_on
from jargon_scanner.loaders.pdf.reader import LOCK, MOST_PAGES, open_pdf
from jargon_scanner.marking.advice import advice
from jargon_scanner.marking.family import Done, Left, Marked
from jargon_scanner.marking.other import page_instead
from jargon_scanner.marking.pdf.notes import Note, remove_own_notes, write_notes
from jargon_scanner.marking.pdf.strips import Piece, pieces_of, strips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jargon_scanner.edits import Edit
    from jargon_scanner.findings import Finding
    from jargon_scanner.loaders.pdf.page import Place
    from jargon_scanner.marking.family import Work

_MAY_CHANGE, _MAY_ANNOTATE = 1 << 3, 1 << 5  # ISO 32000-1, table 22: bits 4 and 6
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")

_SIGNED = (
    "It carries a signature. What was signed is kept to the last byte, and a reader will say that notes were "
    "added after that."
)


def mark(work: Work) -> Marked:
    """Highlight every finding, with a note that says what it means and what it could say instead.

    Words in a PDF cannot be changed, so that what would be a change elsewhere is proposed in its note. Where
    whoever made the file has locked it against notes, a page to read is made instead.

    Raises:
        CannotMark: a clean copy is wanted.
    """
    path = Path(work.report.document.path)
    if work.wishes.as_ == "clean":
        raise CannotMark(
            path, "the words of a PDF cannot be changed; mark the document that it was made from"
        )
    said = tuple(_said(work))
    with LOCK:
        document = open_pdf(path, work.data)
        try:
            if not pdfium.FPDF_GetDocUserPermissions(document) & (_MAY_CHANGE | _MAY_ANNOTATE):
                return page_instead(work, "whoever made it has locked it against changes and notes")
            marked = _write_all(document, said, work)
            notes = (_SIGNED,) if pdfium.FPDF_GetSignatureCount(document) > 0 else ()
            out = io.BytesIO()
            if marked:
                document.save(out, flags=pdfium.FPDF_INCREMENTAL)
        finally:
            document.close()
    return Marked(
        _mended(out.getvalue()) if marked else work.data,
        ".pdf",
        tuple(
            Done(one.id, "commented", one.text, text, one.location.label)
            for one, text in said
            if one.id in marked
        ),
        tuple(
            Left(one.id, one.text, text, "nobody sees these words on the page", one.location.label)
            for one, text in said
            if one.id not in marked
        ),
        notes,
    )


def _write_all(document: Any, said: Iterable[tuple[Finding, str]], work: Work) -> set[str]:
    """Write the notes of every page; the ids of the findings that have one."""
    waiting: defaultdict[int, list[tuple[Finding, str, list[Piece]]]] = defaultdict(list)
    for finding, text in said:
        block = work.document.blocks[finding.location.block]
        for number, pieces in pieces_of(finding, block).items():
            waiting[number].append((finding, text, pieces))
    marked: set[str] = set()
    for number in range(1, min(len(document), MOST_PAGES) + 1):
        with _opened(document, number) as page:
            if page is not None:
                remove_own_notes(page)
                notes = _notes(page, number, waiting[number])
                write_notes(page, notes.values(), work.wishes.author, work.wishes.date)
                marked |= notes.keys()
    return marked


@contextmanager
def _opened(document: Any, number: int) -> Iterator[Any]:
    """A page; None for a damaged one, on which nothing was found."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield page
    finally:
        page.close()


def _notes(page: Any, number: int, here: list[tuple[Finding, str, list[Piece]]]) -> dict[str, Note]:
    """The notes of a page by the ids of their findings."""
    visible = page.get_bbox()
    notes: dict[str, Note] = {}
    if not here:
        return notes
    with places_on(page) as places:
        for finding, text, pieces in here:
            seen = [strip for strip in strips(pieces, places) if _is_on(strip, visible)]
            if seen:
                name = f"{OWN_NAME}{finding.id}-{number}"
                notes[finding.id] = Note(name, finding.kind, finding.text, text, seen)
    return notes


def _is_on(place: Place, page: Place) -> bool:
    return place[0] < page[2] and place[2] > page[0] and place[1] < page[3] and place[3] > page[1]


def _said(work: Work) -> Iterator[tuple[Finding, str]]:
    """Every finding with what its note says, in reading order."""
    edits: Mapping[str, Edit] = {edit.finding.id: edit for edit in work.edits}
    findings = {finding.id: finding for finding in (*work.comments, *(edit.finding for edit in work.edits))}
    for finding in sorted(findings.values(), key=lambda one: (one.start, one.end)):
        kind, *lines = advice(finding, work.wishes)
        edit = edits.get(finding.id)
        heading = f"{kind}: {' '.join(finding.text.split())}"
        yield finding, "\n".join([heading, *([_change(edit, work)] if edit else []), *lines])


def _change(edit: Edit, work: Work) -> str:
    old = " ".join(work.document.text[edit.start : edit.end].split())
    return f"Change “{old}” to “{edit.text}”."


def _mended(data: bytes) -> bytes:
    """The file with its last object whole.

    Where the parts of a file are listed in a stream, PDFium (as of 159.0.8149) writes the list that it
    adds without its type and without its ``endobj``. Many readers manage; strict ones call the file damaged.
    Both are put in behind the place that the end of the file points to, so that every offset stays true.
    """
    end = _END.search(data)
    if end is None or data.startswith(b"xref", int(end[1])):
        return data
    entries = data.index(b"<<", int(end[1])) + 2
    named = b"/Type/XRef" in data[entries : data.index(b"stream", entries)]
    closed = data[: end.start()].rstrip().endswith(b"endobj")
    return b"".join(
        (
            data[:entries],
            b"" if named else b"/Type/XRef",
            data[entries : end.start()],
            b"" if closed else b"endobj\r\n",
            data[end.start() :],
        )
    )
