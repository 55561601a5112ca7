"""Forms that go out and come back: real Word and Excel files, filled in as people do, read and counted."""

import io
import shutil
import subprocess
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from jargon_scanner.library.audit.forms import FORMATS, read_form
from jargon_scanner.library.audit.forms.family import Form
from jargon_scanner.library.audit.kept import keep
from jargon_scanner.library.audit.pairs import findings_of, pair_sample
from jargon_scanner.library.audit.people import Auditor
from jargon_scanner.library.audit.questions import MARKS, QUESTIONS
from jargon_scanner.library.audit.results import Results, Said, results
from jargon_scanner.library.audit.told import write_word, write_workbook
from jargon_scanner.library.places import Structure
from jargon_scanner.library.sampling import Sample
from jargon_scanner.library.store import Store

PEOPLE = (Auditor("Bo Day", "Early help"), Auditor("Cy Roe", "Children in care", ("West",)))
ANSWERS = {"felt": "Small.", "learnt": "=A lot", "change": "My first line", "well": "The end"}


@pytest.fixture
def sample(library, store, scanned):
    return scanned(library, sample=Sample(2, 7, ""), structure=Structure("{service}/{team}"))


def written(store, run, folder, suffix=".docx"):
    """The forms of a sample as files."""
    paired = pair_sample(store, run, PEOPLE, "2027-03")
    files = []
    for one in paired.pairs:
        path = folder / f"{one.code}{suffix}"
        with path.open("wb") as out:
            FORMATS[suffix].write(Form(one, findings_of(store, run, one.document.path)), out)
        files.append(path)
    return files


def fill(path, answers):
    """Write on a form as a person does: beside the words of each question."""
    words = {one.words: answers.get(one.id, "") for one in (*QUESTIONS, *MARKS)}
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        for row in book.active.iter_rows():
            if row[0].value in words:
                given = words[row[0].value]
                row[1].value = int(given) if given.isdigit() else given
                row[1].data_type = "n" if given.isdigit() else "s"
        book.save(path)
        return
    word = docx.Document(str(path))
    for table in word.tables:
        for row in table.rows:
            if row.cells[0].text in words:
                row.cells[-1].text = words[row.cells[0].text]
    word.save(str(path))


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_filled_forms_come_back_as_they_were_filled(store, sample, tmp_path, suffix):
    files = written(store, sample, tmp_path, suffix)
    assert len(files) == 4
    for path in files:
        assert read_form(path).is_blank
        fill(path, ANSWERS | {"clear": "4", "kind": "5", "voice": "2"})
    reading = keep(store, map(read_form, files))
    assert (len(reading.kept), reading.faults) == (4, ())
    again = keep(store, map(read_form, files))
    assert (again.kept, len(again.known)) == ((), 4)
    found = results(store)
    assert (found.rows[0].service, found.rows[0].returned, found.rows[0].sent) == (None, 4, 4)
    assert [one.middle.value for one in found.rows[0].marks] == [4, 5, 2]
    assert found.rows[0].marks[2].good.value == 0
    assert found.rows[0].marks[2].good.high > 0.3
    assert {one.words for one in found.said} == set(ANSWERS.values())


def test_the_same_sample_has_the_same_codes_and_other_people_others(store, sample):
    first = pair_sample(store, sample, PEOPLE, "2027-03")
    assert pair_sample(store, sample, PEOPLE[::-1], "2027-03") == first
    pair_sample(store, sample, [Auditor("Di", "Adoption")], "2027-03")
    assert store.db.execute("SELECT count(*), count(DISTINCT auditor) FROM audit").fetchone() == (4, 1)


def test_nobody_reads_their_own_service_or_team_and_it_is_said_who_is_left(store, scanned, library):
    run = scanned(library, sample=Sample(9, 7), structure=Structure("{service}/{team}"))
    paired = pair_sample(store, run, [*PEOPLE, Auditor("Ed", "Early help", ("West",))])
    assert all(one.document.service != one.auditor.service for one in paired.pairs)
    assert all(one.auditor.name == "Bo Day" for one in paired.pairs if one.document.team == "West")
    alone = pair_sample(store, run, [PEOPLE[1]])
    assert {why for _, why in alone.nobody} == {"Of 1 auditors 1 is of the same service."}
    assert alone.unknown_authors == len(alone.pairs)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"clear": ""}, "“Clear: a child could follow it” has no answer"),
        ({"felt": " "}, "“What would this child feel, reading it?” has no answer"),
        ({"kind": "6"}, "“6” is no mark"),
        ({"kind": "good"}, "“good” is no mark"),
    ],
)
def test_what_is_missing_or_cannot_be_read_is_said_by_question(store, sample, tmp_path, answers, said):
    path = written(store, sample, tmp_path)[0]
    fill(path, ANSWERS | {"clear": "4", "kind": "4/5", "voice": "2 out of 5"} | answers)
    reading = keep(store, [read_form(path)])
    ((name, faults),) = reading.faults
    assert name == path.name
    assert len(faults) == 1
    assert said in faults[0]
    assert not results(store).said


def test_marks_are_read_as_people_write_them(store, sample, tmp_path):
    path = written(store, sample, tmp_path)[0]
    fill(path, ANSWERS | {"clear": "4/5", "kind": " 5 out of 5 ", "voice": "1.0"})
    assert [read_form(path).answers[one.id] for one in MARKS] == ["4", "5", "1"]


def test_forms_that_are_none_of_ours_are_named(store, sample, tmp_path):
    first, second, third, fourth = written(store, sample, tmp_path)
    word = docx.Document(str(first))
    word.tables[0].rows[1].cells[1].text = "KXM-RTP-Z"
    word.save(str(first))
    docx.Document().save(str(second))
    third.write_bytes(b"PK broken")
    letter = tmp_path / "letter.txt"
    letter.write_text("x")
    marks = {"clear": "4", "kind": "4", "voice": "4"}
    fill(fourth, ANSWERS | marks)
    copy = shutil.copy(fourth, tmp_path / "copy.docx")
    fill(copy, ANSWERS | marks | {"clear": "1"})
    reading = keep(store, map(read_form, (first, second, third, letter, fourth, copy)))
    told = " ".join(fault for _, faults in reading.faults for fault in faults)
    for said in (
        "has a slip in it",
        "no form of ours",
        "could not be opened",
        "it is no .docx or .xlsx",
        "say different things",
    ):
        assert said in told
    assert reading.kept == ()
    with Store(None) as other:
        (fault,) = keep(other, [read_form(fourth)]).faults
    assert "was not given out" in fault[1][0]


@pytest.mark.parametrize("damage", ["", "<w:document", "<a/>"])
def test_a_damaged_form_is_told_and_the_others_go_on(store, sample, tmp_path, damage):
    broken, whole = written(store, sample, tmp_path)[:2]
    with zipfile.ZipFile(whole) as form, zipfile.ZipFile(broken, "w") as copy:
        for name in form.namelist():
            copy.writestr(name, damage if name == "word/document.xml" else form.read(name))
    fill(whole, ANSWERS | {"clear": "4", "kind": "4", "voice": "4"})
    reading = keep(store, map(read_form, (broken, whole)))
    assert len(reading.kept) == 1
    ((name, (fault,)),) = reading.faults
    assert name == broken.name
    assert "could not be opened" in fault
    assert "save it again" in fault


def test_an_answer_that_word_keeps_as_a_tracked_change_is_an_answer(store, sample, tmp_path):
    path = written(store, sample, tmp_path)[0]
    fill(path, ANSWERS | {"clear": "4", "kind": "4", "voice": "4"})
    word = docx.Document(str(path))
    run = next(
        run
        for table in word.tables
        for row in table.rows
        for run in row.cells[-1].paragraphs[0].runs
        if run.text == ANSWERS["felt"]
    )
    inserted = OxmlElement("w:ins")
    run._r.addprevious(inserted)
    inserted.append(run._r)
    word.save(str(path))
    assert read_form(path).answers["felt"] == ANSWERS["felt"]


def test_a_store_of_figures_keeps_marks_and_no_words(library, tmp_path):
    from jargon_scanner.library.analysis import Recipe
    from jargon_scanner.library.engines.family import Setup
    from jargon_scanner.library.scope import Wishes, scan_library

    with Store(tmp_path / "f.sqlite", keep_text=False) as store:
        run = scan_library([library], store, Recipe(), Wishes(setup=Setup(processes=0), sample=Sample(1, 1)))
        path = written(store, run, tmp_path)[0]
        fill(path, ANSWERS | {"clear": "4", "kind": "4", "voice": "4"})
        assert keep(store, [read_form(path)]).kept
        assert not results(store).said
        assert results(store).rows[0].returned == 1
        assert keep(store, [read_form(path)]).known


def test_a_form_says_what_matters_most_first_and_is_told_to_a_screen_reader(store, sample, tmp_path):
    run = sample
    (path,) = [path for path in written(store, run, tmp_path) if "fail to engage" in str(rows_of(path))][:1]
    rows = rows_of(path)
    found = rows.index(["Words", "Where first", "Could say"])
    assert rows[found + 1][0].startswith("fail to engage")
    word = docx.Document(str(path))
    assert word.core_properties.language == "en-GB"
    assert word.paragraphs[0].style.name == "Heading 1"
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def rows_of(path):
    return [
        [cell.text for cell in row.cells] for table in docx.Document(str(path)).tables for row in table.rows
    ]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_every_form_is_one_page(store, sample, tmp_path):
    import pypdfium2

    run = sample
    store.db.execute(
        "UPDATE document SET inside = 'Children in care/' || printf('%.*c', 300, 'x') || '.docx'"
    )
    files = [*written(store, run, tmp_path), *written(store, run, tmp_path, ".xlsx")]
    soffice = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    subprocess.run(
        [*soffice, "--convert-to", "pdf", "--outdir", str(tmp_path / "pdf"), *map(str, files)],
        check=True,
        capture_output=True,
    )
    pages = [len(pypdfium2.PdfDocument(path)) for path in sorted((tmp_path / "pdf").glob("*.pdf"))]
    assert pages == [1] * len(pages)


def test_results_are_written_for_people_without_names(store, sample, tmp_path):
    files = written(store, sample, tmp_path)
    for path in files:
        fill(path, ANSWERS | {"felt": "=Jay felt small", "clear": "4", "kind": "5", "voice": "2"})
    keep(store, map(read_form, files))
    found = results(store, lambda words: words.replace("Jay", "[name]"))
    out = io.BytesIO()
    write_word(found, out)
    word = docx.Document(io.BytesIO(out.getvalue()))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "☐ =[name] felt small" in text
    assert word.tables[0].rows[1].cells[2].text == "4 of 4"
    assert word.tables[0].rows[1].cells[3].text.startswith("4; 100% (51%-100%)")
    out = io.BytesIO()
    write_workbook(found, out)
    book = openpyxl.load_workbook(io.BytesIO(out.getvalue()))
    assert [cell.value for cell in book["Marks"][2]][:6] == ["2027-03", "all services", 4, 4, 4, None]
    assert {cell.data_type for row in book["Words"].iter_rows(min_row=2) for cell in row} == {"s"}


def test_what_an_auditor_wrote_cannot_break_the_page_or_stand_in_another_order():
    said = Said("2027-03", "Early\x01 help", "What did you learn?", "one\u202etwo\x07", "KXM-RTP-B")
    out = io.BytesIO()
    write_word(Results((), (said,)), out)
    text = [paragraph.text for paragraph in docx.Document(io.BytesIO(out.getvalue())).paragraphs]
    assert "2027-03, Early� help" in text
    assert "☐ one�two�" in text
