"""The flow over a small library: everything is read once, nothing is lost, a run can be broken off."""

import json
import sqlite3

import pytest

import jargon_scanner
from jargon_scanner.errors import UsageError
from jargon_scanner.library.analysis import UNKNOWN_LETTERS, Recipe, analyse
from jargon_scanner.library.engines.family import Setup
from jargon_scanner.library.figures import TABLES
from jargon_scanner.library.scope import Wishes, scan_library
from jargon_scanner.library.store import Store
from jargon_scanner.library.tally import last_run, tally, where


def facts(store, run):
    """All that a run says, but for its number and its times."""
    report = tally(store, run)
    return (
        report.totals,
        report.services,
        report.terms,
        report.acronyms,
        report.documents,
        report.prompts,
        report.changes,
        report.unread,
        report.passed_over,
        list(where(store, run)),
    )


def test_every_document_is_read_or_named(library, store, scanned):
    report = tally(store, scanned(library))
    assert (report.totals.documents, report.totals.read, report.totals.distinct) == (6, 5, 4)
    assert [(row.path, row.code) for row in report.unread] == [
        (str(library / "Early help" / "empty.docx"), "empty-file")
    ]
    assert report.passed_over == (str(library / "Early help" / "photo.png"),)
    assert {row.path for row in report.documents} | {row.path for row in report.unread} == {
        str(path) for path in library.rglob("*.*") if path.suffix != ".png"
    }


def test_the_same_bytes_are_analysed_once_and_counted_twice(library, store, scanned):
    report = tally(store, scanned(library))
    (term,) = [row for row in report.terms if row.entry == "contact"]
    assert (term.documents, term.occurrences) == (2, 2)
    assert term.services == ("Children in care",)
    assert {row.copies for row in report.documents if row.path.endswith("letter.txt")} == {2}
    assert store.db.execute("SELECT count(*) FROM content").fetchone() == (4,)


def test_an_unchanged_library_costs_only_the_walk(library, store, scanned, monkeypatch):
    (library / "Early help" / "empty.docx").unlink()  # what could not be read is tried again
    first = scanned(library)

    def never(*_):
        raise AssertionError("a document was analysed again")

    monkeypatch.setattr("jargon_scanner.library.engines.here.analyse", never)
    monkeypatch.setattr(
        "jargon_scanner.library.walk._hash", lambda path: never() if path.stat().st_size else ""
    )
    second = scanned(library)
    assert facts(store, second)[:6] == facts(store, first)[:6]


def test_a_changed_document_is_read_again(library, store, scanned):
    before = facts(store, scanned(library))
    (library / "Early help" / "plan c.md").write_text("All is well.", "utf-8")
    after = tally(store, scanned(library))
    assert after.totals.findings < before[0].findings


def test_choices_are_part_of_what_was_read(library, store, scanned):
    scanned(library)
    (library / ".jargon-scanner-ignore").write_text("contact | we all say it", "utf-8")
    report = tally(store, scanned(library))
    assert "contact" not in {row.entry for row in report.terms}


def test_two_processes_say_what_one_says(library, tmp_path, store, scanned):
    here = facts(store, scanned(library))
    with Store(tmp_path / "other.sqlite") as other:
        run = scan_library([library], other, Recipe(), Wishes(setup=Setup(processes=2)))
        assert facts(other, run) == here


def test_a_run_that_was_broken_off_goes_on_where_it_was(library, store, scanned, tmp_path):
    class Stop(Exception):
        pass

    def tell(progress):
        if progress.done == 3:
            raise Stop

    with pytest.raises(Stop):
        scan_library([library], store, Recipe(), Wishes(setup=Setup(processes=0)), tell)
    resumed = facts(store, scanned(library))
    with Store(tmp_path / "other.sqlite") as other:
        run = scan_library([library], other, Recipe(), Wishes(setup=Setup(processes=0)))
        assert facts(other, run) == resumed
    assert store.db.execute("SELECT count(*) FROM run").fetchone() == (1,)


def test_a_store_of_figures_holds_no_word_that_somebody_typed(library, tmp_path):
    (library / "Early help" / "note.md").write_text(
        "# Jaydenne's plan\n\n| Jaydenne's wishes | The QZX and the ICPC and placement |\n|---|---|\n| a | b |\n",
        "utf-8",
    )
    path = tmp_path / "figures.sqlite"
    with Store(path, keep_text=False) as store:
        run = scan_library([library], store, Recipe(), Wishes(setup=Setup(processes=0)))
        report = tally(store, run)
        assert report.totals.findings > 5
        assert UNKNOWN_LETTERS in {row.term for row in report.terms}
    with sqlite3.connect(path) as db:
        dump = "\n".join(db.iterdump())
    for word in ("Jaydenne", "QZX", "swimming", "failed to engage with us"):
        assert word not in dump


def test_a_store_does_not_change_its_mind_about_text(tmp_path):
    Store(tmp_path / "a.sqlite").close()
    with pytest.raises(UsageError, match="figures only"):
        Store(tmp_path / "a.sqlite", keep_text=False)
    Store(tmp_path / "b.sqlite", keep_text=False).close()
    with Store(tmp_path / "b.sqlite", keep_text=None) as again:
        assert not again.keeps_text


@pytest.mark.parametrize("kind", ["words", "another program's"])
def test_what_is_no_store_is_refused(tmp_path, kind):
    path = tmp_path / "x.sqlite"
    if kind == "words":
        path.write_text("no database at all, but text that is long enough to be one" * 20)
    else:
        sqlite3.connect(path).execute("CREATE TABLE mine (a)").connection.commit()
    with pytest.raises(UsageError, match="could not be opened"):
        Store(path)


def test_without_a_finished_run_there_is_nothing_to_show(store):
    with pytest.raises(UsageError, match="no finished scan"):
        last_run(store)


def test_repeated_and_printed_wording_is_told_apart_from_typed(library, store, scanned):
    report = tally(store, scanned(library))
    (row,) = [row for row in report.prompts if "statutory visit" in row.sentence]
    assert (row.documents, row.printed) == (3, False)


def test_what_to_fix_first_counts_uses_and_adds_up(library, store, scanned):
    from jargon_scanner.library.places import Structure

    listed = Structure(listed={"Early help/plan c.md": {"uses": "1000"}})
    changes = tally(store, scanned(library, structure=listed)).changes
    assert changes[0].documents[0] == str(library / "Early help" / "plan c.md")
    assert changes[0].edits == 1
    shares = [change.share for change in changes]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


@pytest.mark.parametrize("keep_text", [True, False])
def test_what_to_write_instead_is_said_as_the_lexicon_says_it(tmp_path, keep_text):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "plan.txt").write_text(
        "Two EHCPs were written. The meeting concluded.\n", "utf-8"
    )
    with Store(tmp_path / "figures.sqlite", keep_text=keep_text) as store:
        run = scan_library([tmp_path / "library"], store, Recipe(), Wishes(setup=Setup(processes=0)))
        offered = {row.term: row.suggestion for row in tally(store, run).changes}
        fitted = {row.suggestion for row in where(store, run)}
    assert offered == {"EHCP": "education, health and care plan", "conclude": "finish"}
    assert fitted == ({"education, health and care plans", "finished"} if keep_text else {""})


def test_one_call_scans_and_counts(library):
    report = jargon_scanner.scope([library], wishes=Wishes(setup=Setup(processes=0)))
    assert report.totals.read == 5
    assert report.documents[0].per_1000_words >= report.documents[-1].per_1000_words


def test_tables_are_plain_rows_for_data_frames(library, store, scanned):
    report = tally(store, scanned(library))
    for table in TABLES:
        assert len(report.rows(table)) == len(getattr(report, table))
    assert json.dumps(report.rows("documents"))
    with pytest.raises(ValueError, match="no table 'colours'"):
        report.rows("colours")


def test_what_word_and_pdf_files_say_of_themselves_tells_whose_they_are(tmp_path, store, scanned):
    from docx import Document

    from jargon_scanner.library.places import structure

    word = Document()
    word.add_paragraph("An ICPC was held.")
    word.core_properties.author, word.core_properties.category = "Sam Okafor", "Early help"
    word.save(tmp_path / "plan.docx")
    ordered = structure(None, None, "service=category, owner=author")
    (row,) = tally(store, scanned(tmp_path / "plan.docx", structure=ordered)).documents
    assert (row.service, row.owner) == ("Early help", "Sam Okafor")
    (plain,) = tally(store, scanned(tmp_path / "plan.docx")).documents
    assert (plain.service, plain.owner) == ("", "")


def test_a_document_that_needs_more_memory_than_there_is_is_no_fault_of_ours(library, monkeypatch):
    def full(_):
        raise MemoryError

    monkeypatch.setattr("jargon_scanner.library.analysis.load", full)
    assert analyse(Recipe(), library / "a.docx").code == "too-large"
