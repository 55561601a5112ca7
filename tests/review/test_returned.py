"""Answers typed into the spreadsheet, as Excel would save it, and brought in: whole, once, or not at all."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jargon_scanner.errors import UsageError
from jargon_scanner.review.cards import Card, Pack
from jargon_scanner.review.packs.answers.sheet import answers_sheet
from jargon_scanner.review.questions import FEELINGS
from jargon_scanner.review.record import Record, answers, forgetting, open_record, packs, sessions
from jargon_scanner.review.returned import bring_in

NOW = datetime(2027, 3, 12, tzinfo=UTC)
CONTACT = Card("c1", "contact", "contact", "family time", ("family time", "seeing mum and dad"), ())
LAC = Card("c2", "lac", "LAC", "", ("child in care",), ())
PACK = Pack("p1", "Spring words", NOW, (CONTACT, LAC))
OFFICE = shutil.which("soffice")


@pytest.fixture
def record(where: str) -> Iterator[Record]:
    """In a file, and in a database."""
    with open_record(where) as opened:
        with opened.writing() as db:
            packs.add(db, PACK)
        yield opened


class Filled:
    """The spreadsheet in somebody's hands."""

    def __init__(self, data: bytes | None = None) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data or answers_sheet(PACK)))
        self.book["Start here"]["B3"] = "Tuesday group"
        self.book["Start here"]["B4"] = date(2027, 3, 9)
        self.row = 2

    def person(self, *cells: object) -> None:
        for column, cell in enumerate(cells, start=1):
            self.book["One by one"].cell(self.row, column, cell)
        self.row += 1

    def count(self, row: int, **numbers: object) -> None:
        sheet = self.book["Counted"]
        heads = {sheet.cell(1, column).value: column for column in range(1, sheet.max_column + 1)}
        for heading, number in numbers.items():
            sheet.cell(row, heads[heading], number)

    def saved(self) -> bytes:
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def bring(record: Record, data: bytes, **more):
    with record.writing() as db:
        return bring_in(db, data, NOW, **more)


def given_in(record: Record, session: str):
    with record.reading() as db:
        return answers.of_sessions(db, session)


def test_people_one_by_one_become_a_session_of_their_own(record: Record) -> None:
    filled = Filled()
    filled.person(
        1, "Young person", "12 to 15", "1. contact", "Yes", "a phone", "Sad", "B", "Change it", "", "Yes"
    )
    filled.person(1, "", "", "2. LAC", "no", "", "Very sad", "", "", "Jayden calls it home", "")
    filled.person(2, "Parent or carer", "", "1. contact", "", "", "", "family time", "", "", "")
    came = bring(record, filled.saved())
    assert (came.session.name, came.people, came.is_new) == ("Tuesday group", 2, True)
    assert came.session.opened.astimezone().date() == date(2027, 3, 9)
    found = {(one.group, one.card, one.question): one for one in given_in(record, came.session.id)}
    assert {key[2]: (one.choice, one.words) for key, one in found.items() if key[:2] == ("young person", "c1")} == {
        "seen": ("yes", ""), "guess": ("", "a phone"), "feeling": ("sad", ""),
        "prefer": ("seeing mum and dad", ""), "sort": ("change", ""),
    }  # fmt: skip
    own = found["young person", "c2", "prefer"]
    assert (own.choice, own.words, own.moderation, own.may_quote, own.age) == (
        "my own way", "Jayden calls it home", "held", True, "12 to 15",
    )  # fmt: skip
    assert found["parent or carer", "c1", "prefer"].choice == "family time"
    with record.reading() as db:
        assert not sessions.get(db, came.session.id).is_open(NOW)


def test_counts_become_as_many_people_as_they_need(record: Record) -> None:
    filled = Filled()
    guesses = "a phone\nseeing your mum"
    filled.count(2, **{"Seen it: Yes": 4, "Seen it: No": 1, "Feels: Sad": 3, "Rather: A": 2, "Rather: Their own word": 1,
                       "Their own words (one on a line)": "home time", "What people think it means (one on a line)": guesses})  # fmt: skip
    filled.count(6, **{"Keep it": 2})
    came = bring(record, filled.saved())
    given = given_in(record, came.session.id)
    assert came.people == 5 + 2
    assert Counter((one.group, one.card, one.question, one.choice) for one in given) == {
        ("young person", "c1", "seen", "yes"): 4,
        ("young person", "c1", "seen", "no"): 1,
        ("young person", "c1", "feeling", "sad"): 3,
        ("young person", "c1", "prefer", "family time"): 2,
        ("young person", "c1", "prefer", "my own way"): 1,
        ("young person", "c1", "guess", ""): 2,
        ("parent or carer", "c2", "sort", "keep"): 2,
    }
    assert {one.words for one in given if one.words} == {"home time", "a phone", "seeing your mum"}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=5, max_size=5).filter(any))
def test_every_count_comes_back_as_it_was_typed(counts: list[int]) -> None:
    filled = Filled()
    heads = [f"Feels: {words.capitalize()}" for words in FEELINGS]
    filled.count(4, **dict(zip(heads, counts, strict=True)))
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "a.sqlite") as record,
        record.writing() as db,
    ):
        packs.add(db, PACK)
        came = bring_in(db, filled.saved(), NOW)
        found = Counter(one.choice for one in answers.of_sessions(db, came.session.id))
    assert [found[name] for name in FEELINGS] == counts
    assert came.people == sum(counts)


def test_the_same_again_changes_nothing_and_something_else_needs_a_word(record: Record) -> None:
    filled = Filled()
    filled.person(1, "Young person", "", "1. contact", "Yes")
    first = bring(record, filled.saved())
    again = bring(record, filled.saved())
    assert (again.session.id, again.is_new) == (first.session.id, False)
    filled.person(2, "Young person", "", "1. contact", "No")
    with pytest.raises(UsageError, match="--replace"):
        bring(record, filled.saved())
    other = bring(record, filled.saved(), replace=True)
    assert other.people == 2
    with record.reading() as db:
        assert [one.id for one in sessions.all_sessions(db)] == [other.session.id]
    filled.book["Start here"]["B3"] = "Thursday group"
    assert bring(record, filled.saved()).is_new
    forgetting.forget_session(record, other.session.id)
    filled.book["Start here"]["B3"] = "Tuesday group"
    assert bring(record, filled.saved()).is_new


def test_every_cell_that_cannot_be_taken_is_named_and_nothing_is_kept(record: Record) -> None:
    filled = Filled()
    filled.person(1, "Young person", "13", "1. contact", "Perhaps", "", "meh", "F")
    filled.person("", "Young person", "", "1. contact", "Yes")
    filled.person(1, "Professional", "", "1. contact", "Yes")
    filled.person(3, "", "", "contact", "Yes")
    filled.person(4, "Young person", "", "1. contact", "Yes", "x" * 600)
    filled.count(2, **{"Feels: Sad": "three", "Rather: B": 2.5, "Keep it": -1})
    filled.count(5, **{"Rather: B": 1})
    with pytest.raises(UsageError) as told:
        bring(record, filled.saved())
    lines = str(told.value).splitlines()
    assert lines[0] == "Nothing was brought in, because of these cells:"
    for place, what in [
        ("One by one, row 2, column Age", "“13” is none of Under 8, 8 to 11, 12 to 15 or 16 or over"),
        ("One by one, row 2, column Seen it before", "“Perhaps” is none of Yes, No or Not sure"),
        ("One by one, row 2, column How it feels", "“meh” is none of Very sad"),
        ("One by one, row 2, column Would rather read", "“F” is none of A, B"),
        ("One by one, row 3, column Person", "give the person a number"),
        ("One by one, row 4, column Who", "row 2 says otherwise"),
        ("One by one, row 4, column Word", "has a row for this word already"),
        ("One by one, row 5, column Who", "say who the person is"),
        ("One by one, row 5, column Word", "“contact” is none of 1. contact"),
        ("One by one, row 6, column What they think it means", "no more than 500"),
        ("Counted, row 2, column Feels: Sad", "“three” is no whole number"),
        ("Counted, row 2, column Rather: B", "“2.5” is no whole number"),
        ("Counted, row 2, column Keep it", "“-1” is no whole number"),
        ("Counted, row 5, column Rather: B", "the card has no wording B"),
    ]:
        assert any(line.startswith(f"{place}: ") and what in line for line in lines), (place, lines)
    with record.reading() as db:
        assert sessions.all_sessions(db) == ()


def test_what_is_none_of_ours_or_of_other_cards_is_refused(record: Record) -> None:
    for data in (
        b"",
        b"PK\x03\x04 broken",
        b"Name,Answer\n",
        (Path(__file__).parent / "__init__.py").read_bytes(),
    ):
        with pytest.raises(UsageError, match="no spreadsheet of answers"):
            bring(record, data)
    filled = Filled()
    with pytest.raises(UsageError, match="Nobody’s answers"):
        bring(record, filled.saved())
    filled.person(1, "Young person", "", "1. contact", "Yes")
    filled.book["Start here"]["B4"] = "the ides"
    with pytest.raises(UsageError, match="no day"):
        bring(record, filled.saved())
    filled.book["Start here"]["B4"] = "9/3/2027"
    filled.book["Start here"]["B3"] = ""
    with pytest.raises(UsageError, match="which group"):
        bring(record, filled.saved())
    with pytest.raises(UsageError, match="other words"):
        bring(record, filled.saved(), name="Tuesday", pack="p2")
    with record.writing() as db:
        changed = Card("c1", "contact", "contact", "", ("seeing mum and dad", "family time"), ())
        packs.change(db, Pack("p1", "Spring words", NOW, (changed, LAC)))
    with pytest.raises(UsageError, match="changed after"):
        bring(record, filled.saved(), name="Tuesday")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_spreadsheet_that_libreoffice_has_saved_comes_back_too(record: Record, tmp_path: Path) -> None:
    filled = Filled()
    filled.person(1, "Young person", "", "1. contact", "Yes", "a phone", "Sad", "A")
    (tmp_path / "typed.xlsx").write_bytes(filled.saved())
    subprocess.run(
        [OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", tmp_path / "saved", tmp_path / "typed.xlsx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    came = bring(record, (tmp_path / "saved" / "typed.xlsx").read_bytes())
    assert {one.question: one.choice or one.words for one in given_in(record, came.session.id)} == {
        "seen": "yes", "guess": "a phone", "feeling": "sad", "prefer": "family time",
    }  # fmt: skip
