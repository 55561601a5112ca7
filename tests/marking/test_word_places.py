"""Where words stand decides what is done: changed, commented on with a reason, or told to the person."""

from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.errors import CannotMark
from jargon_scanner.word_file import read_word
from tests.marking.made import many_findings, mark, marked, members_of, package, root_of, words_of
from tests.marking.reviewing import accept, looks, named, ours, reject
from tests.word.builder import cell, control, form_field, heading, paragraph, row, run, table, text_box
from tests.word.builder import mark as field_mark

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
    '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
)


def in_field(instruction: str) -> str:
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return field_mark("begin") + code + field_mark("separate") + run("step down") + field_mark("end")


@pytest.mark.parametrize(
    "body",
    [
        paragraph("step down"),
        heading("step down"),
        table(row("Plan", "step down")),
        table(row(cell(table(row("step down")) + paragraph("")))),
        paragraph(f'<w:hyperlink w:anchor="a">{run("step down")}</w:hyperlink>'),
        paragraph(control(run("step down"))),
        control(paragraph("First") + paragraph("step down")),
        control(table(row("Plan", "step down"))),
        paragraph(text_box(paragraph("step down"))),
        paragraph(in_field("HYPERLINK a")),
        paragraph(form_field("", "FORMTEXT", run("step down"))),
        paragraph(f'<w:ins w:id="3" w:author="Kim">{run("step down")}</w:ins>'),
    ],
    ids=["body", "heading", "cell", "inner cell", "link", "inline control", "block control", "control round a table",
         "text box", "link field", "answer in a form", "insertion"],
)  # fmt: skip
def test_words_are_changed_where_they_stand(body: str) -> None:
    data = package(paragraph("Above.") + body)
    copy = marked(data, ("step down", "move"))
    assert [one.action for one in copy.done] == ["changed"], copy
    assert "move" in words_of(accept(copy.data))
    assert looks(reject(copy.data)) == looks(data)


@pytest.mark.parametrize("kind", ["header1", "footer1"])
def test_words_in_margins_are_changed(kind: str) -> None:
    parts = {"header1": paragraph("h"), "footer1": paragraph("f")} | {kind: paragraph("step down")}
    copy = marked(package(paragraph("Text.") + SECTION, parts=parts), ("step down", "move"))
    assert [one.action for one in copy.done] == ["changed"]
    assert "move" in words_of(accept(copy.data))
    assert "step down" in words_of(reject(copy.data))


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_words_in_notes_are_changed(kind: str) -> None:
    body = paragraph(run("The plan") + f'<w:r><w:{kind}Reference w:id="2"/></w:r>')
    note = f'<w:{kind} w:id="2"><w:p><w:r><w:t>step down</w:t></w:r></w:p></w:{kind}>'
    copy = marked(package(body, parts={f"{kind}s": note}), ("step down", "move"))
    assert [one.action for one in copy.done] == ["changed"]
    assert words_of(accept(copy.data)) == ["The plan", "move"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (in_field("REF plan"), "works the words out"),
        (f'<w:fldSimple w:instr="DOCPROPERTY a">{run("step down")}</w:fldSimple>', "works the words out"),
        (control(run("step down"), '<w:lock w:val="sdtContentLocked"/>'), "locked"),
        (control(run("step down"), '<w:dataBinding w:xpath="/a"/>'), "own data"),
        (control(run("step down"), "<w:dropDownList/>"), "a choice in the form"),
        (control(run("step down"), "<w:showingPlcHdr/>"), "hint"),
        (control(run("step down"), "<w:text/>"), "LibreOffice"),
        (run("step ") + in_field("HYPERLINK a").replace("step down", "down"), "partly in a field"),
        ('<w:r><w:t>step</w:t><w:drawing/><w:t> down</w:t></w:r>', "tracks no changes"),
    ],
    ids=["reference", "property", "locked", "bound", "choice", "hint", "plain text", "over a border", "picture"],
)  # fmt: skip
def test_words_that_cannot_be_changed_are_commented_on_and_it_says_why(body: str, reason: str) -> None:
    data = package(paragraph(run("Above. ") + body))
    copy = marked(data, ("step down", "move"))
    assert [one.action for one in copy.done] == ["commented"]
    assert reason in copy.done[0].new
    assert reason in copy.notes[0]
    assert not ours(root_of(copy.data), "ins", "del")


def test_a_lock_on_the_control_itself_leaves_its_words_free() -> None:
    data = package(paragraph(control(run("step down"), '<w:lock w:val="sdtLocked"/>')))
    assert [one.action for one in marked(data, ("step down", "move")).done] == ["changed"]


def test_a_clean_copy_tells_what_it_could_not_change() -> None:
    copy = marked(package(paragraph(in_field("REF a")) + paragraph("so")), ("step down", "move"), as_="clean")
    assert (copy.done, [one.advice for one in copy.left]) == ((), ["move"])


def protected(kind: str, enforced: str = "1") -> bytes:
    settings = f'<w:documentProtection w:edit="{kind}" w:enforcement="{enforced}"/>'
    return package(paragraph("step down to a placement"), parts={"settings": settings})


def test_a_document_that_takes_comments_only_gets_comments() -> None:
    copy = marked(protected("comments"), ("step down", "move"))
    assert [one.action for one in copy.done] == ["commented"]
    assert "takes comments only" in copy.done[0].new
    assert "takes comments, and no changes" in copy.notes[0]


@pytest.mark.parametrize("kind", ["forms", "readOnly"])
def test_a_document_that_takes_neither_is_left_as_it_is_and_all_is_listed(kind: str) -> None:
    data = protected(kind)
    copy = marked(data, ("step down", "move"), "placement")
    assert (copy.data, copy.done) == (data, ())
    assert [one.words for one in copy.left] == ["step down", "placement"]
    assert "Restrict Editing" in copy.notes[0]


def test_protection_is_no_news_where_there_is_nothing_to_mark() -> None:
    assert marked(protected("forms")).notes == ()


@pytest.mark.parametrize(("kind", "enforced"), [("trackedChanges", "1"), ("forms", "0")])
def test_protection_that_forbids_no_mark_changes_nothing(kind: str, enforced: str) -> None:
    copy = marked(protected(kind, enforced), ("step down", "move"))
    assert ([one.action for one in copy.done], copy.notes) == (["changed"], ())


def test_no_clean_copy_is_made_of_a_protected_document() -> None:
    with pytest.raises(CannotMark, match="protected"):
        marked(protected("comments"), ("step down", "move"), as_="clean")


def test_a_broken_signature_is_told() -> None:
    data = package(paragraph("step down"), beside={"_xmlsignatures/sig1.xml": b"<Signature/>"})
    assert "signed" in marked(data, ("step down", "move")).notes[0]


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".dotm"])
def test_templates_and_files_with_macros_stay_what_they_are(suffix: str) -> None:
    beside = {"word/vbaProject.bin": b"\xd0\xcf macros", "customXml/item1.xml": b"<a><!-- as it is --></a>"}
    data = package(paragraph("step down"), beside=beside)
    copy = marked(data, ("step down", "move"), path=Path(f"form{suffix}"))
    assert copy.suffix == suffix
    after = members_of(copy.data)
    assert {name: after[name] for name in beside} == beside
    assert [name for name, content in members_of(data).items() if after[name] != content] == [
        "word/document.xml"
    ]


def test_a_copy_has_an_ending_that_word_knows() -> None:
    data = package(paragraph("step down"))
    assert [marked(data, path=Path(name)).suffix for name in ("FORM.DOCX", "form.doc", "form")] == [
        ".docx"
    ] * 3


def test_members_keep_their_order_and_dates() -> None:
    from io import BytesIO
    from zipfile import ZipFile

    data = package(paragraph("step down"), beside={"word/media/a.png": b"x"})
    before, after = (ZipFile(BytesIO(each)).infolist() for each in (data, marked(data, "step down").data))
    kept = [(one.filename, one.date_time) for one in before]
    assert [(one.filename, one.date_time) for one in after][: len(kept)] == kept


def test_the_same_copy_can_be_made_again() -> None:
    data = package(paragraph("step down to a placement"))
    assert (
        marked(data, ("step down", "move"), "placement").data
        == marked(data, ("step down", "move"), "placement").data
    )


def test_a_strict_file_stays_strict() -> None:
    data = package(paragraph("step down to a placement"), strict=True)
    copy = marked(data, ("step down", "move"), "placement")
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        content = members_of(copy.data)[name]
        assert b"purl.oclc.org/ooxml" in content
        assert b"schemas.openxmlformats.org/wordprocessingml" not in content
    assert looks(reject(copy.data)) == looks(data)
    assert [one.action for one in copy.done] == ["changed", "commented"]


def test_a_file_without_findings_comes_back_as_it_was() -> None:
    data = package(paragraph("Hello."))
    assert marked(data).data == data


def test_every_place_of_a_file_with_all_places_is_marked(shared_documents: Path) -> None:
    path = shared_documents / "crafted" / "all_locations.docx"
    data = path.read_bytes()
    document = read_word(path, data)
    findings = many_findings(document, 1, comments=1000)
    copy = mark(document, data, findings)
    assert {one.finding for one in (*copy.done, *copy.left)} == {one.id for one in findings}
    by_id = {one.id: one for one in findings}
    changed = {by_id[one.finding].location.part for one in copy.done if one.action == "changed"}
    assert changed >= {"body", "table", "header", "footer", "footnote", "endnote", "textbox"}
    assert {by_id[one.finding].location.part for one in copy.left} <= {"header", "footer"}
    assert looks(reject(copy.data)) == looks(data)
    assert words_of(reject(copy.data)) == words_of(data)
    assert next(named(root_of(copy.data), "commentReference"), None) is not None
