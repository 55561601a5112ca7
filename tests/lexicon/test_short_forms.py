from __future__ import annotations

import pytest

from jargon_scanner.lexicon.entry import ShortForm
from jargon_scanner.lexicon.short_forms import ShortFormIndex, shapes_of
from jargon_scanner.words import blank, read_words

NLP = blank()


def found(short: str, text: str, also: tuple[str, ...] = (), *, small: bool = False) -> list[str]:
    entry = ShortForm.model_validate(
        {"id": "x", "short": short, "also": also, "kind": "acronym", "category": "acronym", "treatment": "replace",
         "senses": [{"long": "long form"}]}
    )  # fmt: skip
    doc = NLP(text)
    words = read_words(doc)
    spans = []
    for match in ShortFormIndex(one for one in shapes_of(entry) if one.small is small).find(words):
        first, last = doc[words.tokens[match.start]], doc[words.tokens[match.end - 1]]
        spans.append(doc.text[first.idx : last.idx + len(last)])
    return spans


@pytest.mark.parametrize(
    ("short", "text", "expected"),
    [
        ("ICPC", "the ICPC.", ["ICPC"]), ("CIN", "a C.I.N. plan", ["C.I.N."]), ("EHCP", "two EHCPs", ["EHCPs"]),
        ("IRO", "the IRO's report", ["IRO"]), ("IRO", "the IROs' reports", ["IROs"]), ("CIN", "CIN/CP", ["CIN"]),
        ("s47", "s.47 and s47 and S 47", ["s.47", "s47", "S 47"]), ("T/C", "T/C to mum", ["T/C"]),
        ("DNA", "She DNA'd twice", ["DNA'd"]), ("DNA", "She DNA’d twice", ["DNA’d"]), ("A&E", "to A&E", ["A&E"]),
        ("DV", "?DV at home", ["DV"]), ("mgm", "Mgm rang", ["Mgm"]), ("w/c", "w/c 3 May", ["w/c"]),
    ],
)  # fmt: skip
def test_short_forms_are_met_in_the_shapes_people_type(short: str, text: str, expected: list[str]) -> None:
    assert found(short, text) == expected


@pytest.mark.parametrize(
    ("short", "text"), [("LAC", "a lack of lac"), ("CIN", "cin"), ("PE", "PEP"), ("IT", "it is")]
)
def test_case_and_word_borders_count(short: str, text: str) -> None:
    assert found(short, text) == []


def test_other_spellings_are_met() -> None:
    assert found("CIN", "the CiN plan", ("CiN",)) == ["CiN"]


@pytest.mark.parametrize(
    ("short", "text", "expected"),
    [
        ("CIN", "re cin plan", ["cin"]), ("IRO", "two iros", ["iros"]), ("SENCo", "senco rang", ["senco"]),
        ("CP", "cps and cp", ["cp"]), ("DASH", "a dash", []), ("ED", "ed rang", []), ("w/c", "w/c 3 May", []),
    ],
)  # fmt: skip
def test_small_letters_that_are_no_word_are_marked_as_such(
    short: str, text: str, expected: list[str]
) -> None:
    assert found(short, text, small=True) == expected
