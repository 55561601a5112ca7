"""``json``: one document, one object, as the report's contract has it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from jargon_scanner.errors import DocumentError, UsageError
from jargon_scanner.outputs.family import Look, Output, Result

if TYPE_CHECKING:
    from collections.abc import Iterable


def as_object(result: Result) -> dict[str, Any]:
    """A report as plain data, or an error in the place of the report that it prevented."""
    if isinstance(result, DocumentError):
        return {"document": {"path": result.path}, "error": {"code": result.code, "message": str(result)}}
    return result.to_dict()


def encode(data: dict[str, Any], indent: int | None = None) -> bytes:
    """The data as JSON in UTF-8, with a line break after it.

    Half a surrogate pair, which a damaged file or a file name can hold, has no UTF-8; it is written as the
    escape that JSON has for it.
    """
    return json.dumps(data, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace") + b"\n"


def write(results: Iterable[Result], out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a view's one signature
    """Write the one result.

    Raises:
        UsageError: there is more than one, and so no one object that says it.
    """
    first, *more = results
    if more:
        raise UsageError("The json format is for one document. Use --format jsonl for several.")
    out.write(encode(as_object(first), indent=2))


PART = Output(
    name="json",
    suffix=".json",
    description="one document's report for other programs",
    write=write,
    takes="one",
    shows_text=True,
)
