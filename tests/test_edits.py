"""What may be changed in bulk, and what waits for a person."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.edits import apply, plan
from jargon_scanner.findings import FIRST_USE, Acronym, Approval, Expansion, Suggestion
from tests.reports import finding

TEXT = "A letter of many words that stands for any document, to have a text in which each offset means something."


def wording(text, start, end, *, mode="replace", review=None):
    return Suggestion(mode, text, (start, end), None, "lexicon", review)


def jargon(start, end, *suggestions, **changes):
    return finding(
        TEXT[start:end], TEXT, **{"start": start, "end": end, "suggestions": suggestions} | changes
    )


def letters(text, start, *, long="care order", status="undefined", treatment="explain", **changes):
    end = start + len(text)
    return finding(
        text,
        text,
        start=start,
        kind="acronym",
        treatment=treatment,
        acronym=Acronym(status, long, (Expansion(long, 1.0, "lexicon"),)),
        suggestions=(wording(long, start, end),),
        **changes,
    )


def changed(*findings, **options):
    return [(edit.start, edit.end, edit.text) for edit in plan(findings, **options).edits]


def test_the_first_wording_that_drops_in_is_taken() -> None:
    advice = wording("write it anew", 2, 8, mode="rephrase")
    found = jargon(2, 8, advice, wording("note", 2, 8), wording("card", 2, 8))
    assert changed(found) == [(2, 8, "note")]


def test_a_change_wider_than_the_words_is_made_in_full() -> None:
    assert changed(jargon(2, 8, wording("An envelope", 0, 8))) == [(0, 8, "An envelope")]


def test_what_a_person_must_decide_stays_open() -> None:
    for treatment in ("explain", "ask", "rethink"):
        found = jargon(2, 8, wording("note", 2, 8), treatment=treatment)
        assert plan([found]).open == (found,)


def test_of_two_changes_that_overlap_the_first_is_made() -> None:
    first, second = jargon(2, 8, wording("note of", 2, 11)), jargon(9, 16, wording("of several", 9, 16))
    made = plan([first, second])
    assert ([edit.finding for edit in made.edits], made.open) == ([first], (second,))


def test_changes_that_only_touch_are_both_made() -> None:
    assert len(changed(jargon(2, 8, wording("note", 2, 8)), jargon(8, 11, wording(" with", 8, 11)))) == 2


def test_the_first_use_of_an_acronym_is_written_out_as_the_report_offers_it() -> None:
    explained = replace(wording("care order (CO)", 0, 2), source=FIRST_USE)
    first = letters("CO", 0)
    first = replace(first, suggestions=(*first.suggestions, explained))
    assert changed(first, letters("CO", 20)) == [(0, 2, "care order (CO)")]


def test_an_acronym_that_is_used_once_is_written_out_without_its_letters() -> None:
    assert changed(letters("CO", 0), letters("PR", 20, long="say")) == [(0, 2, "care order"), (20, 22, "say")]


def test_an_acronym_that_is_explained_later_is_not_explained_twice() -> None:
    found = letters("CO", 0, status="defined-later"), letters("CO", 20, status="defined")
    assert changed(*found) == [(0, 2, "care order")]


def test_an_acronym_with_two_meanings_is_left_to_a_person() -> None:
    assert changed(letters("CO", 0, status="redefined")) == []


def test_only_approved_wording_is_taken_where_that_is_asked() -> None:
    review = Approval("Care council", "2027-03-01", 17)
    found = jargon(2, 8, wording("note", 2, 8), wording("card", 2, 8, review=review))
    assert changed(found, letters("CO", 20), only_approved=True) == [(2, 8, "card")]


@st.composite
def any_findings(draw):
    places = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=16)))
    found = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        first, last = draw(st.integers(0, start)), draw(st.integers(end, len(TEXT)))
        treatment = draw(st.sampled_from(["replace", "replace", "explain"]))
        found.append(jargon(start, end, wording(draw(st.text(max_size=9)), first, last), treatment=treatment))
    return found


@given(any_findings())
def test_no_two_changes_share_a_character_and_no_finding_is_lost(found) -> None:
    made = plan(found)
    assert all(one.end <= other.start for one, other in zip(made.edits, made.edits[1:], strict=False))
    assert sorted([edit.finding.id for edit in made.edits] + [one.id for one in made.open]) == sorted(
        one.id for one in found
    )


@given(any_findings())
def test_outside_the_changes_the_text_stays(found) -> None:
    edits = plan(found).edits
    kept, at = [], 0
    for edit in edits:
        kept.append(TEXT[at : edit.start])
        at = edit.end
    after, rest = apply(TEXT, edits), [*kept, TEXT[at:]]
    assert len(after) == sum(map(len, rest)) + sum(len(edit.text) for edit in edits)
    assert after.startswith(rest[0])
    assert after.endswith(rest[-1])
