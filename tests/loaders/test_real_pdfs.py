"""The real and crafted PDF files beside the repository, where they are: words, places, errors, time."""

from __future__ import annotations

import contextlib
import json
import random
import re
import shutil
import subprocess
import time
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from jargon_scanner.errors import DamagedFile, DocumentError, NoText, PasswordProtected
from jargon_scanner.loaders import load

from .conftest import shared_documents

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = shared_documents()
FILES = sorted(FOLDER.glob("*/*.pdf")) if FOLDER else []

pytestmark = pytest.mark.skipif(not FILES, reason="the folder of test documents is not beside the repository")


def crafted(name: str) -> Path:
    assert FOLDER
    return FOLDER / "crafted" / name


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold().replace("\xad", "")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_read_or_refused_in_time(path: Path) -> None:
    began = time.monotonic()
    try:
        document = load(path)
    except DocumentError:
        return
    finally:
        assert time.monotonic() - began < 20
    end = 0
    for block in document.blocks:
        assert block.start >= end
        assert document.text[block.start : block.end] == block.text != ""
        assert block.label
        end = block.end
        if document.format == "pdf":
            assert block.page
            assert block.anchor


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_the_words_of_pdftotext_are_recovered() -> None:
    total = lost = 0
    for path in FILES:
        shown = subprocess.run(
            ["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=False, timeout=60
        )
        reference = words(shown.stdout.decode("utf-8", "replace"))
        if not reference:
            continue
        try:
            ours = words(load(path).text)
        except DocumentError:
            ours = Counter()
        total += reference.total()
        lost += (reference - ours).total()
    assert lost / total < 0.01


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("encrypted_user_pw_aes256.pdf", PasswordProtected),
        ("truncated_half.pdf", DamagedFile),
        ("scanned_image_only.pdf", NoText),
    ],
)
def test_what_cannot_be_read_is_refused(name: str, error: type[DocumentError]) -> None:
    with pytest.raises(error):
        load(crafted(name))


@pytest.mark.parametrize(
    "name",
    ["encrypted_owner_only.pdf", "bad_xref.pdf", "junk_before_header.pdf", "two_column_hyphenated.pdf"],
)
def test_two_columns_with_cut_words_are_read_whatever_the_wrapping(name: str) -> None:
    text = " ".join(load(crafted(name)).text.split())
    assert text.index("C0B4") < text.index("C1B0")
    assert text.count("children") >= 10
    assert "safe- guarding" not in text


def test_every_value_of_the_filled_form_is_read() -> None:
    document = load(crafted("acroform_filled.pdf"))
    values = [block.text for block in document.blocks if block.part == "form-field"]
    assert values == ["PDFfieldvalue", "PDFchoiceHigh", "PDFmultiline first line and more"]
    assert {block.owner for block in document.blocks if block.part == "body"} == {"template"}


def test_the_places_of_a_word_document_printed_to_pdf_are_read_once() -> None:
    truth = json.loads(crafted("all_locations.expected.json").read_text(encoding="utf-8"))
    text = re.sub(r"\s+", "", load(crafted("all_locations_libreoffice.pdf")).text)
    found = [word for word in truth["present_if_changes_accepted"] if word in text]
    assert len(found) > 30


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    small = [path for path in FILES if 0 < path.stat().st_size < 200_000]
    for turn in range(8):
        data = bytearray(chance.choice(small).read_bytes())
        for _ in range(chance.choice((1, 10, 100))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = tmp_path / f"{turn}.pdf"
        path.write_bytes(data)
        with contextlib.suppress(DocumentError):
            load(path)
