"""The trainer's pack as slides: one thing on each, its answer on the next."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, BinaryIO

from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.said import we_did, you_said
from jargon_scanner.review.training.pack import RULE
from jargon_scanner.review.training.sheet import LEAD, TITLE, after_of, answer_of, choices_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.review.training.pack import Training

_TITLE_SLIDE, _TITLE_AND_TEXT = 0, 1
_WIDE, _HIGH = 13.333, 7.5
_MARGIN = 0.8
_INK = (0x12, 0x16, 0x1C)


def write_slides(pack: Training, out: BinaryIO) -> None:
    """Write the slides."""
    slides = _Slides()
    slides.opening(TITLE, LEAD)
    for number, phrase in enumerate(pack.phrases, start=1):
        slides.add(f"{number}. “{phrase.term}”", (phrase.told.found.card.meaning,), RULE)
        said = [f"“{quote.words}”" for quote in phrase.quotes]
        lines = (you_said(phrase.told.found), *said, we_did(phrase.told.decision))
        slides.add(f"“{phrase.term}”: what they said", lines)
    for exercise in pack.exercises:
        made_up = ("This sentence is made up.",) if exercise.is_invented else ()
        slides.add("Write it anew", (exercise.before, *made_up), f"The phrase is “{exercise.term}”.")
        slides.add("It could be", (after_of(exercise),), exercise.before)
    for question in pack.quiz:
        slides.add(question.asked, choices_of(question))
        slides.add(question.asked, (answer_of(question),))
    slides.save(out)


class _Slides:
    """A presentation, wide, black on white; each slide has its title, so that a reader can find it."""

    def __init__(self) -> None:
        from pptx import Presentation
        from pptx.util import Inches

        self._all: Any = Presentation()
        self._all.slide_width, self._all.slide_height = Inches(_WIDE), Inches(_HIGH)
        about = self._all.core_properties
        about.title, about.author, about.language = TITLE, "jargon-scanner", "en-GB"

    def opening(self, title: str, lead: str) -> None:
        """The first slide."""
        slide = self._all.slides.add_slide(self._all.slide_layouts[_TITLE_SLIDE])
        _fill(slide.shapes.title, (title,), 48, top=2.2, high=1.6, bold=True)
        _fill(slide.placeholders[1], (lead,), 28, top=4.0, high=1.8)

    def add(self, title: str, lines: Iterable[str], note: str = "") -> None:
        """A slide with a title and a few lines; a note for the trainer alone."""
        slide = self._all.slides.add_slide(self._all.slide_layouts[_TITLE_AND_TEXT])
        _fill(slide.shapes.title, (title,), 40, top=0.5, high=1.4, bold=True)
        _fill(slide.placeholders[1], tuple(filter(None, lines)), 30, top=2.0, high=5.0)
        if note:
            slide.notes_slide.notes_text_frame.text = visible(note)

    def save(self, out: BinaryIO) -> None:
        """Write the file on a stream that need not be able to go back."""
        data = io.BytesIO()
        self._all.save(data)
        out.write(data.getvalue())


def _fill(
    shape: Any, lines: tuple[str, ...], size: int, *, top: float, high: float, bold: bool = False
) -> None:
    """Put lines into a placeholder, in letters that fit it."""
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    shape.left, shape.top = Inches(_MARGIN), Inches(top)
    shape.width, shape.height = Inches(_WIDE - 2 * _MARGIN), Inches(high)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(10)
        run = paragraph.add_run()
        run.text = visible(line)
        run.font.size, run.font.bold, run.font.name = Pt(_fitting(size, lines)), bold, "Arial"
        run.font.color.rgb = RGBColor(*_INK)  # type: ignore[no-untyped-call]  # so in python-pptx


def _fitting(size: int, lines: tuple[str, ...]) -> int:
    """A smaller size for much text, but none that a room could not read."""
    characters = sum(map(len, lines))
    return max(20, min(size, int(size * (260 / characters) ** 0.5))) if characters else size
