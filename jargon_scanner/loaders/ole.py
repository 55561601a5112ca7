"""The folder of an old Office file: which streams stand at its top; those of files inside do not count."""

from __future__ import annotations

import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA
_IN_HEADER = 109
_MOST_ENTRIES = 100_000


def top_streams(data: bytes) -> set[str]:
    """The names at the top of the file's folder; those in its second sector where the folder is damaged."""
    if not data.startswith(SIGNATURE) or len(data) < _HEADER:
        return set()
    shift = struct.unpack_from("<H", data, 30)[0]
    size = 1 << shift if shift in {9, 12} else 512
    folder = b"".join(_chain(data, size))
    entries = [folder[at : at + _ENTRY] for at in range(0, len(folder) - _ENTRY + 1, _ENTRY)]
    return _names_at_top(entries) if entries else set()


def _names_at_top(entries: list[bytes]) -> set[str]:
    """The children of the root: a tree in which each entry names its neighbours."""
    names: set[str] = set()
    waiting, seen = [struct.unpack_from("<I", entries[0], 76)[0]], set()
    while waiting:
        index = waiting.pop()
        if index in seen or index >= len(entries):
            continue
        seen.add(index)
        entry = entries[index]
        length = struct.unpack_from("<H", entry, 64)[0]
        names.add(entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace"))
        waiting += struct.unpack_from("<II", entry, 68)
    return names


def _chain(data: bytes, size: int) -> list[bytes]:
    """The sectors of the folder, in order."""
    table = _allocation(data, size)
    sector = struct.unpack_from("<I", data, 48)[0]
    found: list[bytes] = []
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen and len(found) * size < _MOST_ENTRIES * _ENTRY:
        seen.add(sector)
        at = (sector + 1) * size
        if at >= len(data):
            break
        found.append(data[at : at + size])
        sector = table.get(sector, _LAST_SECTOR)
    return found


def _allocation(data: bytes, size: int) -> dict[int, int]:
    """Which sector follows which, as far as the header's own list of tables goes: 7 MB of a file, or more."""
    table: dict[int, int] = {}
    per_sector = size // 4
    for number, sector in enumerate(struct.unpack_from(f"<{_IN_HEADER}I", data, 76)):
        at = (sector + 1) * size
        if sector >= _LAST_SECTOR or at + size > len(data):
            continue
        following = struct.unpack_from(f"<{per_sector}I", data, at)
        table.update(zip(range(number * per_sector, (number + 1) * per_sector), following, strict=True))
    return table
