from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.intervals import share
from jargon_scanner.review.cards import Card, Pack
from jargon_scanner.review.outside import for_outside, hidden_cells
from jargon_scanner.review.results import results
from jargon_scanner.review.sessions import GivenAnswer

NOW = datetime(2027, 3, 9, 17, 30, tzinfo=UTC)
CONTACT = Card("c1", "contact", "contact", "time with your family", ("family time", "seeing mum and dad"), ())
PANEL = Card("c2", "", "kinship panel", "", ("family meeting",), ())
PACKS = {"s1": Pack("p1", "Spring", NOW, (CONTACT, PANEL))}


def said(
    who,
    question,
    choice="",
    words="",
    *,
    group="young person",
    card="c1",
    moderation="shown",
    quote=False,
    session="s1",
):
    return GivenAnswer(who, group, None, session, card, question, choice, words, moderation, quote)  # fmt: skip


def several(number, question, choice, *, group="young person", **more):
    return [said(f"{group}{choice}{at}", question, choice, group=group, **more) for at in range(number)]


def test_answers_are_counted_by_word_and_group_with_their_intervals() -> None:
    answers = [
        *several(14, "prefer", "family time"),
        *several(3, "prefer", "the word is fine"),
        *several(2, "prefer", "none of these", group="parent or carer"),
        *several(1, "seen", "yes", card="c2"),
    ]
    contact, panel = results(PACKS, answers)
    young, parents = contact.groups
    tally = young.tally("prefer")
    assert (young.group, young.people, tally.answered, tally.favourite.choice) == (
        "young person",
        17,
        17,
        "family time",
    )
    assert tally.of("family time").share == share(14, 17)
    assert [one.count for one in tally.counts] == [14, 0, 3, 0, 0]
    assert parents.tally("prefer").answered == 2
    assert [one.group for one in panel.groups] == ["young person"]


def test_a_word_of_two_packs_is_told_once() -> None:
    other = Pack("p2", "Autumn", NOW, (Card("k", "contact", "contact", "", ("visits",), ()),))
    answers = [said("a", "prefer", "family time"), said("b", "prefer", "visits", card="k", session="s2")]
    contact, _ = results({**PACKS, "s2": other}, answers)
    assert contact.card.wordings == ("family time", "seeing mum and dad", "visits")
    assert contact.groups[0].tally("prefer").answered == 2


def test_a_word_is_named_by_its_letters_or_by_its_entry() -> None:
    typed = Card("k", "", "Kinship  panel", "", ("family meeting",), ())
    assert typed.is_named("kinship panel")
    assert CONTACT.is_named("Contact")
    assert not CONTACT.is_named("kinship panel")
    assert not typed.is_named("")


@pytest.mark.parametrize(("moderation", "shown"), [("shown", 1), ("open", 0), ("held", 0), ("hidden", 0)])
def test_own_words_are_told_only_when_a_moderator_has_let_them_be_shown(moderation, shown) -> None:
    (contact, _) = results(PACKS, [said("a", "guess", words="Seeing Dad", moderation=moderation)])
    assert len(contact.groups[0].guesses) == shown
    assert contact.groups[0].waiting == (moderation in ("open", "held"))


def test_groups_that_disagree_are_told_apart_and_never_averaged() -> None:
    apart = [
        *several(14, "prefer", "family time"),
        *several(9, "prefer", "the word is fine", group="parent or carer"),
    ]
    (found,) = results(PACKS, apart)[0].differences
    assert (
        found.sentence
        == "Most young people choose “family time”; most parents and carers choose “contact” itself."
    )
    assert found.is_clear
    few = [
        *several(2, "prefer", "family time"),
        *several(2, "prefer", "the word is fine", group="parent or carer"),
    ]
    assert [one.is_clear for one in results(PACKS, few)[0].differences] == [False]
    level = [*several(2, "prefer", "family time"), *several(2, "prefer", "none of these")]
    assert (
        results(PACKS, [*level, *several(9, "prefer", "family time", group="parent or carer")])[0].differences
        == ()
    )


def test_a_group_that_knows_the_word_or_is_sadder_is_said() -> None:
    answers = [
        *several(12, "seen", "yes", group="professional"), *several(12, "seen", "no"),
        *several(9, "feeling", "very sad"), *several(3, "feeling", "sad"), *several(12, "feeling", "okay", group="professional"),
    ]  # fmt: skip
    assert [one.sentence for one in results(PACKS, answers)[0].differences] == [
        "More professionals than young people have seen the word.",
        "More young people than professionals are sad to read it.",
    ]


def test_nothing_small_leaves_the_team() -> None:
    answers = [
        *several(14, "prefer", "family time"), *several(3, "prefer", "none of these"),
        *several(4, "prefer", "family time", group="parent or carer"),
        said("a", "guess", words="quoted", quote=True), said("b", "guess", words="not quoted"),
    ]  # fmt: skip
    contact, panel = for_outside(results(PACKS, answers))
    (young,) = contact.groups
    assert [one.count for one in young.tally("prefer").counts] == [14, None, None, None, None]
    assert [one.words for one in young.guesses] == ["quoted"]
    assert panel.groups == ()


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8))
def test_every_small_count_is_hidden(counts: list[int]) -> None:
    hidden = hidden_cells(counts)
    assert {place for place, count in enumerate(counts) if 0 < count < 5} <= hidden
    if hidden and len(counts) > 1:
        assert len(hidden) > 1


def test_what_everybody_chose_is_told() -> None:
    assert hidden_cells([17, 0, 0]) == frozenset()
    assert hidden_cells([14, 3, 0]) == {1, 2}


@pytest.mark.parametrize(("cells", "most"), [(2, 24), (3, 14), pytest.param(4, 10, marks=pytest.mark.slow)])
def test_no_small_count_can_be_worked_out_by_who_knows_the_total_and_the_rule(cells: int, most: int) -> None:
    """Of all tables that look the same from outside, some differ in every hidden small count."""
    alike = defaultdict(list)
    for counts in product(range(most + 1), repeat=cells):
        hidden = hidden_cells(counts)
        if hidden and 5 <= sum(counts) <= most:
            shown = tuple(count for place, count in enumerate(counts) if place not in hidden)
            alike[hidden, sum(counts), shown].append(counts)
    assert alike
    for (hidden, *_), tables in alike.items():
        for place in hidden:
            values = {counts[place] for counts in tables}
            assert len(values) > 1 or min(values) >= 5, (hidden, tables)
