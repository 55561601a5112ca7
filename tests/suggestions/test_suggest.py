from __future__ import annotations

from typing import Any

import pytest

from jargon_scanner.edits import apply, plan
from jargon_scanner.scan import Scanner, scan_text
from tests.small_lexicons import scanner_of, short, term

PLACEMENT = term("placement", "noun", "home")
INTERVENTION = {**term("intervention", "noun"), "say": [{"replace": "help", "number": "mass"}]}
CONTACT = {**term("contact", "noun"), "say": [{"replace": "letters and cards", "number": "plural"}]}
ICPC = short("ICPC", "initial child protection conference")
LAC = {**short("LAC"), "senses": [{"long": "child in our care", "plural": "children in our care"}]}


@pytest.mark.parametrize(
    ("entry", "sentence", "expected"),
    [
        (PLACEMENT, "The placements are far away.", "The homes are far away."),
        (PLACEMENT, "Placement is going well.", "Home is going well."),
        (PLACEMENT, "The placement's rules are clear.", "The home's rules are clear."),
        (PLACEMENT, "PLACEMENT DETAILS", "HOME DETAILS"),
        (INTERVENTION, "An intervention was offered.", "Help was offered."),
        (INTERVENTION, "The interventions were offered.", "The help was offered."),
        (CONTACT, "Contact is monthly.", "Letters and cards are monthly."),
        (ICPC, "An ICPC was held.", "An initial child protection conference was held."),
        (ICPC, "A ICPC was held.", "An initial child protection conference was held."),
        (ICPC, "Two ICPCs were held.", "Two initial child protection conferences were held."),
        (LAC, "The LACs are here.", "The children in our care are here."),
        (LAC, "The LAC are well.", "The children in our care are well."),
        (LAC, "All LAC have a plan.", "All children in our care have a plan."),
        (LAC, "All LAC need a plan.", "All children in our care need a plan."),
        (LAC, "LAC are seen alone.", "Children in our care are seen alone."),
        (LAC, "She became LAC in May.", "She became a child in our care in May."),
        (LAC, "He is LAC.", "He is a child in our care."),
        (LAC, "All LAC plans are kept.", "All child in our care plans are kept."),
        (short("CAMHS", "Child Mental Health Services"), "CAMHS's list is long.", "Child Mental Health Services' list is long."),
        (ICPC, "The ICPC/LAC plan ended.", "The initial child protection conference/LAC plan ended."),
        (ICPC, "- ICPC booked", "Initial child protection conference booked"),
        (ICPC, "1. ICPC", "Initial child protection conference"),
        (ICPC, "He had 2 ICPCs and 1 visit.", "He had 2 initial child protection conferences and 1 visit."),
        (ICPC, "ICPC; visit; call", "Initial child protection conference; visit; call"),
        (ICPC, "The ICPCs' chairs met.", "The initial child protection conferences' chairs met."),
        (ICPC, "ICPC VISIT NOTES", "INITIAL CHILD PROTECTION CONFERENCE VISIT NOTES"),
        (short("DNA", {"long": "did not attend", "pos": "verb"}), "He DNA'd his visit.", "He did not attend his visit."),
        (short("DNA", {"long": "did not attend", "pos": "verb", "say": [{"replace": "not come"}]}), "She DNA'd twice.", "She did not come twice."),
        (term("maternal grandmother", "noun", "mum's mum"), "The maternal grandmother came.", "Mum's mum came."),
        (term("maternal grandmother", "noun", "mum's mum"), "His maternal grandmother came.", "His mum's mum came."),
        (short("CWP", "children's wellbeing practitioner"), "The CWP rang.", "The children's wellbeing practitioner rang."),
        (term("local authority", "noun", "the council"), "The local authority agreed.", "The council agreed."),
        (term("engage with", "verb", "work with"), "Mum engaged well with us.", "Mum worked well with us."),
        (term("transitions team", "noun", "team for moving on", inflect="no"), "The transitions team rang.", "The team for moving on rang."),
        (term("IRO report", "noun", "reviewing officer's report"), "An IRO report came.", "A reviewing officer's report came."),
        (term("commence", "verb", "start"), "Work has commenced.", "Work has started."),
        (term("commence", "verb", "begin"), "Work had commenced.", "Work had begun."),
        (term("undertake", "verb", "carry out"), "It was undertaken in May.", "It was carried out in May."),
        (term("undertake", "verb", "do"), "She undertook two visits.", "She did two visits."),
        (term("reside", "verb", "live"), "He resides with Nan.", "He lives with Nan."),
        (term("reside", "verb", "live"), "Residing with Nan helps.", "Living with Nan helps."),
        (term("fail to attend", "verb", "not come to"), "He failed to attend the meeting.", "He did not come to the meeting."),
        (term("fail to attend", "verb", "not come to"), "He often fails to attend school.", "He often does not come to school."),
        (term("fail to attend", "verb", "not come to"), "He has failed to attend school.", "He has not come to school."),
        (term("fail to engage with", "verb", "not take part in"), "She failed consistently to engage with it.", "She consistently did not take part in it."),
        (term("be known to", "verb", "be helped by"), "They are known to the team.", "They are helped by the team."),
        (term("escalate", "verb", "pass to a manager"), "It was escalated to a manager.", "It was passed to a manager."),
        (term("put <self> at risk", "verb", "be in danger"), "She puts herself at risk.", "She is in danger."),
        (term("place <someone> with", "verb", "find <someone> a home with"), "We placed the boys with Nan.", "We found the boys a home with Nan."),
        (term("prior to", "preposition", "before"), "Prior to the visit, he ate.", "Before the visit, he ate."),
        (term("multi-agency", "adjective", "joint"), "A multi–agency meeting", "A joint meeting"),
        (term("agreed", "adjective", "early"), "Read a agreed plan.", "Read an early plan."),
    ],
)  # fmt: skip
def test_a_wording_is_fitted_to_its_slot(entry: dict[str, Any], sentence: str, expected: str) -> None:
    (finding, *_) = scan_text(sentence, scanner=scanner_of(entry)).findings
    assert finding.suggestions[0].sentence == expected


def test_two_short_forms_around_a_slash_are_both_written_out() -> None:
    cin, cp = short("CIN", "child in need"), short("CP", "child protection")
    text = "A CIN/CP plan was made."
    report = scan_text(text, scanner=scanner_of(cin, cp))
    assert apply(text, plan(report.findings).edits) == "A child in need/child protection plan was made."


def test_letters_with_an_ending_that_no_wording_can_take_are_explained_and_not_swapped() -> None:
    (finding,) = scan_text("He was ICPC'd.", scanner=scanner_of(ICPC)).findings
    assert finding.acronym is not None
    assert finding.acronym.expansion == "initial child protection conference"
    assert finding.suggestions == ()


def test_an_edit_names_the_range_that_it_replaces() -> None:
    text = "First. An intervention was offered."
    (finding,) = scan_text(text, scanner=scanner_of(INTERVENTION)).findings
    start, end = finding.suggestions[0].replaces
    assert text[start:end] == "An intervention"
    assert text[:start] + finding.suggestions[0].text + text[end:] == "First. Help was offered."


def test_advice_is_kept_as_it_is() -> None:
    entry = {**term("hard to reach", "adjective"), "say": [{"rephrase": "Say what was offered."}]}
    (finding,) = scan_text("They are hard to reach.", scanner=scanner_of(entry)).findings
    (advice,) = finding.suggestions
    assert (advice.mode, advice.text, advice.sentence) == ("rephrase", "Say what was offered.", None)


def test_a_wording_with_a_condition_is_offered_only_where_it_holds() -> None:
    entry = {**term("case", "noun", "family"), "say": [
        {"replace": "court case", "when": [{"near": ["judge"]}]}, {"replace": "family"},
    ]}  # fmt: skip
    scanner = scanner_of(entry)
    first = scan_text("The judge heard the case.", scanner=scanner).findings[0]
    other = scan_text("We closed the case.", scanner=scanner).findings[0]
    assert [one.text for one in first.suggestions] == ["court case", "family"]
    assert [one.text for one in other.suggestions] == ["family"]


@pytest.mark.parametrize("letters", ["PTSD", "CA"])
def test_what_letters_mean_stands_before_no_other_noun(letters: str) -> None:
    long = "condition that someone has after something terrible"
    sense = {"long": long, "say": [{"replace": f"a {long}", "number": "name"}]}
    scanner = scanner_of(short(letters, sense))
    (alone,) = scan_text(f"She has {letters}.", scanner=scanner).findings
    (before,) = scan_text(f"The {letters} plan is new.", scanner=scanner).findings
    assert f"a {long}" in [one.text for one in alone.suggestions]
    assert f"a {long}" not in [one.text.lower() for one in before.suggestions]


def test_nothing_is_offered_for_the_childs_own_words() -> None:
    scanner = scanner_of(short("LAC", "looked after child"))
    (finding,) = scan_text('Zara said: "I am not a LAC."', scanner=scanner).findings
    assert (finding.owner, finding.suggestions) == ("quote", ())


def test_an_acronym_is_not_spelled_out_where_it_is_explained() -> None:
    report = scan_text(
        "A family group conference (FGC) met. The FGC agreed.", scanner=scanner_of(short("FGC", "x y z"))
    )
    site, use = report.findings
    assert [one.text for one in site.suggestions] == ["family group conference"]
    assert use.suggestions[0].sentence == "The family group conference agreed."


@pytest.mark.parametrize(
    ("wordings", "sentence", "chosen"),
    [
        (("court order to live with family", "court order"), "A placement application came.", "court order"),
        (("a court case", "court action"), "The current hearing is long.", "court action"),
    ],
)
def test_a_wording_that_does_not_fit_its_neighbours_gives_way(
    wordings: tuple[str, ...], sentence: str, chosen: str
) -> None:
    entry = term("placement" if "placement" in sentence else "hearing", "noun", *wordings)
    (finding,) = scan_text(sentence, scanner=scanner_of(entry)).findings
    assert [one.text.removeprefix("A ") for one in finding.suggestions] == [chosen]


def test_a_longer_term_with_letters_in_it_is_an_acronym_too() -> None:
    scanner = scanner_of(
        short("CP", "child protection"), term("CP plan", "noun", "plan to keep a child safe")
    )
    (finding,) = scan_text("She has a CP plan.", scanner=scanner).findings
    assert (finding.kind, finding.category, finding.text, finding.entry) == (
        "acronym",
        "acronym",
        "CP plan",
        "cp-plan",
    )
    assert finding.acronym is not None
    assert finding.acronym.expansion == "child protection"
    assert finding.suggestions[0].sentence == "She has a plan to keep a child safe."


def test_before_another_noun_letters_are_written_out_but_not_paraphrased() -> None:
    entry = short(
        "OT", {"long": "occupational therapist", "say": [{"replace": "specialist in everyday tasks"}]}
    )
    alone, before_noun = (
        [one.sentence for one in scan_text(text, scanner=scanner_of(entry)).findings[0].suggestions]
        for text in ("The OT came.", "The OT report came.")
    )
    assert alone == ["The occupational therapist came.", "The specialist in everyday tasks came."]
    assert before_noun == ["The occupational therapist report came."]


FAMILY = {
    **term("family dynamic", "noun", also=["family composition"]),
    "say": [
        {"replace": "who is in the family", "of": ["family composition"], "number": "singular"},
        {"replace": "way the family gets on"},
        {"rephrase": "Say who is in the family, and how they get on."},
    ],
}


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        (
            "The family dynamic changed.",
            ["way the family gets on", "Say who is in the family, and how they get on."],
        ),
        (
            "FAMILY COMPOSITION",
            ["WHO IS IN THE FAMILY", "Say who is in the family, and how they get on."],
        ),
    ],
)
def test_a_term_with_wordings_of_its_own_takes_no_others(sentence: str, texts: list[str]) -> None:
    (finding,) = scan_text(sentence, scanner=scanner_of(FAMILY)).findings
    assert [one.text.removeprefix("The ") for one in finding.suggestions] == texts


@pytest.mark.parametrize(
    ("entry", "sentence", "expected"),
    [
        (
            term("undertake", "verb", "carry out", "do"),
            "It was undertaken out of hours.",
            "It was done out of hours.",
        ),
        (
            {**term("gross motor", "noun"), "say": [{"replace": "big movements", "number": "plural"}]},
            "Gross motor: sits alone.",
            "Big movements: sits alone.",
        ),
    ],
)
def test_neighbours_that_are_no_part_of_the_phrase_stay(
    entry: dict[str, Any], sentence: str, expected: str
) -> None:
    (finding,) = scan_text(sentence, scanner=scanner_of(entry)).findings
    assert finding.suggestions[0].sentence == expected


def test_what_the_document_says_already_is_no_suggestion() -> None:
    shown = {**term("exhibit", "verb", "show", "display"), "also": ["display"]}
    (finding,) = scan_text("He may display anger.", scanner=scanner_of(shown)).findings
    assert [one.text for one in finding.suggestions] == ["show"]


def test_letters_take_the_wordings_of_the_term_that_they_stand_for() -> None:
    order = term("care order", "noun", "court order for the council to look after a child")
    scanner = scanner_of(short("CO", "care order"), order)
    (finding,) = scan_text("The judge made a CO.", scanner=scanner).findings
    assert [one.text for one in finding.suggestions] == [
        "care order",
        "court order for the council to look after a child",
    ]


def test_letters_with_wordings_of_their_own_take_no_others() -> None:
    order = term("care order", "noun", "court order for the council to look after a child")
    letters = short("CO", {"long": "care order", "say": [{"replace": "ruling of the judge"}]})
    (finding,) = scan_text("The judge made a CO.", scanner=scanner_of(letters, order)).findings
    assert [one.text for one in finding.suggestions] == ["care order", "ruling of the judge"]


def test_letters_that_the_document_explains_take_the_wordings_of_a_term() -> None:
    scanner = scanner_of(term("safety plan", "noun", "plan to stay safe"))
    _, use = scan_text("She has a safety plan (SFPL). The SFPL was shared.", scanner=scanner).findings[1:]
    assert [one.text for one in use.suggestions] == ["safety plan", "plan to stay safe"]


def test_a_noun_before_and_keeps_no_wording_out(scanner: Scanner) -> None:
    """A model has read "referral" as an adjective that goes with "issues"."""
    found = scan_text("Reason for referral and presenting issues", scanner=scanner).findings
    assert [one.suggestions[0].text for one in found] == ["request for help", "main worries"]
