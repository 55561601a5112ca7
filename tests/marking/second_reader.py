"""Marked PDF files as another reader sees them: their notes, and the words under each highlight."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pdfplumber
import pikepdf

from jargon_scanner.marking import AUTHOR


@dataclass(frozen=True)
class Highlight:
    page: int
    strips: tuple[tuple[float, float, float, float], ...]
    contents: str
    words: str
    entry: Any
    source: pikepdf.Pdf  # as long as this is open, the entry can be asked


# PDFium's list of added parts does not list itself. No reader looks for it there: it has just been found.
HARMLESS = "xref entry for the xref stream itself is missing"


def is_sound(data: bytes) -> bool:
    """What qpdf says of the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return all(HARMLESS in fault for fault in pdf.check_pdf_syntax())


def highlights(data: bytes) -> list[Highlight]:
    """Every note of ours, with the letters whose middle lies under it.

    The pages are turned upright, uncropped and begun at zero first, so that both readers count alike.
    """
    pdf = pikepdf.open(io.BytesIO(data))
    for page in pdf.pages:
        page.obj["/MediaBox"] = [0, 0, page.mediabox[2], page.mediabox[3]]
        page.obj["/Rotate"] = 0
        if "/CropBox" in page.obj:
            del page.obj["/CropBox"]
    upright = io.BytesIO()
    pdf.save(upright, encryption=False)
    found = []
    with pdfplumber.open(upright) as other:
        for number, (page, seen) in enumerate(zip(pdf.pages, other.pages, strict=True), start=1):
            letters = seen.dedupe_chars().chars
            for entry in page.get("/Annots", []):
                if entry.get("/T") == AUTHOR:
                    strips = tuple(_strips(entry))
                    words = "".join(_under(strip, letters) for strip in strips)
                    found.append(Highlight(number, strips, str(entry.Contents), words, entry, pdf))
    return found


def letters(text: str) -> Counter[str]:
    """A text as it is compared: letters and digits, ligatures taken apart."""
    for ligature, apart in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}.items():
        text = text.replace(ligature, apart)
    return Counter(letter for letter in text.casefold() if letter.isalnum())


def _strips(entry: Any) -> list[tuple[float, float, float, float]]:
    points = [float(number) for number in entry.QuadPoints]
    groups = [points[start : start + 8] for start in range(0, len(points), 8)]
    return [(four[0], four[5], four[2], four[1]) for four in groups]


def _under(strip: tuple[float, float, float, float], letters: list[dict[str, Any]]) -> str:
    left, bottom, right, top = strip
    return "".join(
        one["text"]
        for one in letters
        if left < (one["x0"] + one["x1"]) / 2 < right and bottom < (one["y0"] + one["y1"]) / 2 < top
    )
