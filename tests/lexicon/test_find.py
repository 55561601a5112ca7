from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.lexicon.find import Finder
from jargon_scanner.lexicon.load import load
from tests.small_folders import BUNDLED, bundled
from tests.small_lexicons import short, term

ENTRIES = (
    *BUNDLED,
    term("put <self> at risk", "verb"),
    term("fail|refuse to engage", "verb", id="fail-to-engage", also=["non-engagement"]),
    term("step down", "noun", id="step-down-noun"),
    term("undertake", "verb", "do"),
    short("s47", "section 47 enquiry"),
    short("CP", "child protection", "cerebral palsy"),
    short("CPS", "Crown Prosecution Service"),
    short("DNA", {"long": "did not attend", "pos": "verb"}),
)


@pytest.fixture
def finder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Finder:
    folder = bundled(tmp_path / "bundled", *ENTRIES)
    monkeypatch.setattr("jargon_scanner.lexicon.load.bundled_folder", lambda: folder)
    return Finder(load())


def ids(found) -> list[str]:
    return [one.located.entry.id for one in found]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("IRO", ["iro"]), ("iro", ["iro"]), ("I.R.O.", ["iro"]), ("IROs", ["iro"]), ("iros", ["iro"]),
        ("what is an IRO?", ["iro"]), ("What's an iro", ["iro"]), ("who is the IRO", ["iro"]),
        ("Please can you tell me what IRO stands for?", ["iro"]),
        ("what does s.47 mean?", ["s47"]), ("S 47", ["s47"]), ("s 47", ["s47"]),
        ("CPS", ["cps"]), ("CPs", ["cp"]), ("cps", ["cps"]), ("DNA'd", ["dna"]),
        ("stepped down", ["step-down", "step-down-noun"]), ("step-down", ["step-down", "step-down-noun"]),
        ("step-down-noun", ["step-down-noun"]),
        ("placements", ["placement"]), ("What do placements mean", ["placement"]), ("undertook", ["undertake"]),
        ("put herself at risk", ["put-self-at-risk"]), ("put <self> at risk", ["put-self-at-risk"]),
        ("refuses to engage", ["fail-to-engage"]),
        ("independent reviewing officers", ["iro"]), ("cerebral palsy", ["cp"]),
        ("Why did the IRO end the placement", ["iro", "placement"]),
        ("plcement", []), ("", []), ("?", []), ("what is", []),
    ],
)  # fmt: skip
def test_what_a_person_types_is_found(finder: Finder, asked: str, expected: list[str]) -> None:
    found = ids(finder.asked(asked))
    if asked == "stepped down":
        assert set(found) <= set(expected)
        assert "step-down" in found
    else:
        assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("asked", "expected"), [("plcement", "placement"), ("what is a plcement?", "placement"), ("IR0", "IRO")]
)
def test_slips_are_answered_with_what_was_perhaps_meant(finder: Finder, asked: str, expected: str) -> None:
    assert finder.like(asked)[0] == expected


def test_of_an_entry_only_the_wording_that_was_named_is_meant(finder: Finder) -> None:
    (named,) = finder.named("fail to engage")
    assert named.finds("failed to engage")
    assert not named.finds("non-engagement")
