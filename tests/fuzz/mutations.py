"""A file changed at random as damage, bad programs and bad people change files. The same seed, the same file."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress

Mutation = Callable[[bytes, random.Random], bytes]

_MOST_ZIPPED = 5_000_000
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    IndexError,
)
_NUMBERS = (b"0", b"-1", b"65536", b"4294967296", b"99999999999999999999", b"1e309", b"NaN", b"")


def flip(data: bytes, chance: random.Random) -> bytes:
    """Some bytes are other bytes."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 32))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing, or a piece of the middle."""
    start, end = _piece(data, chance)
    return data[:start] if chance.random() < 0.4 else data[:start] + data[end:]


def repeat(data: bytes, chance: random.Random) -> bytes:
    """A piece stands there again and again."""
    start, end = _piece(data, chance)
    end = min(end, start + 2000)
    return data[:end] + data[start:end] * chance.choice((1, 3, 200)) + data[end:]


def swap(data: bytes, chance: random.Random) -> bytes:
    """Two pieces have changed places."""
    (first, second), (third, fourth) = sorted((_piece(data, chance), _piece(data, chance)))
    if second > third:
        return data[second:] + data[:second]
    return data[:first] + data[third:fourth] + data[second:third] + data[first:second] + data[fourth:]


def miscount(data: bytes, chance: random.Random) -> bytes:
    """A number is another number."""
    numbers = list(re.finditer(rb"\d+", data))
    if not numbers:
        return flip(data, chance)
    number = chance.choice(numbers)
    return data[: number.start()] + chance.choice(_NUMBERS) + data[number.end() :]


def unbalance(data: bytes, chance: random.Random) -> bytes:
    """A tag, a bracket or a quotation mark is missing, or stands twice."""
    marks = list(re.finditer(rb"</?[\w:]+[^<>]{0,200}>|[\[\]{}\"']", data))
    if not marks:
        return flip(data, chance)
    mark = chance.choice(marks)
    return data[: mark.start()] + mark.group() * chance.choice((0, 2, 500)) + data[mark.end() :]


BYTES: tuple[Mutation, ...] = (flip, cut, repeat, swap, miscount, unbalance)


def mutated(data: bytes, seed: int) -> bytes:
    """A file, changed. Of a zip package mostly a part inside is changed, so that its reader is reached.

    Args:
        data: its bytes, at least one.
        seed: gives the same change each time.
    """
    chance = random.Random(seed)
    if zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.8:
        with suppress(*_DAMAGED):  # a file that came to us damaged has no parts to change, but bytes
            return _repacked(data, chance)
    return chance.choice(BYTES)(data, chance)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = [one for one in package.infolist() if 0 < one.file_size < _MOST_ZIPPED]
        chosen = chance.choice(parts)
        fate = chance.random()
        for part in package.infolist():
            content = package.read(part)
            if part is not chosen:
                new.writestr(part.filename, content)
            elif fate < 0.1:
                continue  # the part is not there
            elif fate < 0.2:
                new.writestr(part.filename, package.read(chance.choice(parts)))
            else:
                new.writestr(part.filename, chance.choice(BYTES)(content, chance))
    return out.getvalue()


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + 1 + int(chance.expovariate(1 / 400)))
