"""Words in the picture of a page, read by Tesseract where it is installed and the person asks for it."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from jargon_scanner.errors import RecogniserMissing, TooSlow
from jargon_scanner.loaders.pdf.page import Box, Word
from jargon_scanner.loaders.running import TimeOver, run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.loaders.pdf.words import View

#: Dots to an inch: what Tesseract reads best. A page that would have more dots in all is drawn smaller.
_DPI = 300
_MOST_DOTS = 60_000_000
_SECONDS = 60
_POINTS = 72
_WORD_ROW = "5"
#: Marks without a letter or digit below this sureness, of 100, are specks on the paper.
_SURE = 50.0


def read_scan(path: Path, page: Any, view: View) -> tuple[Word, ...]:
    """The words in the picture of a page, line by line.

    Args:
        path: the document, for messages.
        page: a PDFium page.
        view: how it is seen.

    Raises:
        RecogniserMissing: Tesseract is not installed.
        TooSlow: it needed too long.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise RecogniserMissing(path)
    scale = min(_DPI / _POINTS, (_MOST_DOTS / max(view.width * view.height, 1.0)) ** 0.5)
    with tempfile.TemporaryDirectory(prefix="jargon-scanner-") as folder:
        picture = Path(folder, "page.pgm")
        picture.write_bytes(_drawn(page, scale))
        dpi = str(round(scale * _POINTS))
        try:
            told = run([program, picture.name, "stdout", "--dpi", dpi, "tsv"], Path(folder), _SECONDS)
        except TimeOver as fault:
            detail = f"reading one page of a scan was stopped after {_SECONDS} seconds"
            raise TooSlow(path, detail) from fault
    return tuple(_words((told or b"").decode("utf-8", "replace"), scale, view))


def _drawn(page: Any, scale: float) -> bytes:
    """The page in shades of grey, as a portable greymap (PGM)."""
    bitmap = page.render(scale=scale, grayscale=True)
    if bitmap.format != pdfium.FPDFBitmap_Gray:
        raise TypeError("PDFium did not draw in shades of grey")
    data = bytes(bitmap.buffer)
    rows = (data[start : start + bitmap.width] for start in range(0, len(data), bitmap.stride))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def _words(table: str, scale: float, view: View) -> Iterable[Word]:
    """The words of Tesseract's table. Letters of one paragraph have one size, as no single word tells it."""
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    found = [row for row in rows if row["level"] == _WORD_ROW and _is_writing(row)]
    heights: dict[tuple[str, str], list[float]] = defaultdict(list)
    for row in found:
        heights[row["block_num"], row["par_num"]].append(float(row["height"]) / scale)
    lines: dict[tuple[str, str, str], int] = {}
    for row in found:
        paragraph = row["block_num"], row["par_num"]
        line = lines.setdefault((*paragraph, row["line_num"]), len(lines))
        left, top = float(row["left"]) / scale, float(row["top"]) / scale
        box = Box(left, top, left + float(row["width"]) / scale, top + float(row["height"]) / scale)
        size = round(median(heights[paragraph]))
        yield Word(row["text"].strip(), box, view.place(box), line, size, span=None)


def _is_writing(row: dict[str, str]) -> bool:
    text = (row["text"] or "").strip()
    return bool(text) and (any(map(str.isalnum, text)) or float(row["conf"]) >= _SURE)
