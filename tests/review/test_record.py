from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jargon_scanner.errors import UsageError
from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.decisions import Decision, standing
from jargon_scanner.review.questions import Answer, checked
from jargon_scanner.review.record import Record, answers, decisions, open_record, packs, sessions
from jargon_scanner.review.sessions import CODE_LENGTH, CODE_LETTERS, Participant, Session

NOW = datetime(2027, 3, 9, 17, 30, tzinfo=UTC)
CONTACT = Card(
    "c1",
    "contact",
    "contact",
    "time with your family",
    ("family time", "seeing mum and dad"),
    (Example("Contact is on Saturdays."), Example("[name] has contact.", "document")),
    "412 times in 63 templates",
)
PACK = Pack("p1", "Spring words", NOW, (CONTACT,))


def held(record: Record) -> str:
    """A session with one participant; gives its code."""
    with record.writing() as db:
        packs.add(db, PACK)
        code = sessions.begin(db, Session("s1", "p1", "Tuesday", NOW, NOW + timedelta(hours=2)))
        sessions.join(db, Participant("a", "s1", code, "young person", "12 to 15"))
    return code


def test_a_pack_is_kept_as_it_is(record: Record) -> None:
    with record.writing() as db:
        packs.add(db, PACK)
    with record.reading() as db:
        assert packs.get(db, "p1") == PACK
        assert packs.all_packs(db) == (PACK,)


def test_a_sentence_about_somebody_stays_in_until_it_is_ticked() -> None:
    assert [one.text for one in CONTACT.shown_examples] == ["Contact is on Saturdays."]


def test_of_two_editors_at_once_none_overwrites_the_other(record: Record) -> None:
    with record.writing() as db:
        packs.add(db, PACK)
    with record.writing() as db:
        assert packs.change(db, Pack("p1", "First", NOW, ())).version == 2
    with pytest.raises(UsageError, match="Somebody else"), record.writing() as db:
        packs.change(db, Pack("p1", "Second", NOW, (CONTACT,)))
    with record.reading() as db:
        assert packs.get(db, "p1").title == "First"


def test_a_code_opens_its_session_until_it_ends_or_expires(record: Record) -> None:
    code = held(record)
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(CODE_LETTERS)
    with record.writing() as db:
        opened = sessions.of_code(db, f" {code.lower()} ", NOW)
        assert opened is not None
        assert opened.id == "s1"
        assert sessions.of_code(db, code, NOW + timedelta(hours=2)) is None
        sessions.end(db, "s1", NOW)
        assert sessions.of_code(db, code, NOW) is None
        assert sessions.of_code(db, "BCDFGH", NOW) is None


def test_the_last_answer_to_a_question_is_kept(record: Record) -> None:
    held(record)
    with record.writing() as db:
        for choice in ("none of these", "family time"):
            answer = checked(Answer("c1", "prefer", choice), CONTACT)
            answers.put(db, "a", answer, moderation="open", now=NOW)
    with record.reading() as db:
        (given,) = answers.of_sessions(db, "s1")
    assert (given.choice, given.group, given.age) == ("family time", "young person", "12 to 15")


def test_who_lets_their_words_be_used_lets_all_of_them_and_may_say_no_again(record: Record) -> None:
    held(record)
    with record.writing() as db:
        answers.put(db, "a", Answer("c1", "guess", words="a phone"), moderation="open", now=NOW)
        sessions.allow_quotes(db, "a", may_quote=True)
        answers.put(db, "a", Answer("c1", "prefer", words="our Saturday"), moderation="open", now=NOW)
        assert [one.may_quote for one in answers.of_sessions(db, "s1")] == [True, True]
        sessions.allow_quotes(db, "a", may_quote=False)
        assert [one.may_quote for one in answers.of_sessions(db, "s1")] == [False, False]


def test_who_leaves_takes_every_answer_along(record: Record) -> None:
    held(record)
    with record.writing() as db:
        sessions.join(db, Participant("b", "s1", "BCDFGH", "professional"))
        for one in "ab":
            answers.put(db, one, Answer("c1", "seen", "yes"), moderation="open", now=NOW)
        sessions.leave(db, "a")
    with record.reading() as db:
        assert [one.participant for one in answers.of_sessions(db, "s1")] == ["b"]
        assert sessions.participant(db, "a") is None


def test_words_that_were_changed_since_a_moderator_read_them_stay_unread(record: Record) -> None:
    held(record)
    with record.writing() as db:
        for words in ("seeing them", "seeing Sarah"):
            answer = checked(Answer("c1", "guess", words=words), CONTACT)
            answers.put(db, "a", answer, moderation="held", now=NOW)
        assert not answers.moderate(db, "a", "c1", "guess", "seeing them", "shown")
        assert [one.shown_words for one in answers.of_sessions(db, "s1")] == [""]
        assert answers.moderate(db, "a", "c1", "guess", "seeing Sarah", "shown")
        assert [one.shown_words for one in answers.of_sessions(db, "s1")] == ["seeing Sarah"]


@pytest.mark.parametrize(
    "answer",
    [Answer("c1", "prefer", "visits"), Answer("c1", "guess"), Answer("c1", "seen", "yes", "words")],
)
def test_an_answer_that_the_card_does_not_offer_is_refused(answer: Answer) -> None:
    with pytest.raises(UsageError):
        checked(answer, CONTACT)


def test_undoing_is_an_entry_and_can_be_undone(record: Record) -> None:
    def append(decision: Decision) -> int:
        with record.writing() as db:
            return decisions.append(db, decision)

    adopted = append(Decision(0, NOW, "contact", "contact", "adopt", "family time", chose=14, asked=17))
    undone = append(Decision(0, NOW, "contact", "contact", "undo", undoes=adopted))
    with record.reading() as db:
        assert standing(decisions.history(db)) == ()
    append(Decision(0, NOW, "contact", "contact", "undo", undoes=undone))
    with record.reading() as db:
        history = decisions.history(db)
    assert [one.wording for one in standing(history)] == ["family time"]
    assert len(history) == 3
    with pytest.raises(UsageError, match="taken back already"):
        append(Decision(0, NOW, "contact", "contact", "undo", undoes=adopted))


def test_for_each_reader_the_last_decision_stands() -> None:
    everybody = Decision(1, NOW, "contact", "contact", "adopt", "family time")
    parents = Decision(2, NOW, "contact", "contact", "keep", readers=("parent",))
    assert [(one.id, one.readers) for one in standing([everybody, parents])] == [
        (1, ()),
        (2, ("parent",)),
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps such rights otherwise")
def test_only_its_owner_can_read_the_file(tmp_path: Path) -> None:
    with open_record(tmp_path / "voice.sqlite") as record:
        held(record)
        files = list(tmp_path.glob("voice.sqlite*"))
        assert len(files) == 3
        assert [one.stat().st_mode & 0o077 for one in files] == [0, 0, 0]


def test_a_record_lies_in_a_file_or_in_postgresql_and_nowhere_else() -> None:
    with pytest.raises(UsageError, match="begins with postgresql"):
        open_record("mysql://team@127.0.0.1/voice")


def test_an_address_that_leads_nowhere_is_said_without_its_password() -> None:
    with pytest.raises(UsageError) as told:
        open_record("postgresql+psycopg://team:secret@127.0.0.1:1/none")
    assert "secret" not in str(told.value)
