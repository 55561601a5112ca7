"""``jsonl``: any number of documents, an object a line, each written as soon as its document is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.outputs.family import Look, Output, Result
from jargon_scanner.outputs.json_object import as_object, encode

if TYPE_CHECKING:
    from collections.abc import Iterable


def write(results: Iterable[Result], out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a view's one signature
    """Write a line for each result, and let it go before the next document is read."""
    for result in results:
        out.write(encode(as_object(result)))
        out.flush()


PART = Output(
    name="jsonl",
    suffix=".jsonl",
    description="reports of any number of documents for other programs, one a line",
    write=write,
    takes="each",
    shows_text=True,
)
