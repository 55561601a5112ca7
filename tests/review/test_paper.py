"""Cards and tally sheets as they come out: real PDF and Word files, read back by other programs."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import docx
import pdfplumber
import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jargon_scanner.errors import UsageError
from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.packs.files import NAMES, one_file
from jargon_scanner.review.packs.paper import on_paper
from jargon_scanner.review.questions import FEELINGS, SORTS

NOW = datetime(2027, 3, 9, tzinfo=UTC)
#: Words that would be commands, if what people write were ever run.
NASTY = '#panic("x") $ *a* <b> & _c_ @d ] {{ e }} \\f'
CONTACT = Card(
    "c1",
    "contact",
    "contact",
    "time with people you do not live with",
    ("family time", "seeing mum and dad"),
    (Example("Contact is on Saturdays."), Example("[name] cried after contact.", "document")),
    "412 times",
)
PACK = Pack("p1", "Spring words", NOW, (CONTACT, Card("c2", "", NASTY, "", (), ())))
OFFICE = shutil.which("soffice")


def text_of_pdf(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def text_of_word(data: bytes) -> str:
    word = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in word.paragraphs), *cells])


def shown_by(name: str, data: bytes) -> str:
    return text_of_pdf(data) if name.endswith(".pdf") else text_of_word(data)


@pytest.mark.parametrize("name", ["cards.pdf", "cards.docx"])
def test_a_card_holds_what_is_asked_and_no_sentence_that_nobody_ticked(name: str) -> None:
    said = shown_by(name, one_file(PACK, "young person", name).content)
    for words in (
        "contact",
        "“Contact is on Saturdays.”",
        "How does it feel to read this about you?",
        "Very sad",
        "Very happy",
        "family time",
        "“contact” is fine",
        "None of these",
        "Our word",
        "say what it",
        "Ask me",
    ):
        assert words in said
    assert "cried" not in said
    assert "time with people" not in said  # its meaning is asked first
    assert NASTY.split()[0] in said


@pytest.mark.parametrize("name", ["tally.pdf", "tally.docx"])
def test_the_tally_sheet_has_a_row_for_each_word_and_group(name: str) -> None:
    said = shown_by(name, one_file(PACK, "young person", name).content)
    assert "time with people" in said
    assert said.count("professionals") == 2
    assert "412 times" in said
    assert "1. contact" in said


@pytest.mark.parametrize("name", ["cards.pdf", "tally.pdf"])
def test_the_pdf_is_tagged_and_says_its_language_and_title(name: str) -> None:
    with pikepdf.open(io.BytesIO(one_file(PACK, "young person", name).content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert "Spring words" in str(pdf.docinfo["/Title"])
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"


def test_a_word_stands_on_one_page_with_all_its_questions() -> None:
    long = Card(
        "c9", "x", "child protection conference", "", ("a meeting of everybody " * 3,) * 3,
        (Example("This is a sentence of a good many words that goes on to the next line of the page."),) * 2,
    )  # fmt: skip
    with pdfplumber.open(io.BytesIO(one_file(Pack("p", "t", NOW, (long,)), "parent or carer", "cards.pdf").content)) as pdf:  # fmt: skip
        assert len(pdf.pages) == 2
        assert "your child" in pdf.pages[1].extract_text()


def test_a_screen_reader_hears_the_words_under_a_drawing_once() -> None:
    word = docx.Document(io.BytesIO(one_file(PACK, "young person", "cards.docx").content))
    about = [shape._inline.docPr for shape in word.inline_shapes]
    assert len(about) == len(PACK.cards) * (len(FEELINGS) + len(SORTS))
    assert all(one.get("descr") == "" and one.xpath(".//*[local-name()='decorative']") for one in about)
    under = [cell.text.lower() for table in word.tables for cell in table.rows[0].cells]
    assert set(FEELINGS) <= {words.partition("\n☐")[0].strip() for words in under}


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("name", "pages"), [("cards.docx", 3), ("tally.docx", 2)])
def test_libreoffice_shows_the_word_file_as_it_was_meant(name: str, pages: int, tmp_path: Path) -> None:
    made = one_file(PACK, "young person", name)
    (tmp_path / made.name).write_bytes(made.content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / made.name],
        check=True,
        capture_output=True,
        timeout=180,
    )
    data = (tmp_path / made.name).with_suffix(".pdf").read_bytes()
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == pages
    assert "contact" in text_of_pdf(data)
    assert NASTY.split()[-1] in text_of_pdf(data)


def test_every_file_has_a_plain_name_and_an_empty_pack_gives_none() -> None:
    odd = Pack("p1", "Käse: 1/2 & <more>", NOW, PACK.cards)
    assert one_file(odd, "professional", "answers.xlsx").name == "käse-1-2-more-answers.xlsx"
    for name in NAMES:
        with pytest.raises(UsageError, match="nothing to print"):
            one_file(Pack("p1", "Empty", NOW, ()), "professional", name)


def test_each_group_is_asked_in_its_own_words() -> None:
    assert on_paper(PACK, "professional").asked["prefer"] == "Which would you rather write?"


def every_file_is_made(words: str, *names: str) -> None:
    words = " ".join(words.split())
    card = Card("c1", "", words, words, (words,), (Example(words),), words)
    for name in names:
        assert one_file(Pack("p1", words, NOW, (card,)), "young person", name).content


@pytest.mark.parametrize("words", ["\x00", "\ufeff", "a\x07b\U0010ffff\u0600 🙂"])
def test_letters_that_no_font_has_can_be_printed(words: str) -> None:
    every_file_is_made(words, "cards.pdf", "answers.xlsx")


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8).filter(lambda text: text.split()))
@example("\x00")
@example("\ufeff")
@example("a\x07b\U0010ffff\u0600 🙂")
def test_whatever_somebody_types_can_be_printed(words: str) -> None:
    every_file_is_made(words, *NAMES)
