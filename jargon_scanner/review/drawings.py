"""Our own drawings, for screens and for paper: lines on a square of 48 by 48, each shown with a word beside it.

Three classes of shapes have a meaning of their own: ``fill`` is a face, ``dot`` and ``tear`` are filled with the
colour of the lines.
"""

from __future__ import annotations

#: What is inside each drawing, in SVG.
DRAWINGS: dict[str, str] = {
    "very sad": '<circle class="fill" cx="24" cy="24" r="21"/><path d="M12 20l7-4M36 20l-7-4M15 37q9-10 18 0"/><circle class="dot" cx="17" cy="23" r="2"/><circle class="dot" cx="31" cy="23" r="2"/><path class="tear" d="M34 27q4 6 0 7q-4-1 0-7z"/>',
    "sad": '<circle class="fill" cx="24" cy="24" r="21"/><path d="M16 34q8-6 16 0"/><circle class="dot" cx="17" cy="20" r="2.5"/><circle class="dot" cx="31" cy="20" r="2.5"/>',
    "okay": '<circle class="fill" cx="24" cy="24" r="21"/><path d="M16 32h16"/><circle class="dot" cx="17" cy="20" r="2.5"/><circle class="dot" cx="31" cy="20" r="2.5"/>',
    "happy": '<circle class="fill" cx="24" cy="24" r="21"/><path d="M15 29q9 8 18 0"/><circle class="dot" cx="17" cy="20" r="2.5"/><circle class="dot" cx="31" cy="20" r="2.5"/>',
    "very happy": '<circle class="fill" cx="24" cy="24" r="21"/><path class="dot" d="M13 27h22q-2 11-11 11t-11-11z"/><path d="M13 20q4-6 8 0M27 20q4-6 8 0"/>',
    "seen yes": '<path d="M4 24q20-26 40 0q-20 26-40 0z"/><circle class="dot" cx="24" cy="24" r="5"/>',
    "seen no": '<path d="M4 22q20 20 40 0M9 30l-4 6M24 34v7M39 30l4 6"/>',
    "seen not sure": '<path d="M16 17q0-9 8-9t8 8q0 5-5 8-3 2-3 6"/><circle class="dot" cx="24" cy="39" r="2.5"/>',
    "yes": '<path d="M9 25l10 11L39 12"/>',
    "no": '<path d="M12 12l24 24M36 12L12 36"/>',
    "keep": '<path d="M13 6h22v36L24 33 13 42z"/>',
    "explain": '<path d="M5 8h38v24H22l-9 9v-9H5z"/><path d="M13 16h22M13 24h15"/>',
    "change": '<path d="M8 18h28M29 10l8 8-8 8M40 34H12M19 26l-8 8 8 8"/>',
    "ask me": '<path d="M5 7h38v26H22l-9 9v-9H5z"/><path d="M19 16q0-5 5-5t5 5q0 3-3 4-2 1-2 3"/><circle class="dot" cx="24" cy="28" r="1.5"/>',
    "the word is fine": '<path d="M9 25l10 11L39 12"/>',
    "none of these": '<circle cx="24" cy="24" r="18"/><path d="M12 36l24-24"/>',
    "my own way": '<path d="M8 40l3-10L33 8l7 7-22 22zM28 13l7 7"/>',
    "a wording": '<path d="M6 9h36v23H22l-8 8v-8H6z"/>',
    "young person": '<circle class="fill" cx="24" cy="15" r="8"/><path d="M9 43q0-16 15-16t15 16"/>',
    "parent or carer": '<circle class="fill" cx="16" cy="12" r="7"/><path d="M3 43q0-20 13-20 9 0 12 9"/><circle class="fill" cx="35" cy="26" r="5.5"/><path d="M25 43q1-9 10-9t10 9"/>',
    "professional": '<circle class="fill" cx="24" cy="12" r="8"/><path d="M7 43q0-19 17-19t17 19M18 25l6 9 6-9M20 34h8v8h-8z"/>',
    "back": '<path d="M30 8L13 24l17 16"/>',
    "next": '<path d="M18 8l17 16-17 16"/>',
    "skip": '<path d="M8 10l14 14L8 38M24 10l14 14-14 14"/>',
    "stop": '<path d="M16 5h16l11 11v16L32 43H16L5 32V16zM17 17l14 14M31 17L17 31"/>',
    "listen": '<path d="M6 18v12h8l11 9V9L14 18zM32 17q5 7 0 14M38 11q9 13 0 26"/>',
    "letters": '<path d="M4 38L15 9l11 29M8 28h14"/><circle cx="36" cy="31" r="7"/><path d="M43 23v15"/>',
    "home": '<path d="M5 24L24 7l19 17M10 20v21h28V20M20 41V29h8v12"/>',
    "family": '<circle class="fill" cx="14" cy="13" r="6"/><circle class="fill" cx="34" cy="13" r="6"/><path d="M4 40q0-17 10-17t10 9q0-9 10-9t10 17"/><circle class="fill" cx="24" cy="33" r="4.5"/><path d="M16 44q0-6 8-6t8 6"/>',
    "meeting": '<ellipse cx="24" cy="30" rx="14" ry="6"/><circle class="fill" cx="24" cy="13" r="5"/><circle class="fill" cx="7" cy="22" r="4.5"/><circle class="fill" cx="41" cy="22" r="4.5"/><path d="M3 38q0-8 5-9M45 38q0-8-5-9M17 22q1-4 7-4t7 4"/>',
    "school": '<path d="M3 18L24 8l21 10-21 10zM11 22v11q13 9 26 0V22M43 19v13"/>',
    "court": '<path d="M24 6v34M14 41h20M8 13h32M8 13L3 27h10zM40 13l-5 14h10z"/>',
    "health": '<path d="M24 42Q5 29 5 17q0-10 9-10 7 0 10 7 3-7 10-7 9 0 9 10 0 12-19 25z"/><path d="M24 17v12M18 23h12"/>',
    "safe": '<path d="M24 4l17 6v13q0 14-17 21Q7 37 7 23V10z"/><path d="M16 24l6 6 11-13"/>',
    "plan": '<path d="M11 5h20l8 8v30H11zM31 5v8h8M17 21h15M17 28h15M17 35h9"/>',
    "money": '<circle cx="24" cy="24" r="19"/><path d="M31 17q-2-4-6-4-6 0-6 7v9q0 4-3 6h16M16 25h10"/>',
    "worker": '<circle class="fill" cx="24" cy="12" r="7"/><path d="M8 43q0-20 16-20t16 20M19 33h10v8H19z"/>',
}  # fmt: skip

_STYLE = (
    "svg{{fill:none;stroke:{ink};stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}}"
    ".fill{{fill:{face}}}.dot,.tear{{fill:{ink};stroke-width:1}}"
)


def svg(name: str, ink: str = "#12161c", face: str = "#ffffff") -> str:
    """A drawing that stands by itself, as a page of paper needs it.

    Args:
        name: of the drawing.
        ink: colour of the lines.
        face: colour within a face.

    Raises:
        KeyError: there is none of this name.
    """
    style = _STYLE.format(ink=ink, face=face)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">'
        f"<style>{style}</style>{DRAWINGS[name]}</svg>"
    )
