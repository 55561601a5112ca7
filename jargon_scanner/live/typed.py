"""A text that is being written, made fit to be read: one character for one, so that every place stays true.

Word processors keep signs of their own in a paragraph (a note's anchor, a field), and programs cut texts in
the middle of a letter. What no text holds is read as a space or as a letter that nobody knows.
"""

from __future__ import annotations

_SIGNS = (*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFEFF, 0xFFFC)
_HALF_LETTERS = range(0xD800, 0xE000)
_TABLE = dict.fromkeys(_SIGNS, " ") | dict.fromkeys(_HALF_LETTERS, "\ufffd")


def readable(text: str) -> str:
    """The text without what no text holds, as long as it was."""
    return text.translate(_TABLE)
