"""Document text made safe to look at: one character for one, so that ranges stay true.

Documents come from anywhere. A control character can move a terminal's cursor or change its colours, and a
direction override can make words stand in another order than they are written.
"""

from __future__ import annotations

_SPACES = dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NO_CHARACTERS = (*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF)
_TABLE = dict.fromkeys((*_CONTROLS, *_DIRECTIONS, *_NO_CHARACTERS), "\ufffd") | _SPACES


def visible(text: str) -> str:
    """The text with line breaks as spaces, and ``�`` for what would act instead of being seen."""
    return text.translate(_TABLE)
