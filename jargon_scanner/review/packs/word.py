"""The same in Word, for teams that want to change a line before they print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from jargon_scanner.library.word_page import content, decorate, large_headings, new_page, small, table
from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.packs.pdf import picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from jargon_scanner.review.packs.paper import Choice, Paper, PaperCard

_BOX = "☐"
_LINE = "_" * 44
_SPACE_TO_DRAW = 4.5  # cm


def cards_word(paper: Paper) -> bytes:
    """The cards, one word on a page of A4."""
    word = new_page(paper.title, size=14, margin=1.8)
    large_headings(word, (30, 40, 14))
    small(word, f"For {paper.group}")
    for line in paper.how:
        word.add_paragraph(line)
    word.add_heading("What happens with what you say", level=3)
    for line in paper.happens:
        word.add_paragraph(line)
    for card in paper.cards:
        _card(word, card, paper)
    return content(word)


def tally_word(paper: Paper) -> bytes:
    """The tally sheet, on A4 lying down, with what each word means for the team."""
    word = new_page(f"{paper.title}: tally sheet", size=9, margin=1.2)
    large_headings(word, (20, 14, 11))
    page = word.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    word.add_paragraph(f"For the people who run the session. {paper.tally}")
    word.add_heading("The words, and what they mean", level=2)
    table(
        word,
        "What each word means",
        ("", "Word", "Means", "Other ways to say it", "Why it was picked"),
        [
            (str(card.number), card.term, card.meaning, _ways(card), card.why)
            for card in paper.cards
        ],
        (1, 4, 8, 7.3, 7),
    )  # fmt: skip
    word.add_page_break()  # type: ignore[no-untyped-call]  # python-docx leaves this one untyped
    word.add_heading("Count", level=2)
    _counts(word, paper)
    return content(word)


def _counts(word: WordDocument, paper: Paper) -> None:
    """A row for each word and group; the word stands once for all its rows."""
    heads = _heads(paper)
    rows = [("", group, *[""] * len(heads)) for _ in paper.cards for group in paper.groups]
    wide = (27.3 - 4.4 - 2.3) / len(heads)
    grid = table(
        word, "How many of each group", ("Word", "Who", *heads), rows, (4.4, 2.3, *[wide] * len(heads)), 0.75
    )
    for cell in grid.rows[0].cells[2:]:
        cell.paragraphs[0].runs[0].font.size = Pt(7)
    cells, across = list(grid._cells), len(heads) + 2  # noqa: SLF001 - row by row, python-docx counts them anew each time
    for card in paper.cards:
        first = 1 + (card.number - 1) * len(paper.groups)
        last = first + len(paper.groups) - 1
        named = cells[first * across].merge(cells[last * across])
        named.text = ""
        named.paragraphs[0].add_run(visible(f"{card.number}. {card.term}")).bold = True
        for one in card.wordings:
            named.add_paragraph().add_run(visible(f"{one.name} {one.words}")).font.size = Pt(7.5)


def _heads(paper: Paper) -> list[str]:
    """What is counted, each with its question: a screen reader reads a column's heading alone."""
    letters = [one.name for one in max((card.wordings for card in paper.cards), key=len)]
    return [
        *(f"Seen it? {one.words}" for one in paper.seen),
        *(f"Feels {one.words.lower()}" for one in paper.feelings),
        *(f"Would rather read {letter}" for letter in letters),
        *("The word is fine", "None of these", "Our word"),
        *(one.words for one in paper.sorts),
    ]


def _ways(card: PaperCard) -> str:
    return " · ".join(f"{one.name} {one.words}" for one in card.wordings)


def _card(word: WordDocument, card: PaperCard, paper: Paper) -> None:
    heading = word.add_heading(visible(card.term), level=2)
    heading.paragraph_format.page_break_before = True
    for sentence in card.sentences:
        shown = word.add_paragraph()
        shown.add_run(f"“{visible(sentence)}”").font.size = Pt(18)
    _question(word, paper.asked["seen"])
    word.add_paragraph("        ".join(f"{_BOX} {one.words}" for one in paper.seen))
    _question(word, paper.asked["guess"])
    word.add_paragraph(_LINE)
    _question(word, paper.asked["feeling"])
    _in_a_row(word, "How it feels", paper.feelings, 1.4)
    _question(word, paper.asked["prefer"])
    for one in card.wordings:
        _tick(word, f"{one.name}  {visible(one.words)}")
    _tick(word, visible(card.fine))
    _tick(word, paper.none)
    _tick(word, f"Our word: {_LINE[:34]}")
    _question(word, paper.asked["sort"])
    _in_a_row(word, "What we should do with the word", paper.sorts, 0.9)
    word.add_paragraph().paragraph_format.space_after = Pt(0)
    box = table(word, "Space to draw or write", ["Draw or write here, or on the back"], [], [17.4])
    box.rows[0].height = Cm(_SPACE_TO_DRAW)


def _question(word: WordDocument, text: str) -> None:
    word.add_heading(text, level=3).paragraph_format.keep_with_next = True


def _tick(word: WordDocument, text: str) -> None:
    line = word.add_paragraph(f"{_BOX} {text}")
    line.paragraph_format.space_after = Pt(2)


def _in_a_row(word: WordDocument, caption: str, choices: Sequence[Choice], size: float) -> None:
    """Drawings side by side, each with its words and a box under it; a table without lines."""
    grid = table(word, caption, [""] * len(choices), [], [17.4 / len(choices)] * len(choices))
    grid.style = "Normal Table"
    for cell, choice in zip(grid.rows[0].cells, choices, strict=True):
        _pictured(cell, choice, size)


def _pictured(cell: _Cell, choice: Choice, size: float) -> None:
    drawn: Paragraph = cell.paragraphs[0]
    decorate(drawn, picture(choice.drawing), size)
    words = cell.add_paragraph(choice.words)
    box = cell.add_paragraph(_BOX)
    for line in (drawn, words, box):
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.space_after = Pt(0)
    words.runs[0].font.size = Pt(11)
