"""OpenDocument texts and presentations."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.document import Document
from jargon_scanner.errors import DamagedFile, NoText, PasswordProtected, UnsafeFile
from jargon_scanner.loaders import load, read
from tests.conftest import ROOT
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
from tests.word.builder import zipped

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "form": "form",
        "presentation": "presentation",
    }.items()
)
_KIND = "application/vnd.oasis.opendocument."


def package(body: str, *, styles: str = "", masters: str = "", kind: str = "text", **parts: str) -> bytes:
    files = {
        "mimetype": _KIND + kind,
        "content.xml": f"<office:document-content {_NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {_NAMES}><office:master-styles>{masters}"
        "</office:master-styles></office:document-styles>",
    } | {name.replace("__", "/"): content for name, content in parts.items()}
    return stored({name: content.encode() for name, content in files.items()})


def stored(files: dict[str, bytes]) -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def opened(body: str, **options: str) -> Document:
    document = read(Path("plan.odt"), package(body, **options))
    check_places(document)
    return document


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_headings_paragraphs_and_lists_keep_their_roles_and_sections() -> None:
    document = opened(
        '<text:h text:outline-level="1">Needs</text:h>'
        + p("She   is\n safe.")
        + f"<text:list><text:list-item>{p('PEP')}<text:list><text:list-item>{p('SDQ')}</text:list-item>"
        "</text:list></text:list-item></text:list>"
    )
    assert [(block.role, block.text, block.section) for block in document.blocks] == [
        ("heading", "Needs", ()),
        ("paragraph", "She is safe.", ("Needs",)),
        ("list-item", "PEP", ("Needs",)),
        ("list-item", "SDQ", ("Needs",)),
    ]
    assert labels(document)[:2] == ['Heading "Needs"', 'Section "Needs", paragraph 1']
    assert document.title == "Needs"
    assert document.problems == ()


def test_blanks_that_the_format_names_are_kept() -> None:
    body = p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:soft-page-break/>e')
    assert texts(opened(body)) == ["a   b\tc\nde"]


def test_cells_know_their_place_and_their_prompt() -> None:
    row = "<table:table-row><table:table-cell>{}</table:table-cell><table:table-cell>{}</table:table-cell></table:table-row>"
    rows = row.format(p("Child’s name:"), p("Amy")) + row.format(p("Needs:"), p("CAMHS"))
    document = opened(f"<table:table>{rows}</table:table>")
    assert [(block.label, block.owner) for block in document.blocks] == [
        ("Table 1, row 1, column 1", "template"),
        ('Table 1, row 1, "Child’s name"', "author"),
        ("Table 1, row 2, column 1", "template"),
        ('Table 1, row 2, "Needs"', "author"),
    ]
    assert {block.part for block in document.blocks} == {"table"}


def test_merged_cells_are_read_once_and_counted_as_seen() -> None:
    document = opened(
        "<table:table><table:table-row>"
        f'<table:table-cell table:number-columns-spanned="2">{p("wide")}</table:table-cell>'
        f"<table:covered-table-cell/><table:table-cell>{p('second')}</table:table-cell></table:table-row>"
        f"<table:table-row><table:covered-table-cell/><table:table-cell>{p('below')}</table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert [(block.cell.row, block.cell.column) for block in document.blocks if block.cell] == [
        (1, 1),
        (1, 2),
        (2, 2),
    ]


def test_a_table_in_a_cell_is_told_apart() -> None:
    cell = "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>"
    document = opened(cell.format(p("outer") + cell.format(p("inner")) + p("after")))
    assert texts(document) == ["outer", "inner", "after"]
    assert labels(document)[1].startswith("Table 2 (inside table 1)")


def test_notes_and_comments_stand_after_the_text_that_they_belong_to() -> None:
    document = opened(
        p(
            'Before<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            f"<text:note-body>{p('a note')}</text:note-body></text:note>, <office:annotation><dc:creator "
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">Jo</dc:creator>{p("a remark")}</office:annotation>after.'
        )
        + p("Next.")
    )
    assert [(block.part, block.text, block.label) for block in document.blocks] == [
        ("body", "Before, after.", "Paragraph 1"),
        ("body", "Next.", "Paragraph 2"),
        ("footnote", "a note", "Footnote 1"),
        ("comment", "a remark", "Comment 1"),
    ]


def test_tracked_changes_are_taken_as_accepted_and_said() -> None:
    document = opened(
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('gone')}</text:deletion></text:changed-region><text:changed-region><text:insertion/>"
        "</text:changed-region></text:tracked-changes>"
        + p('Here <text:change-start text:change-id="1"/>is<text:change-end text:change-id="1"/> text.')
    )
    assert texts(document) == ["Here is text."]
    assert codes(document) == {"tracked-deletion", "tracked-insertion"}


def test_text_boxes_are_read_where_they_are_anchored_and_pictures_are_said() -> None:
    document = opened(
        p(f"Start <draw:frame><draw:text-box>{p('boxed')}</draw:text-box></draw:frame>end.")
        + p("<draw:frame><draw:image/><svg:desc>A chart of visits</svg:desc></draw:frame>")
        + p("<draw:frame><draw:object/><draw:image/></draw:frame>")
    )
    assert [(block.part, block.role, block.text) for block in document.blocks] == [
        ("body", "paragraph", "Start end."),
        ("textbox", "paragraph", "boxed"),
        ("body", "caption", "A chart of visits"),
    ]
    assert codes(document) == {"picture", "embedded-file"}


def test_headers_of_several_page_styles_are_read_once_if_they_are_the_same() -> None:
    header = f"<style:master-page><style:header>{p('Case 12')}</style:header></style:master-page>"
    other = f"<style:master-page><style:header-first>{p('Draft')}</style:header-first></style:master-page>"
    document = opened(p("Text."), masters=header * 2 + other)
    assert [(block.part, block.label, block.text) for block in document.blocks[1:]] == [
        ("header", "Header", "Case 12"),
        ("header", "Header of page 1", "Draft"),
    ]


def test_hidden_text_is_read_and_said() -> None:
    style = '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    document = opened(p('<text:span text:style-name="T1">secret</text:span> shown'), styles=style)
    assert texts(document) == ["secret shown"]
    assert codes(document) == {"hidden-text"}


def test_a_short_bold_paragraph_heads_what_follows() -> None:
    style = '<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
    document = opened(p("Parenting capacity", "B") + p("She copes."), styles=style)
    assert [block.role for block in document.blocks] == ["heading", "paragraph"]
    assert document.blocks[1].section == ("Parenting capacity",)


def test_placeholders_belong_to_the_form() -> None:
    document = opened(p("<text:placeholder>&lt;Name of child&gt;</text:placeholder>") + p("Amy"))
    assert [block.owner for block in document.blocks] == ["template", "author"]


def test_form_controls_are_read_as_fields() -> None:
    document = opened(
        '<office:forms><form:form><form:textarea form:current-value="She is safe."/></form:form></office:forms>'
    )
    assert [(block.role, block.text) for block in document.blocks] == [("field", "She is safe.")]


def test_slides_have_numbers_and_titles() -> None:
    slide = f'<draw:page><draw:frame presentation:class="title"><draw:text-box>{p("Signs of safety")}</draw:text-box></draw:frame></draw:page>'
    document = opened(slide, kind="presentation")
    assert (labels(document), document.pages) == (["Slide 1"], 1)
    assert document.blocks[0].role == "heading"


def test_a_file_with_a_password_is_said() -> None:
    with pytest.raises(PasswordProtected):
        opened("", **{"META-INF__manifest.xml": "<m><encryption-data/></m>"})


def test_a_file_that_declares_a_document_type_is_refused() -> None:
    data = stored(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<!DOCTYPE a []><a/>"}
    )
    with pytest.raises(UnsafeFile):
        read(Path("plan.odt"), data)


def test_a_file_of_pictures_has_no_text() -> None:
    with pytest.raises(NoText):
        opened(p("<draw:frame><draw:image/></draw:frame>"))


def test_a_file_without_its_main_part_is_damaged() -> None:
    with pytest.raises(DamagedFile):
        read(Path("plan.odt"), stored({"mimetype": b"application/vnd.oasis.opendocument.text"}))


def test_deep_nesting_is_no_danger() -> None:
    depth = 1500
    body = "<text:section>" * depth + p("deep") + "</text:section>" * depth
    assert texts(opened(body)) == ["deep"]


_WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)
_LEAF = _WORDS.map(p)
_TREE = st.recursive(
    _LEAF,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        .map("".join)
        .flatmap(
            lambda body: st.sampled_from(
                [
                    f"<text:section>{body}</text:section>",
                    f"<text:list><text:list-item>{body}</text:list-item></text:list>",
                    f"<table:table><table:table-row><table:table-cell>{body}</table:table-cell></table:table-row></table:table>",
                    p(f"<draw:frame><draw:text-box>{body}</draw:text-box></draw:frame>"),
                    p(
                        f'<text:note text:note-class="endnote"><text:note-body>{body}</text:note-body></text:note>'
                    ),
                ]
            )
        )
    ),
    max_leaves=12,
)


@given(_TREE)
def test_no_word_is_lost_and_none_is_doubled(body: str) -> None:
    document = opened(body)
    said = Counter(re.sub(r"<[^>]*>", " ", body).split())
    assert Counter(document.text.split()) == said


@needs_documents
def test_every_place_of_a_real_file_is_reached_once() -> None:
    document = load(DOCUMENTS / "crafted" / "all_locations_libreoffice.odt")
    expected = json.loads((DOCUMENTS / "crafted" / "all_locations.expected.json").read_text())
    found = Counter(re.findall(r"LOC\w+", document.text.replace("LOCsplitword", "LOCsplit")))
    wanted = set(expected["present_if_changes_accepted"]) - LOST_BY_LIBREOFFICE
    assert {word: found[word] for word in wanted} == dict.fromkeys(wanted, 1)
    assert not any(found[word] for word in expected["present_only_if_changes_rejected"])
    assert found["LOCffdropMedium"] == 1


@needs_documents
def test_damaged_files_are_read_or_refused() -> None:
    for path in sorted(DOCUMENTS.glob("odt/*.odt")):
        document = load(path)
        check_places(document)
        check_damage(path.name, path.read_bytes())


def test_a_zip_that_only_holds_an_open_document_is_none() -> None:
    inner = package(p("She is safe."))
    assert read(Path("all.zip"), stored({"plan.odt": inner})).format == "zip"
    assert read(Path("all.zip"), zipped({"plan.odt": inner})).format == "zip"


@pytest.mark.parametrize("order", [list, sorted], ids=["in its order", "by name"])
@pytest.mark.parametrize("left_out", ["", "mimetype"])
def test_a_text_that_another_program_packed_again_is_read(tmp_path, left_out, order):
    source = ROOT / "sample_docs" / "reunification_plan.odt"
    path = tmp_path / "plan.odt"
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as again:
        for name in order(package.namelist()):
            if name != left_out:
                again.writestr(name, package.read(name))
    assert load(path).text == load(source).text
