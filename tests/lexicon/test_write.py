from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.errors import LexiconError
from jargon_scanner.lexicon.load import entry_of, read_entries
from jargon_scanner.lexicon.shown import forms_of, yaml_of
from jargon_scanner.lexicon.write import with_entry
from tests.small_folders import BUNDLED, IRO, PLACEMENT, STEP_DOWN
from tests.small_lexicons import term

NEW = entry_of(term("zip meeting", "noun", "NO", why="It: is # odd.", meaning="yes"))
FILES = {
    "empty": "",
    "no entries": "domain: Ours\n",
    "an empty list": "domain: Ours\nentries: []\n",
    "nothing after the key": "domain: Ours\nentries:\n",
    "indented": "# ours\ndomain: Ours\nentries:\n  # first\n  - id: den  # short\n    term: den\n    pos: noun\n    kind: jargon\n    category: system-word\n    treatment: replace\n",
    "not indented, no line end": "domain: Ours\nentries:\n- {id: den, term: den, pos: noun, kind: jargon, category: system-word, treatment: replace}",
    "something behind": "entries:\n- id: den\n  term: den\n  pos: noun\n  kind: jargon\n  category: system-word\n  treatment: replace\n\n# why\ndomain: Ours\n",
    "Windows": "domain: Ours\r\nentries:\r\n- id: den\r\n  term: den\r\n  pos: noun\r\n  kind: jargon\r\n  category: system-word\r\n  treatment: replace\r\n",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_an_entry_is_added_and_the_rest_stays_to_the_letter(name: str) -> None:
    old = FILES[name]
    new = with_entry(old, NEW, "ours.yaml")
    before = read_entries(old, "ours.yaml", "x")[0].entries if old else ()
    layer, faults = read_entries(new, "ours.yaml", "x")
    assert faults == []
    assert [one.entry for one in layer.entries] == [*(one.entry for one in before), NEW]
    written = [line for line in old.splitlines() if line.strip() and line != "entries: []"]
    assert [line for line in written if line not in new.splitlines()] == []


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("domain: Ours\nentries:\n- id: x\n", "has mistakes. Mend them first"),
        ("domain: Ours\nentries: [{id: den, term: den, pos: noun, kind: jargon, category: c, treatment: replace}]\n", "on one line"),
        (with_entry("", NEW, "x"), "has an entry 'zip-meeting' already"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_added_to_is_let_be(old: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        with_entry(old, NEW, "ours.yaml")


@pytest.mark.parametrize("row", BUNDLED, ids=lambda row: row["id"])
def test_an_entry_is_written_as_it_is_read(row: dict[str, object]) -> None:
    entry = entry_of(row)
    layer, faults = read_entries(f"domain: x\nentries:\n{yaml_of(entry)}", "x", "x")
    assert faults == []
    assert layer.entries[0].entry == entry


def test_the_forms_of_an_entry_are_shown(tmp_path: Path) -> None:
    assert forms_of(entry_of(PLACEMENT), {}) == ("placement", "placements")
    assert "stepping down" in forms_of(entry_of(STEP_DOWN), {})
    assert "stepped <someone> down" in forms_of(entry_of(STEP_DOWN), {})
    assert {"IRO", "IROs", "I.R.O."} <= set(forms_of(entry_of(IRO), {}))
    assert forms_of(entry_of(term("multi-agency meeting", "noun")), {})[0] == "multi agency meeting"
