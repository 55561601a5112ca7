"""Characters that Word does not store as text: symbols of a font, ticks and choices of form fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.word_file.values import child, is_on, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TICKED = "☒"
UNTICKED = "☐"
_PRIVATE_USE = range(0xF000, 0xF100)
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0xA7: "▪", 0xA8: "☐",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_SYMBOL = {0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xAE: "→"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, code: str) -> str:
    """The character that a symbol looks like; the font's own number where none is known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    shape = number - _PRIVATE_USE.start if number in _PRIVATE_USE else number
    known = _FONTS.get(font.lower(), {}).get(shape)
    if known:
        return known
    return chr(number) if 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD else ""


def form_field(data: Element, w: str) -> str:
    """What a legacy form field shows when its result is no text: a tick box or the chosen item of a list.

    Args:
        data: the field's ``w:ffData``.
        w: the namespace, in braces.
    """
    box = child(data, f"{w}checkBox")
    if box is not None:
        state = child(box, f"{w}checked")
        return TICKED if is_on(child(box, f"{w}default") if state is None else state, w) else UNTICKED
    choices = child(data, f"{w}ddList")
    if choices is None:
        return ""
    items = [item.get(f"{w}val", "") for item in choices.iterchildren(f"{w}listEntry")]
    chosen = whole(value(choices, "result", w) or value(choices, "default", w))
    return items[chosen] if chosen < len(items) else ""
