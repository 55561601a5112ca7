from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.definitions import definitions_in, find_definitions, initials_in
from jargon_scanner.document import Block, Cell
from jargon_scanner.statuses import Use, statuses


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
        ("an Early Help Hub meeting, also known as the EHH, was", "EHH", "Early Help Hub"),
        ("the Bright Start Scheme (known locally as BSS) gave", "BSS", "Bright Start Scheme"),
        ("the Young Parents' Circle, hereafter YPC, met", "YPC", "Young Parents' Circle"),
        ("our Weekly Team Huddle, referred to in this report as the WTH, is", "WTH", "Weekly Team Huddle"),
        ("the Riverside Care Alliance, abbreviated to RCA, pays", "RCA", "Riverside Care Alliance"),
        ("the Riverside Care Alliance, RCA for short, pays", "RCA", "Riverside Care Alliance"),
        ("JTM is the abbreviation for joint threshold meeting.", "JTM", "joint threshold meeting"),
        ("JTM, short for joint threshold meeting, is", "JTM", "joint threshold meeting"),
        ("I sent the JTM, which stands for joint threshold meeting, off.", "JTM", "joint threshold meeting"),
        ("The BSS is the Bright Start Scheme. It pays.", "BSS", "Bright Start Scheme"),
        ("JTM means joint threshold meeting.", "JTM", "joint threshold meeting"),
        ("He had a (short stay plan, SSP) meeting.", "SSP", "short stay plan"),
        ("Words: SSP = short stay plan, JTM = joint threshold meeting", "JTM", "joint threshold meeting"),
        ("SSP = short stay plan JTM = joint threshold meeting", "SSP", "short stay plan"),
        ("SSP\tshort stay plan", "SSP", "short stay plan"),
        ("2 SSP: short stay plan", "SSP", "short stay plan"),
        ("Short stay plan = SSP", "SSP", "Short stay plan"),
        ("short stay plan – SSP", "SSP", "short stay plan"),
        ("- **SSP**: short stay plan", "SSP", "short stay plan"),
        ("her Short Stay Plan(SSP) ended", "SSP", "Short Stay Plan"),
        ("the Short Stay Plan (SSP; see page 2)", "SSP", "Short Stay Plan"),
        ("the Short Stay Plan (or “SSP”)", "SSP", "Short Stay Plan"),
        ("two Short Stay Plans (SSPs) ended", "SSP", "Short Stay Plans"),
        ("the Short Stay Plan (SSP’s) end", "SSP", "Short Stay Plan"),
        ("a plan for a short stay and a joint meeting (SS/JM)", "JM", "joint meeting"),
        ("a plan for a short stay and a joint meeting (SS and JM)", "SS", "short stay"),
        ("the Kite Project for Adoptive Relatives (K-PAR)", "K-PAR", "Kite Project for Adoptive Relatives"),
        ("a Senior Kite Worker (Respite), or SKW(R), rang", "SKW(R)", "Senior Kite Worker (Respite)"),
        ("the Hope for All Young carers (HAY) club", "HAY", "Hope for All Young"),
        ("Paediatric Assessment Team at Home (PATHS)", "PATHS", "Paediatric Assessment Team at Home"),
        ("given methylphenidate (MPH) daily", "MPH", "methylphenidate"),
        ("a pre-birth planning group (BPG)", "BPG", "pre-birth planning group"),
        ("a three-way meeting (3WM)", "3WM", "three-way meeting"),
        ("the Family\nGroup Huddle (FGH)", "FGH", "Family Group Huddle"),
        ("at WYLD (Wharfedale Young Lives Drop-in) on", "WYLD", "Wharfedale Young Lives Drop-in"),
        ("KITE stands for Keeping In Touch Every week, and", "KITE", "Keeping In Touch Every week"),
        ("the JTM, which stands for joint team memo, on Friday", "JTM", "joint team memo"),
        (
            "joined Rural Outreach and Mentoring – or ROAM for short – and",
            "ROAM",
            "Rural Outreach and Mentoring",
        ),
        ("the Rural Outreach Team – ROT for short – came", "ROT", "Rural Outreach Team"),
        (
            "Ask the NYMT, that is, the North Yardley Mentoring Trust,",
            "NYMT",
            "North Yardley Mentoring Trust",
        ),
        ("the JTM, i.e. the joint team memo, went", "JTM", "joint team memo"),
        ("the JTM (which stands for joint team memo) went", "JTM", "joint team memo"),
        ("the JTM (full name: joint team memo) went", "JTM", "joint team memo"),
        ("the joint team memo (“the JTM”) went", "JTM", "joint team memo"),
        ("the joint team memo (formerly known as JTM) went", "JTM", "joint team memo"),
        ("the joint team memo, which we call JTM, went", "JTM", "joint team memo"),
        ("the joint team memo goes by JTM here", "JTM", "joint team memo"),
        ("By JTM we mean the joint team memo.", "JTM", "joint team memo"),
        ("What is a JTM? It is a joint team memo. It", "JTM", "joint team memo"),
        ("the JTM, the joint team memo, went", "JTM", "joint team memo"),
        ("the joint team memo, JTM, went", "JTM", "joint team memo"),
        ("a letter from JTM – the joint team memo – went", "JTM", "joint team memo"),
        ("JTM/joint team memo", "JTM", "joint team memo"),
        ("joint team memo/JTM", "JTM", "joint team memo"),
        ("Abbreviations used: JTM, joint team memo; SSP, short stay plan.", "SSP", "short stay plan"),
        ("a t77 (trial 77) began", "t77", "trial 77"),
        ("her pgq (paternal great quilt) came", "pgq", "paternal great quilt"),
        ("the JTM – this is the joint team memo", "JTM", "joint team memo"),
        ("the JTM (this is the joint team memo) went", "JTM", "joint team memo"),
        ("the JTM (our joint team memo) went", "JTM", "joint team memo"),
        ("We use JTM to mean joint team memo.", "JTM", "joint team memo"),
        ("the joint team memo (JTM / MCT) went", "JTM", "joint team memo"),
        (
            "the Care and Youth Charity Advice Service (Cycas)",
            "Cycas",
            "Care and Youth Charity Advice Service",
        ),
        ("Canolfan Teulu Integredig (CTI) met.", "CTI", "Canolfan Teulu Integredig"),
        ("Y Bwrdd Iechyd Prifysgol (BIP) met.", "BIP", "Bwrdd Iechyd Prifysgol"),
        ('the Safe Bird Watch Team ("the SBW Team") is', "SBW", "Safe Bird Watch"),
        ("her Short Stay Plan (SS Plan) ended", "SS", "Short Stay"),
        (
            "under the ZKQA (Zest Keeping and Quilts (Wales) Act 2014)",
            "ZKQA",
            "Zest Keeping and Quilts (Wales) Act 2014",
        ),
        ("Gwasanaeth Cyswllt (GC) met.", "GC", "Gwasanaeth Cyswllt"),
        ("ask the Zavi Ordo Prenn (ZOP) to", "ZOP", "Zavi Ordo Prenn"),
        ("Seen by Dr. Amara's Child Sleep Team (CST).", "CST", "Child Sleep Team"),
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
        "It snowed. Plans (SP) changed.", "the case was heard; then school (CTS)", "Amira Begum (AB) rang.",
        "She was sad (SAD) and cross.", "Section (s) 47", "the date (DOB unknown)", "the letter (LTR?)",
        "Dad's car (BMW) was sold.", "Time: AM", "Class: 7JB", "Tel: 0161", "Room - 12", "Mum – upset – left.",
        "SW: Sam Walters", "Mr Tom Marsh (TM) rang.", "Amara Jane Okoro (AJO) rang.", "Ceri O'Neil-Price (CO) rang.", "HV: Hannah Veale", "IRO: Ian R Oakes", "his brother (Ben)", "a plan for reading (Priya)",
        "the police, or CID, came", "a walk (WAL) in", "Status: CIN", "Score: A = 4",
        "Leeds (LS1 4AB)", "Kai (KS2) likes art", "On arrival (OA 14:20) he slept", "a cat (the)", "CIN is the way to help.",
        "The SW, she was late.", "IRO, in rain or shine", "Is it a CIN? I said no.", "the CP/CIN planning", "one drug group to another, D-GA excretion", "The IRO is a person",
    ],
)  # fmt: skip
def test_brackets_that_explain_nothing_invent_nothing(text: str) -> None:
    assert pairs(text) == []


def test_the_name_of_a_person_is_no_long_form_of_letters_that_the_field_knows() -> None:
    def given(text: str) -> list[tuple[str, str]]:
        found = find_definitions([Block(0, 0, text, "Line 1")], {"SW", "PC", "HV", "TM"})
        return [(one.short, one.long) for one in found]

    assert given("Sam Wright (SW) rang. TM: Tia Marsh") == []
    assert given("Safe Walks (SW) rang.") == [("SW", "Safe Walks")]
    assert given("our Sam Wright (SW)") == [("SW", "Sam Wright")]
    assert given("Powys Council (PC) met.") == [("PC", "Powys Council")]
    assert given("Home Visit (HV)") == [("HV", "Home Visit")]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Present: Dee Parker (DP), Sam Wright (SW)", ["DP", "SW"]), ("DP: Dee Parker; SW – Sam Wright", ["DP", "SW"]),
        ("Name\nInitials\nDee Parker\nDP\nManager", ["DP"]), ("Dr Dee Parker (DP) rang.", ["DP"]), ("| Dee Parker | DP | TM |", ["DP"]), ("Amara Jane Okoro (AJO)", ["AJO"]),
        ("Jo Baker (JB) rang.", []), ("direct payment (DP)", []), ("Dee Parker (CP)", []), ("The Dee Parker (DP)", []),
        ("Dee Parker (DPs)", []), ("Cymorth Plant (CP)", []),
    ],
)  # fmt: skip
def test_letters_beside_a_name_are_its_initials(text: str, letters: list[str]) -> None:
    assert list(initials_in(text, {"DP", "SW", "CP"})) == letters


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


def test_no_long_form_is_read_across_the_border_of_a_cell() -> None:
    blocks = [
        Block(0, 0, "Hollybank Outreach", "a", cell=Cell(1, 1, 1)),
        Block(1, 20, "Team (HOT)", "b", cell=Cell(1, 1, 2)),
        Block(2, 40, "NYP", "c", cell=Cell(1, 2, 1)), Block(3, 50, "Northtown Youth Pathway", "d", cell=Cell(1, 3, 1)),
    ]  # fmt: skip
    assert find_definitions(blocks) == ()


def test_a_table_may_have_the_short_form_in_its_second_column() -> None:
    blocks = [
        Block(0, 0, "Northtown Youth Pathway", "a", cell=Cell(1, 1, 1)), Block(1, 30, "NYP", "b", cell=Cell(1, 1, 2)),
        Block(2, 40, "Not yet planned", "c", cell=Cell(1, 2, 1)), Block(3, 60, "Ring NYP", "d", cell=Cell(1, 2, 2)),
    ]  # fmt: skip
    assert [(one.short, one.long) for one in find_definitions(blocks)] == [("NYP", "Northtown Youth Pathway")]


@given(
    words=st.lists(st.sampled_from("amber birch cedar dune elm fern grove heath iris".split()), min_size=3, max_size=6),
    before=st.sampled_from(["", "We met at the ", "It ended. The ", "Mum (who rang) likes the "]),
    way=st.sampled_from(["{long} ({short}) came", "{long} [{short}] came", "{long}, known as {short}, came", "{long} (the “{short}”)"]),
)  # fmt: skip
def test_the_ranges_of_a_definition_are_where_its_words_stand(
    words: list[str], before: str, way: str
) -> None:
    long, short = " ".join(words), "".join(word[0].upper() for word in words)
    text = before + way.format(long=long, short=short)
    (one,) = {one.start: one for one in definitions_in(text, 5)}.values()
    assert text[one.start - 5 : one.end - 5] == short
    assert text[one.long_start - 5 : one.long_end - 5] == one.long == long


def test_what_a_header_explains_is_known_from_the_first_page_on() -> None:
    body = Block(0, 0, "The JTM went. Ask for the JTM.", "Paragraph 1")
    header = Block(1, 31, "Our joint team memo (JTM)", "Header", part="header")
    (one,) = find_definitions([body, header])
    assert (one.start, one.known_from) == (31 + header.text.index("JTM"), 0)
    assert statuses([Use("JTM", 4, known=False)], [one]) == ("defined",)
