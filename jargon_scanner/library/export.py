"""Every occurrence of a run as a Parquet file, for analysts: a long table, written part by part."""

from __future__ import annotations

from dataclasses import asdict, fields
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.errors import UsageError
from jargon_scanner.library.figures import Where

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROWS = 20_000


def write_parquet(rows: Iterable[Where], out: BinaryIO) -> int:
    """Write occurrences on a binary stream.

    Returns:
        How many rows were written.

    Raises:
        UsageError: the library for Parquet is not installed.
    """
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError:
        raise UsageError(
            'Parquet needs pyarrow. Install it: python -m pip install "jargon-scanner[tables]"'
        ) from None
    columns = [(one.name, arrow.int64() if one.name == "number" else arrow.string()) for one in fields(Where)]
    written, waiting = 0, iter(rows)
    with parquet.ParquetWriter(out, arrow.schema(columns)) as writer:
        while batch := [asdict(row) for row in islice(waiting, _ROWS)]:
            writer.write_table(arrow.Table.from_pylist(batch, schema=writer.schema))
            written += len(batch)
    return written
