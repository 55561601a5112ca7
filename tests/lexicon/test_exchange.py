from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jargon_scanner.errors import LexiconError, UsageError
from jargon_scanner.lexicon.entry import Condition, Term, Wording
from jargon_scanner.lexicon.exchange.files import changed, exported, imported
from jargon_scanner.lexicon.exchange.rows import COLUMNS, Row, read_rows, row_of, rows_of
from jargon_scanner.lexicon.exchange.sheets import read_csv, read_xlsx, write_csv, write_xlsx
from jargon_scanner.lexicon.exchange.wordings import spelled_out
from jargon_scanner.lexicon.load import Lexicon, load, read
from jargon_scanner.lexicon.write import lexicon_text
from tests.small_folders import BUNDLED, PLACEMENT, bundled, written
from tests.small_lexicons import short, term

WAYS: dict[str, tuple[Callable[..., bytes], Callable[..., Iterator[tuple[int, Row]]]]] = {
    "csv": (write_csv, read_csv),
    "xlsx": (write_xlsx, lambda data: read_xlsx(data, "words.xlsx")),
}
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\ufeff"), min_size=1, max_size=30
).map(str.strip).filter(bool)  # fmt: skip
FORMULAS = st.sampled_from(
    [
        "=1+1",
        "+44",
        "-x",
        "@SUM(A1)",
        "'=x",
        "{a: b}",
        '"quoted"',
        "rephrase: x",
        "a\nb",
        "NO",
        "1e5",
        "0.90",
        "[x]",
        "# x",
    ]
)


@pytest.mark.parametrize("way", WAYS)
def test_the_whole_bundled_lexicon_goes_there_and_back_unchanged(way: str) -> None:
    lexicon = read()
    writes, reads = WAYS[way]
    back = read_rows(reads(writes(rows_of(lexicon))), "words")
    assert back.faults == ()
    assert back.entries == tuple(one.entry for one in lexicon.entries.values())


def test_the_whole_bundled_lexicon_can_be_written_as_a_lexicon_file(tmp_path: Path) -> None:
    from jargon_scanner.lexicon.load import read_entries

    entries = [one.entry for one in read().entries.values()]
    layer, faults = read_entries(lexicon_text(entries, domain="All: of it"), "all.yaml", "all.yaml")
    assert faults == []
    assert [one.entry for one in layer.entries] == entries


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(TEXT | FORMULAS, min_size=6, max_size=6))
def test_any_words_go_there_and_back_unchanged(way: str, words: list[str]) -> None:
    entry = Term(
        id="x", term=words[0], pos="noun", kind="jargon", category="system-word", treatment="replace",
        meaning=words[1], also=(words[2],),
        say=(Wording(replace=words[3]), Wording(rephrase=words[4]), Wording(replace=words[5], number="mass")),
        only=(Condition(near=(words[0], words[5]), negated=False),),
    )  # fmt: skip
    writes, reads = WAYS[way]
    back = read_rows(reads(writes([row_of(entry)])), "words")
    assert back.faults == ()
    assert back.entries == (entry,)


def test_no_cell_is_a_formula() -> None:
    row = {
        "id": "x",
        "meaning": '=HYPERLINK("http://evil.example")',
        "why": "@SUM(A1)",
        "term": "+1",
        "source": "http://x.example",
    }
    cells = next(
        line
        for number, line in enumerate(csv.reader(io.StringIO(write_csv([row]).decode("utf-8-sig"))))
        if number
    )
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    sheet = zipfile.ZipFile(io.BytesIO(write_xlsx([row]))).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet


def test_a_spreadsheet_is_readable_for_people(few: Path) -> None:
    row = row_of(load()["contact"])
    assert row["say"] == "{replace: family time, number: mass}"
    assert row["unless"] == "{phrase: [eye contact]}"
    assert row_of(load()["placement"])["say"] == "home"
    assert row["flagged"] == "[Contact] was good."


def test_columns_may_stand_in_any_order_and_semicolons_between_them() -> None:
    text = "pos;term;id;kind;category;treatment;say;confidence\nnoun;den;den;jargon;system-word;replace;hut\n"
    back = read_rows(read_csv(text.encode("cp1252")), "words.csv")
    assert back.faults == ()
    assert back.entries[0].say[0].replace == "hut"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"id": "x", "meanin": "y"}, "there is no column 'meanin'. Did you mean 'meaning'?"),
        ({"id": "x", "term": "x", "pos": "nown"}, "pos: 'nown' is none of"),
        ({"id": "x", "term": "x", "say": "{replace: [}"}, "a cell cannot be read:"),
        ({"silence": "why"}, "a cell cannot be read: 'id'"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(row: Row, message: str) -> None:
    back = read_rows([(7, row)], "words.csv")
    assert back.entries == ()
    assert any(
        str(fault).startswith("words.csv:7: E002 ") and message in fault.message for fault in back.faults
    )


def test_empty_rows_and_columns_without_a_name_are_passed_over() -> None:
    back = read_rows(read_csv(b"id,term,\n,,\n"), "words.csv")
    assert back == read_rows([], "words.csv")


def test_silences_go_there_and_back(few: Path, tmp_path: Path) -> None:
    lexicon = load(
        [
            written(
                tmp_path / "c.yaml",
                silence=[{"id": "iro", "reason": "All: know"}, {"id": "contact", "reason": "-"}],
            )
        ]
    )
    back = read_rows(read_csv(write_csv(rows_of(lexicon))), "words")
    assert [(one.id, one.reason) for one in back.silences] == [("iro", "All: know"), ("contact", "-")]
    assert {one.id for one in back.entries} == {"placement", "step-down"}


def test_only_what_was_changed_is_new(few: Path) -> None:
    lexicon = load()
    entries = [one.entry for one in lexicon.entries.values()]
    entries[0] = entries[0].model_copy(update={"why": "Because."})
    assert changed(entries, lexicon) == [entries[0]]


def test_numbers_that_a_spreadsheet_makes_are_words_again(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet()
        for place, (name, value) in enumerate(
            {"id": "x", "term": "x", "confidence": 1, "familiar": True, "why": 0.5}.items()
        ):
            sheet.write(0, place, name)
            sheet.write(1, place, value)
    ((_, row),) = read_xlsx(out.getvalue(), "x")
    assert row == {"id": "x", "term": "x", "confidence": "1", "familiar": "yes", "why": "0.5"}


def test_files_of_other_formats_are_refused_kindly(few: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"has to end in .xlsx, .csv, .tbx, .vale"):
        exported(load(), ".doc")
    with pytest.raises(UsageError, match=r"Only .xlsx and .csv files are read back"):
        imported(tmp_path / "words.tbx")
    with pytest.raises(LexiconError, match="was not found"):
        imported(tmp_path / "words.csv")
    (tmp_path / "words.xlsx").write_bytes(b"no workbook")
    with pytest.raises(LexiconError, match="cannot be read as a workbook"):
        imported(tmp_path / "words.xlsx")


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lexicon:
    more: list[dict[str, Any]] = [
        term(
            "put <self> at risk",
            "verb",
            kind="blaming",
            category="blame",
            treatment="rethink",
            question="Who did what?",
        ),
        term("fail|refuse to (fully) engage", "verb", "not take part", id="fail"),
        short("CP", "child protection", "cerebral palsy"),
        short("GP", "doctor", familiar="yes"),
        term("contact", "noun", "message", id="contact-2", only=[{"near": ["MASH"]}]),
        {**PLACEMENT, "id": "24-hour-home", "term": "24-hour home & <a> key", "meaning": "A < B"},
    ]
    folder = bundled(tmp_path / "bundled", *BUNDLED, *more)
    monkeypatch.setattr("jargon_scanner.lexicon.load.bundled_folder", lambda: folder)
    return load()


def test_tbx_is_well_formed_with_a_concept_for_each_sense(words: Lexicon) -> None:
    data = exported(words, ".tbx")
    assert isinstance(data, bytes)
    space = {"t": "urn:iso:std:iso:30042:ed-2"}
    root = ElementTree.fromstring(data)
    assert root.attrib["style"] == "dca"
    assert root.attrib["type"] == "TBX-Basic"
    concepts = root.findall(".//t:conceptEntry", space)
    ids = [one.attrib["id"] for one in concepts]
    assert len(ids) == len(set(ids))
    assert {"c-cp-1", "c-cp-2", "c-placement", "c-24-hour-home"} <= set(ids)
    assert "c-gp" not in ids
    status = {
        (concept.attrib["id"], section.findtext("t:term", namespaces=space)): section.findtext("t:termNote[@type='administrativeStatus']", namespaces=space)
        for concept in concepts for section in concept.findall(".//t:termSec", space)
    }  # fmt: skip
    assert status["c-placement", "placement"] == "deprecatedTerm-admn-sts"
    assert status["c-placement", "home"] == "preferredTerm-admn-sts"
    assert status["c-contact", "contact"] == "admittedTerm-admn-sts"
    assert status["c-iro", "IRO"] == "deprecatedTerm-admn-sts"
    assert status["c-iro", "independent reviewing officer"] == "preferredTerm-admn-sts"
    assert status["c-put-self-at-risk", "put oneself at risk"] == "deprecatedTerm-admn-sts"


def test_a_vale_style_has_a_file_for_each_kind(words: Lexicon) -> None:
    files = dict(exported(words, ".vale"))
    jargon = yaml.safe_load(files["JargonScanner/Jargon.yml"])
    assert jargon["extends"] == "substitution"
    assert jargon["swap"]["(?:placements|placement)"] == "home"
    acronyms = yaml.safe_load(files["JargonScanner/Acronym.yml"])
    assert acronyms["ignorecase"] is False
    assert any(value.startswith("independent reviewing officer|") for value in acronyms["swap"].values())
    blaming = yaml.safe_load(files["JargonScanner/BlamingRethink.yml"])
    assert blaming["extends"] == "existence"
    assert "contact-2" in files["JargonScanner/README.md"].decode()
    assert b"BasedOnStyles = JargonScanner" in files[".vale.ini"]


def test_the_expressions_of_the_vale_style_find_the_words(words: Lexicon) -> None:
    import re

    files = dict(exported(words, ".vale"))
    swaps = yaml.safe_load(files["JargonScanner/Jargon.yml"])["swap"]
    mentions = yaml.safe_load(files["JargonScanner/BlamingRethink.yml"])["tokens"]
    for text in (
        "failed to fully engage",
        "refusing to engage",
        "stepped him down",
        "24-hour home & the key",
    ):
        assert any(re.fullmatch(one, text) for one in swaps), text
    assert any(re.fullmatch(one, "put herself at risk") for one in mentions)


@pytest.mark.parametrize(
    ("wording", "plain"),
    [
        (
            "fail|refuse to (fully) engage",
            ("fail to engage", "fail to fully engage", "refuse to engage", "refuse to fully engage"),
        ),
        ("put <self> at risk", ("put oneself at risk",)),
        ("<someone’s> <a> <person> word", ("somebody's (person) word",)),
    ],
)
def test_wordings_are_spelled_out(wording: str, plain: tuple[str, ...]) -> None:
    assert spelled_out(wording) == plain


def test_every_field_of_an_entry_has_a_column() -> None:
    from jargon_scanner.lexicon.entry import Examples, ShortForm

    fields = {*Term.model_fields, *ShortForm.model_fields, *Examples.model_fields} - {"examples"}
    assert fields <= set(COLUMNS)
