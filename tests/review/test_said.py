"""What is given back: nothing is hidden that was not done, and no answer of a quiz is in doubt."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.outside import for_outside
from jargon_scanner.review.results import results
from jargon_scanner.review.said import said_sheet, we_did
from jargon_scanner.review.sessions import GivenAnswer
from jargon_scanner.review.training.pack import training
from jargon_scanner.review.training.rewriting import rewriter
from tests.small_lexicons import scanner_of, term

NOW = datetime(2027, 3, 9, 17, 30, tzinfo=UTC)
WORDS = ("contact", "placement", "panel", "respite", "siblings")
CARDS = tuple(
    Card(f"c{word}", word, word, f"what {word} means", (f"plain {word}", f"nice {word}"),
         (Example(f"A {word} of [name].", "template", ticked=True), Example("Nobody ticked this.", "document")))
    for word in WORDS
)  # fmt: skip


def found():
    answers = [
        GivenAnswer(f"{group}{number}", group, None, "s1", card.id, "prefer", choice, "", "shown", False)
        for card in CARDS
        for group, choice in (("young person", card.wordings[0]), ("parent or carer", card.wordings[1]))
        for number in range(9)
    ]
    quoted = GivenAnswer(
        "young person0", "young person", None, "s1", "ccontact", "guess", "", "seeing dad", "shown", True
    )
    return for_outside(results({"s1": Pack("p1", "Spring", NOW, CARDS)}, [*answers, quoted]))


HISTORY = (
    Decision(
        1, NOW, "contact", "contact", "adopt", "plain contact", chose=9, asked=9, reason="You asked for it"
    ),
    Decision(
        2, NOW, "placement", "placement", "keep", "A home.", chose=0, asked=9, reason="The law says it."
    ),
    Decision(3, NOW, "panel", "panel", "adopt", "meeting", chose=0, asked=9),
    Decision(4, NOW, "respite", "respite", "ask again"),
)


def test_every_word_is_told_where_it_belongs_and_what_was_not_done_with_its_reason() -> None:
    sheet = said_sheet(found(), HISTORY)
    told = {
        section.heading: [row for table in section.tables for row in table.rows] for section in sheet.sections
    }
    assert {heading: [row[0] for row in rows] for heading, rows in told.items()} == {
        "What we changed": ["contact"],
        "What we did not do as you said, and why": ["placement", "panel"],
        "What we will ask more people about": ["respite"],
        "What we have not decided yet": ["siblings"],
        "In your own words": [],
    }
    (contact,) = told["What we changed"]
    assert (
        contact[1]
        == "9 of 9 young people chose “plain contact”. 9 of 9 parents and carers chose “nice contact”."
    )
    assert contact[2].endswith("You asked for it. We know that most parents and carers chose something else.")
    placement, panel = told["What we did not do as you said, and why"]
    assert placement[2].endswith("Why: The law says it.")
    assert panel[2].endswith("Why: We did not write down why. Ask us.")


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("", "."),
        ("time with family", ": time with family."),
        ("A meeting.", ": A meeting."),
        ("Who?", ": Who?"),
    ],
)
def test_an_explanation_ends_before_the_reason_begins(wording: str, said: str) -> None:
    kept = Decision(1, NOW, "contact", "contact", "keep", wording)
    assert we_did(kept) == f"We keep the word since 9 March 2027, and say what it means{said}"


def test_a_pack_begins_with_what_was_decided_and_each_question_has_one_answer() -> None:
    pack = training(found(), HISTORY, lambda sentence: (sentence.upper(), ""))
    assert {one.term for one in pack.phrases[:3]} == {"contact", "placement", "panel"}
    for question in pack.quiz:
        assert len(set(question.choices)) == len(question.choices) > 1
    (instead,) = (one for one in pack.quiz if "instead of “contact”" in one.asked)
    assert instead.choices[instead.right] == "plain contact"
    assert instead.because == "Chosen by 9 of 9."
    assert training(found(), HISTORY, lambda one: (one, "")).quiz == pack.quiz


def test_no_sentence_is_taught_with_that_nobody_ticked() -> None:
    pack = training(found(), HISTORY, lambda _: ("", "Who?"))
    assert len(pack.exercises) == len(CARDS)
    assert all("ticked" not in one.before for one in pack.exercises)


def test_a_sentence_is_written_anew_in_chosen_words_and_blame_is_asked_about() -> None:
    chosen = {"group": "young people", "date": "2027-03", "chose": 14, "of": 17}
    scanner = scanner_of(
        term("contact", "noun", treatment="ask", question="What do they call it?", decided=[{"id": "contact", "outcome": "adopt", "say": "family time", "number": "mass", "chosen": chosen}]),
        term("placement", "noun", "home"),
        term("fail to engage", "verb", "stay away", treatment="rethink", kind="blaming", category="blame", question="What got in the way?"),
    )  # fmt: skip
    rewrite = rewriter(scanner)
    assert rewrite("Contact is in the placement.") == ("Family time is in the home.", "")
    assert rewrite("Dad failed to engage.") == ("", "What got in the way?")
