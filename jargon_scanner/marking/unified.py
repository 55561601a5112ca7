"""The changes of a text file as a unified diff, which ``patch`` and ``git apply`` put into the original."""

from __future__ import annotations

import re
from difflib import diff_bytes, unified_diff

# A line ends where ``patch`` says so: at a line feed, whatever stands before it and in whatever encoding.
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_NO_END = b"\n\\ No newline at end of file\n"


def unified(name: str, old: bytes, new: bytes) -> bytes:
    """The difference of two versions of a file, byte for byte.

    Args:
        name: the file's own name; the diff is applied in the folder that it stands in.
        old: its bytes.
        new: its bytes with the changes; not the same.
    """
    # The prefixes are git's, and patch leaves them off. A tab ends a name that has spaces in it.
    tab = "\t" if " " in name else ""
    lines = diff_bytes(
        unified_diff,
        _LINE.findall(old),
        _LINE.findall(new),
        f"a/{name}{tab}".encode("utf-8", "surrogateescape"),
        f"b/{name}{tab}".encode("utf-8", "surrogateescape"),
    )
    return b"".join(line if line.endswith(b"\n") else line + _NO_END for line in lines)
