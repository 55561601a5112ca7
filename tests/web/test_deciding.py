"""Facilitators see what people said, decide, and take back; a decision holds in the next document."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from jargon_scanner.review.cards import Card, Pack
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.questions import Answer
from jargon_scanner.review.record import answers, decisions, packs, sessions
from jargon_scanner.review.sessions import Participant, Session

NOW = datetime.now(UTC)
HOSTILE = "<img src=x onerror=alert(1)>"
RESULTS = "/our-voice/sessions/s1/results"
DECIDE = "/our-voice/words/decide"
CARDS = (
    Card("c1", "contact", "contact", "time with your family", ("family time", "seeing mum"), ()),
    Card("c2", "", "kinship hub", "", ("family centre",), ()),
)


def fill(record, now=NOW):
    """A session of 17 young people and 3 parents."""
    with record.writing() as db:
        packs.add(db, Pack("p1", "Spring words", now, CARDS))
        code = sessions.begin(db, Session("s1", "p1", "Tuesday group", now, now + timedelta(hours=1)))
        people = [("young person", number) for number in range(17)] + [
            ("parent or carer", number) for number in range(3)
        ]
        for group, number in people:
            who = f"{group[0]}{number}"
            sessions.join(db, Participant(who, "s1", code, group, may_quote=number == 0))
            choice = "family time" if group == "young person" and number < 14 else "the word is fine"
            answers.put(db, who, Answer("c1", "prefer", choice), moderation="open", now=now)
            answers.put(db, who, Answer("c1", "seen", "yes"), moderation="open", now=now)
            if number < 2:
                guess = Answer("c1", "guess", words=f"{HOSTILE} {group} {number}")
                answers.put(db, who, guess, moderation="shown" if number == 0 else "held", now=now)
        answers.put(db, "y0", Answer("c2", "sort", "change"), moderation="open", now=now)


@pytest.fixture
def record(app):
    record = app.state.services.archive.open()
    fill(record)
    return record


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


@pytest.mark.parametrize("path", [RESULTS, f"{RESULTS}/file?form=csv", "/our-voice/words", f"{DECIDE}?word=contact", "/our-voice/history", "/our-voice/history/file?form=csv"])  # fmt: skip
def test_who_has_not_signed_in_is_asked_for_the_passphrase(visitor, record, path):
    answer = visitor.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/our-voice/sign-in")


@pytest.mark.parametrize("path", [DECIDE, "/our-voice/history/1/undo"])
def test_nobody_decides_without_the_passphrase(visitor, record, path):
    visitor.post(path, data={"choice": "own", "own": "x"})
    with record.reading() as db:
        assert decisions.history(db) == ()


def test_results_are_told_by_group_with_intervals_and_moderated_words(facilitator, record):
    page = facilitator.get(RESULTS)
    said = text_of(page)
    assert "14 of 17" in said
    assert "82%, 59 to 94" in said
    assert "Most young people choose “family time”; most parents and carers choose “contact” itself." in said
    assert HOSTILE not in page.text
    assert "&lt;img src=x onerror=alert(1)&gt; young person 0" in page.text
    assert "young person 1" not in page.text
    assert "Own words that wait to be read: 1" in said


def test_what_is_taken_away_has_no_small_numbers_but_for_the_team(facilitator, record):
    outside = facilitator.get(f"{RESULTS}/file?form=csv")
    assert outside.headers["content-type"] == "application/octet-stream"
    assert "parent or carer" not in outside.text
    assert ",14," in outside.text
    assert ",3," not in outside.text
    team = facilitator.get(f"{RESULTS}/file?form=csv&team=true")
    assert "parent or carer" in team.text
    assert "team-only" in team.headers["content-disposition"]
    assert facilitator.get(f"{RESULTS}/file?form=exe").status_code == 404
    assert facilitator.get("/our-voice/sessions/none/results").status_code == 404


def test_a_wording_is_adopted_and_stands_in_the_next_document(facilitator, record, data_folder):
    form = text_of(facilitator.get(f"{DECIDE}?session=s1&word=contact"))
    assert "Say “family time” 14 of 17 young people · 0 of 3 parents and carers" in form
    sent = {"choice": "say:family time", "group": "young person", "reason": "Most chose it."}
    decided = decide(facilitator, "contact", "s1", **sent)
    assert decided.status_code == 303, decided.text
    assert decided.headers["location"] == "/our-voice/words#decision-1"
    assert "chosen by 14 of 17 young people" in text_of(facilitator.get("/our-voice/words"))
    assert "say: family time" in (data_folder / "reviewed.yaml").read_text()
    with record.reading() as db:
        (kept,) = decisions.history(db)
    assert (kept.chose, kept.asked, kept.session, kept.entry) == (14, 17, "s1", "contact")
    named = facilitator.post("/our-voice/history/1/undo", data={"reason": "Kayleigh said so."})
    assert named.status_code == 409
    assert "may name somebody" in named.text
    facilitator.post("/our-voice/history/1/undo", data={"reason": "Too early."})
    history = text_of(facilitator.get("/our-voice/history"))
    assert "take back number 1" in history
    assert "Why: Too early." in history
    assert facilitator.post("/our-voice/history/1/undo").status_code == 409
    assert "say: family time" not in (data_folder / "reviewed.yaml").read_text()


def decide(facilitator, word, session="", **sent):
    address = f"{DECIDE}?csrf={facilitator.token}&session={session}&word={word}"
    return facilitator.client.post(address, data=sent, headers={"origin": "http://127.0.0.1:8720"})


def test_what_speaks_against_a_decision_is_shown_before_it_is_made(facilitator, record):
    refused = decide(facilitator, "care order", choice="own", own="judge's decision")
    assert refused.status_code == 409
    assert "The law or somebody&#39;s safety needs" in refused.text
    with record.reading() as db:
        assert decisions.history(db) == ()
    sent = {"choice": "own", "own": "judge's decision", "reason": "Our lawyers agree.", "confirmed": "true"}
    assert decide(facilitator, "care order", **sent).status_code == 303
    assert "Decided although: The law" in text_of(facilitator.get("/our-voice/history"))


def test_a_word_that_is_kept_or_asked_again_or_unknown(facilitator, record):
    assert decide(facilitator, "contact", "s1", choice="keep", meaning="Time with family.").status_code == 303
    assert decide(facilitator, "kinship hub", "s1", choice="again").status_code == 303
    assert "No lexicon has this word yet" in text_of(facilitator.get(f"{DECIDE}?session=s1&word=kinship hub"))
    page = text_of(facilitator.get("/our-voice/words"))
    assert "keep the word and explain it: Time with family, for everybody." in page
    assert "people are to be asked again about “kinship hub”" in page
    assert decide(facilitator, "contact", "s1", choice="own").status_code == 400


def test_a_short_form_with_several_meanings_is_decided_for_one_of_them(facilitator, record):
    form = facilitator.get(f"{DECIDE}?word=PA").text
    assert '<select id="of"' in form
    assert decide(facilitator, "PA", choice="own", own="my helper").status_code == 400


def test_hostile_words_are_shown_as_they_are(facilitator, record):
    with record.writing() as db:
        decisions.append(db, Decision(0, NOW, "", HOSTILE, "adopt", HOSTILE, reason=HOSTILE))
    for path in ("/our-voice/words", "/our-voice/history", f"{DECIDE}?word={HOSTILE}"):
        assert HOSTILE not in facilitator.get(path).text
