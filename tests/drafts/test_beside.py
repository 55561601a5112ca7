from __future__ import annotations

import html5lib
import pytest

from jargon_scanner.drafts.beside import put_beside
from jargon_scanner.drafts.short_report import short_report
from jargon_scanner.errors import CannotMark
from tests.drafts.made import DIFF, LEFT, copy_of
from tests.reports import HOSTILE, finding, report


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "plan.docx"
    path.write_bytes(b"a draft")
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_copy_and_the_report_stand_beside_the_draft(draft, tmp_path):
    beside = put_beside(copy_of(draft, beside=(DIFF,)), {})
    assert names(tmp_path) == ["plan-jargon.html", "plan-marked.diff", "plan-marked.docx", "plan.docx"]
    assert beside.copy.read_bytes() == b"a marked copy"
    assert beside.copy.name in beside.report.read_text("utf-8")
    assert set(beside.written) == {tmp_path / name for name in names(tmp_path)} - {draft}
    assert draft.read_bytes() == b"a draft"


def test_our_own_files_are_replaced(draft, tmp_path):
    first = put_beside(copy_of(draft), {})
    second = put_beside(copy_of(draft, b"a new copy"), first.written)
    assert second.copy == first.copy
    assert second.copy.read_bytes() == b"a new copy"
    assert len(names(tmp_path)) == 3


@pytest.mark.parametrize("mine", ["plan-marked.docx", "plan-jargon.html"])
def test_nothing_that_somebody_wrote_is_replaced(mine, draft, tmp_path):
    (tmp_path / mine).write_bytes(b"somebody's work")
    beside = put_beside(copy_of(draft), {})
    assert (beside.copy.name, beside.report.name) == ("plan-marked-2.docx", "plan-jargon-2.html")
    assert (tmp_path / mine).read_bytes() == b"somebody's work"


def test_a_copy_that_was_worked_on_or_is_open_is_left(draft, tmp_path):
    first = put_beside(copy_of(draft), {})
    first.copy.write_bytes(b"two changes accepted")
    second = put_beside(copy_of(draft), first.written)
    assert second.copy.name == "plan-marked-2.docx"
    (tmp_path / ".~lock.plan-marked-2.docx#").write_bytes(b"")
    assert put_beside(copy_of(draft), second.written).copy.name == "plan-marked-3.docx"
    assert first.copy.read_bytes() == b"two changes accepted"


def test_where_nothing_can_be_written_the_draft_is_named(draft, tmp_path):
    with pytest.raises(CannotMark, match=r"gone.*docx"):
        put_beside(copy_of(tmp_path / "gone" / "plan.docx"), {})


def test_the_report_says_what_comes_first_and_what_the_copy_leaves_out(draft):
    found = [
        finding("ICPC", kind="acronym"),
        *(finding("refused", kind="blaming", entry="refuse") for _ in range(2)),
    ]
    made = copy_of(draft, left=(LEFT,), notes=("Its signature is no longer valid.",))
    made = type(made)(draft, report(*found), made.marked)
    page = html5lib.parse(short_report(made, "plan-marked.docx"), namespaceHTMLElements=False)
    rows = [" ".join("".join(row.itertext()).split()) for row in page.iter("tr")]
    assert rows[1].startswith("BCould hurt: refused2")
    assert rows[2] == "AAcronym: ICPC1", "nothing was offered for it"
    text = " ".join("".join(page.itertext()).split())
    assert "Word has no comments in headers" in text
    assert "Its signature is no longer valid." in text


def test_nothing_in_a_document_becomes_markup(draft):
    made = copy_of(draft, notes=(HOSTILE,))
    made = type(made)(draft, report(finding(HOSTILE), path=HOSTILE), made.marked)
    page = html5lib.parse(short_report(made, HOSTILE), namespaceHTMLElements=False)
    assert not list(page.iter("script"))
    assert not list(page.iter("img"))
