"""Forms in Word: tables of two columns, what is asked on the left and space to write on the right."""

from __future__ import annotations

from typing import BinaryIO

from jargon_scanner.library.audit.forms.family import HOW, NOTHING, TITLE, Form, FormFormat
from jargon_scanner.library.audit.questions import CODE, HIGHEST, LOWEST, MARKS, QUESTIONS
from jargon_scanner.loaders import docx

_WIDE, _NARROW = (5.5, 12.1), (13.6, 4.0)
_LINE = 1.9  # cm of space for an answer
_LONGEST = 90


def _write(form: Form, out: BinaryIO) -> None:
    from jargon_scanner.library.word_page import new_page, save, table

    word = new_page(TITLE, size=9.5, margin=1.7)
    word.add_paragraph(HOW)
    about = ((CODE, form.pair.code), *((label, _short(words)) for label, words in form.about))
    table(word, "What this form is about", ("This form", "What it is about"), about, _WIDE)
    word.add_heading("What the program found", level=2)
    if form.findings:
        shown = ([_short(one.term), _short(one.place), _short(one.instead)] for one in form.findings)
        table(
            word, "Findings that matter most", ("Words", "Where first", "Could say"), shown, (5.0, 6.3, 6.3)
        )
    else:
        word.add_paragraph(NOTHING)
    word.add_heading("What you think", level=2)
    asked = ((one.words, "") for one in QUESTIONS)
    table(word, "Questions, with space to answer", ("Question", "Your answer"), asked, _WIDE, height=_LINE)
    word.add_paragraph()
    marks = ((one.words, "") for one in MARKS)
    scale = f"{LOWEST} to {HIGHEST}"
    table(word, f"Marks from {scale}", ("How far is it …", f"Mark, {scale}"), marks, _NARROW)
    save(word, out)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


FORMAT = FormFormat(".docx", _write, docx.read)
