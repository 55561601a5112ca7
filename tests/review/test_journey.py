from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.review.journey import Journey, offered
from jargon_scanner.review.questions import KEEP_THE_WORD, MY_WAY, NONE_OF_THESE, QUESTIONS, Answer
from jargon_scanner.review.room import LEAST_PEOPLE, what_the_room_said
from jargon_scanner.review.sessions import GivenAnswer
from tests.review.small_packs import CONTACT, PACK

STEPS = [(card.id, question) for card in PACK.cards for question in QUESTIONS]


def answered(*steps: tuple[str, str]) -> Journey:
    return Journey.through(PACK, [Answer(card, question, "x") for card, question in steps])


def test_one_question_after_the_other_and_back_again() -> None:
    journey = answered()
    step = journey.resume()
    there = []
    while step:
        there.append((step.card.id, step.question))
        last, step = step, journey.after(step)
    assert there == STEPS
    back = [last]
    while (before := journey.before(back[-1])) is not None:
        back.append(before)
    assert [(one.card.id, one.question) for one in reversed(back)] == STEPS


@given(st.sets(st.sampled_from(STEPS)))
def test_who_comes_back_goes_on_after_the_last_that_they_answered(done: set[tuple[str, str]]) -> None:
    step = answered(*done).resume()
    at = STEPS.index((step.card.id, step.question)) if step else len(STEPS)
    assert all(STEPS.index(one) < at for one in done)
    assert at == 0 or STEPS[at - 1] in done


def test_a_whole_word_can_be_left_out() -> None:
    journey = answered()
    first, last = journey.find("c1", "seen"), journey.find("c2", "seen")
    assert first is not None
    assert journey.after_card(first) == last
    assert last is not None
    assert journey.after_card(last) is None


def test_an_answer_about_a_card_that_was_taken_out_stays_and_leads_nowhere() -> None:
    journey = Journey.through(PACK, [Answer("gone", "guess", words="a phone")])
    assert journey.find("gone", "guess") is None
    assert journey.own_words == ()
    assert len(journey.answers) == 1


def test_wordings_come_in_an_order_of_each_person_s_own_that_stays() -> None:
    people = [f"{number:032x}" for number in range(300)]
    orders = [offered("prefer", CONTACT, person) for person in people]
    assert orders == [offered("prefer", CONTACT, person) for person in people]
    assert {order[3:] for order in orders} == {(KEEP_THE_WORD, NONE_OF_THESE, MY_WAY)}
    first = Counter(order[0] for order in orders)
    assert set(first) == set(CONTACT.wordings)
    assert min(first.values()) > 60, "each of three comes first for about a hundred of three hundred people"


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one != "prefer"])
def test_answers_with_an_order_keep_it(question: str) -> None:
    assert offered(question, CONTACT, "a") == offered(question, CONTACT, "b")


def prefers(choice: str, words: str = "", moderation: str = "open") -> GivenAnswer:
    return GivenAnswer(
        "a", "young person", None, "s1", "c1", "prefer", choice, words, moderation, may_quote=False
    )


def test_the_room_hears_what_most_picked_without_a_number() -> None:
    answers = [prefers("family time")] * 3 + [prefers("visits")] * 2
    assert what_the_room_said(CONTACT, answers).most == ("family time",)
    level = [*answers, prefers("visits")]
    assert what_the_room_said(CONTACT, level).most == ("family time", "visits")


def test_of_few_people_nothing_is_said() -> None:
    answers = [prefers("family time")] * (LEAST_PEOPLE - 1)
    assert what_the_room_said(CONTACT, answers).most == ()


def test_the_room_sees_words_only_when_somebody_let_them_be_shown() -> None:
    answers = [
        prefers(MY_WAY, words, moderation)
        for words, moderation in [("Sundays", "shown"), ("a", "open"), ("b", "held"), ("c", "hidden")]
    ]
    assert what_the_room_said(CONTACT, answers).words == ("Sundays",)
