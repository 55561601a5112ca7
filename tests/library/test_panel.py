"""The page for a panel: the right figures, and nothing that tells of a child."""

import io

import pytest
from docx import Document

from jargon_scanner.library.compare import compare
from jargon_scanner.library.panel import Panel, what_next, write_panel
from jargon_scanner.library.tally import tally
from jargon_scanner.library.tally.terms import own_wordings
from jargon_scanner.library.trend import history


def text_of(panel):
    out = io.BytesIO()
    write_panel(panel, out)
    word = Document(io.BytesIO(out.getvalue()))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


@pytest.fixture
def named(library):
    """The library with a child's name in every place that a person types."""
    (library / "Early help" / "Jaydenne's plan.md").write_text(
        "# Jaydenne's plan\n\nJaydenne absconded. The QZX met. Jaydenne likes Tuesdays.\n", "utf-8"
    )
    return library


def test_a_first_page_has_figures_services_and_what_next(named, store, scanned):
    text = text_of(Panel(tally(store, scanned(named, name="Northtown"))))
    assert "The language of our documents: Northtown" in text
    assert "We read 6 documents" in text
    assert "Children in care" in text
    assert "first scan" in text
    assert "What next" in text


def test_a_second_page_says_what_changed(named, store, scanned):
    first = scanned(named)
    (named / "Early help" / "plan b.md").write_text("He absconded again and again.", "utf-8")
    second = scanned(named)
    before = next(point for point in history(store) if point.run == first)
    text = text_of(Panel(tally(store, second), before, compare((store, first), (store, second))))
    assert "Used more: abscond" in text
    assert "New wording that could hurt: 1 place." in text


def test_a_folder_may_be_called_what_no_word_file_can_hold(library, store, scanned):
    (library / "Early help").rename(library / "Early\x1bhelp")
    text = text_of(Panel(tally(store, scanned(library))))
    assert "Early\ufffdhelp" in text


def test_nothing_on_the_page_tells_of_a_child(named, store, scanned):
    run = scanned(named)
    text = text_of(Panel(tally(store, run), own=own_wordings(store)))
    for word in ("Jaydenne", "QZX", "Tuesday", ".md"):
        assert word not in text


@pytest.mark.parametrize("text", ["Mum refused Jaydenne entry.", "The PA (Jaydenne's pal) came."])
def test_no_name_stands_in_what_to_write_instead(tmp_path, store, scanned, text):
    (tmp_path / "note.txt").write_text(f"{text}\n", "utf-8")
    report = tally(store, scanned(tmp_path / "note.txt"))
    next_ = "\n".join(what_next(Panel(report, own=own_wordings(store))))
    assert report.changes
    assert "Jaydenne" not in next_


def test_what_next_is_said_in_the_words_of_the_lexicon(tmp_path, store, scanned):
    (tmp_path / "note.txt").write_text("Mum refused Jaydenne entry. CAFCASS came.\n", "utf-8")
    report = tally(store, scanned(tmp_path / "note.txt"))
    assert sorted(what_next(Panel(report, own=own_wordings(store)))) == [
        "Cafcass: write it out, “Children and Family Court Advisory and Support Service” "
        "(1 place in 1 document)",
        "refuse someone access: write “not let someone in” (1 place in 1 document)",
    ]
