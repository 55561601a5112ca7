from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.drafts.names import copy_name, held_by, is_ours, report_name


@pytest.mark.parametrize("number", [1, 2, 17])
@pytest.mark.parametrize("name", ["plan.docx", "Core assessment v2.final.pdf", "x.txt", "-marked.docx"])
def test_what_we_name_is_ours(name, number):
    draft = Path(name)
    assert is_ours(copy_name(draft, ".docx", number))
    assert is_ours(copy_name(draft, ".diff", number))
    assert is_ours(report_name(draft, number))


@pytest.mark.parametrize(
    "name",
    [
        "plan.docx",
        "marked.docx",
        "court-report.docx",
        "plan-jargon.docx",
        "plan-marked-up.docx",
        "-marked.docx",
    ],
)
def test_what_people_name_is_theirs(name):
    assert not is_ours(name)


@pytest.mark.parametrize(
    ("draft", "lock"),
    [
        ("plan.docx", "~$plan.docx"),  # Word: a short name
        ("minutes.docx", "~$inutes.docx"),
        ("Core assessment.docx", "~$re assessment.docx"),  # a long one
        ("plan.docx", ".~lock.plan.docx#"),  # LibreOffice
    ],
)
def test_a_lock_file_says_that_a_draft_is_open(draft, lock, tmp_path):
    path = tmp_path / draft
    path.write_bytes(b"x")
    assert held_by(path) is None
    (tmp_path / lock).write_bytes(b"")
    assert held_by(path) == tmp_path / lock


def test_the_lock_of_another_draft_is_no_lock(tmp_path):
    (tmp_path / "~$her plan.docx").write_bytes(b"")
    assert held_by(tmp_path / "plan.docx") is None
