"""Web pages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.document import Document
from jargon_scanner.errors import EmptyFile, NoText, TooLarge
from jargon_scanner.loaders import load, read
from tests.loaders.shared import DOCUMENTS, check_damage, check_places, codes, labels, needs_documents, texts


def opened(body: str | bytes) -> Document:
    document = read(Path("page.html"), body.encode() if isinstance(body, str) else body)
    check_places(document)
    return document


def test_headings_paragraphs_and_lists() -> None:
    document = opened(
        "<h1>Needs</h1>Loose <b>text</b><p>She\n is   safe.<ul><li>PEP<ul><li>SDQ</ul><li><p>EHCP</p></ul><h2>Next</h2>"
    )
    assert [(block.role, block.text, block.section) for block in document.blocks] == [
        ("heading", "Needs", ()),
        ("paragraph", "Loose text", ("Needs",)),
        ("paragraph", "She is safe.", ("Needs",)),
        ("list-item", "PEP", ("Needs",)),
        ("list-item", "SDQ", ("Needs",)),
        ("list-item", "EHCP", ("Needs",)),
        ("heading", "Next", ("Needs",)),
    ]


def test_comments_before_the_page_are_passed_over_once() -> None:
    """Forty comments before something that is no page once took longer than anybody waits."""
    comments = b"<!-- made by a program -->\n" * 40
    assert texts(read(Path("page"), comments + b"<html><p>Jay")) == ["Jay"]
    assert texts(read(Path("notes.txt"), comments + b"Jay"))[-1].endswith("Jay")


def test_tables() -> None:
    document = opened(
        "<table><caption>Visits</caption><tr><th>Who<th>When<tr><td>Mum<td>Monday<br>Friday</table><p>after"
    )
    assert [(block.text, block.role, block.owner) for block in document.blocks] == [
        ("Visits", "caption", "author"),
        ("Who", "cell", "template"),
        ("When", "cell", "template"),
        ("Mum", "cell", "author"),
        ("Monday\nFriday", "cell", "author"),
        ("after", "paragraph", "author"),
    ]
    assert labels(document)[4] == 'Table 1, row 2, "Mum"'


def test_what_a_program_reads_is_left_out() -> None:
    document = opened(
        "<head><title>A page</title><style>p{}</style></head><script>var x</script><!-- no --><p>yes<template>no</template>"
    )
    assert texts(document) == ["yes"]
    assert document.title == "A page"


def test_form_fields() -> None:
    document = opened(
        "<label>Name <input value=Amy placeholder='Full name'></label><textarea>She is safe.</textarea>"
        "<select><option>Low<option selected>High</select><input type=hidden value=no><input type=checkbox checked>Seen"
    )
    assert [(block.text, block.owner, block.role) for block in document.blocks] == [
        ("Name", "author", "paragraph"),
        ("Full name", "template", "field"),
        ("Amy", "author", "field"),
        ("She is safe.", "author", "field"),
        ("Low", "template", "field"),
        ("High", "author", "field"),
        ("☒ Seen", "author", "paragraph"),
    ]


def test_pictures_and_their_words() -> None:
    document = opened("<p>x<img src=a alt='A chart of visits'><iframe></iframe>")
    assert "A chart of visits" in texts(document)
    assert codes(document) == {"picture", "embedded-file"}
    with pytest.raises(NoText):
        opened("<img src=a>")


def test_hidden_text_is_read_and_said() -> None:
    document = opened("<p style='display: none'>secret</p><p>shown</p>")
    assert texts(document) == ["secret", "shown"]
    assert codes(document) == {"hidden-text"}


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=utf-8><p>café – “x”".encode(),
        "<p>café – “x”".encode(),
        "<meta charset=iso-8859-1><p>café – “x”".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>café – “x”".encode(
            "cp1252"
        ),
        "\ufeff<p>café – “x”".encode("utf-16-le"),
        "<meta charset=nonsense><p>café – “x”".encode(),
        "<meta charset=utf-8><p>café – “x”".encode("cp1252"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert texts(opened(data)) == ["café – “x”"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert texts(opened("<pre>a\n  b</pre>")) == ["a\n  b"]


def test_a_page_without_words() -> None:
    assert codes(opened("<html><body></body></html>")) == {"no-words"}
    with pytest.raises(EmptyFile):
        opened(" \n")


def test_deep_nesting_is_no_danger() -> None:
    assert texts(opened("<div>" * 1000 + "deep")) == ["deep"]
    with pytest.raises(TooLarge):
        opened("<p>start</p>" + "<div>" * 100_000 + "deep")


_WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)
_TREE = st.recursive(
    _WORDS.map(lambda words: f"<p>{words}</p>"),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        .map("".join)
        .flatmap(
            lambda body: st.sampled_from(
                [
                    f"<div>{body}</div>",
                    f"<ul><li>{body}</li></ul>",
                    f"<table><tr><td>{body}</td></tr></table>",
                    f"<section><h2>x</h2>{body}</section>",
                    f"<blockquote>{body}</blockquote>",
                ]
            )
        )
    ),
    max_leaves=12,
)


@given(_TREE)
def test_no_word_is_lost_and_none_is_doubled(body: str) -> None:
    assert Counter(opened(body).text.split()) == Counter(re.sub(r"<[^>]*>", " ", body).split())


@needs_documents
def test_real_files() -> None:
    document = load(DOCUMENTS / "crafted" / "form.html")
    words = {"HTMLrowspan", "HTMLcell", "HTMLinputvalue", "HTMLtextarea", "HTMLselected", "HTMLhidden"}
    assert {word: document.text.count(word) for word in words} == dict.fromkeys(words, 1)
    assert "HTMLscript" not in document.text
    assert "HTMLcomment" not in document.text
    for name in ("form.html", "html_named.doc", "html_named.pdf"):
        check_damage(name, (DOCUMENTS / "crafted" / name).read_bytes())
