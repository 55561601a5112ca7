"""Texts that nobody here wrote: court forms, council forms, a fostering handbook, templates of letters and orders.

A place in such a text is an offset into what the loader reads, so that a reviewed finding can be found again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.document import Document
from jargon_scanner.loaders import load
from jargon_scanner.loaders import text as plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).resolve().parents[3] / "shared"
#: The documents of English courts and councils among those collected for the loaders.
_TEMPLATES = (
    "doc/fpl-*.doc",
    "docx/fpl-*.docx",
    "docx/prl-*.docx",
    "docx/ethos-*.docx",
    "docx/somerset_ehcp*.docx",
)


def paths() -> Iterator[Path]:
    """Every text, in a steady order, by path."""
    forms = SHARED / "corpus-forms"
    found = [
        path
        for suffix in ("md", "jsonl")
        for path in forms.rglob(f"*.{suffix}")
        if path != forms / "README.md"
    ]
    found += [path for pattern in _TEMPLATES for path in (SHARED / "documents").glob(pattern)]
    yield from sorted(found)


def name_of(path: Path) -> str:
    """The name of a text, from the shared folder on."""
    return path.relative_to(SHARED).as_posix()


def read(path: Path) -> Document:
    """A text as a document. Strings of a list of labels become paragraphs of their own."""
    if path.suffix != ".jsonl":
        return load(path)
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    joined = "\n\n".join(str(row["text"]) for row in rows)
    return plain_text.read(path.with_suffix(".txt"), joined.encode())
