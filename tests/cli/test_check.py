import json
import os
import stat
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from jargon_scanner.cli import destination
from tests.cli.conftest import SECRET


def test_a_document_is_shown_as_text(run, draft):
    result = run("check", draft("plan.txt", "We step down."))
    assert result.exit_code == 0
    assert "[J step down]" in result.stdout
    assert result.stderr == ""


def test_the_text_of_a_document_is_only_there_when_it_was_asked_for(run, draft):
    path = draft("plan.txt", "We step down.")
    assert "text" not in json.loads(run("check", path, "--format", "json").stdout)
    assert json.loads(run("check", path, "--format", "json", "--with-text").stdout)["text"] == "We step down."


def test_json_is_for_one_document(run, draft, scanner):
    result = run("check", draft("a.txt"), draft("b.txt"), "--format", "json")
    assert result.exit_code == 2
    assert (
        result.stderr
        == "The json format is for one document, and there are 2. Use --format jsonl for several.\n"
    )
    assert scanner.scanned == []


def test_a_folder_is_read_and_a_bad_document_costs_only_itself(run, draft):
    draft("a.txt", "We step down.")
    draft("b.txt", "damaged")
    folder = draft("c.txt").parent
    result = run("check", folder, folder / "gone.txt", "--format", "jsonl")
    assert result.exit_code == 2
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [Path(line["document"]["path"]).name for line in lines] == [
        "a.txt",
        "b.txt",
        "c.txt",
        "gone.txt",
    ]
    assert [line.get("error", {}).get("code") for line in lines] == [
        None,
        "damaged-file",
        None,
        "file-missing",
    ]
    assert result.stderr.splitlines() == [
        f"{folder / 'b.txt'} is damaged: its end is missing. "
        "Open it in the program it came from and save it again.",
        f"{folder / 'gone.txt'} was not found. Check the spelling and the folder.",
    ]


def test_a_fault_of_ours_stands_in_its_place_and_quotes_nothing(run, draft):
    result = run("check", draft("a.txt", "fault"), draft("b.txt"), "--format", "jsonl")
    first, second = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 2
    assert first["error"]["code"] == "internal"
    assert "ZeroDivisionError at cli/" in first["error"]["message"]
    assert second["schema"] == "jargon-scanner/report/1"
    assert SECRET not in result.output


def test_an_empty_folder_is_told(run, tmp_path):
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "holds no document" in " ".join(result.stdout.split())
    assert "holds no document" in result.stderr


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ("any", 1),
        ("jargon", 1),
        ("system-word", 1),
        ("blaming", 0),
        ("blame,JARGON", 1),
        ("acronym, blaming", 0),
    ],
)
def test_fail_on_asks_for_kinds_categories_or_any(names, code, run, draft):
    assert run("check", draft("a.txt", "We step down."), "--fail-on", names).exit_code == code


def test_fail_on_is_not_met_by_a_clean_document(run, draft):
    assert run("check", draft("a.txt"), "--fail-on", "any").exit_code == 0


def test_what_could_not_be_read_wins_over_fail_on(run, draft):
    result = run("check", draft("a.txt", "We step down."), draft("b.txt", "damaged"), "--fail-on", "any")
    assert result.exit_code == 2


def test_an_unknown_name_of_fail_on_is_told_with_the_known_ones(run, draft, scanner):
    result = run("check", draft("a.txt"), "--fail-on", "jargn,any")
    assert result.exit_code == 2
    assert "--fail-on does not know jargn." in result.stderr
    assert "any, acronym, jargon, blaming" in result.stderr
    assert "system-word" in result.stderr
    assert scanner.scanned == []


def test_an_empty_fail_on_is_wrong_usage(run, draft):
    assert run("check", draft("a.txt"), "--fail-on", " , ").exit_code == 2


def test_the_model_and_the_layers_reach_the_scanner(run, draft, scanner, tmp_path):
    run("check", draft("a.txt"), "--model", "en_core_web_md", "--lexicon", "one", "--lexicon", "two")
    model, lexicon = scanner.created[0]
    assert model == "en_core_web_md"
    assert [str(path) for path in lexicon] == ["one", "two"]


def test_every_fault_of_a_lexicon_has_its_line_and_nothing_is_written(run, draft, tmp_path):
    result = run("check", draft("a.txt"), "--lexicon", "bad.yaml", "--output", tmp_path / "out.html")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


def test_an_unknown_format_is_told_with_the_known_ones(run, draft):
    result = run("check", draft("a.txt"), "--format", "xml")
    assert result.exit_code == 2
    assert "The formats are:" in result.stderr


def test_no_path_is_wrong_usage(run):
    assert run("check").exit_code == 2


def test_a_file_is_written_and_its_ending_says_how(run, draft, tmp_path):
    out = tmp_path / "out.html"
    result = run("check", draft("a.txt", "We step down."), "--output", out)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_workbook_holds_every_document_and_what_could_not_be_read(run, draft, tmp_path):
    draft("drafts/one.txt", "An ICPC was held.")
    draft("drafts/two.txt", "We had to step down.")
    draft("drafts/empty.txt", "")
    result = run("check", tmp_path / "drafts", "--output", tmp_path / "words.xlsx")
    assert result.exit_code == 2
    book = CalamineWorkbook.from_path(tmp_path / "words.xlsx")
    words = [row[2] for row in book.get_sheet_by_name("Findings").to_python()]
    assert words == ["Words", "ICPC", "step down"]
    (_, unread) = book.get_sheet_by_name("Could not read").to_python()
    assert unread[1] == "empty-file"


def test_a_dash_is_standard_output(run, draft):
    assert "Good news" in run("check", draft("a.txt"), "--output", "-").stdout


def test_a_document_is_never_overwritten_by_its_report(run, draft):
    path = draft("a.txt", "We step down.")
    result = run("check", path, "--output", path.parent / "." / "a.txt")
    assert result.exit_code == 2
    assert "one of the documents to check" in result.stderr
    assert path.read_text("utf-8") == "We step down."


def test_a_missing_folder_of_the_output_is_told_before_the_work(run, draft, tmp_path, scanner):
    result = run("check", draft("a.txt"), "--output", tmp_path / "none" / "out.txt")
    assert result.exit_code == 2
    assert "is not there" in result.stderr
    assert scanner.scanned == []


def test_an_interrupted_scan_leaves_the_old_file_and_nothing_else(run, draft, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("old", "utf-8")
    result = run("check", draft("a.txt"), draft("b.txt", "interrupt"), "--output", out)
    assert result.exit_code == 130
    assert result.output == ""
    assert out.read_text("utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "out.jsonl"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_what_is_half_written_is_private(tmp_path):
    with destination.opened(str(tmp_path / "out.txt")) as file:
        file.write(b"half")
        (part,) = tmp_path.iterdir()
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path):
    out = tmp_path / "out.txt"
    out.touch()
    out.chmod(0o640)
    with destination.opened(str(out)) as file:
        file.write(b"new")
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    assert out.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="POSIX links")
def test_a_link_is_written_through_and_a_device_is_not_replaced(tmp_path):
    (tmp_path / "real.txt").touch()
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with destination.opened(str(tmp_path / "link.txt")) as file:
        file.write(b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"
    with destination.opened(os.devnull) as file:
        file.write(b"gone")
    assert not Path(os.devnull).is_file()


def test_html_of_several_documents_fills_a_folder(run, draft, tmp_path):
    one, two = draft("a.txt", "We step down."), draft("b.txt")
    for folder in (tmp_path / "new", tmp_path / "new"):
        result = run("check", one, two, "--format", "html", "--output", f"{folder}/")
        assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "a.txt.html",
        "b.txt.html",
        "index.html",
    ]


def test_a_folder_is_no_place_for_one_file(run, draft, tmp_path):
    result = run("check", draft("a.txt"), "--format", "jsonl", "--output", tmp_path)
    assert result.exit_code == 2
    assert "is a folder" in result.stderr


def test_files_that_are_no_documents_are_not_read(run, draft):
    folder = draft("a.txt").parent
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert len(run("check", folder, "--format", "jsonl").stdout.splitlines()) == 1


def test_a_fault_outside_documents_is_a_sentence_too(run, draft, monkeypatch):
    def broken(*_):
        raise RuntimeError(SECRET)

    monkeypatch.setattr(sys.modules["jargon_scanner.outputs.terminal"], "fold", broken)
    result = run("check", draft("a.txt"))
    assert result.exit_code == 2
    assert result.stderr.startswith("jargon-scanner broke (RuntimeError at outputs/terminal.py line ")
    assert SECRET not in result.output


def test_a_full_disk_is_a_sentence(run, draft, monkeypatch, tmp_path):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(destination.os, "fsync", full)
    result = run("check", draft("a.txt"), "--output", tmp_path / "out.txt")
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


def test_files_of_a_folder_that_are_no_documents_are_named(run, draft):
    folder = draft("plan.txt").parent
    (folder / "photo.png").write_bytes(b"\x89PNG")
    (folder / "forms.json").write_text("{}")
    told = run("check", folder).stderr
    assert "photo.png" in told
    assert "forms.json" in told


def test_of_many_files_that_are_no_documents_the_rest_is_counted():
    from jargon_scanner.cli.passed_over import MOST_NAMES, passed_over

    files = [Path(f"{number}.png") for number in range(MOST_NAMES + 3)]
    assert passed_over(files).endswith("and 3 more (3 .png)")
    assert len(passed_over(files).splitlines()) == MOST_NAMES + 2
