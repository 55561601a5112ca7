"""Shapes of documents that make a careless reader slow: time must grow with size, not with its square."""

from __future__ import annotations

import time

import pytest

from tests.word.builder import bold, cell, paragraph, read, row, run, table, text_box

SECONDS = 15  # each takes under 2 on an idle machine; the square of its size would take minutes


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("paragraphs in one cell", table(row(cell(paragraph("a") * 20_000)))),
        ("a merged first column", table(row("a", "b"), *[row(cell("", "<w:vMerge/>"), "b")] * 8_000)),
        ("cells in one row", table(row(*["a"] * 20_000), row(*["b"] * 20_000))),
        ("runs in one paragraph", paragraph(run("a") * 50_000)),
        ("bold paragraphs", paragraph(bold("a")) * 10_000),
        ("text boxes in one paragraph", paragraph(text_box(paragraph("a")) * 3_000)),
    ],
)
def test_time_grows_with_size(name: str, body: str) -> None:
    began = time.monotonic()
    read(body)
    assert time.monotonic() - began < SECONDS, name
