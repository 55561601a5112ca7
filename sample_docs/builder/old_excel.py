"""Makes a spreadsheet as Excel 97 kept it: records in a stream, in a small file system of its own."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def build_xls(content: dict[str, Any], target: Path) -> None:
    """Write one sheet of labels."""
    target.write_bytes(compound_file("Workbook", _workbook(content["sheet"], content["rows"])))


def _workbook(title: str, rows: list[list[Any]]) -> bytes:
    globals_begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6))
    name = struct.pack("<BB", len(title), 0) + title.encode("latin-1")
    at = len(globals_begin) + 4 + 6 + len(name) + 4
    found = [globals_begin, _record(0x0085, struct.pack("<IH", at, 0) + name), _record(0x000A, b"")]
    found.append(_record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6)))
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            words = str(value)
            said = struct.pack("<HHHHB", row, column, 0, len(words), 1) + words.encode("utf-16-le")
            found.append(_record(0x0204, said))
    return b"".join(found) + _record(0x000A, b"")


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def compound_file(name: str, stream: bytes) -> bytes:
    """A file with one stream: a header, the table of sectors, the folder, then the stream."""
    stream += bytes(max(4096, -(-len(stream) // _SECTOR) * _SECTOR) - len(stream))
    count = len(stream) // _SECTOR
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    header += struct.pack("<10I", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0)
    table = [_TABLE, _END, *range(3, count + 2), _END]
    if len(table) > _SECTOR // 4:
        raise ValueError("this builder has one table of sectors: shorten the text")
    table += [_FREE] * (_SECTOR // 4 - len(table))
    folder = _entry("Root Entry", 5, child=1, start=_END, size=0)
    folder += _entry(name, 2, child=_FREE, start=2, size=len(stream)) + bytes(2 * 128)
    return (
        header + b"\xff" * (_SECTOR - len(header)) + struct.pack(f"<{len(table)}I", *table) + folder + stream
    )


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le")
    entry = said + bytes(64 - len(said)) + struct.pack("<HBBIII", len(said) + 2, kind, 1, _FREE, _FREE, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)
