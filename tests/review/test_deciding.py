"""From a decision to what the scanner suggests, and back."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from jargon_scanner.cli.chosen import lexicon_of, settings_of
from jargon_scanner.data_folder import REVIEWED
from jargon_scanner.errors import UsageError
from jargon_scanner.findings import Approval
from jargon_scanner.intervals import share
from jargon_scanner.lexicon.load import load
from jargon_scanner.review.cards import Card
from jargon_scanner.review.deciding import NotConfirmed, counts_of, decide, meaning_asked, publish, undo
from jargon_scanner.review.decisions import Decision, standing
from jargon_scanner.review.layer import layer_of
from jargon_scanner.review.record import decisions, open_record
from jargon_scanner.review.results import Count, GroupSaid, Said, Tally
from jargon_scanner.scan import Scanner, scan_text
from tests.small_folders import BUNDLED, bundled
from tests.small_lexicons import short, term

NOW = datetime(2027, 3, 9, 17, 30, tzinfo=UTC)
FAMILY_TIME = Decision(0, NOW, "contact", "contact", "adopt", "family time", chose=14, asked=17)


@pytest.fixture(autouse=True)
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more = (
        short("LAC", {"long": "looked after child", "meaning": "A child in care."}, "Local Area Coordinator"),
        term("interim care order", "noun", category="legal-word", treatment="explain", meaning="A judge's decision."),
        term("at risk of harm", "phrase"),
        term("failed to engage", "verb", treatment="rethink", kind="blaming", category="blame", question="What got in the way?"),
    )  # fmt: skip
    folder = bundled(tmp_path / "bundled", *BUNDLED, *more)
    monkeypatch.setattr("jargon_scanner.lexicon.load.bundled_folder", lambda: folder)


def made(record, lexicon, decision: Decision, **more):
    located = lexicon.entries.get(decision.entry)
    return decide(record, located.entry if located else None, decision, **more)


def suggested(text: str):
    scanner = Scanner.create(lexicon=settings_of().lexicon)
    return scan_text(text, scanner=scanner).findings[0]


def test_a_decision_is_what_the_scanner_suggests_from_that_minute_and_until_it_is_taken_back(record) -> None:
    assert suggested("The placement ended.").suggestions[0].review is None
    kept, before = made(
        record, load(), Decision(0, NOW, "placement", "placement", "adopt", "new  home", chose=14, asked=17)
    )
    assert (kept.id, before) == (1, ())
    first = suggested("His placements ended.").suggestions[0]
    assert (first.text, first.review) == ("new homes", Approval("young people", "2027-03", 17, 14))
    undo(record, 1, "We asked too few.", NOW)
    assert suggested("His placements ended.").suggestions[0].text == "homes"


def test_the_file_is_what_the_history_says_and_can_be_made_again(record, data_folder: Path) -> None:
    made(record, load(), FAMILY_TIME)
    path = data_folder / REVIEWED
    written = path.read_text()
    path.unlink()
    assert publish(record) == path
    assert path.read_text() == written


def test_small_numbers_do_not_leave_the_team() -> None:
    rows = [
        Decision(1, NOW, "placement", "placement", "adopt", "home", chose=4, asked=17),
        Decision(
            2, NOW, "step-down", "step down", "adopt", "finish", group="parent or carer", chose=5, asked=9
        ),
        Decision(3, NOW, "iro", "IRO", "keep", "Somebody who checks.", readers=("child",)),
        Decision(4, NOW, "contact", "contact", "ask again"),
        Decision(5, NOW, "", "kinship hub", "adopt", "family centre", chose=3, asked=4),
    ]
    chosen = [(one["chosen"], one.get("for")) for one in yaml.safe_load(layer_of(rows))["wordings"]]
    assert chosen == [
        ({"group": "our team", "date": "2027-03"}, None),
        ({"group": "parents and carers", "date": "2027-03", "chose": 5, "of": 9}, None),
        ({"group": "our team", "date": "2027-03"}, ["child"]),
        ({"group": "young people", "date": "2027-03"}, None),
    ]


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (Decision(0, NOW, "interim-care-order", "interim care order", "adopt", "a judge's decision"), "The law"),
        (Decision(0, NOW, "failed-to-engage", "failed to engage", "adopt", "stay away"), "blame"),
        (Decision(0, NOW, "failed-to-engage", "failed to engage", "keep", "Not come."), "nobody is asked"),
        (Decision(0, NOW, "at-risk-of-harm", "at risk of harm", "adopt", "having a hard time"), "nothing of “harm”"),
        (Decision(0, NOW, "contact", "contact", "adopt", "family time", reason="Kayleigh said so"), "name somebody"),
    ],
)  # fmt: skip
def test_meaning_is_not_softened_and_nobody_is_named_in_silence(
    record, decision: Decision, told: str
) -> None:
    with pytest.raises(NotConfirmed, match=told):
        made(record, load(), decision)
    if not decision.reason:
        for no_reason in ("", "\u200b", "."):  # a tick alone is none
            with pytest.raises(NotConfirmed):
                made(record, load(), replace(decision, reason=no_reason), confirmed=True)
    reason = decision.reason or "We talked about it with the lawyers."
    made(record, load(), replace(decision, reason=reason), confirmed=True)
    with record.reading() as db:
        (kept,) = decisions.history(db)
    assert told in kept.despite


def test_who_takes_a_decision_back_names_nobody_in_silence_either(record) -> None:
    made(record, load(), FAMILY_TIME)
    with pytest.raises(NotConfirmed, match="name somebody"):
        undo(record, 1, "Kayleigh said so", NOW)
    with record.reading() as db:
        assert len(decisions.history(db)) == 1
    taken_back = undo(record, 1, "Kayleigh said so", NOW, confirmed=True)
    assert "name somebody" in taken_back.despite


def test_an_earlier_decision_is_shown_when_another_takes_its_place(record) -> None:
    first, _ = made(record, load(), FAMILY_TIME)
    lexicon = lexicon_of(settings_of())
    other = Decision(0, NOW, "contact", "contact", "adopt", "seeing mum and dad", ("child",))
    _, before = made(record, lexicon, other)
    assert before == ()  # the other readers keep what they had
    _, before = made(record, lexicon, Decision(0, NOW, "contact", "contact", "keep", "Time with family."))
    assert [one.id for one in before] == [first.id, 2]
    with record.reading() as db:
        assert [one.outcome for one in standing(decisions.history(db))] == ["keep"]


def test_to_ask_again_leaves_what_was_decided_until_the_next_decision() -> None:
    history = [
        Decision(1, NOW, "contact", "contact", "adopt", "family time"),
        Decision(2, NOW, "contact", "contact", "ask again"),
    ]
    assert [one.id for one in standing(history)] == [1, 2]
    history.append(Decision(3, NOW, "contact", "contact", "keep", "x"))
    assert [one.id for one in standing(history)] == [3]


@pytest.mark.parametrize(
    "decision",
    [
        Decision(0, NOW, "contact", "contact", "adopt"),
        Decision(0, NOW, "contact", "contact", "adopt", "Contact"),
        Decision(0, NOW, "contact", "contact", "adopt", "my own way"),
        Decision(0, NOW, "lac", "LAC", "adopt", "child we care for"),
        Decision(0, NOW, "contact", "contact", "adopt", "family time", of="visits"),
        Decision(0, NOW, "contact", "contact", "adopt", "\u200b"),
        Decision(0, NOW, "contact", "contact", "keep", "\u00ad \u200b"),
        *(
            Decision(0, NOW, "", word, outcome, "family time")
            for word in ("", "  ", "\u200b", "...", "…", "(x)", "<someone>", "the <thing>")
            for outcome in ("adopt", "keep")
        ),
        Decision(0, NOW, "", " ", "ask again"),
    ],
)
def test_a_decision_that_says_too_little_is_not_made(record, decision: Decision) -> None:
    with pytest.raises(UsageError):
        made(record, load(), decision)
    with record.reading() as db:
        assert decisions.history(db) == ()


def test_a_card_tells_which_meaning_was_asked_about() -> None:
    entry = load()["lac"]
    assert meaning_asked(Card("c", "lac", "LAC", "A child in care.", (), ()), entry) == "looked after child"
    assert (
        meaning_asked(Card("c", "lac", "LAC", "", ("Local Area Coordinator",), ()), entry)
        == "Local Area Coordinator"
    )
    assert meaning_asked(Card("c", "contact", "contact", "", (), ()), load()["contact"]) == ""


def test_how_many_chose_it_is_counted_with_those_who_said_it_their_way() -> None:
    counts = tuple(
        Count(choice, count, share(count, 9)) for choice, count in (("family time", 5), ("my own way", 4))
    )
    said = GroupSaid(
        "parent or carer",
        9,
        (Tally("prefer", 9, counts),),
        wordings=(Said("Seeing Mum", False), Said("visits", True)),
    )
    adopted = counts_of(said, FAMILY_TIME)
    assert (adopted.group, adopted.chose, adopted.asked) == ("parent or carer", 5, 9)
    own = counts_of(said, Decision(0, NOW, "contact", "contact", "adopt", "seeing mum"))
    assert (own.chose, own.asked) == (1, 9)
    assert counts_of(None, FAMILY_TIME) == FAMILY_TIME


def test_of_two_who_decide_at_once_the_file_loses_neither(record, data_folder: Path) -> None:
    lexicon = load()
    words = [f"word {number}" for number in range(12)]
    threads = [
        threading.Thread(target=made, args=(record, lexicon, Decision(0, NOW, "", word, "adopt", f"plain {word}")))
        for word in words
    ]  # fmt: skip
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = yaml.safe_load((data_folder / REVIEWED).read_text())["wordings"]
    assert sorted(one["term"] for one in rows) == sorted(words)


def test_what_another_record_has_decided_is_not_lost(record, tmp_path: Path, data_folder: Path) -> None:
    made(record, load(), FAMILY_TIME)
    made(record, load(), replace(FAMILY_TIME, wording="seeing mum", readers=("child",)))
    written = (data_folder / REVIEWED).read_text()
    with open_record(tmp_path / "trial.sqlite") as other:
        for step in (
            lambda: made(other, load(), Decision(0, NOW, "placement", "placement", "adopt", "home")),
            lambda: publish(other),
        ):
            with pytest.raises(UsageError, match="another "):
                step()
        with other.reading() as db:
            assert decisions.history(db) == ()
        assert (data_folder / REVIEWED).read_text() == written
        publish(other, replace_other=True)
    assert yaml.safe_load((data_folder / REVIEWED).read_text())["wordings"] == []
