"""Rich Text documents."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.document import Document
from jargon_scanner.errors import DamagedFile, NoText
from jargon_scanner.loaders import load, read
from tests.loaders.shared import (
    DOCUMENTS,
    LOST_BY_LIBREOFFICE,
    check_damage,
    check_places,
    codes,
    labels,
    needs_documents,
    texts,
)


def opened(body: str, head: str = "") -> Document:
    document = read(Path("note.rtf"), rf"{{\rtf1\ansi\ansicpg1252 {head}{body}}}".encode("latin-1"))
    check_places(document)
    return document


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Amy\rquote s caf\'e9", "Amy’s café"),
        (r"\uc1\u8217?s \u233\'e9t\u-10179?\u-8704?", "’s ét😀"),
        (r"{\uc2\u8217 ??}x", "’x"),
        (r"a\tab b\line c\~d\_e\-f\emdash g", "a\tb\nc\xa0d‑e\xadf—g"),
        (r"\{braces\} and \\", "{braces} and \\"),
        ("broken\r\n word", "broken word"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt the link}}", "the link"),
        (r"tick {\field{\*\fldinst FORMCHECKBOX{\*\formfield{\ffres1}}}{\fldrslt }}", "tick ☒"),
        (
            r"{\field{\*\fldinst FORMDROPDOWN{\*\formfield{\ffres1{\*\ffl Low}{\*\ffl High}}}}{\fldrslt }}",
            "High",
        ),
        (r"{\upr{ansi}{\*\ud{unic\u246?de}}}", "unicöde"),
        (r"seen{\*\unknown not seen}{\xe index}{\bkmkstart mark}", "seen"),
        (r"\htmlrtf hidden\htmlrtf0 shown", "shown"),
        (r"pic{\pict\bin5 {}{}\}ture", "picture"),
    ],
)
def test_characters(source: str, text: str) -> None:
    assert texts(opened(source)) == [text]


def test_fonts_say_what_the_bytes_mean() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2 Wingdings;}}"
    assert texts(opened(r"\f0 a {\f1\'ef\'ee} {\f2\'fe}", fonts)) == ["a по ☑"]


def test_paragraphs_headings_and_lists() -> None:
    styles = r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2\outlinelevel1 Section;}}"
    document = opened(
        r"\pard\s1 Needs\par\pard\s2 Health\par\pard She is safe.\par"
        r"{\listtext\bullet\tab}\pard\ls1 a visit\par\pard{\b In bold}\par Last.",
        styles,
    )
    assert [(block.role, block.level, block.text, block.section) for block in document.blocks] == [
        ("heading", 1, "Needs", ()),
        ("heading", 2, "Health", ("Needs",)),
        ("paragraph", None, "She is safe.", ("Needs", "Health")),
        ("list-item", None, "a visit", ("Needs", "Health")),
        ("heading", 3, "In bold", ("Needs", "Health")),
        ("paragraph", None, "Last.", ("Needs", "Health", "In bold")),
    ]


def test_cells_know_their_place() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    document = opened(
        r"Before\par" + row.format("Name:", "Amy") + row.format("Needs:", r"one\par two") + r"\pard After"
    )
    assert [(block.text, block.label, block.owner) for block in document.blocks] == [
        ("Before", "Paragraph 1", "author"),
        ("Name:", "Table 1, row 1, column 1", "template"),
        ("Amy", 'Table 1, row 1, "Name"', "author"),
        ("Needs:", "Table 1, row 2, column 1", "template"),
        ("one", 'Table 1, row 2, "Needs"', "author"),
        ("two", 'Table 1, row 2, "Needs", paragraph 2', "author"),
        ("After", "Paragraph 2", "author"),
    ]


def test_a_long_line_to_sign_on_takes_no_time() -> None:
    """Sixty underscores before a word once took longer than anybody waits."""
    document = opened("_" * 60 + " Signed")
    assert [block.owner for block in document.blocks] == ["author"]


def test_empty_cells_count() -> None:
    document = opened(r"\trowd\pard\intbl\cell x\cell\row\pard")
    assert document.blocks[0].label == "Table 1, row 1, column 2"


def test_a_table_in_a_cell() -> None:
    document = opened(
        r"\trowd\pard\intbl outer\par\pard\intbl\itap2 inner\nestcell{\*\nesttableprops\trowd\nestrow}"
        r"{\nonesttables\par}\pard\intbl after\cell\row\pard"
    )
    assert texts(document) == ["outer", "inner", "after"]
    assert labels(document)[1] == "Table 2 (inside table 1), row 1, column 1"


def test_tables_are_counted_in_the_header_where_they_stand() -> None:
    table = r"\trowd\pard\intbl {}\cell\row\pard"
    first, second, body = (table.format(text) for text in ("Case", "Child", "Text"))
    document = opened(rf"{{\header {first}}}{body}\sect{{\header {second}}}")
    assert dict(zip(texts(document), labels(document), strict=True)) == {
        "Text": "Table 1, row 1, column 1",
        "Case": "Header, table 1, row 1, column 1",
        "Child": "Header (2), table 1, row 1, column 1",
    }


def test_margins_notes_comments_and_boxes() -> None:
    document = opened(
        r"{\header Case 12\par}{\footer Page\par}Text{\footnote\pard a note}{\*\annotation remark}"
        r"{\footnote\ftnalt an end}{\shp{\*\shpinst{\shptxt boxed\par}}} more.\par\sect{\header Case 12\par}Next"
    )
    assert [(block.part, block.text) for block in document.blocks] == [
        ("body", "Text more."),
        ("textbox", "boxed"),
        ("body", "Next"),
        ("header", "Case 12"),
        ("footer", "Page"),
        ("footnote", "a note"),
        ("endnote", "an end"),
        ("comment", "remark"),
    ]


def test_hidden_deleted_and_inserted_text() -> None:
    document = opened(r"a{\v hidden}b{\deleted gone}c{\revised new}")
    assert texts(document) == ["ahiddenbcnew"]
    assert codes(document) == {"hidden-text", "tracked-deletion", "tracked-insertion"}


def test_pictures_and_objects_are_said() -> None:
    assert codes(opened(r"x{\pict 00ff}{\object{\*\objdata 00}{\result{\pict 00}}}")) == {
        "picture",
        "embedded-file",
    }
    with pytest.raises(NoText):
        opened(r"{\pict 00ff}")


def test_the_title_comes_from_the_properties() -> None:
    assert opened(r"text", r"{\info{\title A plan}{\author Jo}}").title == "A plan"


def test_a_file_that_was_cut_is_read_as_far_as_it_goes() -> None:
    document = read(Path("note.rtf"), rb"{\rtf1 She is safe.\par And")
    assert texts(document) == ["She is safe.", "And"]
    assert codes(document) == {"unfinished"}
    with pytest.raises(DamagedFile):
        read(Path("note.rtf"), rb"{\rtf1{\fonttbl{\f0 Ari")


def test_deep_nesting_is_no_danger() -> None:
    assert texts(opened("{" * 50_000 + "deep" + "}" * 50_000)) == ["deep"]


_WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)
_PIECE = st.one_of(
    _WORDS.map(lambda words: rf"\pard {words}\par"),
    _WORDS.map(lambda words: rf"\pard {{\b {words}}}\par"),
    _WORDS.map(lambda words: rf"{{\footnote\pard {words}\par}}"),
    _WORDS.map(lambda words: rf"\trowd\pard\intbl {words}\cell\row\pard"),
    _WORDS.map(lambda words: rf"\trowd\pard\intbl\itap2 {words}\nestcell\nestrow\pard\intbl\cell\row\pard"),
    _WORDS.map(lambda words: rf"{{\shp{{\*\shpinst{{\shptxt {words}\par}}}}}}"),
    _WORDS.map(lambda words: rf"{{\field{{\*\fldinst X}}{{\fldrslt {words}}}}}\par"),
)


@given(st.lists(_PIECE, min_size=1, max_size=8).map(" ".join))
def test_no_word_is_lost_and_none_is_doubled(body: str) -> None:
    said = Counter(re.sub(r"\\\*|\\fldinst X|\\[a-z]+[0-9]* ?|[{}]", " ", body).split())
    assert Counter(opened(body).text.split()) == said


@needs_documents
def test_every_place_of_a_real_file_is_reached_once() -> None:
    document = load(DOCUMENTS / "crafted" / "all_locations_libreoffice.rtf")
    expected = json.loads((DOCUMENTS / "crafted" / "all_locations.expected.json").read_text())
    found = Counter(re.findall(r"LOC\w+", document.text.replace("LOCsplitword", "LOCsplit")))
    wanted = set(expected["present_if_changes_accepted"]) - LOST_BY_LIBREOFFICE
    assert {word: found[word] for word in wanted} == dict.fromkeys(wanted, 1)
    assert not any(found[word] for word in expected["present_only_if_changes_rejected"])


@needs_documents
def test_damaged_files_are_read_or_refused() -> None:
    for path in sorted([*DOCUMENTS.glob("*/*.rtf"), DOCUMENTS / "crafted" / "rtf_named.doc"]):
        check_places(load(path))
        check_damage(path.name, path.read_bytes())
