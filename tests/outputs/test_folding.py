from jargon_scanner.findings import Acronym
from jargon_scanner.outputs.folding import fold
from tests.reports import finding, report


def shape(*findings):
    return [
        (place.label, [(term.finding.text, term.times) for term in place.terms])
        for place in fold(report(*findings))
    ]


def test_places_stand_in_reading_order_with_the_terms_first_used_there():
    assert shape(finding("a", label="1"), finding("b", label="1"), finding("c", label="2")) == [
        ("1", [("a", 1), ("b", 1)]),
        ("2", [("c", 1)]),
    ]


def test_forms_of_one_entry_are_one_term():
    found = shape(
        finding("step down", entry="e"),
        finding("x", label="2"),
        finding("stepped down", entry="e", label="3"),
    )
    assert found == [("Page 1, paragraph 1", [("step down", 2)]), ("2", [("x", 1)])]


def test_words_without_an_entry_are_one_term_whatever_their_capitals():
    assert shape(finding("Panel"), finding("panel")) == [("Page 1, paragraph 1", [("Panel", 2)])]


def test_two_senses_of_a_short_form_are_two_terms():
    adviser = finding("PA", entry="pa", kind="acronym", acronym=Acronym("redefined", "personal adviser"))
    assessment = finding(
        "PA", entry="pa", kind="acronym", acronym=Acronym("redefined", "parenting assessment")
    )
    assert shape(adviser, assessment) == [("Page 1, paragraph 1", [("PA", 1), ("PA", 1)])]


def test_every_finding_is_in_one_term():
    made = [finding(word, label=label) for label in "1231" for word in ("a", "b", "A")]
    terms = [term for place in fold(report(*made)) for term in place.terms]
    assert sorted(one.id for term in terms for one in (term.finding, *term.repeats)) == sorted(
        one.id for one in made
    )
