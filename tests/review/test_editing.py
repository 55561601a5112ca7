"""Packs changed by two people at once: nothing that either wrote is lost."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.errors import UsageError
from jargon_scanner.review import editing
from jargon_scanner.review.cards import Card, Example, Pack

NOW = datetime(2027, 3, 9, tzinfo=UTC)
WRITTEN = Example("[name] has contact.", "document")
CONTACT = Card("c1", "contact", "contact", "time with your family", ("family time",), (WRITTEN,))
LAC = Card("c2", "lac", "LAC", "", (), ())
PACK = Pack("p", "Spring", NOW, (CONTACT, LAC))

WORDS = st.sampled_from(["", "a", "b", "c"])
CARDS = st.builds(Card, st.just("c1"), st.just("contact"), WORDS, WORDS, st.tuples(WORDS), st.just(()), WORDS)


def test_changes_of_two_people_in_different_places_are_both_kept() -> None:
    ours = replace(CONTACT, meaning="seeing your family")
    theirs = replace(CONTACT, wordings=("family time", "seeing mum"))
    found = editing.merged(CONTACT, ours, theirs)
    assert found.clashes == ()
    assert found.taken == ("wordings",)
    assert (found.card.meaning, found.card.wordings) == ("seeing your family", ("family time", "seeing mum"))


def test_where_both_changed_the_same_a_person_has_to_choose() -> None:
    found = editing.merged(CONTACT, replace(CONTACT, meaning="ours"), replace(CONTACT, meaning="theirs"))
    assert found.clashes == (editing.Clash("meaning", "theirs"),)
    assert found.card.meaning == "ours"


@given(CARDS, CARDS, CARDS)
def test_nothing_that_either_wrote_is_lost(was: Card, ours: Card, theirs: Card) -> None:
    found = editing.merged(was, ours, theirs)
    clashing = {one.field: one.theirs for one in found.clashes}
    for name in (one.name for one in fields(Card)):
        before, mine, other = (getattr(card, name) for card in (was, ours, theirs))
        kept = getattr(found.card, name)
        assert kept == mine if mine != before else kept == other
        assert other in (before, kept, clashing.get(name))


def test_a_card_that_somebody_has_changed_is_not_taken_out_unseen() -> None:
    assert editing.without_card(PACK, LAC).cards == (CONTACT,)
    changed = editing.with_card(PACK, replace(LAC, meaning="children we look after"))
    with pytest.raises(UsageError, match="LAC"):
        editing.without_card(changed, LAC)


def test_cards_move_up_and_down_and_not_out() -> None:
    assert editing.moved(PACK, "c2", -1).cards == (LAC, CONTACT)
    assert (
        editing.moved(PACK, "c1", -1) == editing.moved(PACK, "c2", 1) == editing.moved(PACK, "x", 1) == PACK
    )


def test_a_sentence_is_ticked_in_the_words_that_were_looked_at() -> None:
    done = editing.ticked(PACK, CONTACT, WRITTEN)
    assert done.cards[0].shown_examples == (replace(WRITTEN, ticked=True),)
    assert list(editing.unticked(done)) == []
    assert editing.without_example(PACK, CONTACT, WRITTEN).cards[0].examples == ()
    reworded = replace(CONTACT, examples=(Example("Olu has contact.", "document"),))
    with pytest.raises(UsageError, match="meanwhile"):
        editing.ticked(editing.with_card(PACK, reworded), CONTACT, WRITTEN)
