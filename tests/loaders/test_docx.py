"""The loader of Word files."""

from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.loaders.docx import PART
from tests.word.builder import package, paragraph, zipped


def test_it_reads_documents_and_templates() -> None:
    assert PART.suffixes == (".docx", ".docm", ".dotx", ".dotm")
    document = PART.read(Path("plan.dotm"), package(paragraph("A plan.")))
    assert (document.format, document.text, document.path) == (PART.name, "A plan.", "plan.dotm")


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (package(paragraph("x"))[:4096], True),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), True),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), False),
        (b"%PDF-1.7", False),
        (b"PK", False),
        (b"", False),
    ],
)
def test_it_knows_its_files_by_their_first_bytes(head: bytes, known: bool) -> None:
    assert PART.recognises(head) is known


def test_other_zips_that_name_themselves_are_left_to_others() -> None:
    stored = zipped({}) + b""
    head = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"
    assert PART.recognises(head) is False
    assert PART.recognises(stored) is False
