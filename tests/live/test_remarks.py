"""What is said while people write is what ``check`` says, and what is offered drops in."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jargon_scanner.findings import Approval
from jargon_scanner.live.remarks import MOST_WORDINGS, remarks
from jargon_scanner.live.typed import readable
from jargon_scanner.loaders import load
from jargon_scanner.outputs.folding import fold
from jargon_scanner.outputs.wording import facts
from jargon_scanner.scan import scan_document, scan_text
from tests.conftest import ROOT
from tests.small_lexicons import scanner_of, short, term

SAMPLES = sorted((ROOT / "sample_docs").glob("*.txt"))


def said(text, scanner):
    return remarks(scan_text(text, scanner=scanner), text)


def test_a_remark_says_what_check_says(scanner):
    text = "An ICPC was held on Monday, and mum failed to engage with the plan."
    report = scan_text(text, scanner=scanner)
    terms = [term for place in fold(report) for term in place.terms]
    for remark, term_ in zip(remarks(report, text), terms, strict=True):
        for fact in facts(term_):
            shown = [one.text for one in remark.wordings] if fact.drops_in else [remark.message]
            assert all(any(words in one for one in shown) or fact.drops_in for words in fact.texts), fact


def test_blame_gives_its_question_and_no_wording(scanner):
    (remark,) = (one for one in said("Mum failed to engage.", scanner) if one.kind == "blaming")
    assert remark.wordings == ()
    assert "Think: " in remark.message
    assert "?" in remark.message
    assert remark.title == "Could hurt: think again who did what"


def test_a_wording_takes_the_place_of_all_that_the_remark_is_about():
    scanner = scanner_of(
        short("ICPC", "initial child protection conference"), term("review", "noun", "meeting")
    )
    text = "A review and an ICPC."
    changed = [text[: one.start] + one.wordings[0].text + text[one.end :] for one in said(text, scanner)]
    assert changed == ["A meeting and an ICPC.", "A review and an initial child protection conference."]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_wording_makes_the_sentence_that_the_report_promises(path, scanner):
    document = load(path)
    text, report = document.text, scan_document(document, scanner=scanner)
    promised = {
        text[: one.replaces[0]] + one.text + text[one.replaces[1] :]
        for finding in report.findings
        for one in finding.suggestions
    }
    for remark in remarks(report, text):
        assert len(remark.wordings) <= MOST_WORDINGS
        assert remark.lines
        for wording in remark.wordings:
            assert text[: remark.start] + wording.text + text[remark.end :] in promised


def test_each_use_of_a_term_has_its_remark(scanner):
    text = "The ICPC is late. Another ICPC follows."
    places = [one.start for one in said(text, scanner)]
    assert [text[place : place + 4] for place in places if text[place:].startswith("ICPC")]
    assert len(places) == 2
    assert places == sorted(places)


def test_who_chose_a_wording_is_said():
    text = "The contact was kind."
    report = scan_text(text, scanner=scanner_of(term("contact", "noun", "family time")))
    (finding,) = report.findings
    chosen = replace(finding.suggestions[0], review=Approval("Young Voices", "2027-03", 12))
    reviewed = replace(report, findings=(replace(finding, suggestions=(chosen,)),))
    (remark,) = remarks(reviewed, text)
    assert remark.wordings[0].chosen == "Chosen by Young Voices, March 2027 (12 people asked)"
    assert "Chosen: “family time” by Young Voices, March 2027 (12 people asked)." in remark.message


def test_a_rule_is_named_after_what_was_met_and_nothing_wider(scanner):
    rules = [one.rule for one in said("The QZX and the QZW agreed to commence.", scanner)]
    assert rules[:2] == ["ACRONYM_QZX", "ACRONYM_QZW"]
    assert rules[2].startswith("JARGON_")
    assert all("," not in rule and rule == rule.upper() for rule in rules)


@given(st.text())
def test_a_text_is_as_long_as_it_was_and_can_be_read(text):
    made = readable(text)
    assert len(made) == len(text)
    made.encode()


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=40))
def test_whatever_surrounds_them_the_words_are_found_where_they_stand(before, after):
    text = readable(f"{before}\n\nThe contact was kind.\n\n{after}")
    for remark in said(text, _small()):
        assert 0 <= remark.start < remark.end <= len(text)
        assert remark.kind == "acronym" or "contact" in text[remark.start : remark.end].lower()


@cache
def _small():
    return scanner_of(term("contact", "noun", "family time"))


def test_a_remark_can_be_sent_to_another_process(scanner):
    found = said("An ICPC was held.", scanner)
    assert pickle.loads(pickle.dumps(found)) == found
    assert json.dumps(found[0].message)
