"""From bytes to text: which encoding a text file is in, and how sure we are."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.document import Problem
from jargon_scanner.errors import UnknownEncoding

if TYPE_CHECKING:
    from pathlib import Path

Decoded: TypeAlias = tuple[str, tuple[Problem, ...]]

# The longest marks first: the mark of UTF-32 begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

_MANY_BYTE_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
# Control characters that no text holds. Tab, line ends, form feed, and the old end-of-file mark are not here.
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_MOST_CONTROLS = 0.002


def decode(path: Path | str, data: bytes) -> Decoded:
    """The text of a file after its byte-order mark, and what to say about its encoding.

    Raises:
        UnknownEncoding: the bytes are no text in any encoding that can be told.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _checked(path, _with_mark(path, data[len(mark) :], codec), name)
    wide = _wide_without_mark(data)
    if wide:
        return _checked(path, _strict(path, data, wide), "UTF-16")
    if b"\x00" in data:
        raise UnknownEncoding(path)
    try:
        return _checked(path, data.decode("utf-8"), "")
    except UnicodeDecodeError:
        return _by_guess(path, data)


def encode_like(data: bytes, text: str, changed: str) -> bytes | None:
    """A changed text in the encoding of its file, byte-order mark and all.

    Args:
        data: the bytes of the file.
        text: what was read from them.
        changed: the text as it is to be written.

    Returns:
        The bytes; None where the file's own letters cannot be written back as they were, or new ones not at
        all, so that a copy would differ from it in more than the changes.
    """
    kinds = [(mark, codec) for mark, codec, _ in _MARKS if data.startswith(mark)]
    for mark, codec in (*kinds, (b"", _wide_without_mark(data) or "utf-8"), (b"", "cp1252")):
        try:
            if mark + text.encode(codec) == data:
                return mark + changed.encode(codec)
        except UnicodeEncodeError:
            continue
    return None


def looks_like_text(data: bytes) -> bool:
    """True when the bytes can be decoded as text of some kind."""
    try:
        decode("", data)
    except UnknownEncoding:
        return False
    return True


def _with_mark(path: Path | str, data: bytes, codec: str) -> str:
    if codec == "utf-8":
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            return _mend_utf8(data)
    return _strict(path, data, codec)


def _strict(path: Path | str, data: bytes, codec: str) -> str:
    # A download that was cut can end in half a character; the rest of it is still text.
    unit = 4 if "32" in codec else 2
    try:
        return data[: len(data) - len(data) % unit].decode(codec)
    except UnicodeDecodeError as error:
        raise UnknownEncoding(path) from error


def _wide_without_mark(data: bytes) -> str:
    """The codec of UTF-16 text without a mark: in English, every second byte is zero."""
    sample = data[:4096]
    if len(sample) < 4 or b"\x00" not in sample:
        return ""
    half = len(sample) // 2
    high_first, low_first = sample[0::2].count(0), sample[1::2].count(0)
    if low_first > 0.6 * half and high_first < 0.05 * half:
        return "utf-16-le"
    if high_first > 0.6 * half and low_first < 0.05 * half:
        return "utf-16-be"
    return ""


def _by_guess(path: Path | str, data: bytes) -> Decoded:
    """Bytes that are no UTF-8: Windows-1252, or UTF-8 with a few bytes gone wrong."""
    good = sum(len(run) for run in _MANY_BYTE_UTF8.findall(data))
    high = sum(len(run) for run in _NOT_ASCII.findall(data))
    if good > high - good:
        said = "Parts of the text are not in the encoding of the rest (UTF-8). A few letters may be wrong."
        return _checked(path, _mend_utf8(data), "", said)
    try:
        return _checked(path, data.decode("cp1252"), "Windows-1252")
    except UnicodeDecodeError as error:
        raise UnknownEncoding(path) from error


def _mend_utf8(data: bytes) -> str:
    parts: list[str] = []
    done = 0
    for match in _NOT_ASCII.finditer(data):
        parts.append(data[done : match.start()].decode("ascii"))
        parts.append(_mend_run(match[0]))
        done = match.end()
    parts.append(data[done:].decode("ascii"))
    return "".join(parts)


def _mend_run(run: bytes) -> str:
    try:
        return run.decode("utf-8")
    except UnicodeDecodeError:
        pass
    pieces: list[str] = []
    done = 0
    for match in _MANY_BYTE_UTF8.finditer(run):
        pieces += (run[done : match.start()].decode("cp1252", "replace"), match[0].decode("utf-8", "replace"))
        done = match.end()
    pieces.append(run[done:].decode("cp1252", "replace"))
    return "".join(pieces)


def _checked(path: Path | str, text: str, name: str, said: str = "") -> Decoded:
    """The text, if it is one; a NUL or many control characters say that it is something else."""
    sample = text[:100_000]
    if "\x00" in text or len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample) + 1:
        raise UnknownEncoding(path)
    if name:
        said = f"The text was read in the encoding {name}. If letters look wrong, save the file as UTF-8."
    return text, (Problem("encoding", said),) if said else ()
