"""The workbook of reports, read back by a second reader."""

import io
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from jargon_scanner.document import Problem
from jargon_scanner.errors import FileMissing
from jargon_scanner.findings import Approval
from jargon_scanner.outputs import Look, find_output
from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.workbook import write_decided
from jargon_scanner.report import Note
from tests.reports import HOSTILE, advice, finding, full_report, report, swap


def read(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def sheets(*results):
    out = io.BytesIO()
    find_output("xlsx").write(iter(results), out, Look())
    return read(out.getvalue())


def column(sheet, heading):
    place = sheet[0].index(heading)
    return [row[place] for row in sheet[1:]]


def test_every_finding_document_note_and_problem_has_its_row():
    full = replace(
        full_report(),
        notes=(Note("never-explained", "ICPC is never explained.", ("Page 1", "Page 2")),),
        problems=(Problem("picture", "A picture was not read.", "Page 3"),),
    )
    book = sheets(full, report(path="clean.docx"), FileMissing("gone.docx"))
    assert len(book["Findings"]) == 1 + len(full.findings)
    assert column(book["Findings"], "Words") == [one.text for one in full.findings]
    assert column(book["Findings"], "Sentence") == [one.sentence for one in full.findings]
    assert column(book["Documents"], "Document") == [full.document.path, "clean.docx"]
    assert column(book["Documents"], "Findings") == [len(full.findings), 0]
    assert book["Notes"][1:] == [[full.document.path, "ICPC is never explained.", "Page 1; Page 2"]]
    assert column(book["Could not read"], "Code") == ["picture", "file-missing"]
    assert "gone.docx was not found" in book["Could not read"][2][2]


def test_who_chose_a_wording_and_who_kept_a_word_is_said():
    made, review = finding(), Approval("young people", "2027-03", 17, 14)
    offered = (swap("meeting", made, review=review), swap("get-together", made), advice("Say who met.", made))
    book = sheets(report(replace(made, suggestions=offered, review=review)))
    assert column(book["Findings"], "Could say") == ["meeting"]
    assert column(book["Findings"], "Or") == ["get-together; or Say who met."]
    assert column(book["Findings"], "Chosen") == ["by 14 of 17 young people, March 2027"]


@pytest.mark.parametrize("text", [HOSTILE, '=HYPERLINK("http://evil.example")', "@x", "x\ud800"])
def test_words_of_a_document_can_do_nothing(text):
    book = sheets(report(finding(text, f"A {text} here."), path=text), FileMissing(text))
    assert column(book["Findings"], "Words") == [visible(text)]
    assert column(book["Documents"], "Document") == [visible(text)]
    assert column(book["Could not read"], "Document") == [visible(text)]


def test_what_was_decided_stands_beside_each_finding():
    both = report(finding(), replace(finding(), id="f2"))
    out = io.BytesIO()
    write_decided(both, {both.findings[0].id: "kept: the law needs it"}, out)
    assert column(read(out.getvalue())["Findings"], "Decided") == ["kept: the law needs it", ""]
    assert "Decided" not in sheets(both)["Findings"][0]
