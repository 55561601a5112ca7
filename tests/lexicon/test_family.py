from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.errors import LexiconError
from jargon_scanner.lexicon.family import SOURCE, is_their_own, read_words_we_use
from jargon_scanner.lexicon.load import load
from jargon_scanner.report import Report
from jargon_scanner.scan import Scanner, scan_text
from tests.small_folders import BUNDLED, bundled, written
from tests.small_lexicons import term


def listed(name: str, text: str | bytes) -> list[tuple[str, str]]:
    data = text.encode() if isinstance(text, str) else text
    words, faults = read_words_we_use(Path(name), data)
    assert faults == []
    return [(one.words, one.own) for one in words]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("f.txt", "# ours\ncontact = family time\n\nfoster carer = Auntie Jo\nLAC =\nplacement = keep\n"),
        ("f.txt", "contact -> family time\nfoster carer\tAuntie Jo\nLAC → keep\nplacement, keep"),
        ("f.csv", "word,our word\ncontact,family time\nfoster carer,Auntie Jo\nLAC,\nplacement,Keep\n"),
        ("f.csv", "contact;family time\r\nfoster carer;Auntie Jo\r\nLAC;\r\nplacement;keep\r\n"),
        ("f.csv", "contact = family time\nfoster carer = Auntie Jo\nLAC =\nplacement = keep\n"),
        ("f.yaml", "contact: family time\nfoster carer: Auntie Jo\nLAC:\nplacement: keep\n"),
        ("f.yml", "words:\n  contact: family time\n  foster carer: Auntie Jo\n  LAC: ~\n  placement: keep\n"),
    ],
)
def test_a_list_is_read_from_what_an_office_writes(name: str, text: str) -> None:
    assert listed(name, text) == [
        ("contact", "family time"), ("foster carer", "Auntie Jo"), ("LAC", ""), ("placement", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_may_be_in_any_encoding_of_an_office(encoding: str) -> None:
    assert listed("f.txt", "foster carer = Zoë".encode(encoding)) == [("foster carer", "Zoë")]


def test_lines_that_cannot_be_read_are_named() -> None:
    _, faults = read_words_we_use(Path("f.txt"), b"contact = family time\nplacement\ncontact = seeing mum\n")
    assert [(one.code, one.line) for one in faults] == [("E006", 2), ("E007", 3)]
    assert faults[0].message == "'placement': write a line as word = our word"


@pytest.fixture
def scanned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    carer = term("foster carer", "noun", "carer", treatment="explain", question="Who?")
    verb = term("contact", "verb", "call", id="contact-verb", only=[{"pos": "VERB"}])
    front_door = term("contact", "noun", "message", id="contact-front-door", only=[{"near": ["MASH"]}])
    plan = term("family plan", "noun", "list for us")
    folder = bundled(tmp_path / "bundled", *BUNDLED, carer, verb, front_door, plan)
    monkeypatch.setattr("jargon_scanner.lexicon.load.bundled_folder", lambda: folder)

    def scanned(text: str, *lines: str) -> Report:
        path = tmp_path / "family.txt"
        path.write_text("\n".join(lines), "utf-8")
        lexicon = load([path])
        return scan_text(text, scanner=Scanner.of(lexicon))

    return scanned


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("contact = family time", "Contact was good.", "Family time was good."),
        ("placement = nest", "His placements ended.", "His nests ended."),
        ("foster carer = Auntie Jo", "The foster carer came.", "Auntie Jo came."),
        ("foster carer = Auntie Jo", "I met his foster carer.", "I met Auntie Jo."),
        ("IRO = plan checker", "The IRO came.", "The plan checker came."),
        ("Nan's house = Nanny's", "He is at Nan's house.", "He is at Nanny's."),
        ("ZZQ = zoo quest", "A ZZQ came.", "A zoo quest came."),
        ("stepped down = say goodbye", "They are stepping down.", "They are saying goodbye."),
    ],
)
def test_the_familys_own_words_come_first(scanned, line: str, text: str, expected: str) -> None:
    (finding,) = scanned(text, line).findings
    assert finding.treatment == "replace"
    assert finding.question is None
    assert finding.suggestions[0].source == SOURCE
    assert finding.suggestions[0].sentence == expected


def test_only_the_sense_that_the_family_means_is_changed(scanned) -> None:
    report = scanned("A contact came to MASH. Please contact the school.", "contact = family time")
    said = {finding.entry: finding.suggestions[0].text for finding in report.findings}
    assert "family time" not in (said.get("contact-front-door"), said.get("contact-verb"))


def test_words_that_no_entry_knows_take_the_place_of_none(scanned) -> None:
    report = scanned("The family plan has a plan.", "plan = map")
    assert [(one.text, one.suggestions[0].text) for one in report.findings] == [
        ("family plan", "list for us"),
        ("plan", "map"),
    ]


def test_ids_of_the_familys_words_are_theirs_alone() -> None:
    assert not [identifier for identifier in load().entries if is_their_own(identifier)]


def test_a_name_is_never_made_plural_and_nothing_else_is_swapped_in(scanned) -> None:
    (finding,) = scanned("His foster carers came.", "foster carer = Auntie Jo").findings
    assert [one for one in finding.suggestions if one.mode == "replace"] == []


def test_a_word_that_is_kept_is_left_alone_and_counted(scanned) -> None:
    report = scanned(
        "His placements ended. The IRO came. A ZZQ too.", "placement = keep", "IRO =", "ZZQ = keep"
    )
    assert report.findings == ()
    assert [note.message for note in report.notes] == [
        "“placement” is left alone, once: this family uses these words themselves.",
        "“IRO” is left alone, once: this family uses these words themselves.",
        "“ZZQ” is left alone, once: this family uses these words themselves.",
    ]
    assert {note.code for note in report.notes} == {"ignored"}


def test_the_family_beats_every_layer(tmp_path: Path, few: Path) -> None:
    reviewed = written(tmp_path / "reviewed.yaml", term("placement", "noun", "den"), layer="reviewed")
    words = tmp_path / "family.txt"
    words.write_text("placement = nest", "utf-8")
    lexicon = load([words, reviewed])
    located = lexicon.entries["placement"]
    assert (located.layer, located.file, located.line) == ("family", str(words), 1)
    assert [one.replace for one in located.entry.say] == ["nest", "den"]
    assert [one.layer for one in lexicon.overridden["placement"]] == ["bundled", "reviewed"]


def test_a_list_with_a_mistake_stops_the_load(tmp_path: Path, few: Path) -> None:
    words = tmp_path / "family.txt"
    words.write_text("placement nest", "utf-8")
    with pytest.raises(LexiconError, match=r"family.txt:1: E006 .*write a line as word = our word"):
        load([words])
