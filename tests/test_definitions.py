from __future__ import annotations

import pytest

from jargon_scanner.definitions import find_definitions
from jargon_scanner.document import Block, Cell


def pairs(text: str) -> list[tuple[str, str]]:
    return [(one.short, one.long) for one in find_definitions([Block(0, 0, text, "Line 1")])]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("A Team around the Family (TAF) met.", "TAF", "Team around the Family"),
        ("The TAF (team around the family) met.", "TAF", "team around the family"),
        (
            "He is NEET (not in education, employment or training).",
            "NEET",
            "not in education, employment or training",
        ),
        ("Ask the Hollybank Outreach Team [HOT] to call.", "HOT", "Hollybank Outreach Team"),
        ("HOT: Hollybank Outreach Team", "HOT", "Hollybank Outreach Team"),
        ("HOT - Hollybank Outreach Team", "HOT", "Hollybank Outreach Team"),
        ("HOT = Hollybank Outreach Team", "HOT", "Hollybank Outreach Team"),
        ("HOT stands for Hollybank Outreach Team.", "HOT", "Hollybank Outreach Team"),
        ("the Hollybank Outreach Team, known as HOT, will", "HOT", "Hollybank Outreach Team"),
        ("the Hollybank Outreach Team, or HOT, will", "HOT", "Hollybank Outreach Team"),
        ("the Hollybank Outreach Team – HOT – will", "HOT", "Hollybank Outreach Team"),
        ("the Hollybank Outreach Team (the “HOT”) will", "HOT", "Hollybank Outreach Team"),
        ("Education, Health and Care Plans (EHCPs) are", "EHCP", "Education, Health and Care Plans"),
        ("his maternal grandmother (mgm) rang", "mgm", "maternal grandmother"),
        ("Key: MP = mother's partner", "MP", "mother's partner"),
        ("Pupil Premium Plus (PP+) pays", "PP+", "Pupil Premium Plus"),
        ("oppositional defiant disorder (ODD)", "ODD", "oppositional defiant disorder"),
        ("the scheme (part of the Northtown Youth Pathway (NYP) work)", "NYP", "Northtown Youth Pathway"),
    ],
)
def test_a_long_form_is_found_in_each_way_of_giving_it(text: str, short: str, long: str) -> None:
    assert (short, long) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mum (SW spoke to her) was well.", "He was seen (see p. 4).", "Tia (14) came.", "The plan (CIN) ended.",
        "The visit was late. Hollybank (HOT) rang.", "A bag (red) was found.", "Zara (ZK) drew a house.",
        "items (iv) and (owners)", "Call the school (ASAP).", "Amir: Mum came.", "The child(ren) came.", "the full name(s)", "See: seven easy essays", "This (the home in Sale) is", "Carer: caring and ready", "name: not a meaning, either",
    ],
)  # fmt: skip
def test_brackets_that_explain_nothing_invent_nothing(text: str) -> None:
    assert pairs(text) == []


def test_a_table_of_short_forms_is_read_row_by_row() -> None:
    blocks = [
        Block(0, 0, "HOT", "a", cell=Cell(1, 1, 1)), Block(1, 4, "Hollybank Outreach Team", "b", cell=Cell(1, 1, 2)),
        Block(2, 28, "NYP", "c", cell=Cell(1, 2, 1)), Block(3, 32, "see above", "d", cell=Cell(1, 2, 2)),
    ]  # fmt: skip
    assert [(one.short, one.long, one.pattern) for one in find_definitions(blocks)] == [
        ("HOT", "Hollybank Outreach Team", "table")
    ]


def test_the_place_of_a_definition_is_its_short_form() -> None:
    text = "The Hollybank Outreach Team (HOT) came."
    (one,) = find_definitions([Block(0, 100, text, "Line 1")])
    assert text[one.start - 100 :].startswith("HOT")
