"""Whose words: a filled-in form beside the blank one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner import Scanner, scan
from jargon_scanner.blank_form import with_owners
from jargon_scanner.document import Block, Document, join_blocks
from jargon_scanner.loaders import load
from tests.loaders.shared import check_places

SAMPLES = Path(__file__).resolve().parents[1] / "sample_docs"


def document(*texts: str) -> Document:
    text, blocks = join_blocks([Block(0, 0, one, f"Paragraph {n}") for n, one in enumerate(texts, 1)])
    return Document("a", "txt", "0" * 64, text, blocks)


def owners(filled: Document) -> list[tuple[str, str]]:
    return [(block.text, block.owner) for block in filled.blocks]


BLANK = document(
    "Child in need plan",
    "Name of child: ________ Date of birth: ________",
    "What is going well?",
    "Click or tap here to enter text.",
    "Date",
    "Say what has to change, by when, and who will help the family with it.",
)


def test_what_the_blank_form_has_is_its_own_and_the_rest_was_typed() -> None:
    filled = document(
        "Child in need plan",
        "Name of child: Amy Bell Date of birth: 3 May 2015",
        "What is going well?",
        "Amy sees her nan. Name of school: unknown.",
        "Date 4 June",
        "Say what has to change, by when, and who will help the family with it. Dad drives.",
    )
    assert owners(with_owners(filled, BLANK)) == [
        ("Child in need plan", "template"),
        ("Name of child:", "template"),
        ("Amy Bell", "author"),
        ("Date of birth:", "template"),
        ("3 May 2015", "author"),
        ("What is going well?", "template"),
        ("Amy sees her nan. Name of school: unknown.", "author"),
        ("Date", "template"),
        ("4 June", "author"),
        ("Say what has to change, by when, and who will help the family with it.", "template"),
        ("Dad drives.", "author"),
    ]


def test_lines_that_end_elsewhere_are_still_the_form() -> None:
    filled = document(
        "Child in need",
        "plan Name of child: Amy",
        "Say what has to change, by when, and who",
        "will help the family with it.",
    )
    made = with_owners(filled, BLANK)
    assert [text for text, owner in owners(made) if owner == "author"] == ["Amy"]


def test_what_stands_on_each_page_is_the_form_on_each() -> None:
    header = [Block(0, 0, "Form 7", "Header", part="header")]
    text, blocks = join_blocks([*header, *BLANK.blocks])
    blank = Document("blank", "txt", "0" * 64, text, blocks)
    text, blocks = join_blocks([*header, *BLANK.blocks, *header])
    filled = Document("filled", "txt", "0" * 64, text, blocks)
    assert {owner for _, owner in owners(with_owners(filled, blank))} == {"template"}


def test_the_blank_form_itself_is_all_form() -> None:
    assert {owner for _, owner in owners(with_owners(BLANK, BLANK))} == {"template"}


def test_another_form_is_told() -> None:
    letter = document("Dear Amy", "We met on Monday.")
    assert [one.code for one in with_owners(letter, BLANK).problems] == ["other-form"]
    assert {owner for _, owner in owners(with_owners(letter, BLANK))} == {"author"}


_TEXTS = st.lists(st.text(st.sampled_from("ab _.\n"), min_size=1, max_size=12).filter(str.strip), max_size=8)


@given(filled=_TEXTS, blank=_TEXTS)
def test_no_word_is_lost_and_every_piece_stands_where_it_says(filled: list[str], blank: list[str]) -> None:
    before = document(*filled)
    after = with_owners(before, document(*blank))
    check_places(after)
    assert after.text == before.text
    assert " ".join(block.text for block in after.blocks).split() == before.text.split()


def written_in(folder: Path) -> Path:
    """The blank assessment form with an answer typed behind a prompt, through the words of its XML."""
    import zipfile

    source, target = SAMPLES / "assessment_template_blank.docx", folder / "filled.docx"
    with zipfile.ZipFile(source) as blank, zipfile.ZipFile(target, "w") as filled:
        for name in blank.namelist():
            part = blank.read(name)
            if name == "word/document.xml":
                typed = b"<w:p><w:r><w:t>Mum is hard to engage.</w:t></w:r></w:p><w:sectPr"
                head, _, tail = part.rpartition(b"<w:sectPr")
                part = head + typed + tail
            filled.writestr(name, part)
    return target


def test_a_word_form_gives_only_what_was_typed_to_the_author(tmp_path: Path, scanner: Scanner) -> None:
    path = written_in(tmp_path)
    report = scan(path, scanner=scanner, template=SAMPLES / "assessment_template_blank.docx")
    typed = [one for one in report.findings if one.owner == "author"]
    assert typed
    assert {one.sentence for one in typed} == {"Mum is hard to engage."}
    assert [one for one in report.findings if one.owner == "template"]


@pytest.mark.parametrize(
    "name",
    [
        "visit_tracker.xlsx",
        "short_break_referral.html",
        "case_transfer_summary.rtf",
        "reunification_plan.odt",
        "kinship_leaflet.pdf",
        "letter_to_child.md",
    ],
)
def test_every_format_can_be_compared(name: str, tmp_path: Path) -> None:
    shutil.copy(SAMPLES / name, tmp_path / name)
    blank, filled = load(SAMPLES / name), load(tmp_path / name)
    made = with_owners(filled, blank)
    check_places(made)
    assert made.text == filled.text
    assert {block.owner for block in made.blocks} == {"template"}
