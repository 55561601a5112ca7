"""``json``: the table for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.abbreviations.formats.family import Format

if TYPE_CHECKING:
    from jargon_scanner.abbreviations.table import Table
    from jargon_scanner.outputs import Look

SCHEMA = "jargon-scanner/acronyms/1"


def write(table: Table, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a format's one signature
    """Write one object: ``schema``, ``documents``, ``rows`` and ``unread``, fields as in the table."""
    made = asdict(table)
    data = {"schema": SCHEMA, **{key: made[key] for key in ("documents", "rows", "unread")}}
    out.write(json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n")


PART = Format(name="json", suffix=".json", write=write)
