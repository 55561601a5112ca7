from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.errors import LexiconError, UsageError
from jargon_scanner.lexicon.entry import ShortForm, Term
from jargon_scanner.lexicon.load import load, read
from jargon_scanner.scan import Scanner, scan_text
from tests.small_folders import IRO, PLACEMENT, written
from tests.small_lexicons import term

NEST = term("placement", "noun", "nest")
DEN = term("placement", "noun", "den")


def first_say(lexicon, identifier="placement"):
    return lexicon[identifier].say[0].replace


def test_a_council_adds_entries_and_takes_the_place_of_bundled_ones(few: Path, tmp_path: Path) -> None:
    council = written(tmp_path / "council.yaml", NEST, term("zip meeting", "noun", "talk"))
    lexicon = load([council])
    assert first_say(lexicon) == "nest"
    assert lexicon.entries["placement"].layer == "council"
    assert lexicon.entries["placement"].file == str(council)
    assert [(one.layer, one.file) for one in lexicon.overridden["placement"]] == [("bundled", "words.yaml")]
    assert isinstance(lexicon["zip-meeting"], Term)
    assert lexicon.layers == (("bundled", 4), (f"council ({council})", 2))


@pytest.mark.parametrize("turned", [False, True])
def test_strength_is_the_layers_own_and_not_the_order_on_the_command_line(few, tmp_path, turned) -> None:
    council = written(tmp_path / "council.yaml", NEST, layer="council")
    reviewed = written(tmp_path / "reviewed.yaml", DEN, layer="reviewed")
    lexicon = load([reviewed, council] if turned else [council, reviewed])
    assert first_say(lexicon) == "den"
    assert [one.layer for one in lexicon.overridden["placement"]] == ["bundled", "council"]


def test_of_two_files_of_one_strength_the_later_is_stronger(few: Path, tmp_path: Path) -> None:
    one, two = written(tmp_path / "one.yaml", NEST), written(tmp_path / "two.yaml", DEN)
    assert first_say(load([one, two])) == "den"
    assert first_say(load([two, one])) == "nest"


def test_an_id_may_stand_once_in_a_folder(few: Path, tmp_path: Path) -> None:
    folder = tmp_path / "council"
    folder.mkdir()
    written(folder / "a.yaml", NEST)
    written(folder / "b.yaml", DEN)
    (fault,) = read([folder]).faults
    assert fault.code == "E003"
    assert fault.message == f"the id 'placement' is taken by {folder / 'a.yaml'}:3"
    assert fault.file == str(folder / "b.yaml")


def test_a_silenced_term_is_not_flagged_and_why_is_remembered(few: Path, tmp_path: Path) -> None:
    council = written(tmp_path / "council.yaml", silence=[{"id": "placement", "reason": "We like it."}])
    lexicon = load([council])
    assert "placement" not in lexicon.entries
    silenced = lexicon.silenced["placement"]
    assert (silenced.reason, silenced.layer, silenced.line) == ("We like it.", "council", 3)
    assert silenced.located.file == "words.yaml"
    assert "placement" in lexicon.with_silenced().entries
    assert scan_text("His placement ended.", scanner=Scanner.of(lexicon)).findings == ()


def test_a_silenced_short_form_is_known_and_not_flagged_as_unknown(few: Path, tmp_path: Path) -> None:
    lexicon = load([written(tmp_path / "council.yaml", silence=[{"id": "iro", "reason": "All know."}])])
    entry = lexicon["iro"]
    assert isinstance(entry, ShortForm)
    assert entry.familiar
    assert scan_text("The IRO came.", scanner=Scanner.of(lexicon)).findings == ()


def test_a_stronger_layer_gives_a_silenced_entry_its_voice_again(few: Path, tmp_path: Path) -> None:
    council = written(tmp_path / "council.yaml", silence=[{"id": "placement", "reason": "We like it."}])
    reviewed = written(tmp_path / "reviewed.yaml", DEN, layer="reviewed")
    lexicon = load([reviewed, council])
    assert first_say(lexicon) == "den"
    assert lexicon.silenced == {}


def test_silencing_what_is_not_there_is_a_mistake_with_a_suggestion(few: Path, tmp_path: Path) -> None:
    council = written(tmp_path / "council.yaml", silence=[{"id": "placment", "reason": "x"}])
    (fault,) = read([council]).faults
    assert str(fault).startswith(f"{council}:3: E004 ")
    assert fault.message.endswith("no weaker layer has an entry 'placment'. Did you mean 'placement'?")


def test_a_silence_without_a_reason_is_asked_for_one(few: Path, tmp_path: Path) -> None:
    (fault,) = read([written(tmp_path / "council.yaml", silence=[{"id": "placement"}])]).faults
    assert fault.message == "silence.0.reason: this is missing."


def test_an_unknown_layer_is_a_mistake(few: Path, tmp_path: Path) -> None:
    (fault,) = read([written(tmp_path / "council.yaml", layer="counsil")]).faults
    assert (
        fault.message
        == "layer: 'counsil' is none of 'council', 'reviewed' or 'family'. Did you mean 'council'?"
    )


def test_what_one_layer_gave_can_be_asked_for(few: Path, tmp_path: Path) -> None:
    lexicon = load([written(tmp_path / "council.yaml", NEST)])
    assert set(lexicon.of_layer("council").entries) == {"placement"}
    assert "placement" not in lexicon.of_layer("bundled").entries
    with pytest.raises(UsageError, match="no layer 'counsil'"):
        lexicon.of_layer("counsil")


def test_a_mistake_in_a_layer_of_others_stops_the_load_and_not_the_scan(few: Path, tmp_path: Path) -> None:
    council = written(tmp_path / "council.yaml", {**PLACEMENT, "only": [{"near": ["<famly>"]}]})
    with pytest.raises(LexiconError, match=r"council.yaml:3: E104 .*<famly> .* Did you mean 'family'\?"):
        load([council])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({**PLACEMENT, "meanin": "x"}, "meanin: there is no such key here. Did you mean 'meaning'?"),
        ({**PLACEMENT, "only": [{"befor": ["a"]}]}, "only.0.befor: there is no such key here. Did you mean 'before'?"),
        ({**PLACEMENT, "say": [{"replac": "a"}]}, "say.0.replac: there is no such key here. Did you mean 'replace'?"),
        ({**IRO, "outside": [{"sense": "x", "cue": ["a"]}]}, "outside.0.cue: there is no such key here. Did you mean 'cues'?"),
        ({**PLACEMENT, "treatment": "replac"}, "treatment: 'replac' is none of 'replace', 'explain', 'ask' or 'rethink'. Did you mean 'replace'?"),
        ({**PLACEMENT, "id": "My Id"}, "id: 'My Id' is not written in small letters, digits and hyphens, such as care-plan."),
        ({key: value for key, value in PLACEMENT.items() if key != "pos"}, "pos: this is missing."),
        ({**PLACEMENT, "say": [{}]}, "say.0: give either 'replace' (drops in) or 'rephrase' (advice), not both and not neither"),
    ],
)  # fmt: skip
def test_every_mistake_says_what_was_perhaps_meant(few, tmp_path, row, message) -> None:
    faults = read([written(tmp_path / "council.yaml", row)]).faults
    assert message in [fault.message for fault in faults]
    assert {fault.code for fault in faults} == {"E002"}


def test_yaml_that_is_none_and_bytes_that_are_no_text_are_named(few: Path, tmp_path: Path) -> None:
    path = tmp_path / "council.yaml"
    path.write_text("domain: x\nentries: [", "utf-8")
    assert [fault.code for fault in read([path]).faults] == ["E001"]
    path.write_bytes("domain: caf\u00e9\nentries: []\n".encode("cp1252"))
    assert "UTF-8" in read([path]).faults[0].message


def test_a_file_that_is_not_there_is_named(few: Path, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"gone.yaml was not found"):
        load([tmp_path / "gone.yaml"])


def test_a_key_that_stands_twice_is_told_and_stops_nothing(few: Path, tmp_path: Path) -> None:
    path = tmp_path / "council.yaml"
    path.write_text(
        "domain: x\nentries:\n- {id: a, term: a, pos: noun, kind: jargon, category: system-word,\n   treatment: ask, term: b}\n",
        "utf-8",
    )
    assert [(one.code, one.line) for one in read([path]).faults] == [("W211", 4)]
    assert load([path])["a"].term == "b"
