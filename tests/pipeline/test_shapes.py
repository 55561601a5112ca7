"""Which writings are short forms though no lexicon knows them, and which only look like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jargon_scanner.pipeline.shapes import short_shapes
from jargon_scanner.scan import scan_text

if TYPE_CHECKING:
    from jargon_scanner.scan import Scanner


def acronyms(text: str, scanner: Scanner) -> list[str]:
    return [one.text for one in scan_text(text, scanner=scanner).findings if one.kind == "acronym"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("An ICPC is on Friday.", "ICPC"), ("He is a C.I.N. child.", "C.I.N."), ("The CiN plan ended.", "CiN"),
        ("A s.47 began.", "s.47"), ("A s47 began.", "s47"), ("A S 47 began.", "S 47"), ("Two EHCPs were late.", "EHCPs"),
        ("The IRO's view is clear.", "IRO"), ("The IROs' views differ.", "IROs"), ("It is on CIN/CP level.", "CIN"),
        ("It is on CIN/CP level.", "CP"), ("It is on CIN&CP level.", "CIN"), ("It is on CIN&CP level.", "CP"),
        ("An EH&QVX visit.", "QVX"), ("TM, MASH", "MASH"), ("A QVX&EH visit.", "QVX"), ("A T/C to Mum.", "T/C"), ("His DoB is missing.", "DoB"),
        ("She works F/T.", "F/T"), ("?DV at the home.", "DV"),
        ("Mum met QVX again.", "QVX"), ("The QVXs came.", "QVXs"), ("Ask at BAZE-R.", "BAZE-R"),
        ("Her QW&T visit is due.", "QW&T"), ("She saw the Q.V.X. team.", "Q.V.X."), ("The QvX met.", "QvX"),
        ("They go to T4C on Monday.", "T4C"), ("Ask the QVX(R) to call.", "QVX(R)"), ("QVX, QVX and more", "QVX"),
    ],
)  # fmt: skip
def test_a_short_form_is_found_in_every_shape(text: str, short: str, scanner: Scanner) -> None:
    assert short in acronyms(text, scanner)


@pytest.mark.parametrize(
    "text",
    [
        "STRENGTHS AND WORRIES", "She was VERY cross and did NOT stop.", "PLEASE RING MUM AT ONCE", "Amira DAVIES came.",
        "Seen with AB and his sister.", "Zara K. and T. J. Bell", "Ref: KZQ/20419/B", "Case number HKL 44120",
        "He lives in LS6 2QX now.", "10 MG in the morning", "It cost 20 GBP.", "Monday 4 MAR to FRI 8 MAR",
        "Chapter XIV and part III", "He got AAB in his exams.", "Form FX204 is attached", "Document QZR-2024-0071",
        "A | B | C", "McDONALD and O'NEILL were there.", "On YouTube with an iPad", "She has a T-SHIRT and an X-RAY.",
        "He wears size XXL.", "A CO-OP shop sells it.", "HELP! STOP! NOW!", "GP, NHS, TV, A&E, USA and BBC",
        "He got CDE in his exams.", "Open MON-FRI", "Take 10 MCG.", "His van is LM12 QXV.", "A DipSW and an MSc", "Free WiFi",
        "Year 9 GCSE maths", "www.QVX.org has more", "Write to ask@QVX.org today",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_short_form_is_left_alone(text: str, scanner: Scanner) -> None:
    assert acronyms(text, scanner) == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("He was referred to SPARK in May.", "SPARK"), ("The ANCHOR worker rang.", "ANCHOR"), ("TIDE visited the home.", "TIDE"),
        ("HOPS will write to Mum.", "HOPS"), ("CREST are going to see her.", "CREST"), ("Two workers from STEP met her.", "STEP"),
        ("She is open to RISE.", "RISE"), ("Ellie has joined SOLAR.", "SOLAR"), ("He has been to TIDE twice.", "TIDE"), ("She goes to STRIVE on Fridays.", "STRIVE"), ("An update from ORBIT is due.", "ORBIT"),
        ("I filled in the WRAFT on Friday.", "WRAFT"),
    ],
)  # fmt: skip
def test_the_letters_of_a_service_may_be_a_word(text: str, short: str, scanner: Scanner) -> None:
    assert acronyms(text, scanner) == [short]


@pytest.mark.parametrize(
    "text",
    [
        "SCHOOL will write on Monday.", "MUM will visit.", "GREEN, Amara was seen.", "Amara GREEN rang.", "SLEEP has been poor.",
        "The NIGHT worker came.", "He was referred to HOUSING.", "Attended ALONE.", "Please attend ONLY with Mum.", "He rang TWICE.",
        "SAFETY plan is on file.", "Support from FAMILY is strong.", "URGENT referral.", "The DRAMA group met.", "Went to BED late.",
        "PLEASE CALL HOPS", "The hops are sold.", "Amara TENCH rang.", "Attended SOBER.", "He plays RUGBY.",
    ],
)  # fmt: skip
def test_a_word_said_loudly_is_no_service(text: str, scanner: Scanner) -> None:
    assert acronyms(text, scanner) == []


def test_edited_prose_is_read_with_less_caution() -> None:
    text = "The WP of the EU/UN met CNNs and mAP in HD."
    assert [text[a:b] for a, b in short_shapes(text)] == ["CNNs"]
    published = [text[a:b] for a, b in short_shapes(text, published=True)]
    assert published == ["WP", "EU", "UN", "CNNs", "mAP", "HD"]


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("sw re cin plan", ["sw", "cin"]), ("spoke to mgm, she says fgc is on mon", ["mgm", "fgc"]),
        ("hv called re appt", ["hv"]), ("t/c to sw, no answer", ["t/c", "sw"]), ("h/v done, all well", ["h/v"]), ("MISSING 21:40. nrm considered, not met.", ["nrm"]),
        ("sw re qk mtg, t/c to qk", ["sw", "qk", "qk"]), ("spoke to mgm re zpt referral", ["mgm", "zpt"]),
        ("pt dna'd camhs x2, t/c to sw", ["dna'd", "camhs", "sw"]),
        ("t/c from mgm. qk seen in sch.", ["qk"]), ("core group 3/5 - ehcp review due", ["ehcp"]), ("The iros rang re camhs.", ["iros", "camhs"]),
    ],
)  # fmt: skip
def test_small_letters_are_a_short_form_in_a_hurried_note(
    text: str, shorts: list[str], scanner: Scanner
) -> None:
    assert [short for short in acronyms(text, scanner) if short in shorts] == shorts


@pytest.mark.parametrize(
    "text",
    [
        "Ed had a cin amon bun.",
        "He met Mr Lac.",
        "the mash and the salt",
        "an ot or two",
        "The hv is odd.",
    ],
)
def test_small_letters_elsewhere_are_left_alone(text: str, scanner: Scanner) -> None:
    assert acronyms(text, scanner) == []


@pytest.mark.parametrize(
    "text",
    [
        "sw re 4kg milk", "t/c to sw, 2nd call, 10 mg at 9 pm", "sw re hmm", "t/c re 3 qk", "sw xx",
        "Mum met qk today.", "qk is here", "T/c to sw re qk", 'He said, "tbh sw is fine qk"',
    ],
)  # fmt: skip
def test_letters_that_everybody_writes_or_that_keep_no_company_are_no_shorthand(
    text: str, scanner: Scanner
) -> None:
    found = scan_text(text, scanner=scanner).findings
    assert [one.text for one in found if one.kind == "acronym" and one.entry is None] == []


def test_mother_and_father_are_small_in_a_hurried_note_alone(scanner: Scanner) -> None:
    def found(text: str) -> list[str]:
        return [one.text for one in scan_text(text, scanner=scanner).findings if one.acronym]

    assert found("t/c from mgm. says mo and fa not in") == ["t/c", "mgm", "mo", "fa"]
    assert found("Half a mo, said mgm, and do re mi fa.") == ["mgm"]
