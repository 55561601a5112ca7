"""Plain text: blocks are slices of the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.document import Cell, Document
from jargon_scanner.errors import EmptyFile, UnknownEncoding
from jargon_scanner.loaders.text import read


def scan(text: str) -> Document:
    return read(Path("a.txt"), text.encode())


def texts(text: str) -> list[str]:
    return [block.text for block in scan(text).blocks]


def test_the_text_is_the_file_with_its_own_line_ends() -> None:
    text = "First part.\r\n\r\nSecond part.\r\n"
    document = scan(text)
    assert document.text == text
    assert [(block.start, block.text) for block in document.blocks] == [
        (0, "First part."),
        (15, "Second part."),
    ]
    assert document.problems == ()


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    document = read(Path("a.txt"), "She is safe.".encode("utf-8-sig"))
    assert (document.text, document.blocks[0].start) == ("She is safe.", 0)


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    prose = (
        "The social worker visited the family home on Monday and found that\n"
        "The children were safe and well, and had been seen by their health\n"
        "visitor the week before.\n"
    )
    assert texts(prose + "\nNext.") == [prose.rstrip(), "Next."]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    text = (
        "Seen at school.\n"
        "The deputy head said that he had been late on eleven days this term, and was tired.\n"
        "Home visit."
    )
    assert texts(text) == text.split("\n")


def test_notes_of_one_line_each_are_kept_apart() -> None:
    text = "T/C to mum\nNo reply\nCard left"
    assert texts(text) == ["T/C to mum", "No reply", "Card left"]


def test_list_items_stand_alone_without_their_marks() -> None:
    document = scan("Plan\n- see the GP\n* call school\n1. book a room\n(b) tell Dad\n• visit\n")
    items = [block.text for block in document.blocks if block.role == "list-item"]
    assert items == ["see the GP", "call school", "book a room", "tell Dad", "visit"]


def test_an_item_goes_on_in_the_lines_set_in_below_it() -> None:
    assert texts("- see the GP\n  With Mum and Dad\n- rest") == ["see the GP\n  With Mum and Dad", "rest"]


def test_labels_begin_blocks() -> None:
    assert texts("Name: Sam\nDate: 3 May\nWorker: J") == ["Name: Sam", "Date: 3 May", "Worker: J"]


def test_capitals_and_underlined_lines_are_headings() -> None:
    document = scan("REPORT\n======\n\nHello.\n\nANALYSIS\nShe is safe.\n\nViews\n-----\nMore.\n")
    headings = [
        (block.text, block.level, block.section) for block in document.blocks if block.role == "heading"
    ]
    assert headings == [("REPORT", 1, ()), ("ANALYSIS", 2, ("REPORT",)), ("Views", 2, ("REPORT",))]
    assert document.title == "REPORT"


def test_labels_name_section_and_lines() -> None:
    document = scan("Hello.\n\nANALYSIS\nShe is safe\nand well.\n")
    assert [block.label for block in document.blocks] == [
        "Line 1",
        "Line 3",
        'Section "ANALYSIS", lines 4 to 5',
    ]


def test_a_short_form_alone_is_no_heading() -> None:
    assert [block.role for block in scan("CP.\n\n2024\n").blocks] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("gap", ["\t", " | ", "\t\t"])
def test_rows_with_gaps_are_a_table(gap: str) -> None:
    document = scan(f"Need{gap}Outcome\nHealth{gap}Sees the GP\n")
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("Need", Cell(1, 1, 1)),
        ("Outcome", Cell(1, 1, 2)),
        ("Health", Cell(1, 2, 1)),
        ("Sees the GP", Cell(1, 2, 2)),
    ]
    assert document.blocks[2].label == "Line 2, column 1"


def test_an_empty_cell_keeps_the_count_of_columns() -> None:
    cells = {block.text: block.cell for block in scan("| a | | c |\n| d | e | f |\n").blocks}
    assert cells["c"] == Cell(1, 1, 3)


def test_rules_between_rows_are_not_read() -> None:
    assert texts("a | b\n--|--\nc | d\n") == ["a", "b", "c", "d"]


def test_a_very_long_line_is_cut_after_sentences() -> None:
    document = scan("She is safe. " * 10_000)
    assert len(document.blocks) > 1
    assert all(block.text.endswith("safe.") and block.text.startswith("She") for block in document.blocks)


def test_blank_space_only() -> None:
    with pytest.raises(EmptyFile):
        scan(" \n\t\r\n")


TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            [
                "ANALYSIS",
                "----",
                "- item",
                "1. one",
                "Name: x",
                "a\tb",
                "| c | d |",
                "",
                "  in",
                "She is safe",
                "\r",
                "x" * 70,
            ]
        ),
        max_size=12,
    ).map("\n".join),
)


@given(TEXTS)
def test_nothing_is_lost_and_every_block_is_a_slice(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    if not text.strip() or data.decode() != text or "\0" in text or data[:3] == b"\xef\xbb\xbf":
        return
    try:
        document = read(Path("a.txt"), data)
    except UnknownEncoding:
        return
    end = 0
    outside = []
    for block in document.blocks:
        assert block.start >= end
        assert document.text[block.start : block.end] == block.text
        assert block.text == block.text.strip() != ""
        outside.append(document.text[end : block.start])
        end = block.end
    outside.append(document.text[end:])
    for piece in outside:
        rest = re.sub(r"(?m)^\s*(?:[-*•‣◦▪●·–—o]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])(?=\s)", "", piece)
        assert not re.sub(r"[\s=\-_*~#+|.·•—–]", "", rest)
