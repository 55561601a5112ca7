"""A theme as a Word document: figures, words, sentences to tick, and a learning sheet for a practice day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.library.figures import NO_SERVICE
from jargon_scanner.library.word_page import bullets, new_page, save, small, table
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument

    from jargon_scanner.intervals import Estimate
    from jargon_scanner.library.theme.figures import Frequency
    from jargon_scanner.library.theme.find import Theme
    from jargon_scanner.library.theme.sentences import Rewritten, Sentence, Shown

BEFORE_IT_GOES_OUT = (
    "A program hid names, places, dates and numbers, and it misses some. Before this goes to anybody, "
    "one person reads each sentence and ticks its box; a sentence without a tick comes out."
)
NO_TEXT = "These figures keep no sentences (--no-text), so none can be shown."
HOW_SURE = (
    "In brackets stands how far a figure would move with other documents of the same kind (95 % interval). "
    "Small differences say nothing."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the document tells; ``shown`` is None where no text is kept."""

    theme: Theme
    frequencies: tuple[Frequency, ...]
    company: tuple[tuple[str, int], ...]
    shown: tuple[Shown, ...] | None
    pairs: tuple[Rewritten, ...]


def write_sheet(sheet: Sheet, out: BinaryIO) -> None:
    """Write the document."""
    word = new_page(f"How we write about {sheet.theme.name}")
    bullets(word, "What it is", sheet.theme.notice)
    _figures(word, sheet)
    unit = "documents" if sheet.shown is None else "sentences"
    lines = [f"{term}: in {count} of its {unit}" for term, count in sheet.company]
    bullets(word, "Words that stand with it", lines)
    _sentences(word, sheet)
    _practice(word, sheet)
    save(word, out)


def _figures(word: WordDocument, sheet: Sheet) -> None:
    word.add_heading("How often each service writes of it", level=2)
    whole = [one for one in sheet.frequencies if one.month is None]
    rows = (
        [_name(one), f"{one.with_it} of {one.documents}", str(one.times), _rate(one.per_1000)]
        for one in whole
    )
    columns = ("Service", "Documents with it", "Times", "In 1,000 words")
    table(word, "The theme by service", columns, rows, (6.0, 3.6, 2.4, 5.0))
    months = [one for one in sheet.frequencies if one.month is not None]
    if len({one.month for one in months}) > 1:
        word.add_heading("Month by month, in 1,000 words", level=2)
        rows = ([one.month or "not known", _name(one), _rate(one.per_1000)] for one in months)
        table(word, "The theme by month", ("Month", "Service", "In 1,000 words"), rows, (3.0, 8.0, 6.0))
    small(word, HOW_SURE)


def _sentences(word: WordDocument, sheet: Sheet) -> None:
    word.add_heading("How it sounds", level=2)
    if sheet.shown is None:
        word.add_paragraph(NO_TEXT)
        return
    if not sheet.shown:
        word.add_paragraph("No sentence of this theme was found.")
        return
    word.add_paragraph().add_run(BEFORE_IT_GOES_OUT).bold = True
    for one in sheet.shown:
        word.add_heading(visible(one.service) or NO_SERVICE, level=3)
        for line in (*_lines("Typical", one.typical), *_lines("Hardest to read about oneself", one.worst)):
            word.add_paragraph(visible(line))


def _lines(title: str, found: tuple[Sentence, ...]) -> Iterator[str]:
    return (f"☐ {title}: {one.text}" for one in found)


def _practice(word: WordDocument, sheet: Sheet) -> None:
    heading = word.add_heading(visible(f"For our practice day: {sheet.theme.name}"), level=1)
    heading.paragraph_format.page_break_before = True
    notice = [*sheet.theme.notice, "Read each sentence aloud as if it were about you, and you were ten."]
    bullets(word, "What to notice", notice)
    word.add_heading("Before and after", level=2)
    if sheet.pairs:
        word.add_paragraph(
            "Tick each sentence before it goes out, as above. Then find better words together."
        )
        rows = (
            [f"{'(invented)' if one.is_invented else '☐'} {one.before}", one.after or one.advice]
            for one in sheet.pairs
        )
        columns = ("As it was written", "How it could be")
        table(word, "Sentences before and after", columns, rows, (8.5, 8.5))
    else:
        word.add_paragraph("There is no sentence that we can show here. Bring three of your own.")
    questions = [
        f"What would a child picture who reads about “{sheet.theme.name}” in their own file?",
        "Which sentence of ours did we change last because of how it would feel, and what did we write?",
    ]
    bullets(word, "Two questions to talk about", questions)


def _name(one: Frequency) -> str:
    return "All services" if one.service is None else one.service or NO_SERVICE


def _rate(one: Estimate) -> str:
    if one.value is None:
        return "-"
    return f"{one.value:.1f}" + (f" ({one.low:.1f}-{one.high:.1f})" if one.low is not None else "")
