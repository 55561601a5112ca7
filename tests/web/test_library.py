"""A library scanned from a page: begun, watched, stopped, gone on with, its figures seen, kept and deleted."""

from __future__ import annotations

import threading
import time
import zipfile
from io import BytesIO

import pytest

from jargon_scanner.data_folder import REVIEWED
from jargon_scanner.errors import UsageError
from jargon_scanner.library.scope import Progress
from jargon_scanner.web.scans import Asked, Scan, Scans, Stopped
from jargon_scanner.workshop import Setup

LETTER = "An ICPC was held. Mum failed to engage with us. Contact is at the placement.\n"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "templates" / "Early help"
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text(LETTER, "utf-8")
    (folder / "empty.docx").write_bytes(b"")
    return folder.parent


@pytest.fixture
def scanned(visitor, library):
    """The address of a library's page, when its scan has ended."""
    answer = visitor.post("/library", data={"name": "Our templates", "path": str(library)})
    assert answer.status_code == 303, answer.text
    return ended(visitor, answer.headers["location"])


def ended(visitor, address):
    for _ in range(600):
        if not visitor.get(f"{address}/progress").json()["running"]:
            return address
        time.sleep(0.05)
    pytest.fail("the scan does not end")


def test_the_story_says_how_much_where_and_what_first(visitor, scanned):
    page = visitor.get(scanned).text
    assert "How much?" in page
    assert "1 of 2 documents" in page
    assert "empty.docx is empty" in page
    assert "initial child protection conference" in page
    assert "Our templates" in visitor.get("/library").text


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [("kind=blaming", "engage", "ICPC"), ("find=icpc", "ICPC", "engage")],
)
def test_words_are_found_by_kind_and_by_letters(visitor, scanned, asked, there, gone):
    table = visitor.get(f"{scanned}?{asked}").text.partition('aria-label="Words"')[2].partition("</table>")[0]
    assert there in table
    assert gone not in table


def test_each_word_leads_to_its_places(visitor, scanned):
    page = visitor.get(f"{scanned}/terms/icpc").text
    assert "An ICPC was held." in page
    assert "letter.txt" in page
    assert visitor.get(f"{scanned}/terms/nothing").status_code == 404


def test_the_workbook_can_be_taken_and_nothing_else(visitor, scanned):
    answer = visitor.get(f"{scanned}/files/library.xlsx")
    assert "attachment" in answer.headers["content-disposition"]
    assert zipfile.is_zipfile(BytesIO(answer.content))
    for name in ("passwords.txt", "..%2F..%2Fletter.txt", ".env"):
        assert visitor.get(f"{scanned}/files/{name}").status_code == 404


def test_words_are_taken_to_our_voice(visitor, scanned):
    assert 'action="/our-voice/packs/new"' in visitor.get(scanned).text


def test_a_second_scan_reads_the_same_folder(visitor, scanned, library):
    (library / "Early help" / "more.txt").write_text("A placement was found.\n", "utf-8")
    assert visitor.post(f"{scanned}/again").status_code == 303
    assert "2 of 3 documents" in visitor.get(ended(visitor, scanned)).text


def test_what_the_team_has_decided_since_the_start_holds_in_a_scan(visitor, library, data_folder):
    data_folder.mkdir()
    row = "{id: contact, outcome: adopt, say: family time, chosen: {group: young people, date: 2027-03}}"
    (data_folder / REVIEWED).write_text(f"domain: Ours\nlayer: reviewed\nwordings: [{row}]\n", "utf-8")
    form = {"name": "Decided", "path": str(library)}
    address = ended(visitor, visitor.post("/library", data=form).headers["location"])
    page = visitor.get(f"{address}/terms/contact").text
    assert "Could say: family time. Chosen by young people, March 2027." in page


def test_figures_are_deleted_and_documents_are_not(visitor, scanned, library, data_folder):
    assert visitor.post(f"{scanned}/delete").status_code == 303
    assert visitor.get(scanned).status_code == 404
    assert list((data_folder / "figures").iterdir()) == []
    assert (library / "Early help" / "letter.txt").read_text("utf-8") == LETTER


def test_figures_only_keeps_no_word(visitor, library, data_folder):
    form = {"name": "Figures", "path": str(library), "figures_only": "true"}
    address = ended(visitor, visitor.post("/library", data=form).headers["location"])
    assert (
        b"failed to engage with us"
        not in (data_folder / "figures" / "Figures" / "figures.sqlite").read_bytes()
    )
    assert visitor.get(f"{address}/terms/icpc").status_code == 200


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Ours", "/nowhere/at/all"),
        ("../../etc", "."),
        ("", "."),
        ("a/b", "."),
        (".hidden", "."),
        ("Ours", ""),
    ],
)
def test_a_name_or_folder_that_cannot_be_is_said(visitor, name, path, data_folder):
    answer = visitor.post("/library", data={"name": name, "path": path})
    assert answer.status_code == 422
    assert "Nothing was scanned" in answer.text
    assert not (data_folder / "figures").exists()


@pytest.mark.parametrize(
    "path", ["/library/None", "/library/..%2F..%2Fetc", "/library/None/terms/icpc", "/library/None/progress"]
)
def test_a_library_that_is_not_there_is_said(visitor, path):
    assert visitor.get(path).status_code == 404


def test_a_stopped_scan_goes_on_where_it_was(tmp_path, library, monkeypatch):
    for number in range(5):
        (library / f"{number}.txt").write_text(f"Contact number {number} is at the placement.\n", "utf-8")
    scans = Scans(Setup(), tmp_path / "figures")
    told = Scan.tell
    first = threading.Event()

    def tell(self, progress):
        first.set()
        if progress.done == 2 and not again:
            scans.stop("Ours")
        told(self, progress)

    again = False
    monkeypatch.setattr(Scan, "tell", tell)
    scans.start("Ours", Asked(str(library)))
    with pytest.raises(Stopped):
        scans.of("Ours").ends.result(60)
    assert scans.of("Ours").fault == ""
    again = True
    scans.start("Ours", scans.asked_before("Ours"))
    scans.of("Ours").ends.result(60)
    assert scans.of("Ours").progress.done == 7
    scans.close()


def test_a_library_is_not_scanned_twice_at_once_nor_deleted_meanwhile(tmp_path, library, monkeypatch):
    scans = Scans(Setup(), tmp_path / "figures")
    go = threading.Event()
    monkeypatch.setattr(Scan, "tell", lambda *_: go.wait(60))
    scans.start("Ours", Asked(str(library)))
    scan = scans.of("Ours")
    scans.start("Ours", Asked(str(library)))
    assert scans.of("Ours") is scan
    with pytest.raises(UsageError, match="being scanned"):
        scans.delete("Ours")
    go.set()
    scan.ends.result(60)
    scans.close()


def test_the_time_left_is_what_the_pace_so_far_says():
    scan = Scan(began=time.monotonic() - 10)
    assert scan.seconds_left is None
    scan.progress = Progress(5, 15, 100)
    assert scan.seconds_left == pytest.approx(20, abs=1)


@pytest.mark.parametrize("name", ["..", "a%3Ab", "no-such"])
def test_a_name_that_no_library_has_is_not_scanned_again(visitor, name):
    assert visitor.post(f"/library/{name}/again").status_code in {404, 422}


def test_the_page_puts_first_what_the_workbook_puts_first(tmp_path, library):
    (library / "Early help" / "letter.txt").write_text(
        "Contact is on Saturdays.\n\nA placement was found.\n", "utf-8"
    )
    for entry in ("contact", "placement"):
        scans = Scans(Setup(), tmp_path / entry, known=lambda entry=entry: {entry: 0.0})
        scans.start("Ours", Asked(str(library)))
        scans.of("Ours").ends.result(60)
        assert scans.figures("Ours").changes[0].entry == entry
        scans.close()
