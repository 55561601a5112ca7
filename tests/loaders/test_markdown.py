"""Markdown: blocks are slices of the file without the marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.document import Cell, Document
from jargon_scanner.errors import UnknownEncoding
from jargon_scanner.loaders.markdown import read


def scan(text: str) -> Document:
    return read(Path("a.md"), text.encode())


def shapes(text: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in scan(text).blocks]


def test_headings_of_both_kinds_make_sections() -> None:
    document = scan("# Plan #\n\nIntro\n\n## Views\nText\n\nOther\n=====\nEnd\n\nSub\n---\n")
    assert [(b.text, b.level, b.section) for b in document.blocks] == [
        ("Plan", 1, ()),
        ("Intro", None, ("Plan",)),
        ("Views", 2, ("Plan",)),
        ("Text", None, ("Plan", "Views")),
        ("Other", 1, ()),
        ("End", None, ("Other",)),
        ("Sub", 2, ("Other",)),
    ]
    assert document.title == "Plan"


def test_labels_lead_to_the_line_or_the_cell() -> None:
    document = scan("Hello\n\n# Analysis\n\nShe is\nsafe.\n\n| Need | Outcome |\n|---|---|\n| GP | seen |\n")
    assert [block.label for block in document.blocks] == [
        "Line 1",
        "Line 3",
        'Section "Analysis", lines 5 to 6',
        "Table 1, row 1, column 1",
        "Table 1, row 1, column 2",
        'Table 1, row 2, "Need"',
        'Table 1, row 2, "Outcome"',
    ]


def test_a_wrapped_paragraph_is_one_slice_with_its_marks_inside() -> None:
    assert shapes("She is **safe**\nand `well`.\n\nNext") == [
        ("paragraph", "She is **safe**\nand `well`."),
        ("paragraph", "Next"),
    ]


@pytest.mark.parametrize("mark", ["-", "*", "+", "1.", "12)", "- [ ]", "- [x]", "1. [X]"])
def test_list_marks_are_left_out(mark: str) -> None:
    assert shapes(f"{mark} see the GP\n  with Mum\n{mark} rest\n") == [
        ("list-item", "see the GP\n  with Mum"),
        ("list-item", "rest"),
    ]


def test_a_rule_is_no_item() -> None:
    assert shapes("a\n\n* * *\n\n- - -\n\nb") == [("paragraph", "a"), ("paragraph", "b")]


def test_table_cells_are_exact_and_know_their_place() -> None:
    document = scan("a | b\n:-: | ---\n`x` | c \\| d\n | | e\n\nafter")
    cells = [(block.text, block.cell) for block in document.blocks if block.role == "cell"]
    assert cells[:4] == [
        ("a", Cell(1, 1, 1)),
        ("b", Cell(1, 1, 2)),
        ("`x`", Cell(1, 2, 1)),
        ("c \\| d", Cell(1, 2, 2)),
    ]
    assert document.blocks[-1].text == "after"
    assert document.blocks[0].part == "table"


def test_quoted_lines_are_slices_without_the_mark() -> None:
    assert shapes("> She said:\n> > I am safe\n> - and well") == [
        ("paragraph", "She said:"),
        ("paragraph", "I am safe"),
        ("list-item", "and well"),
    ]


def test_code_and_front_matter_are_read() -> None:
    assert shapes("---\ntitle: Plan\nby: J\n---\n```text\nDear Sam\nhello\n\nbye\n```\nend") == [
        ("field", "title: Plan"),
        ("field", "by: J"),
        ("paragraph", "Dear Sam\nhello"),
        ("paragraph", "bye"),
        ("paragraph", "end"),
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert shapes("---\n\nDear Sam\n\n---\n") == [("paragraph", "Dear Sam")]


def test_an_open_fence_runs_to_the_end() -> None:
    assert shapes("~~~\na\n~~~~ b\nc") == [("paragraph", "a\n~~~~ b\nc")]


def test_a_footnote_is_a_footnote() -> None:
    block = scan("Text[^1]\n\n[^1]: See the plan.").blocks[1]
    assert (block.text, block.part) == ("See the plan.", "footnote")


def test_line_ends_of_every_system() -> None:
    document = scan("# A\r\n\r\nb\rc\r\r- d\n")
    assert [block.text for block in document.blocks] == ["A", "b\rc", "d"]


LINES = st.lists(
    st.sampled_from(
        """# A;## B ##;===;---;- item;1. one;- [x] done;> quoted;> - both;a | b;--- | ---;| x | y |
        c \\| d | e;```;~~~~;[^1]: note;text;   in;#hash;* * *;[^2]:;>;-;#;""".replace(
            "\n        ", ";"
        ).split(";")
    ),
    max_size=14,
).map("\n".join)


@given(st.one_of(st.text(max_size=200), LINES))
def test_nothing_is_lost_and_every_block_is_a_slice(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    if not text.strip() or data.decode() != text or data[:3] == b"\xef\xbb\xbf":
        return
    try:
        document = read(Path("a.md"), data)
    except UnknownEncoding:
        return
    end = 0
    outside = ""
    for block in document.blocks:
        assert block.start >= end
        assert document.text[block.start : block.end] == block.text
        assert block.text == block.text.strip() != ""
        outside += document.text[end : block.start] + "\n"
        end = block.end
    outside += document.text[end:]
    outside = re.sub(
        r"(?m)^[ \t]*(?:`{3,}|~{3,})[^`\n\r]*$", "", outside
    )  # a fence and the name of its language
    outside = re.sub(r"\[\^[^\]\s]+\]:|\[[ xX]\]|\d{1,9}[.)]", "", outside)
    assert not re.sub(r"[\s#=\-*+•_>|:.`~]", "", outside)
