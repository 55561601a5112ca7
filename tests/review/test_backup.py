from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from jargon_scanner.errors import UsageError
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.record import Record, decisions, open_record, passphrase
from jargon_scanner.review.record.backup import back_up, held, restore
from tests.review.conftest import address_of
from tests.review.filled import NOW, answer_all, everything, fill


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request):
    """A second record, empty."""
    with open_record(address_of(request.param, request)) as opened:
        yield opened


def backed_up(record: Record) -> io.BytesIO:
    file = io.BytesIO()
    back_up(record, file)
    return file


def changed(file: io.BytesIO, **parts: str) -> io.BytesIO:
    """A backup with some of its files written anew."""
    new = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(new, "w") as archive:
        for name in old.namelist():
            archive.writestr(name, parts.get(name.partition(".")[0], old.read(name)))
    return new


def test_everything_comes_back_in_either_kind_of_database(record, other):
    fill(record)
    file = io.BytesIO()
    told = back_up(record, file)
    assert str(told) == "packs: 2, sessions: 2, people's answers: 4, decisions: 1"
    assert restore(other, file) == told
    assert everything(other) == everything(record)


def test_a_decision_after_it_has_an_id_of_its_own(record, other):
    fill(record)
    restore(other, backed_up(record))
    with other.writing() as db:
        assert decisions.append(db, Decision(0, NOW, "", "placement", "keep", "where you live")) == 2


def test_a_record_that_is_not_empty_is_left_alone_unless_it_may_be_replaced(record, other):
    fill(record)
    file = backed_up(record)
    with other.writing() as db:
        decisions.append(db, Decision(0, NOW, "", "placement", "keep", "where you live"))
    before = everything(other)
    with pytest.raises(UsageError, match=r"not empty.*decisions: 1"):
        restore(other, file)
    assert everything(other) == before
    restore(other, file, replace=True)
    assert everything(other) == everything(record)


def test_the_passphrase_is_not_in_it_and_the_one_here_stays(record, other):
    for one, kept in ((record, "scrypt$theirs"), (other, "scrypt$ours")):
        with one.writing() as db:
            passphrase.put(db, kept)
    file = backed_up(record)
    assert b"theirs" not in b"".join(
        zipfile.ZipFile(file).read(one) for one in zipfile.ZipFile(file).namelist()
    )
    restore(other, file)
    with other.reading() as db:
        assert passphrase.get(db) == "scrypt$ours"


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_backup_is_said_so_and_nothing_is_changed(record, data):
    fill(record)
    before = everything(record)
    with pytest.raises(UsageError, match="no backup"):
        restore(record, io.BytesIO(data), replace=True)
    assert everything(record) == before


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"answer": "[1]\n"}, "damaged"),
        ({"answer": "{\n"}, "damaged"),
        ({"about": json.dumps({"format": "something else"})}, "no backup"),
        ({"about": json.dumps({"format": "jargon-scanner record", "revision": "9999"})}, "newer version"),
    ],
)
def test_a_damaged_backup_is_refused_whole(record, parts, told):
    fill(record)
    before = everything(record)
    with pytest.raises(UsageError, match=told):
        restore(record, changed(backed_up(record), **parts), replace=True)
    assert everything(record) == before


def test_a_backup_with_one_wrong_bit_is_read_whole_or_refused(tmp_path: Path):
    """Whatever part of the archive it is in: every fault is told, and nothing of it is kept."""
    with open_record(tmp_path / "one.sqlite") as one, open_record(tmp_path / "other.sqlite") as other:
        fill(one)
        data = backed_up(one).getvalue()
        for place in range(0, len(data), len(data) // 40):
            wrong = bytearray(data)
            wrong[place] ^= 0x10
            try:
                restore(other, io.BytesIO(wrong), replace=True)
            except UsageError:
                continue
            assert everything(other) == everything(one)


def test_half_a_backup_is_none(record, other):
    fill(record)
    file = backed_up(record)
    with pytest.raises(UsageError, match="damaged"):
        restore(other, io.BytesIO(file.getvalue()[: len(file.getvalue()) // 2]))


def test_a_row_that_refers_to_nothing_is_refused_whole(record, other):
    fill(record)
    with pytest.raises(UsageError, match="damaged"):
        restore(other, changed(backed_up(record), participant=""))
    with other.reading() as db:
        assert str(held(db)) == "packs: 0, sessions: 0, people's answers: 0, decisions: 0"


def test_a_backup_is_of_one_moment_while_others_write(record, tmp_path: Path):
    """What is kept after the reading began is not half in it."""
    fill(record, people=1)

    class Slow(io.BytesIO):
        written = False

        def write(self, data):
            if not self.written:
                self.written = True
                with record.writing() as db:
                    answer_all(db, "s1", "XXXXXX", "late")
            return super().write(data)

    file = Slow()
    back_up(record, file)
    rows = {
        name: zipfile.ZipFile(file).read(f"{name}.jsonl").decode().count("\n")
        for name in ("participant", "answer")
    }
    assert rows in ({"participant": 2, "answer": 12}, {"participant": 3, "answer": 18})
