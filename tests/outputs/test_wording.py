import pytest

from jargon_scanner.approvals import day
from jargon_scanner.document import Problem
from jargon_scanner.findings import Acronym, Approval
from jargon_scanner.outputs.folding import Term
from jargon_scanner.outputs.wording import approval, closing, facts, headline, some_places
from tests.reports import advice, finding, report, swap


def lines(one):
    return [(fact.label, fact.texts, fact.remark) for fact in facts(Term(one))]


def test_a_clean_document_is_good_news_with_what_was_read():
    assert headline(report(), 0) == "Good news: nothing that a child would stumble over."
    assert "1,234 words read" in closing(report(), 0)[-1]


def test_a_clean_document_that_was_not_read_whole_is_praised_for_what_was_read():
    assert "in what could be read" in headline(report(problems=[Problem("image-of-text", "A picture.")]), 0)


def test_counts_agree_with_their_nouns():
    assert headline(report(finding()), 1) == (
        "1 place where a child could stumble: no acronyms, 1 jargon word, none that could hurt."
    )


@pytest.mark.parametrize(
    ("age", "after", "said"),
    [
        (13.6, 12.1, "Reading age: 13.6 now, 12.1 with the first suggestions taken"),
        (13.61, 13.59, "Reading age: 13.6 now, and the same with the first suggestions taken"),
        (13.6, None, "Reading age: 13.6 ("),
        (None, None, "too little running text"),
    ],
)
def test_the_reading_age_is_said_now_and_after(age, after, said):
    assert any(said in sentence for sentence in closing(report(finding(), age=age, after=after), 1))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2027-03-14", "14 March 2027"),
        ("2027-03", "March 2027"),
        ("spring", "spring"),
        ("2027-13-40", "2027-13-40"),
    ],
)
def test_dates_are_said_as_people_say_them(written, said):
    assert day(written) == said


def test_an_approval_says_who_when_and_how_many():
    assert approval(Approval("Care council", "2027-03", 1)) == "by Care council, March 2027 (1 person asked)"
    assert approval(Approval("young people", "2027-03", 17, 14)) == "by 14 of 17 young people, March 2027"
    assert approval(Approval("young people", "2027-03", 0)) == "by young people, March 2027"


@pytest.mark.parametrize(
    ("acronym", "said"),
    [
        (Acronym("undefined", "child in need"), "not explained here"),
        (Acronym("defined", "child in need"), "explained here"),
        (Acronym("defined-later", "child in need"), "explained later"),
        (Acronym("redefined", "child in need"), "two meanings in this document"),
    ],
)
def test_an_acronym_shows_its_long_form_and_its_status_in_words(acronym, said):
    assert lines(finding("CIN", kind="acronym", acronym=acronym)) == [("Short for", ("child in need",), said)]


def test_an_unknown_acronym_says_so():
    assert lines(finding("ZZQ", kind="acronym", acronym=Acronym("unknown", None))) == [
        ("Short for", ("we do not know this one",), ""),
        ("Say", ("what the letters stand for, written out",), ""),
    ]


def test_what_to_do_depends_on_the_treatment():
    def labels(treatment, question=None):
        one = finding(treatment=treatment, question=question)
        one = finding(treatment=treatment, question=question, suggestions=(swap("a", one), advice("b", one)))
        return [label for label, _, _ in lines(one)]

    assert labels("replace") == ["Say", "Reword"]
    assert labels("explain") == ["Keep", "Or say", "Reword"]
    assert labels("ask", "Ask Jay.") == ["Ask", "Or say", "Reword"]
    assert labels("rethink", "What was offered?") == ["Think", "Such as", "Reword"]


def test_advice_comes_first_where_it_is_the_first_suggestion():
    one = finding()
    one = finding(suggestions=(advice("b", one), swap("a", one), swap("c", one)))
    assert lines(one) == [("Reword", ("b",), ""), ("Say", ("a", "c"), "")]


def test_every_advice_has_a_line_of_its_own():
    one = finding()
    one = finding(suggestions=(advice("Say who came.", one), advice("Say what was said.", one)))
    assert lines(one) == [("Reword", ("Say who came.",), ""), ("Reword", ("Say what was said.",), "")]


def test_of_many_places_the_first_are_named_and_the_rest_counted():
    assert some_places(("a", "b")) == "a; b"
    assert some_places(tuple("abcdef")) == "a; b; c; d; e; f"
    assert some_places(tuple("abcdefghij")) == "a; b; c; d; e; and 5 more places"
