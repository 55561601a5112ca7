"""A glossary as files: a page for any browser, PDF, and Word. All of them large print."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from docx.shared import Pt

from jargon_scanner.approvals import day
from jargon_scanner.library.word_page import QUIET, content, decorate, large_headings, new_page
from jargon_scanner.outputs import Page
from jargon_scanner.outputs.html_page import environment_of
from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.drawings import DRAWINGS, svg
from jargon_scanner.review.glossary.said import FOR, INTRO, MEANS, WE_KEEP, WE_SAY
from jargon_scanner.review.glossary.words import TITLE
from jargon_scanner.review.packs.pdf import picture, typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from jinja2 import Template

    from jargon_scanner.lexicon.entry import Reader
    from jargon_scanner.review.glossary.words import Glossary, Word

_NAMES: dict[Reader, str] = {"child": "young-people", "parent": "parents", "professional": "professionals"}


def files_of(glossary: Glossary) -> Iterator[Page]:
    """The three files, each whole in itself: nothing in them is fetched from anywhere."""
    name = f"words-we-use-{_NAMES[glossary.reader]}"
    yield Page(f"{name}.html", _html(glossary))
    yield Page(f"{name}.pdf", _pdf(glossary))
    yield Page(f"{name}.docx", _word(glossary))


def _said(glossary: Glossary) -> dict[str, Any]:
    """Everything that is said, but for the drawings."""
    return {
        "title": TITLE,
        "for": FOR[glossary.reader],
        "intro": INTRO[glossary.reader],
        "made": day(glossary.made.isoformat()),
        "we_say": WE_SAY,
        "we_keep": WE_KEEP,
        "means": MEANS,
    }


def _html(glossary: Glossary) -> bytes:
    return _template().render(_said(glossary), letters=glossary.by_letter, drawings=DRAWINGS).encode()


def _pdf(glossary: Glossary) -> bytes:
    letters = [(letter, [asdict(one) for one in words]) for letter, words in glossary.by_letter]
    drawings = {one.symbol: svg(one.symbol) for one in glossary.words}
    return typeset("glossary", _said(glossary) | {"letters": letters, "drawings": drawings})


def _word(glossary: Glossary) -> bytes:
    word = new_page(TITLE, size=16)
    large_headings(word, (30, 22, 20))
    word.add_paragraph(FOR[glossary.reader])
    for line in INTRO[glossary.reader]:
        word.add_paragraph(line)
    for letter, words in glossary.by_letter:
        word.add_heading(letter, level=2)
        for one in words:
            _put(word, one)
    return content(word)


def _put(word: WordDocument, one: Word) -> None:
    heading = word.add_heading(level=3)
    decorate(heading, picture(one.symbol), 1.1)
    heading.add_run(f"  {visible(one.term)}")
    if one.stands_for:
        word.add_paragraph(visible(one.stands_for)).runs[0].font.color.rgb = QUIET
    line = word.add_paragraph()
    if one.say:
        line.add_run(f"{WE_SAY}: ")
    line.add_run(visible(one.say) or WE_KEEP).bold = True
    if one.meaning:
        word.add_paragraph(f"{MEANS}: {visible(one.meaning)}")
    chosen = word.add_paragraph(visible(one.chosen))
    chosen.runs[0].font.size, chosen.runs[0].font.color.rgb = Pt(13), QUIET


@cache
def _template() -> Template:
    return environment_of(("jargon_scanner.review.glossary",), ()).get_template("glossary.html")
