"""PDF: a copy with a highlight and a note at each finding. PDFium is loaded with the first PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.marking.family import Marker

if TYPE_CHECKING:
    from jargon_scanner.marking.family import Marked, Work


def mark(work: Work) -> Marked:
    """Highlight every finding of a PDF; see ``copy.mark``."""
    from jargon_scanner.marking.pdf.copy import mark as mark_pdf  # PDFium takes time to load

    return mark_pdf(work)


PART = Marker(name="pdf", formats=("pdf",), mark=mark)
