"""What stands at the first use of a short form, and where a document explains one."""

from __future__ import annotations

import pytest

from jargon_scanner.edits import apply, plan
from jargon_scanner.findings import Finding
from jargon_scanner.scan import Scanner, scan_text
from tests.small_lexicons import scanner_of, short, term

KEPT = {"treatment": "explain"}


@pytest.fixture(scope="module")
def few() -> Scanner:
    return scanner_of(
        short("ICO", "interim care order", **KEPT),
        short("IRO", "independent reviewing officer", **KEPT),
        short("ICPC", {"long": "initial child protection conference", "say": [{"replace": "first meeting"}]}),
        short("PR", "parental responsibility", **KEPT),
    )


def findings(text: str, scanner: Scanner) -> list[Finding]:
    return list(scan_text(text, scanner=scanner).findings)


def first(text: str, scanner: Scanner) -> str | None:
    return next((one.sentence for one in findings(text, scanner)[0].suggestions), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An ICO was made. The ICO ended.", "An interim care order (ICO) was made."),
        ("A ICO was made. The ICO ended.", "An interim care order (ICO) was made."),
        ("Two ICOs were made. The ICO ended.", "Two interim care orders (ICOs) were made."),
        ("The IRO's report came. The IRO rang.", "The independent reviewing officer's (IRO's) report came."),
        ("The IRO’s report came. The IRO rang.", "The independent reviewing officer’s (IRO’s) report came."),
        (
            "The IROs' reports came. The IRO rang.",
            "The independent reviewing officers' (IROs') reports came.",
        ),
        ("An ICO was made.", "An interim care order was made."),
        ("An ICPC was held. The ICPC ended.", "An initial child protection conference was held."),
        ('An ICO was made. Kai said, "I hate the ICO."', "An interim care order was made."),
    ],
)
def test_letters_that_are_kept_and_come_again_stand_behind_the_words(
    text: str, expected: str, few: Scanner
) -> None:
    assert first(text, few) == expected


def test_a_report_says_which_finding_is_the_first_use(few: Scanner) -> None:
    found = findings("An ICO was made. The ICO ended. PR is shared.", few)
    assert [one.first_use is not None for one in found] == [True, False, False]


def test_what_the_document_explains_later_is_not_explained_twice(few: Scanner) -> None:
    found = findings("The ICO ended. An interim care order (ICO) was made. The ICO is new.", few)
    assert found[0].first_use is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An interim care order (ICO) was made.", ["An interim care order was made."]),
        ("The ICO, or interim care order, ended.", ["The interim care order ended."]),
        ("The interim care order, known as the ICO, ended.", ["The interim care order ended."]),
        ("The interim care order – ICO – ended.", ["The interim care order ended."]),
        ("An interim care order (“ICO”) was made.", ["An interim care order was made."]),
        ("An ICO (interim care order) was made.", ["An interim care order was made."]),
        ("A PR (parental responsibility) was shared.", ["A parental responsibility was shared."]),
        ("An interim care order (ICO) was made. The ICO ended.", []),
        (
            "An initial child protection conference (ICPC) was held.",
            ["An initial child protection conference was held.", "A first meeting was held."],
        ),
        (
            "An initial child protection conference (ICPC) was held. The ICPC ended.",
            ["An initial child protection conference was held.", "A first meeting was held."],
        ),
        ("Initial child protection conferences (ICPCs) are held.", ["Initial child protection conferences are held.", "First meetings are held."]),
        ("INITIAL CHILD PROTECTION CONFERENCE (ICPC) REPORT", ["INITIAL CHILD PROTECTION CONFERENCE REPORT", "FIRST MEETING REPORT"]),
        ("ICO: interim care order", ["interim care order"]),
        ("We went to the youth drop-in office (YDO).", ["We went to the youth drop-in office."]),
    ],
)  # fmt: skip
def test_where_letters_are_explained_for_nothing_they_go(
    text: str, expected: list[str], few: Scanner
) -> None:
    assert [one.sentence for one in findings(text, few)[0].suggestions] == expected


def test_a_whole_text_rewritten_explains_what_it_keeps_and_drops_what_it_does_not(few: Scanner) -> None:
    text = (
        "An ICO was made. The IRO's view is clear. "
        "An initial child protection conference (ICPC) was held. The ICO and the IRO came to the ICPC."
    )
    assert apply(text, plan(findings(text, few)).edits) == (
        "An interim care order (ICO) was made. The independent reviewing officer's (IRO's) view is clear. "
        "An initial child protection conference was held. "
        "The ICO and the IRO came to the initial child protection conference."
    )


def test_words_that_letters_stand_for_are_not_swapped_without_a_person() -> None:
    scanner = scanner_of(term("placement", "noun", "home"), short("PR", "parental responsibility", **KEPT))
    text = "The placement review meeting (PRM) is due. The PRM is about his placement."
    changed = apply(text, plan(findings(text, scanner)).edits)
    assert changed == "The placement review meeting (PRM) is due. The PRM is about his home."
