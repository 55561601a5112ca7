"""Windows shortcuts: the Shell Link binary format, as far as a program with arguments needs it.

[MS-SHLLINK] revision 10, sections 2.1 (header), 2.4 (strings) and 2.5.4 (the block that names the target, in
Unicode and as a path, which needs no look at a disk).
"""

from __future__ import annotations

import struct
from uuid import UUID

from jargon_scanner.errors import UsageError

_CLASS = UUID("00021401-0000-0000-c000-000000000046")
_HAS_NAME, _HAS_ARGUMENTS, _IS_UNICODE = 0x4, 0x20, 0x80
_NO_LINK_INFO, _HAS_TARGET_BLOCK = 0x100, 0x200
_SHOW_NORMAL = 1
_TARGET_BLOCK = 0xA0000001
#: Characters of a path, the closing NUL among them.
_LONGEST = 260


def shell_link(program: str, arguments: str, description: str) -> bytes:
    """A shortcut that runs a program.

    Args:
        program: its full path.
        arguments: what it is given first, as a command line; Explorer adds the chosen files.
        description: what a person reads when they point at it.

    Raises:
        UsageError: the path is too long for a shortcut.
    """
    if len(program) >= _LONGEST:
        raise UsageError(f"{program} is too long a path for a shortcut. Install Python in a shorter place.")
    flags = _HAS_NAME | _HAS_ARGUMENTS | _IS_UNICODE | _NO_LINK_INFO | _HAS_TARGET_BLOCK
    header = struct.pack("<I16sII24xIiIHHII", 0x4C, _CLASS.bytes_le, flags, 0, 0, 0, _SHOW_NORMAL, 0, 0, 0, 0)
    target = struct.pack(
        f"<II{_LONGEST}s{2 * _LONGEST}s",
        0x314,
        _TARGET_BLOCK,
        program.encode("mbcs" if _has_code_page() else "ascii", "replace"),
        program.encode("utf-16-le"),
    )
    return header + _string(description) + _string(arguments) + target + bytes(4)


def _string(text: str) -> bytes:
    return struct.pack("<H", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def _has_code_page() -> bool:
    """Whether the system has a code page of its own, for programs that read no Unicode: Windows alone."""
    try:
        "".encode("mbcs")
    except LookupError:
        return False
    return True
