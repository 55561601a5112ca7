"""PowerPoint presentations."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.document import Document
from jargon_scanner.errors import DamagedFile, NoText
from jargon_scanner.loaders import read
from tests.loaders.shared import check_damage, check_places, codes, labels, texts
from tests.loaders.test_sheets import links
from tests.word.builder import zipped

_NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def p(text: str, settings: str = "") -> str:
    return f"<a:p>{settings}<a:r><a:rPr/><a:t>{text}</a:t></a:r></a:p>"


def shape(body: str, kind: str | None = None) -> str:
    holder = "" if kind is None else f'<p:ph type="{kind}"/>'
    return f'<p:sp><p:nvSpPr><p:cNvPr id="1"/><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:txBody>{body}</p:txBody></p:sp>'


def show(*slides: str, **parts: str) -> bytes:
    """A presentation; parts of the first slide by kind of relationship."""
    ids = "".join(f'<p:sldId id="{number}" r:id="r{number}"/>' for number in range(1, len(slides) + 1))
    files = {
        "_rels/.rels": links(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {_NAMES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": links(
            *(("slide", f"slide{number}.xml") for number in range(1, len(slides) + 1))
        ),
        "ppt/_rels/slide1.xml.rels": links(*((kind, f"{kind}.xml") for kind in parts)),
    }
    for number, slide in enumerate(slides, start=1):
        files[f"ppt/slide{number}.xml"] = (
            f"<p:sld {_NAMES}><p:cSld><p:spTree>{slide}</p:spTree></p:cSld></p:sld>"
        )
    for kind, content in parts.items():
        files[f"ppt/{kind}.xml"] = f"<p:part {_NAMES}>{content}</p:part>"
    return zipped({name: content.encode() for name, content in files.items()})


def opened(*slides: str, **parts: str) -> Document:
    document = read(Path("talk.pptx"), show(*slides, **parts))
    check_places(document)
    return document


def test_slides_have_titles_and_items() -> None:
    document = opened(
        shape(p("Signs of safety"), "title")
        + shape(p("first") + p("plain", "<a:pPr><a:buNone/></a:pPr>"), "body"),
        shape(p("Next"), "ctrTitle") + shape(p("7"), "sldNum") + shape(p("free")),
    )
    assert [(block.role, block.label, block.text, block.section) for block in document.blocks] == [
        ("heading", "Slide 1", "Signs of safety", ()),
        ("list-item", "Slide 1, paragraph 2", "first", ("Signs of safety",)),
        ("paragraph", "Slide 1, paragraph 3", "plain", ("Signs of safety",)),
        ("heading", "Slide 2", "Next", ()),
        ("paragraph", "Slide 2, paragraph 2", "free", ("Next",)),
    ]
    assert (document.title, document.pages) == ("Signs of safety", 2)


def test_tables() -> None:
    wide, merged = ' gridSpan="2"', ' hMerge="1"'
    cell = "<a:tc{}><a:txBody>{}</a:txBody></a:tc>"
    rows = (
        f"<a:tr>{cell.format('', p('Who'))}{cell.format('', p('When'))}</a:tr>"
        f"<a:tr>{cell.format('', p('Mum'))}{cell.format('', p('Monday'))}</a:tr>"
        f"<a:tr>{cell.format(wide, p('wide'))}{cell.format(merged, '')}</a:tr>"
    )
    document = opened(f'<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/>{rows}</a:tbl></p:graphicFrame>')
    assert [(block.label, block.owner) for block in document.blocks] == [
        ("Slide 1, table 1, row 1, column 1", "template"),
        ("Slide 1, table 1, row 1, column 2", "template"),
        ("Slide 1, table 1, row 2, column 1", "author"),
        ('Slide 1, table 1, row 2, "Mum"', "author"),
        ("Slide 1, table 1, row 3, column 1", "author"),
    ]


def test_notes_comments_diagrams_and_backgrounds() -> None:
    document = opened(
        shape(p("Signs of safety"), "title"),
        notesSlide=shape(p("Say LAC."), "body") + shape(p("3"), "sldNum"),
        comments="<p:cm><p:text>Too long?</p:text></p:cm>",
        diagramData=p("a step"),
        slideLayout=shape(p("Click to edit"), "body") + shape(p("Council logo")),
    )
    assert [(block.label, block.text) for block in document.blocks] == [
        ("Slide 1", "Signs of safety"),
        ("Slide 1, notes", "Say LAC."),
        ("Slide 1, diagram", "a step"),
        ("Background of the slides", "Council logo"),
        ("Slide 1, comment", "Too long?"),
    ]


def test_pictures_charts_and_hidden_slides_are_said() -> None:
    picture = '<p:pic><p:nvPicPr><p:cNvPr id="2" descr="A chart of visits"/></p:nvPicPr></p:pic>'
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    document = opened(shape(p("x")) + picture + chart)
    assert texts(document) == ["x", "A chart of visits"]
    assert codes(document) == {"picture", "embedded-file"}
    with pytest.raises(NoText):
        opened("<p:pic/>")


def test_breaks_and_fields_are_part_of_a_paragraph() -> None:
    body = "<a:p><a:r><a:t>one</a:t></a:r><a:br/><a:fld><a:t>two</a:t></a:fld></a:p>"
    assert texts(opened(shape(body))) == ["one\ntwo"]


def test_a_slide_that_is_missing_is_said() -> None:
    data = zipped(
        {
            "ppt/presentation.xml": f"<p:presentation {_NAMES}><p:sldIdLst><p:sldId r:id='r1'/></p:sldIdLst></p:presentation>".encode()
        }
    )
    document = read(Path("talk.pptx"), data)
    assert codes(document) == {"part-unreadable", "no-words"}
    with pytest.raises(DamagedFile):
        read(Path("talk.pptx"), zipped({"ppt/slides/slide1.xml": b"<x/>"}))


@given(
    st.lists(
        st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=1, max_size=4), min_size=1, max_size=4
    )
)
def test_no_word_is_lost_and_none_is_doubled(slides: list[list[str]]) -> None:
    made = [
        shape(p(words[0]), "title") + "".join(f"<p:grpSp>{shape(p(word))}</p:grpSp>" for word in words[1:])
        for words in slides
    ]
    assert Counter(texts(opened(*made))) == Counter(word for words in slides for word in words)


def test_damaged_files_are_read_or_refused() -> None:
    check_damage(
        "talk.pptx", show(shape(p("Signs of safety"), "title"), notesSlide=shape(p("Say LAC."), "body"))
    )


def test_labels_say_which_slide() -> None:
    assert labels(opened(shape(p("a")), shape(p("b")))) == ["Slide 1", "Slide 2"]
