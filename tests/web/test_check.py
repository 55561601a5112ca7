"""The practitioner's page without a browser: what is shown, what a choice does, what a copy holds."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from tests.conftest import ROOT

SAMPLES = ROOT / "sample_docs"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAFT = (
    "An ICPC was held on Monday. Another ICPC follows in May. Mum failed to engage after the SW left. "
    "The plan is to commence the work with the family. Contact will commence on Saturday."
)


def finding_of(page, words, at=0):
    """The id of a finding, by its words as they stand in the list."""
    items = re.findall(
        r'<li class="item [^>]*data-finding="(\w+)".*?<summary>(.*?)</summary>', page, re.DOTALL
    )
    return [name for name, summary in items if f"</span>{words}</span>" in summary][at]


def decide(visitor, address, name, **form):
    return visitor.post(f"{address}/findings/{name}", data=form, headers={"x-pieces": "1"})


def test_a_document_is_shown_in_its_own_order_with_its_words_marked(visitor):
    data = (SAMPLES / "review_minutes.docx").read_bytes()
    page = visitor.get(visitor.drop("review_minutes.docx", data)).text
    paper = page[page.index('class="paper"') : page.index('id="findings"')]
    assert "<table" in paper
    assert re.search(r"<h2>.*Child Looked After Review", paper)
    assert '<p class="where">Header' in paper
    assert 'class="printed"' in paper
    assert 'class="mark acronym"' in paper
    assert "<h3" in paper
    places = [paper.index(words) for words in ("Date and venue", "Legal status", "PRESENT")]
    assert places == sorted(places)


def test_the_paragraphs_of_a_cell_stay_in_one_cell(visitor):
    data = (SAMPLES / "cp_conference_report.docx").read_bytes()
    page = visitor.get(visitor.drop("report.docx", data)).text
    (row,) = re.findall(r"<tr role=\"row\">(?:(?!</tr>).)*Oluwatobi.*?</tr>", page, re.DOTALL)
    assert row.count("<td") == 2
    assert "Unborn" in row


def test_nothing_is_chosen_beforehand(visitor):
    page = visitor.get(visitor.paste(DRAFT)).text
    form = page[page.index("<ol>") : page.index("</ol>")]
    assert 'type="radio"' in form
    assert " checked" not in form
    assert "None of" in page


def test_a_wording_is_used_undone_and_used_everywhere(visitor):
    address = visitor.paste(DRAFT)
    page = visitor.get(address).text
    first, second = finding_of(page, "ICPC"), finding_of(page, "ICPC", 1)
    once = decide(visitor, address, first, action="use", wording="0").text
    assert "1 place changed" in once
    assert f'id="item-{first}"' in once
    assert f'id="item-{second}"' not in once
    assert "<del>" in once
    undone = decide(visitor, address, first, action="undo").text
    assert "1 place open again" in undone
    assert "<del>" not in undone
    everywhere = decide(visitor, address, first, action="everywhere", wording="0").text
    assert "2 places changed" in everywhere
    assert everywhere.count("<ins>") == 2
    assert visitor.get(address).text.count("<ins>") == 2


def test_own_words_stand_for_the_words_or_for_the_sentence(visitor):
    address = visitor.paste(DRAFT)
    page = visitor.get(address).text
    name = finding_of(page, "failed to engage")
    told = decide(
        visitor, address, name, action="use", wording="own", words="  was not  offered a time "
    ).text
    assert "<ins>was not offered a time</ins>" in told
    decide(visitor, address, name, action="undo")
    told = decide(
        visitor, address, name, action="use", wording="sentence", sentence="We offered mum no time."
    ).text
    assert "<ins>We offered mum no time.</ins>" in told
    assert "1 other finding goes with it" in told
    assert 'data-state="covered"' in visitor.get(address).text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"wording": ""}, "Choose the words first"),
        ({"wording": "99"}, "Choose the words first"),
        ({"wording": "-1"}, "Choose the words first"),
        ({"wording": "own", "words": "  "}, "Write your own words first"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(visitor, form, told):
    address = visitor.paste(DRAFT)
    name = finding_of(visitor.get(address).text, "ICPC")
    assert told in decide(visitor, address, name, action="use", **form).text
    assert "None of" in visitor.get(address).text


def test_two_choices_never_change_the_same_words(visitor):
    address = visitor.paste(DRAFT)
    page = visitor.get(address).text
    decide(visitor, address, finding_of(page, "SW"), action="use", wording="own", words="us")
    whole = decide(
        visitor, address, finding_of(page, "failed to engage"),
        action="use", wording="sentence", sentence="We offered mum no time.",
    )  # fmt: skip
    assert "part of another change" in whole.text


def test_kept_words_get_no_comment_and_the_reason_is_shown(visitor):
    address = visitor.paste(DRAFT)
    name = finding_of(visitor.get(address).text, "ICPC")
    told = decide(visitor, address, name, action="keep-everywhere", reason="its name in law").text
    assert "2 places kept" in told
    assert "its name in law" in told


def test_without_script_a_choice_leads_back_to_the_page(visitor):
    address = visitor.paste(DRAFT)
    name = finding_of(visitor.get(address).text, "ICPC")
    answer = visitor.post(f"{address}/findings/{name}", data={"action": "use", "wording": "0"})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{address}#{name}"


def test_reading_age_follows_the_choices(visitor):
    address = visitor.paste(" ".join([DRAFT] * 4))
    page = visitor.get(address).text
    name = finding_of(page, "commence")
    told = decide(visitor, address, name, action="everywhere", wording="own", words="begin").text
    now, after = re.findall(r"<strong>([\d.]+)</strong>", told[: told.index("decided")])
    assert float(after) < float(now)


def test_a_word_copy_holds_what_was_chosen_and_nothing_else(visitor):
    data = (SAMPLES / "review_minutes.docx").read_bytes()
    address = visitor.drop("review_minutes.docx", data)
    page = visitor.get(address).text
    decide(visitor, address, finding_of(page, "Child Looked After Review"), action="use", wording="0")
    kept = finding_of(page, "ICO")
    decide(visitor, address, kept, action="keep", reason="its name in law")
    answer = visitor.get(f"{address}/copies/changes")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''review_minutes-marked.docx"
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(answer.content)).read("word/document.xml"))
    assert ["".join(one.itertext(f"{W}delText")) for one in body.iter(f"{W}del")] == [
        "Child Looked After Review"
    ]
    (inserted,) = ("".join(one.itertext(f"{W}t")) for one in body.iter(f"{W}ins"))
    assert inserted in page
    comments = etree.fromstring(zipfile.ZipFile(io.BytesIO(answer.content)).read("word/comments.xml"))
    changed_and_kept = 2
    assert len(comments) == page.count('<li class="item ') - changed_and_kept
    bar = visitor.get(f"{address}/bar").text
    assert "Your copy holds 1 change and" in bar
    assert "Word has no comments in headers" in bar
    assert 'data-unsaved="no"' in bar


def test_every_kind_of_copy_can_be_taken(visitor):
    data = (SAMPLES / "review_minutes.docx").read_bytes()
    address = visitor.drop("review_minutes.docx", data)
    for how in ("copies/changes", "copies/comments", "copies/clean", "page"):
        answer = visitor.get(f"{address}/{how}")
        assert answer.status_code == 200, how
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.content
    assert visitor.get(f"{address}/copies/other").status_code == 422


def test_a_copy_that_cannot_be_made_says_why(visitor):
    data = (SAMPLES / "placement_costs.ods").read_bytes()
    answer = visitor.get(f"{visitor.drop('costs.ods', data)}/copies/clean")
    assert answer.status_code == 422
    assert "No marked copy can be made of costs.ods" in answer.text


def test_good_news_is_said_with_what_was_read(visitor):
    page = visitor.get(visitor.paste("The dog slept by the door.")).text
    assert "Good news: nothing that a child would stumble over." in page
    assert "6 words read" in page
    assert "Download" not in page


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.docx", b"", "empty.docx is empty"),
        ("broken.docx", b"PK\x03\x04 no more", "broken.docx is damaged"),
        ("picture.jpg", b"\xff\xd8\xff\xe0 a picture", "picture.jpg is"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(visitor, name, data, told):
    answer = visitor.get(visitor.drop(name, data))
    assert answer.status_code == 422
    assert told in answer.text
    assert 'id="upload"' in answer.text


def test_a_form_without_a_document_says_what_to_do(visitor):
    for form in ({"files": {"file": ("", b"")}}, {"files": {"text": (None, "  ")}}, {"data": {"text": "x"}}):
        answer = visitor.post("/documents", **form)
        assert answer.status_code == 400
        assert "Choose a file, or paste some text" in answer.text


def test_pasted_text_is_read_line_by_line(visitor):
    answer = visitor.post("/documents", files={"text": (None, "An ICPC was held.\r\n\r\nIt was long.")})
    page = visitor.get(answer.headers["location"]).text
    assert "Pasted text" in page
    assert 'class="mark acronym"' in page


def test_a_mistake_in_the_words_is_told_once_on_the_pages_that_use_them(visitor, app):
    app.state.services.workshop.fault = "words.yaml, line 3: <no id>"
    for path in ("/", visitor.paste(DRAFT), "/words"):
        page = visitor.get(path).text
        assert page.count("words.yaml, line 3: &lt;no id&gt;") == 1
        assert "Until it is mended, the words from\nbefore it are used." in page


def test_a_workbook_says_what_was_decided_on_each_finding(visitor):
    address = visitor.paste(DRAFT)
    page = visitor.get(address).text
    decide(visitor, address, finding_of(page, "ICPC"), action="use", wording="0")
    decide(visitor, address, finding_of(page, "failed to engage"), action="keep", reason="=a quotation")
    answer = visitor.get(f"{address}/workbook")
    assert "filename*=UTF-8''draft-findings.xlsx" in answer.headers["content-disposition"]
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_name("Findings")
    headings, *rows = sheet.to_python()
    decided = {(row[headings.index("Words")], row[headings.index("Decided")]) for row in rows}
    assert ("ICPC", "") in decided
    assert any(words == "ICPC" and said.startswith("changed to “") for words, said in decided)
    assert ("failed to engage", "kept: =a quotation") in decided


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.*")), ids=lambda path: path.name)
def test_every_sample_is_shown_and_can_be_kept_as_a_page_and_a_workbook(visitor, path):
    address = visitor.drop(path.name, path.read_bytes())
    answer = visitor.get(address)
    if answer.status_code == 422:
        assert "Not read" in answer.text
    else:
        assert answer.status_code == 200
        assert visitor.get(f"{address}/page").status_code == 200
        assert visitor.get(f"{address}/workbook").status_code == 200
