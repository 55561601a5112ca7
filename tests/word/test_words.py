"""Every word that a reader sees, once."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from jargon_scanner.word_file import read_word
from tests.word.builder import (
    cell,
    codes,
    control,
    form_field,
    mark,
    package,
    paragraph,
    picture,
    read,
    row,
    run,
    table,
    text_box,
    texts,
)


def test_a_word_split_over_runs_is_one_word() -> None:
    assert texts(read(paragraph(run("safe", "<w:b/>") + run("guarding")))) == ["safeguarding"]


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:fldSimple>{}</w:fldSimple>",
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:bdo>{}</w:bdo>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:aWrapperOfTheFuture>{}</w:aWrapperOfTheFuture>",
    ],
)
def test_wrapped_runs_are_read(wrapper: str) -> None:
    body = paragraph(run("the ") + wrapper.format(run("CIN")) + run(" plan"))
    assert texts(read(body)) == ["the CIN plan"]


def test_controls_around_cells_rows_tables_and_paragraphs_are_read_once() -> None:
    rows = (
        row("a", "b")
        + control(row("c", "d"))
        + f"<w:tr>{control(cell('e'))}{cell(control(paragraph('f')))}</w:tr>"
    )
    document = read(control(control(table(rows)) + paragraph("g")))
    assert texts(document) == ["a", "b", "c", "d", "e", "f", "g"]


def test_deletions_are_left_out_and_counted() -> None:
    gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:moveFrom>" + run("gone") + "</w:moveFrom>"
    document = read(paragraph(gone + "<w:ins>" + run("kept") + "</w:ins>"))
    assert texts(document) == ["kept"]
    assert codes(document) == {"tracked-insertion", "tracked-deletion"}
    assert next(p for p in document.problems if p.code == "tracked-deletion").message.startswith("2 ")


def test_a_deleted_row_and_a_deleted_cell_are_left_out() -> None:
    rows = row("kept", cell("gone", "<w:cellDel/>")) + f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}</w:tr>"
    assert texts(read(table(rows))) == ["kept"]


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    document = read(paragraph(run("before") + text_box(paragraph("in the box")) + run(" and after")))
    assert [(block.text, block.part) for block in document.blocks] == [
        ("before and after", "body"),
        ("in the box", "textbox"),
    ]


def test_of_two_tellings_the_fallback_is_read_when_the_choice_is_not_understood() -> None:
    choice = f'<mc:Choice xmlns:n="urn:new" Requires="n">{run("new")}</mc:Choice>'
    body = f"<mc:AlternateContent>{choice}<mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent>"
    assert texts(read(paragraph(body))) == ["old"]


def test_a_field_shows_its_result_and_not_its_code() -> None:
    inner = (
        mark("begin")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + mark("separate")
        + run("hidden")
        + mark("end")
    )
    field = mark("begin") + inner + run("code") + mark("separate") + run("result") + mark("end")
    assert texts(read(paragraph(run("the ") + field))) == ["the result"]


def test_a_field_without_end_hides_no_text() -> None:
    document = read(paragraph(mark("begin") + run("lost?")) + paragraph("shown"))
    assert texts(document) == ["lost?", "shown"]
    assert codes(document) == {"unfinished-field"}


def test_form_fields_show_what_was_ticked_and_chosen() -> None:
    box = form_field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "FORMCHECKBOX")
    empty = form_field("<w:checkBox><w:default w:val='0'/></w:checkBox>", "FORMCHECKBOX")
    items = "<w:listEntry w:val='Low'/><w:listEntry w:val='High'/>"
    choice = form_field(f"<w:ddList><w:result w:val='1'/>{items}</w:ddList>", "FORMDROPDOWN")
    assert texts(read(paragraph(box + empty + choice))) == ["☒☐High"]


def test_a_choice_that_is_also_stored_as_text_is_not_doubled() -> None:
    choice = form_field("<w:ddList><w:listEntry w:val='Low'/></w:ddList>", "FORMDROPDOWN", run("Low"))
    assert texts(read(paragraph(choice))) == ["Low"]


def test_characters_that_are_elements() -> None:
    pieces = (
        "a<w:tab/>", "b<w:br/>", "c<w:noBreakHyphen/>", "d<w:softHyphen/>", "e<w:cr/>",
        '<w:sym w:font="Wingdings" w:char="F0FE"/>',
    )  # fmt: skip
    content = "".join(f"<w:t>{piece[0]}</w:t>{piece[1:]}" if piece[0] != "<" else piece for piece in pieces)
    assert texts(read(paragraph(f"<w:r>{content}</w:r>"))) == ["a\tb\nc-de\n☑"]


def test_a_page_break_before_the_first_word_is_no_text() -> None:
    assert texts(read(paragraph('<w:r><w:br w:type="page"/></w:r>' + run("Page two")))) == ["Page two"]


def test_hidden_text_is_read_and_said() -> None:
    document = read(paragraph(run("hidden", "<w:vanish/>") + run(" seen", '<w:vanish w:val="0"/>')))
    assert texts(document) == ["hidden seen"]
    assert codes(document) == {"hidden-text"}


def test_a_macro_is_said_and_not_read() -> None:
    data = BytesIO(package(paragraph("Visit every week.")))
    with ZipFile(data, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen")
    document = read_word(Path("form.docm"), data.getvalue())
    assert texts(document) == ["Visit every week."]
    assert codes(document) == {"macro"}


def test_text_of_a_hidden_style_is_said() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read(paragraph("guidance", '<w:pStyle w:val="Note"/>'), parts={"styles": style})
    assert codes(document) == {"hidden-text"}


def test_nothing_is_said_where_all_was_read() -> None:
    assert read(paragraph("All of it.")).problems == ()


def test_equations_are_read() -> None:
    equation = "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>"
    assert texts(read(equation + paragraph(run("so ") + equation))) == ["x=1", "so x=1"]


def test_a_ruby_word_is_parted_from_its_reading() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('reading')}</w:rt><w:rubyBase>{run('word')}</w:rubyBase></w:ruby></w:r>"
    assert texts(read(paragraph(ruby))) == ["word reading"]


def test_text_outside_any_paragraph_is_read() -> None:
    assert texts(read(run("stray") + paragraph("kept"))) == ["stray", "kept"]


def test_a_paragraph_inside_a_paragraph_is_read_once() -> None:
    assert texts(read(f"<w:p>{run('outer')}{paragraph('inner')}{run(' end')}</w:p>")) == [
        "outer end",
        "inner",
    ]


def test_a_comment_in_the_xml_does_not_cut_a_text() -> None:
    assert texts(read("<w:p><w:r><w:t>safe<!-- x -->guarding</w:t></w:r></w:p>")) == ["safeguarding"]


def test_pictures_are_counted_and_what_people_say_of_them_is_read() -> None:
    body = paragraph(picture("A drawing by the child of their house") + picture() + picture("image1.png"))
    document = read(body + paragraph(picture("Desk. Description automatically generated")))
    assert [(b.text, b.role, b.label) for b in document.blocks] == [
        ("A drawing by the child of their house", "caption", "Picture description 1")
    ]
    (problem,) = document.problems
    assert problem.code == "picture"
    assert problem.message.startswith("4 pictures were not read, and 3 of them have no description.")


def test_a_chart_and_its_categories_are_read_once() -> None:
    names = "<c:strCache><c:pt><c:v>Missing episodes</c:v></c:pt></c:strCache>"
    chart = f"<c:title><a:p><a:r><a:t>Ris</a:t></a:r><a:r><a:t>ks</a:t></a:r></a:p></c:title>{names}{names}"
    document = read(
        paragraph('<w:r><w:drawing><c:chart r:id="chart1"/></w:drawing></w:r>'), parts={"chart1": chart}
    )
    assert [(b.text, b.label) for b in document.blocks] == [
        ("Risks", "Chart 1"),
        ("Missing episodes", "Chart 1"),
    ]


def test_what_cannot_be_read_is_said() -> None:
    body = (
        '<w:altChunk r:id="x"/><w:p><w:r><w:object><o:OLEObject/></w:object></w:r>'
        "<w:r><w:object><w:control/></w:object></w:r></w:p>" + paragraph("text")
    )
    assert codes(read(body)) == {"document-inside", "embedded-file", "form-control"}


def test_lettering_drawn_as_a_shape_is_read() -> None:
    body = paragraph('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>')
    assert [(b.text, b.label) for b in read(body).blocks] == [("DRAFT", "Lettering 1")]


def test_the_strict_vocabulary_is_read_as_the_transitional() -> None:
    body = table(row("Name:", "Sam")) + paragraph(
        run("the ") + control(run("CIN")) + text_box(paragraph("box"))
    )
    assert texts(read(body, strict=True)) == texts(read(body)) == ["Name:", "Sam", "the CIN", "box"]


def test_six_hundred_tables_in_one_another_are_read() -> None:
    body = paragraph("core")
    for _ in range(600):
        body = table(row(cell(body + paragraph("")))).replace("<w:tblPr/><w:tblGrid/>", "")
    document = read(body)
    assert texts(document) == ["core"]
    assert document.blocks[0].label == "Table 600 (inside table 599), row 1, column 1"


def test_a_file_without_words_says_so() -> None:
    document = read(paragraph(""))
    assert document.text == ""
    assert codes(document) == {"no-words"}
