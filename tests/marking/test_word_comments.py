"""Comments: what they say, where they hang, and everything that Word wants to have with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jargon_scanner.findings import Acronym, Approval, Expansion, Suggestion
from jargon_scanner.marking import Wishes
from jargon_scanner.marking.advice import advice
from jargon_scanner.word_file import read_word
from tests import reports
from tests.marking.made import FORM, NOON, finding_of, mark, marked, members_of, package, root_of, words_of
from tests.marking.reviewing import ids, looks, named, ours, reject, value_of
from tests.word.builder import RELATIONSHIPS, bold, cell, control, paragraph, row, run, table, text_box
from tests.word.builder import mark as field_mark

EXTENDED = "http://schemas.microsoft.com/office/word/2012/wordml"


def covered(data: bytes, number: int = 0) -> str:
    """The words that a comment of ours covers in the body."""
    root = root_of(data)
    comment = ours(root_of(data, "word/comments.xml"), "comment")[number]
    wanted, found, inside = value_of(comment, "id"), [], False
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name in {"commentRangeStart", "commentRangeEnd"} and value_of(element, "id") == wanted:
            inside = name == "commentRangeStart"
        elif inside and name in {"t", "delText"}:
            found.append(element.text or "")
    return "".join(found)


def said(data: bytes) -> list[list[str]]:
    """The lines of each comment of ours."""
    comments = ours(root_of(data, "word/comments.xml"), "comment")
    return [["".join(line.itertext()) for line in named(comment, "p")] for comment in comments]


def test_a_comment_covers_exactly_the_words() -> None:
    data = package(paragraph(run("He will ") + bold("step") + run(" down to early help.")))
    copy = marked(data, "step down")
    assert covered(copy.data) == "step down"
    assert looks(reject(copy.data)) == looks(data)
    assert said(copy.data)[0][:2] == ["Jargon", "Means: what it means"]


def test_a_comment_says_what_it_means_what_to_say_why_and_who_chose() -> None:
    review = Approval("Care council", "2027-03-01", 17)
    found = replace(
        reports.finding("LAC"),
        kind="acronym",
        meaning="a child whom the council looks after",
        why="Nobody is three letters.",
        acronym=Acronym(
            "undefined", "looked after child", (Expansion("looked after child", 1.0, "lexicon"),)
        ),
        suggestions=(
            Suggestion("replace", "child in care", (0, 3), None, "lexicon", review),
            Suggestion("replace", "child", (0, 3), None, "lexicon"),
        ),
    )
    assert advice(found, Wishes(NOON)) == (
        "Acronym",
        "Short for: looked after child (not explained here)",
        "Means: a child whom the council looks after",
        "Say: child in care  ·  child",
        "Why: Nobody is three letters.",
        "Chosen: “child in care” by Care council, 1 March 2027 (17 people asked)",
    )
    only = advice(found, Wishes(NOON, only_approved=True))
    assert "Say: child in care" in only


def test_the_first_comment_brings_its_part_its_link_and_its_type() -> None:
    members = members_of(marked(package(paragraph("step down")), "step down").data)
    assert b'Target="comments.xml"' in members["word/_rels/document.xml.rels"]
    assert f"{RELATIONSHIPS}/comments".encode() in members["word/_rels/document.xml.rels"]
    assert b"/word/comments.xml" in members["[Content_Types].xml"]
    assert b"wordprocessingml.comments+xml" in members["[Content_Types].xml"]


def test_every_comment_has_one_beginning_one_end_and_one_reference() -> None:
    body = paragraph("step down now") + table(row("a placement", "step down"))
    copy = marked(package(body), "step down", "placement", "now")
    root = root_of(copy.data)
    numbers = sorted(
        value_of(one, "id") or "" for one in ours(root_of(copy.data, "word/comments.xml"), "comment")
    )
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(value_of(one, "id") or "" for one in named(root, name)) == numbers


THEIRS = (
    '<w:comment w:id="1" w:author="Kim" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
    '<w:p w14:paraId="2A000000"><w:r><w:t>Please check</w:t></w:r></w:p></w:comment>'
)


def with_comments(body: str) -> bytes:
    """A file with a comment by Kim, in threads, and with Kim among its people."""
    data = package(body, parts={"comments": THEIRS})
    members = members_of(data)
    threads = f'<w15:commentsEx xmlns:w15="{EXTENDED}"><w15:commentEx w15:paraId="2A000000" w15:done="0"/></w15:commentsEx>'
    people = f'<w15:people xmlns:w15="{EXTENDED}"><w15:person w15:author="Kim"/></w15:people>'
    links = members["word/_rels/document.xml.rels"].decode()
    for kind in ("commentsExtended", "people"):
        address = "http://schemas.microsoft.com/office/2011/relationships"
        links = links.replace(
            "</Rel", f'<Relationship Id="{kind}" Type="{address}/{kind}" Target="{kind}.xml"/></Rel'
        )
    beside = {
        "word/commentsExtended.xml": threads.encode(),
        "word/people.xml": people.encode(),
        "word/_rels/document.xml.rels": links.encode(),
    }
    return package(body, parts={"comments": THEIRS}, beside=beside)


def test_comments_join_those_that_are_there_in_every_part() -> None:
    body = paragraph('<w:r><w:t>step down</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r>')
    copy = marked(with_comments(body), "step down")
    comments = root_of(copy.data, "word/comments.xml")
    assert [value_of(one, "author") for one in named(comments, "comment")] == ["Kim", "Jargon scanner"]
    assert set(ids(copy.data).values()) == {1}
    threads = root_of(copy.data, "word/commentsExtended.xml")
    last = list(named(ours(comments, "comment")[0], "p"))[-1]
    number = next(value for name, value in last.attrib.items() if name.endswith("paraId"))
    assert [one.get(f"{{{EXTENDED}}}paraId") for one in threads] == ["2A000000", number]
    assert number != "2A000000"
    people = root_of(copy.data, "word/people.xml")
    assert [one.get(f"{{{EXTENDED}}}author") for one in people] == ["Kim", "Jargon scanner"]


def parents(data: bytes) -> set[str]:
    """What the marks of comments stand in."""
    return {
        one.getparent().tag.rpartition("}")[2]
        for one in named(root_of(data), "commentRangeStart", "commentRangeEnd")
    }


FIELD = (
    field_mark("begin")
    + "<w:r><w:instrText> REF plan </w:instrText></w:r>"
    + field_mark("separate")
    + run("step down")
    + field_mark("end")
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f'<w:hyperlink w:anchor="a">{run("go step down now")}</w:hyperlink>', "go step down now"),
        (f'<w:ins w:id="3" w:author="Kim">{run("go step down now")}</w:ins>', "go step down now"),
        (control(run("go step down now")), "go step down now"),
        (f"<w:fldSimple w:instr='REF a'>{run('step down')}</w:fldSimple>", "step down"),
        (FIELD, "step down"),
        (text_box(paragraph("step down")), "step downstep down"),
    ],
    ids=["hyperlink", "insertion", "control", "simple field", "field", "text box"],
)
def test_a_comment_hangs_on_a_child_of_the_paragraph_whatever_wraps_the_words(
    content: str, expected: str
) -> None:
    data = package(paragraph(run("before ") + content + run(" after")))
    copy = marked(data, "step down")
    assert parents(copy.data) == {"p"}
    assert covered(copy.data) == expected
    assert looks(reject(copy.data)) == looks(data)
    start = next(named(root_of(copy.data), "commentRangeStart"))
    assert not any(one.tag.endswith("txbxContent") for one in start.iterancestors())


def test_words_in_a_block_control_are_quoted_beside_it() -> None:
    data = package(table(row(cell("What is the plan?"), cell(control(paragraph("step down"))))))
    copy = marked(data, "step down")
    assert covered(copy.data) == "What is the plan?"
    assert said(copy.data)[0][0] == "Jargon: “step down”"
    assert [one.action for one in copy.done] == ["commented"]


def test_words_in_a_footnote_are_quoted_at_its_number() -> None:
    body = paragraph(run("The plan") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>step down</w:t></w:r></w:p></w:footnote>'
    copy = marked(package(body, parts={"footnotes": note}), "step down")
    reference = next(named(root_of(copy.data), "footnoteReference"))
    assert reference.getparent().getprevious().tag.endswith("commentRangeStart")
    assert said(copy.data)[0][0] == "Jargon: “step down”"


def test_words_in_a_header_are_quoted_at_the_first_paragraph_and_listed() -> None:
    link = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    data = package(paragraph("First.") + link, parts={"header1": paragraph("step down")})
    copy = marked(data, "step down")
    assert covered(copy.data) == "First."
    assert said(copy.data)[0][0] == "Jargon: “step down”, Header"
    assert not copy.done
    assert [(one.words, one.label) for one in copy.left] == [("step down", "Header")]
    assert "Word has no comments in headers" in copy.left[0].reason


def test_a_comment_on_a_comment_hangs_where_that_one_does() -> None:
    comment = '<w:comment w:id="4" w:author="Kim"><w:p><w:r><w:t>step down?</w:t></w:r></w:p></w:comment>'
    body = paragraph(run("First.")) + paragraph(run("Plan.") + '<w:r><w:commentReference w:id="4"/></w:r>')
    copy = marked(package(body, parts={"comments": comment}), ("step down", "move"))
    start = next(named(root_of(copy.data), "commentRangeStart"))
    assert "".join(start.getparent().itertext()) == "Plan."
    assert words_of(copy.data) == ["First.", "Plan."]


def test_words_in_a_picture_s_description_are_quoted_at_the_picture() -> None:
    body = paragraph("First.") + paragraph(
        '<w:r><w:drawing><wp:docPr id="1" descr="A chart of step down plans"/></w:drawing></w:r>'
    )
    copy = marked(package(body), "step down")
    start = next(named(root_of(copy.data), "commentRangeStart"))
    assert start.getnext()[0].tag.endswith("drawing")


def test_without_a_safe_place_nothing_is_hung_and_it_is_said() -> None:
    copy = marked(package(control(paragraph("step down"))), "step down")
    assert not copy.done
    assert "no place in the document" in copy.left[0].reason


def test_a_comment_in_a_wide_field_hangs_outside_it() -> None:
    body = (
        paragraph("Contents")
        + paragraph(
            field_mark("begin")
            + "<w:r><w:instrText> TOC </w:instrText></w:r>"
            + field_mark("separate")
            + run("step down")
        )
        + paragraph(run("2 Plan") + field_mark("end"))
        + paragraph("Text.")
    )
    copy = marked(package(body), "step down")
    assert covered(copy.data) == "Contents"


def test_all_findings_are_comments_where_that_is_asked() -> None:
    data = package(paragraph("step down to a placement"))
    copy = marked(data, ("step down", "move"), ("placement", "home"), as_="comments")
    assert [one.action for one in copy.done] == ["commented", "commented"]
    assert any(line.startswith("Say: move") for line in said(copy.data)[0])
    assert words_of(copy.data) == words_of(data)


def test_a_comment_may_cover_words_that_a_change_deletes() -> None:
    data = package(paragraph("to step down in May"))
    document = read_word(FORM, data)
    wide = finding_of(document, "step down in", "move in")
    open_ = replace(finding_of(document, "down", None), id="open")
    copy = mark(document, data, [wide, open_])
    assert [one.action for one in copy.done] == ["changed", "commented"]
    assert "down" in covered(copy.data)
    assert looks(reject(copy.data)) == looks(data)


def test_words_in_a_chart_are_quoted_at_the_chart() -> None:
    chart = (
        "<c:title><c:tx><c:rich><a:p><a:r><a:t>step down plans</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    )
    shown = '<w:r><w:drawing><a:graphic><c:chart r:id="chart1"/></a:graphic></w:drawing></w:r>'
    body = paragraph("First.") + paragraph(run("Figure: ") + shown) + paragraph("Last.")
    copy = marked(package(body, parts={"chart1": chart}), ("step down", "move"))
    start = next(named(root_of(copy.data), "commentRangeStart"))
    assert start.getnext()[0].tag.endswith("drawing")
    assert [one.action for one in copy.done] == ["commented"]
