"""People's names in capitals, as court papers and genograms write them, are no short forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jargon_scanner.pipeline.names_in_capitals import names_in_capitals
from jargon_scanner.scan import scan_text

if TYPE_CHECKING:
    from jargon_scanner.scan import Scanner


def unknown(text: str, scanner: Scanner) -> list[str]:
    found = (one for one in scan_text(text, scanner=scanner).findings if one.acronym)
    return [one.text for one in found if one.acronym and one.acronym.status == "unknown"]


@pytest.mark.parametrize(
    "text",
    [
        "JOSHUA TRAN", "Re: TRAN (Children)", "Mother: SIMI PATEL", "JOSHUA's school rang.", "Mr TRAN and Ms OKAFOR came.",
        "CERYS (12) likes art.", "CERYS, aged 12, likes art.", "The OSIA family moved.", "Mum is ADE and dad is OBI.",
        "The child AALIYAH BEGUM", "The half-sister, EWA, rang.", "The OKEKE children are well. OKEKE is their name.",
        "Osian is nine. His teacher met OSIAN on Monday.", "She told TOMASZ to come home.", "EWA NOWAK (DOB 3.4.2012)",
        "KASIA is in year 4. KASIA likes art.", "We met KAI. KAI said he was fine.", "KAI (aged 4) and MIA", "MIA is happy.",
        "MIA feels safe with KIA. KIA was crying.", "The plan is for KAI, MIA and LEO. LEO is six.", "I saw MIA alone at school.",
        "EWA was seen at home.", "MIA has told her teacher.", "KASIA's worry: KASIA misses her dad.", "OTIS lives with his nan.",
        "KAI wants to see MIA more. MIA is the eldest.", "MIA and her brother KAI", "I asked KAI what he likes.",
    ],
)  # fmt: skip
def test_a_name_in_capitals_is_no_short_form(text: str, scanner: Scanner) -> None:
    assert unknown(text, scanner) == []


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The ZAVI team met her.", "ZAVI"), ("She goes to the TRAN group.", "TRAN"), ("Ask at QAMI about it.", "QAMI"),
        ("Mum is on the NOSA plan.", "NOSA"), ("The child has a VEPT form.", "VEPT"), ("TYP to attend the next review.", "TYP"), ("DYST closed the case as he did not come.", "DYST"), ("RAPA said they will visit her.", "RAPA"),
        ("RAPA is in the town hall.", "RAPA"), ("RAPA and school will meet.", "RAPA"), ("Mum wants RAPA to help her.", "RAPA"), ("RAPA has closed.", "RAPA"), ("Sam likes RAPA.", "RAPA"),
        ("RAPA feel that she needs a plan.", "RAPA"), ("Tia (14) and QVX", "QVX"), ("School will refer to OOPS.", "OOPS"), ("He attends YIPP.", "YIPP"),
        ("Sali Mali (SALIM) rang. SALIM is a team.", "SALIM"),
    ],
)  # fmt: skip
def test_letters_that_can_be_said_are_not_all_names(text: str, letters: str, scanner: Scanner) -> None:
    found = (one for one in scan_text(text, scanner=scanner).findings if one.acronym)
    assert letters in [one.text for one in found]


def test_a_name_at_one_place_is_a_name_at_the_others(scanner: Scanner) -> None:
    assert unknown("CERI (3) came.\n\nThe worker saw CERI.", scanner) == []
    assert unknown("The worker saw CERI.", scanner) == ["CERI"]


def test_initials_are_no_short_form_unless_they_say_what_somebody_does(scanner: Scanner) -> None:
    def found(text: str) -> list[tuple[str, str | None]]:
        acronyms = (one for one in scan_text(text, scanner=scanner).findings if one.acronym)
        return [(one.text, one.acronym.expansion) for one in acronyms if one.acronym]

    assert found("Present: Dee Parker (DP), Amara Jane Okoro (AJO).\n\nDP will ring AJO.") == []
    assert found("Sam Wright (SW) rang.") == [("SW", "social worker")]
    assert found("A direct payment. The DP is late.") == [("DP", "direct payment")]


def test_known_letters_are_never_a_name() -> None:
    assert names_in_capitals("The child CERI (3) met NOLA TESK.", {"CERI"}.__contains__) == {"NOLA", "TESK"}
