"""What the tests of the loaders share: the folder of test documents, and damage done to files."""

from __future__ import annotations

import io
import random
import re
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jargon_scanner.errors import DocumentError
from jargon_scanner.loaders import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.document import Document

DOCUMENTS = Path(__file__).resolve().parents[2].parent / "shared" / "documents"
needs_documents = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the shared documents are not at hand")
LOST_BY_LIBREOFFICE = {"LOCreffield"}
"""LibreOffice found no target for the reference when it made the file, and wrote that instead."""
_ATTRIBUTE = re.compile(r'="[^"]*"')


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


def codes(document: Document) -> set[str]:
    return {problem.code for problem in document.problems}


def check_places(document: Document) -> None:
    """The promise of every document: blocks stand in the text where they say, in order, and do not overlap."""
    end = 0
    for index, block in enumerate(document.blocks):
        assert block.index == index
        assert block.start >= end
        assert document.text[block.start : block.end] == block.text
        assert block.text.strip()
        assert block.label
        end = block.end


def damaged(data: bytes, count: int, seed: int = 1) -> Iterator[bytes]:
    """Copies of a file with damage: cut short, bytes changed, bytes taken out, values in its XML changed."""
    chance = random.Random(seed)
    for _ in range(count):
        if data.startswith(b"PK") and chance.random() < 0.7:
            yield _with_changed_part(data, chance)
        else:
            yield _changed(data, chance)


def check_damage(name: str, data: bytes, count: int = 40) -> None:
    """Damaged copies are read, or refused with an error of ours."""
    for copy in damaged(data, count):
        with suppress(DocumentError):
            check_places(read(Path(name), copy))


def _changed(data: bytes, chance: random.Random) -> bytes:
    kind = chance.choice(["cut", "change", "drop"])
    if kind == "cut" or len(data) < 30:
        return data[: chance.randrange(1, len(data) + 1)]
    changed = bytearray(data)
    for _ in range(chance.choice([1, 5, 30])):
        at = chance.randrange(len(changed) - 20)
        if kind == "change":
            changed[at] = chance.randrange(256)
        elif len(changed) > 60:
            del changed[at : at + chance.randrange(1, 20)]
    return bytes(changed)


def _with_changed_part(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        names = source.namelist()
        chosen = chance.choice([name for name in names if name.endswith(".xml")] or names)
        for name in names:
            part = source.read(name)
            if name == chosen and part:
                part = _with_changed_values(part, chance) if chance.random() < 0.5 else _changed(part, chance)
            target.writestr(name, part)
    return out.getvalue()


def _with_changed_values(part: bytes, chance: random.Random) -> bytes:
    xml = part.decode("utf-8", "replace")
    values = _ATTRIBUTE.findall(xml)
    for value in chance.sample(values, min(10, len(values))):
        xml = xml.replace(value, chance.choice(['="-1"', '="99999999999"', '="x"', '=""', '="²"']), 1)
    return xml.encode()
