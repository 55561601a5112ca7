"""Words that are sought by their label, in the files of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jargon_scanner.document import Block, Document
from tests.labels.pdf_files import PdfFile
from tests.labels.word_files import WordFile, squeezed

WORD = {".docx", ".docm", ".dotx", ".dotm"}


@dataclass(frozen=True, slots=True)
class Sought:
    """Words of a block: what a person looks for when reading its label."""

    block: Block
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.block.text[self.start : self.end]


def files_in(folders: Iterable[Path]) -> list[Path]:
    found = (path for folder in folders for path in folder.rglob("*"))
    return sorted(path for path in found if path.suffix.lower() in WORD | {".pdf"})


def lead(sought: Iterable[tuple[Path, Document, Sought]]) -> Iterator[tuple[Path, Document, Sought, bool]]:
    """Whether the label leads to the words, for each that is sought; a file is opened once."""
    opened: dict[Path, WordFile | PdfFile] = {}
    for path, document, one in sought:
        if path not in opened:
            opened[path] = PdfFile(path, document) if document.format == "pdf" else WordFile(path)
        file = opened[path]
        if isinstance(file, PdfFile):
            led = file.is_led_to(one.block, one.start, one.end)
        else:
            led = any(squeezed(one.words) in squeezed(text) for text in file.texts_at(one.block.label))
        yield path, document, one, led
