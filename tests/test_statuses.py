from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.definitions import Definition
from jargon_scanner.statuses import Use, bare, same_letters, same_words, statuses

LONGS = ["youth drop-in office", "yearly dental outing", "youth drop in offices"]


def explained(short: str, start: int, long: str = LONGS[0]) -> Definition:
    return Definition(
        short, long, start, "long (short)", start + len(short), start - len(long) - 2, start - 2
    )


@pytest.mark.parametrize(
    ("definitions", "known", "expected"),
    [
        ([], True, "undefined"),
        ([], False, "unknown"),
        ([explained("YDO", 5)], False, "defined"),
        ([explained("YDO", 10)], False, "defined"),
        ([explained("YDO", 11)], True, "defined-later"),
        ([explained("YDO", 5), explained("YDO", 50, LONGS[2])], True, "defined"),
        ([explained("YDO", 5), explained("YDO", 50, LONGS[1])], True, "redefined"),
        ([explained("NYP", 5)], False, "unknown"),
    ],
)
def test_a_status_says_how_the_document_explains_a_use(definitions, known, expected) -> None:
    assert statuses([Use("YDO", 10, known)], definitions) == (expected,)


@pytest.mark.parametrize("short", ["CIN", "CiN", "C.I.N.", "C.I.N", "CINs", "CIN's", "CIN’s", "CINs'"])
def test_every_spelling_of_one_short_form_is_one(short: str) -> None:
    assert same_letters(short) == "cin"


@pytest.mark.parametrize(("short", "plain"), [("IROs", "IRO"), ("s47s", "s47"), ("mgm", "mgm"), ("TAs'", "TA"), ("Drs", "Drs"), ("AS", "AS")])  # fmt: skip
def test_only_an_ending_is_taken_off(short: str, plain: str) -> None:
    assert bare(short) == plain


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("family support agency", "family support agencies"),
        ("court process", "court processes"),
        ("case status", "case status"),
        ("young person", "young people"),
        ("search and rescue", "searches and rescues"),
    ],
)
def test_number_makes_no_other_long_form(one: str, many: str) -> None:
    assert same_words(one) == same_words(many)


def test_one_long_form_is_one_however_it_is_written() -> None:
    same = ["Child in Need", "children in need", "the child-in-need", "a Child in Need"]
    assert len({same_words(long) for long in same}) == 1
    assert same_words("personal adviser") != same_words("parenting assessment")


uses = st.lists(
    st.builds(Use, st.sampled_from(["YDO", "YDOs", "Y.D.O.", "NYP"]), st.integers(0, 99), st.booleans()),
    max_size=9,
)
given_definitions = st.lists(
    st.builds(explained, st.sampled_from(["YDO", "YdO", "NYP"]), st.integers(0, 99), st.sampled_from(LONGS)),
    max_size=5,
)


@given(uses, given_definitions, st.integers(0, 1000), st.randoms(use_true_random=False))
def test_a_status_hangs_on_nothing_but_the_order_of_the_text(
    found, definitions, offset: int, order: random.Random
) -> None:
    expected = dict(zip(found, statuses(found, definitions), strict=True))
    order.shuffle(found)
    order.shuffle(definitions)
    assert dict(zip(found, statuses(found, definitions), strict=True)) == expected
    moved = [Use(use.short, 3 * use.start + offset, use.known) for use in found]
    further = [explained(one.short, 3 * one.start + offset, one.long) for one in definitions]
    assert statuses(moved, further) == tuple(expected[use] for use in found)
    assert statuses(found, [*definitions, *definitions]) == tuple(expected[use] for use in found)
    alone = [statuses([use], definitions)[0] for use in found]
    assert tuple(alone) == tuple(expected[use] for use in found)
