from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jargon_scanner.loaders import markdown
from jargon_scanner.scan import scan_document, scan_text
from tests.small_lexicons import scanner_of, short, term


@pytest.mark.parametrize(
    ("rules", "flagged", "innocent"),
    [
        ({"unless": [{"phrase": ["eye contact"]}]}, "The contact is weekly.", "He made eye contact."),
        ({"unless": [{"after": ["<determiner>"]}]}, "Contact is weekly.", "Contact the school."),
        ({"only": [{"before": ["supervised"]}]}, "Supervised contact is weekly.", "Contact is weekly."),
        ({"only": [{"near": ["visit"]}]}, "Contact means two visits.", "Contact is weekly."),
        ({"only": [{"pos": ["NOUN"]}]}, "The contact with Dad was good.", "You can contact us today."),
        ({"unless": [{"case": ["title"]}]}, "the contact", "Ask Contact about it."),
        ({"only": [{"negated": "yes"}]}, "There is no contact.", "There is contact."),
        ({"unless": [{"modifier": ["sexual"]}]}, "The direct contact was good.", "The sexual contact was reported."),
        ({"unless": [{"head": ["lens"]}]}, "He likes contact.", "A contact lens fell out."),
        ({"only": [{"document": ["grandmother"]}]}, "Contact is weekly.\n\nHis grandmother came.", "Contact is weekly."),
    ],
)  # fmt: skip
def test_company_decides(rules: dict[str, Any], flagged: str, innocent: str) -> None:
    scanner = scanner_of(term("contact", "noun", "family time", **rules))
    assert [one.text.lower() for one in scan_text(flagged, scanner=scanner).findings] == ["contact"]
    assert scan_text(innocent, scanner=scanner).findings == ()


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Mum was hostile.", True), ("A hostile woman came.", True), ("Hostile on arrival.", True),
        ("Kacper is hostile at nursery.", True), ("She gave a hostile reply.", True),
        ("There was trouble over sleep; can be hostile.", True), ("He is loud with cover, hostile, sad.", True),
        ("The hostile winter came.", False), ("The desert is hostile.", False), ("It was hostile.", False),
    ],
)  # fmt: skip
def test_what_an_adjective_describes_may_be_a_thing(text: str, flagged: bool) -> None:
    rule = {"subject_not": ["<people-or-conduct>"]}
    scanner = scanner_of(term("hostile", "adjective", "angry", unless=[rule]))
    assert bool(scan_text(text, scanner=scanner).findings) is flagged


def test_a_section_is_a_word_or_a_wording_in_a_heading_above() -> None:
    scanner = scanner_of(
        term("contact", "noun", "family time", unless=[{"section": ["physical contact", "allergies"]}])
    )
    headings = {"Physical Contact": 0, "Allergies": 0, "Contact": 1, "Physical health": 1}
    for heading, expected in headings.items():
        document = markdown.read(Path("a.md"), f"# {heading}\n\nThe contact was good.\n".encode())
        findings = scan_document(document, scanner=scanner).findings
        assert sum(one.text == "contact" for one in findings) == expected


@pytest.mark.parametrize(
    ("rules", "flagged", "innocent"),
    [
        ({"only": [{"subject": ["<family>"]}]}, "Mother refused to help.", "The school refused to help."),
        ({"only": [{"object": ["support"]}]}, "She refused support.", "She refused the cake."),
        ({"only": [{"passive": "yes"}]}, "The help was refused by Mum.", "Mum refused the help."),
        ({"only": [{"subject": ["<name>"]}]}, "Samira refused help.", "The bank refused help."),
    ],
)
def test_grammar_decides(rules: dict[str, Any], flagged: str, innocent: str) -> None:
    scanner = scanner_of(term("refuse", "verb", "not want", **rules))
    assert [one.text for one in scan_text(flagged, scanner=scanner).findings] == ["refused"]
    assert scan_text(innocent, scanner=scanner).findings == ()


@pytest.mark.parametrize(
    ("text", "flagged"),
    [("Dad is hostile.", True), ("Dad and Mum were very hostile.", True), ("a hostile father", True),
     ("The weather is hostile.", False), ("a hostile climate", False)],
)  # fmt: skip
def test_an_adjective_has_the_subject_it_is_said_of(text: str, flagged: bool) -> None:
    scanner = scanner_of(term("hostile", "adjective", "angry", only=[{"subject": ["<family>"]}]))
    assert bool(scan_text(text, scanner=scanner).findings) is flagged


def test_a_possessive_in_a_condition_is_a_pronoun_or_a_name() -> None:
    scanner = scanner_of(term("presentation", "noun", "mood", only=[{"before": ["<someone's>"]}]))
    assert [
        len(scan_text(f"{owner} presentation.", scanner=scanner).findings)
        for owner in ("Her", "Mia's", "The")
    ] == [1, 1, 0]


def test_an_outside_sense_of_a_short_form_is_no_finding() -> None:
    outside = [{"sense": "public address", "phrases": ["PA system"], "cues": ["loudspeaker"]}]
    scanner = scanner_of(short("PA", "personal adviser", outside=outside))
    assert scan_text("The PA system broke.", scanner=scanner).findings == ()
    assert [one.text for one in scan_text("Her PA rang.", scanner=scanner).findings] == ["PA"]


@pytest.mark.parametrize("text", ["12 High St, S7 1AB", "Ref: S7 44519", "the M1 near S10 2TN"])
def test_a_known_short_form_inside_a_code_is_no_finding(text: str) -> None:
    assert (
        scan_text(text, scanner=scanner_of(short("s7", "section 7"), short("S10", "section 10"))).findings
        == ()
    )


def test_of_two_entries_with_one_spelling_the_one_that_is_meant_is_found() -> None:
    first = {**short("S23", "special school"), "id": "school", "only": [{"near": ["pupil"]}]}
    scanner = scanner_of(first, {**short("S23", "section 23"), "id": "law"})
    assert [one.entry for one in scan_text("Under S23 he has a right.", scanner=scanner).findings] == ["law"]


def test_a_familiar_short_form_is_no_finding() -> None:
    scanner = scanner_of(short("GP", "general practitioner", familiar="yes"))
    assert scan_text("The GP rang.", scanner=scanner).findings == ()


@pytest.mark.parametrize(
    "text",
    ["WHO WE ARE", "IT IS OK", "PLEASE SEND THIS TO US", "ASK WILL", "Chapter XIV", "M5 5AB", "Year 9 and KS3",
     "He scored 82 in May.", "McDonald came", "Zoe B. came", "Ref: ABX 44519", "It is NOT fine."],
)  # fmt: skip
def test_capitals_that_are_no_short_forms(text: str) -> None:
    scanner = scanner_of(short("IT", "information technology", familiar="yes"))
    assert [one.text for one in scan_text(text, scanner=scanner).findings] == []


@pytest.mark.parametrize(
    ("text", "letters"), [("The DASP forms", "DASP"), ("two GLOEs", "GLOEs"), ("a SoC form", "SoC")]
)
def test_unknown_short_forms_are_found_by_shape(text: str, letters: str) -> None:
    (finding,) = scan_text(text, scanner=scanner_of(short("GP", "x", familiar="yes"))).findings
    assert (finding.text, finding.entry, finding.acronym and finding.acronym.status) == (
        letters,
        None,
        "unknown",
    )


def test_of_overlapping_entries_the_longer_is_found() -> None:
    scanner = scanner_of(
        term("contact", "noun", "family time"), term("supervised contact", "noun", "watched family time")
    )
    assert [one.text for one in scan_text("Supervised contact is weekly.", scanner=scanner).findings] == [
        "Supervised contact"
    ]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Mum was hostile.", True),
        ("Mum was not at all hostile.", False),
        ("Mum wasn't hostile.", False),
        ("Mum has never been hostile.", False),
        ("Mum was not only hostile.", True),
        ("There is no suggestion that Mum was hostile.", False),
        ("There was no sign of food, but Mum was hostile.", True),
        ("No. Mum was hostile.", True),
        ("We had no record of the call and Mum was hostile.", False),
    ],
)
def test_what_is_denied_can_be_left_alone(text: str, flagged: bool) -> None:
    scanner = scanner_of(term("hostile", "adjective", "angry", unless=[{"denied": "yes"}]))
    assert bool(scan_text(text, scanner=scanner).findings) is flagged


def test_a_negation_inside_a_loose_term_denies_it_but_not_one_that_belongs_to_the_term() -> None:
    unless = [{"denied": "yes"}]
    blamed = scanner_of(term("be to blame", "verb", "be at fault", unless=unless))
    assert scan_text("She is not to blame.", scanner=blamed).findings == ()
    idle = scanner_of(term("not try", "verb", "rest", unless=unless))
    assert [one.text for one in scan_text("She did not try.", scanner=idle).findings] == ["not try"]


def test_a_category_has_conditions_for_all_its_entries() -> None:
    label = {"kind": "blaming", "category": "label", "treatment": "rethink"}
    scanner = scanner_of(term("grumpy", "adjective", "tired", **label))
    assert [len(scan_text(f"{who} grumpy.", scanner=scanner).findings) for who in ("She was", "I was")] == [
        1,
        0,
    ]


def test_a_class_may_be_one_word_of_a_wording() -> None:
    scanner = scanner_of(term("boyfriend", "noun", "man", only=[{"after": ["of <grown-up-age>"]}]))
    assert [len(scan_text(f"Her boyfriend of {age}.", scanner=scanner).findings) for age in (22, 15)] == [
        1,
        0,
    ]


def test_what_is_said_of_a_thing_with_a_preposition_has_that_thing_as_subject() -> None:
    scanner = scanner_of(term("in a state", "adjective", "untidy", only=[{"subject": ["<home>"]}]))
    assert [len(scan_text(f"{what} was in a state.", scanner=scanner).findings) for what in ("The flat", "Dad")] == [1, 0]  # fmt: skip


def test_a_wording_may_hold_a_word_like_herself() -> None:
    rules = {"only": [{"phrase": ["put <self> at risk"]}]}
    scanner = scanner_of(term("put <self> at risk", "verb", "be in danger", **rules))
    assert [one.text for one in scan_text("She put herself at risk.", scanner=scanner).findings] == [
        "put herself at risk"
    ]


def test_a_phrase_of_one_word_is_the_term_itself() -> None:
    scanner = scanner_of(term("moody", "adjective", "upset", also=["lippy"], only=[{"phrase": ["moody"]}]))
    assert [len(scan_text(f"She was {word}.", scanner=scanner).findings) for word in ("moody", "lippy")] == [1, 0]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "text", "flagged"),
    [
        (term("see concern|risk", "verb", "notice", id="see"), "She saw risks.", "saw risks"),
        (term("not take up", "verb", "not use"), "She has not taken up the offer.", "not taken up"),
        (term("trash", "verb", "damage", also=["smash up"], inflect="trash"), "He smashed up a chair.", "smashed up"),
    ],
)  # fmt: skip
def test_each_wording_of_a_term_is_inflected_in_its_own_place(
    entry: dict[str, Any], text: str, flagged: str
) -> None:
    found = [one.text for one in scan_text(text, scanner=scanner_of(entry)).findings]
    assert found == [flagged]


def test_the_word_before_a_verb_that_the_model_misreads_is_its_subject() -> None:
    scanner = scanner_of(term("overreact", "verb", "worry", only=[{"subject": ["<family>"]}]))
    assert [len(scan_text(f"{who} overreacts when he falls.", scanner=scanner).findings) for who in ("Mum", "It")] == [1, 0]  # fmt: skip
