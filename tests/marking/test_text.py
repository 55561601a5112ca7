"""Text, Markdown and what cannot be marked: the page, the diff that ``patch`` applies, the clean copy."""

from __future__ import annotations

import codecs
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jargon_scanner import scan
from jargon_scanner.errors import CannotMark
from jargon_scanner.loaders import load
from jargon_scanner.loaders.decoding import encode_like
from jargon_scanner.marking import As, Marked, Wishes, mark
from jargon_scanner.marking.unified import unified
from tests.conftest import ROOT
from tests.reports import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from jargon_scanner.scan import Scanner

SAMPLES = ROOT / "sample_docs"
TEXTS = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md"})
NOTE = "The father commenced work.\n\nMum failed to engage, café and all.\n"

Mark = "Callable[..., Marked]"


@pytest.fixture
def marked(scanner: Scanner) -> Callable[..., Marked]:
    def marked(path: Path, as_: As = "changes") -> Marked:
        return mark(path, scan(path, scanner=scanner), Wishes(datetime(2027, 3, 14, tzinfo=UTC), as_))

    return marked


def patched(folder: Path, name: str, old: bytes, diff: bytes, tool: str) -> bytes:
    """The file after another program has put the diff into it."""
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(old)
    command = {"patch": ["patch", "--quiet"], "git": ["git", "apply", "-"]}[tool]
    subprocess.run(command, input=diff, cwd=folder, check=True, capture_output=True)
    return (folder / name).read_bytes()


@pytest.mark.parametrize("tool", ["patch", "git"])
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_the_diff_gives_exactly_the_clean_copy(path: Path, tool: str, marked: Mark, tmp_path: Path) -> None:
    copy, clean = marked(path), marked(path, "clean")
    if not copy.beside:
        assert clean.data == path.read_bytes()
        return
    (diff,) = copy.beside
    assert diff.suffix == ".diff"
    assert clean.data != path.read_bytes()
    assert patched(tmp_path, path.name, path.read_bytes(), diff.data, tool) == clean.data


@pytest.mark.parametrize(
    "data",
    [
        NOTE.encode(),
        NOTE.rstrip("\n").encode(),
        NOTE.replace("\n", "\r\n").encode(),
        NOTE.replace("\n", "\r").encode(),
        NOTE.replace("\n\n", "\r\n\n").encode(),
        codecs.BOM_UTF8 + NOTE.encode(),
        NOTE.encode("cp1252"),
        codecs.BOM_UTF16_LE + NOTE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + NOTE.replace("\n", "\r\n").encode("utf-16-be"),
        (NOTE * 20).encode("utf-16-le"),
    ],
    ids=[
        "lf",
        "no end",
        "crlf",
        "cr",
        "mixed",
        "utf-8 mark",
        "cp1252",
        "utf-16",
        "utf-16 be",
        "utf-16 no mark",
    ],
)
def test_line_ends_and_encodings_are_kept(data: bytes, marked: Mark, tmp_path: Path) -> None:
    path = tmp_path / "a note.txt"
    path.write_bytes(data)
    text = load(path).text
    clean = marked(path, "clean")
    assert (clean.suffix, load_text(clean, tmp_path)) == (".txt", text.replace("commenced", "started"))
    (diff,) = marked(path).beside
    assert patched(tmp_path / "in", path.name, data, diff.data, "patch") == clean.data


def load_text(copy: Marked, folder: Path) -> str:
    path = folder / f"again{copy.suffix}"
    path.write_bytes(copy.data)
    return load(path).text


@settings(max_examples=40, deadline=None)
@given(
    old=st.lists(st.sampled_from([b"a\n", b"b\r\n", b"\n", b"c"])),
    new=st.lists(st.sampled_from([b"a\n", b"d\n", b"e"])),
)
def test_any_difference_is_put_in_exactly(tmp_path_factory, old: list[bytes], new: list[bytes]) -> None:
    before, after = b"".join(old), b"".join(new)
    if before and after and before != after:
        folder = tmp_path_factory.mktemp("diff")
        assert patched(folder, "note.txt", before, unified("note.txt", before, after), "patch") == after


def test_letters_that_cannot_be_written_back_are_said_and_no_diff_is_made(
    marked: Mark, tmp_path: Path
) -> None:
    path = tmp_path / "mixed.txt"
    path.write_bytes("The father commenced work. Café, naïve, façade, £5. ".encode() + b"\xe9 and \x96.\n")
    assert encode_like(path.read_bytes(), load(path).text, "") is None
    copy = marked(path)
    assert copy.beside == ()
    assert "no diff" in copy.notes[0]
    with pytest.raises(CannotMark, match="save it as UTF-8"):
        marked(path, "clean")


def page_of(copy: Marked) -> Element:
    assert copy.suffix == ".html"
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(copy.data.decode())
    return next(part for part in page.iter("section") if part.get("class") == "copy")


def words_in(element: Element, *, without: tuple[str, ...]) -> str:
    if element.tag in without or element.get("class") in {"letter", "hidden", "quiet"}:
        return element.tail or ""
    inside = "".join(words_in(child, without=without) for child in element)
    return (element.text or "") + inside + (element.tail or "")


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "name",
    [
        "strategy_discussion.md",
        "duty_notes.txt",
        "reunification_plan.odt",
        "visit_tracker.xlsx",
        "case_transfer_summary.rtf",
    ],
)
def test_the_page_holds_the_document_once_and_in_its_order(name: str, marked: Mark) -> None:
    path = SAMPLES / name
    document = load(path)
    section = page_of(marked(path))
    read = letters(words_in(section, without=("h2", "ins", "sup")))
    assert read == letters("".join(block.text for block in document.blocks))


def test_changes_and_notes_stand_in_place(marked: Mark, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(
        "# Visit\n\nThe father commenced work. Mum failed to engage. She commenced again.\n", "utf-8"
    )
    copy = marked(path)
    section = page_of(copy)
    assert [part.text for part in section.iter("del")] == ["commenced", "commenced"]
    assert [part.text for part in section.iter("ins")] == ["started", "started"]
    assert [part.get("class") for part in section.iter("mark")] == ["blaming"]
    links = [part.get("href") for part in section.iter("a")]
    assert links == ["#note-1", "#note-2", "#note-1"]
    assert b'id="note-2"' in copy.data
    assert [done.action for done in copy.done] == ["changed", "commented", "changed"]


def test_comments_only_change_nothing(marked: Mark, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, "utf-8")
    copy = marked(path, "comments")
    assert copy.beside == ()
    assert not list(page_of(copy).iter("ins"))
    assert {done.action for done in copy.done} == {"commented"}


def test_a_documents_words_are_never_markup(marked: Mark, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(f"{HOSTILE.replace(chr(27), '').replace(chr(7), '')} The father commenced work.", "utf-8")
    copy = marked(path)
    assert b"<script" not in copy.data
    assert b"<img" not in copy.data
    assert "<script>" in words_in(page_of(copy), without=("ins",))


def test_what_cannot_be_marked_says_so_and_what_to_do(marked: Mark) -> None:
    copy = marked(SAMPLES / "reunification_plan.odt")
    (note,) = copy.notes
    assert "it is an OpenDocument text" in note
    assert "save it as a Word document (.docx) and mark that" in note
    assert note.encode() in copy.data
    sheet = marked(SAMPLES / "visit_tracker.xlsx")
    assert "Word" not in sheet.notes[0]
    with pytest.raises(CannotMark, match=r"save it as a Word document \(.docx\)"):
        marked(SAMPLES / "reunification_plan.odt", "clean")
