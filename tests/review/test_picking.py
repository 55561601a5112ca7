"""Words picked, and their cards: what readers meet most and nobody was asked about comes first."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.lexicon.entry import ShortForm, Term
from jargon_scanner.lexicon.spoken import plain, spoken
from jargon_scanner.library import Recipe, Store, Wishes
from jargon_scanner.library.engines.family import Setup
from jargon_scanner.library.scope import scan_library
from jargon_scanner.redact import redactor_for
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.picking.before import Before
from jargon_scanner.review.picking.by_hand import from_words
from jargon_scanner.review.picking.cards import card_of, pack_of
from jargon_scanner.review.picking.document import from_report
from jargon_scanner.review.picking.figures import from_figures
from jargon_scanner.review.picking.picked import Candidate, Picked, once_each
from jargon_scanner.review.picking.sentences import sentences_for
from jargon_scanner.review.picking.wordings import meaning_of, wordings_of
from jargon_scanner.scan import scan_text
from tests.small_lexicons import short, term

NOW = datetime(2027, 3, 9, tzinfo=UTC)
NEW = Before()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("strategy meeting", "strategy meeting"),
        ("fail to engage with|in", "fail to engage with"),
        ("put|place|leave <someone> at (significant) risk", "put someone at risk"),
        ("of <someone's> own making", "of someone’s own making"),
        ("test|push <a> boundaries|limits", "test boundaries"),
        ("get <self> into", "get yourself into"),
        ("avoid|evade <adverb> professionals|services", "avoid professionals"),
        ("refuse ... support", "refuse … support"),
    ],
)
def test_a_term_is_said_as_a_dictionary_prints_it(written: str, said: str) -> None:
    assert spoken(written) == said


def test_what_stands_in_brackets_in_a_wording_belongs_to_it() -> None:
    assert plain("being hurt by words (abuse)") == "being hurt by words (abuse)"
    assert plain("move <someone> to live with") == "move someone to live with"


def test_no_program_writing_is_left_on_any_card(scanner) -> None:
    lexicon = scanner.lexicon.lexicon
    for located in lexicon.entries.values():
        card = card_of(Picked(located.entry.id, "", ""), lexicon, str)
        said = [card.term, *card.wordings]
        assert all(one and not set("<>|[]") & set(one) for one in said), said
        assert len({one.casefold() for one in said}) == len(said) <= 4, said
        assert not any(set("[]→") & set(one.text) for one in card.examples), card.examples


def test_wordings_for_children_come_first_and_those_for_professionals_do_not_come() -> None:
    entry = Term.model_validate(
        term("contact", "noun")
        | {
            "say": [
                {"replace": "visits", "when": [{"near": "prison"}]},
                {"replace": "access", "for": "professional"},
                {"replace": "seeing each other", "for": "parent"},
                {"replace": "family time"},
                {"replace": "the family time"},
                {"rephrase": "Say who sees whom."},
                {"replace": "seeing your family", "for": "child"},
            ]
        }
    )
    assert wordings_of(entry) == ("family time", "seeing your family", "seeing each other")


def test_a_wording_for_another_phrase_does_not_stand_for_the_word() -> None:
    entry = Term.model_validate(
        term("fail to provide|ensure", "verb", id="fail-to-provide")
        | {
            "say": [
                {"replace": "not ensure", "when": [{"phrase": ["fail to ensure"]}]},
                {"replace": "not provide", "when": [{"phrase": ["fail to provide"]}]},
            ]
        }
    )
    assert wordings_of(entry) == ("not provide",)


def test_a_short_form_is_said_as_it_is_meant_here() -> None:
    entry = ShortForm.model_validate(
        short(
            "CP",
            {"long": "child protection", "meaning": "Keeping safe.", "say": [{"replace": "keeping safe"}]},
            {"long": "cerebral palsy", "meaning": "An illness."},
            examples={"flagged": ["Her [CP] makes it hard. → cerebral palsy", "[CP] work is hard. → child protection"]},
        )
    )  # fmt: skip
    assert wordings_of(entry) == ("child protection", "keeping safe")
    assert (wordings_of(entry, "cerebral palsy"), meaning_of(entry, "cerebral palsy")) == (
        ("cerebral palsy",),
        "An illness.",
    )
    assert [one.text for one in sentences_for(entry, "cerebral palsy", (), str)] == ["Her CP makes it hard."]


def test_made_up_sentences_come_before_printed_ones_and_those_before_what_was_written() -> None:
    entry = Term.model_validate(term("contact", "noun", examples={"flagged": ["He sees Dad at [contact]."]}))
    written = Candidate("Contact with Olu went well.", "Contact", "document")
    printed = Candidate("Say how contact is going.", "contact", "template")
    assert [(one.origin, one.may_go_out) for one in sentences_for(entry, "", (printed, written), str)] == [
        ("invented", True),
        ("template", False),
    ]
    assert [one.origin for one in sentences_for(entry, "", (written,), str)] == ["invented"]
    assert [one.origin for one in sentences_for(None, "", (written,), str)] == ["document"]


def test_a_sentence_in_which_the_word_itself_would_be_hidden_shows_nothing() -> None:
    found = Candidate("We asked the Squiggle team to come.", "Squiggle", "document")
    assert sentences_for(None, "", (found,), lambda text: text.replace("Squiggle", "[name]")) == ()
    label = Candidate("GP, HV, Squiggle, dentist", "Squiggle", "template")
    assert sentences_for(None, "", (label,), str) == ()


def test_words_by_hand_are_found_in_any_form_and_kept_where_no_lexicon_has_them(scanner) -> None:
    lexicon = scanner.lexicon.lexicon
    picked = from_words(["placements", " IRO ", "our Tuesday thing", ""], lexicon, NEW)
    assert [(one.entry, one.term) for one in picked[1:]] == [("iro", "IRO"), ("", "our Tuesday thing")]
    assert picked[0].term == "placement"
    pack = pack_of("Mine", [*picked, picked[0]], lexicon, str, NOW)
    assert [card.term for card in pack.cards] == ["placement", "IRO", "our Tuesday thing"]
    assert pack.cards[2].meaning == ""
    assert pack.cards[0].wordings


def test_of_a_word_picked_twice_the_sentences_are_kept() -> None:
    by_hand = Picked("contact", "contact", "picked by the team")
    met = Picked(
        "contact", "contact", "412 times in 63 documents", sentences=(Candidate("a", "a", "template"),)
    )
    assert once_each([by_hand, met]) == (met,)


DECIDED = Decision(1, NOW, "placement", "placement", "adopt", "home")
AGAIN = Decision(2, NOW, "lac", "LAC", "ask again")


def test_the_field_s_own_words_come_before_heavy_words_that_have_a_plain_one(scanner) -> None:
    report = scan_text("We will commence. We commence. The IRO rang.", scanner=scanner)
    assert [one.entry for one in from_report(report, NEW, 9)] == ["iro", "commence"]


def test_what_was_never_asked_comes_first_and_what_is_to_be_asked_again_with_it(scanner) -> None:
    known = Before(frozenset({"referral", "placement", "lac"}), {"placement": DECIDED, "lac": AGAIN})
    text = "The LAC placement came by referral. The placement ended. The IRO rang. A referral was a referral."
    picked = from_report(scan_text(text, scanner=scanner), known, 9)
    assert [one.entry for one in picked if one.entry in ("lac", "iro", "referral", "placement")] == [
        "lac",
        "iro",
        "referral",
        "placement",
    ]
    assert next(one.why for one in picked if one.entry == "lac") == "once in one document; to be asked again"
    assert next(one.why for one in picked if one.entry == "placement").endswith("decided in March 2027")


@given(st.dictionaries(st.text(min_size=1, max_size=5), st.integers(0, 2)))
def test_every_word_has_one_turn(turns: dict[str, int]) -> None:
    made = {0: AGAIN, 2: DECIDED}
    decided = {key: made[turn] for key, turn in turns.items() if turn in made}
    known = Before(frozenset(turns), decided)
    assert {key: known.turn(key) for key in turns} == turns
    assert known.turn("never asked") == 0


@pytest.fixture(scope="module")
def figures(tmp_path_factory, scanner):
    """A library: two care plans, with a name in them, and a form that three teams have word for word."""
    folder = tmp_path_factory.mktemp("library")
    for number in range(3):
        (folder / f"form{number}.txt").write_text(
            f"Say how the placement is going.\n\nTeam {number}.\n", "utf-8"
        )
    (folder / "a.txt").write_text("Oluwaseun said the wraparound helped. The IRO rang.\n", "utf-8")
    return folder


@pytest.mark.parametrize("keep_text", [True, False])
def test_words_of_a_scope_know_how_often_they_are_met(figures, tmp_path, keep_text, scanner) -> None:
    with Store(tmp_path / "figures.sqlite", keep_text=keep_text) as store:
        run = scan_library([figures], store, Recipe(), Wishes(setup=Setup(processes=0)))
        picked = from_figures(store, run, NEW, 20)
        assert picked[0].entry == "placement"
        assert picked[0].why == "3 times in 3 documents"
        assert len(from_figures(store, run, NEW, 1)) == 1
        found = {one.entry: one for one in picked}
        if not keep_text:
            assert not any(one.sentences for one in picked)
            return
        assert found["placement"].sentences[0] == Candidate(
            "Say how the placement is going.", "placement", "template"
        )
        lexicon = scanner.lexicon.lexicon
        redactor = redactor_for(lexicon)
        shown = sentences_for(None, "", found["iro"].sentences, lambda text: redactor.redact(text).text)
        assert [(one.text, one.origin) for one in shown] == []  # of three words it shows nothing


@pytest.fixture
def london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer that stands in London."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps its time zone to itself")
def test_a_decision_is_of_the_month_that_the_team_was_in(london: None) -> None:
    late = datetime(2027, 3, 31, 23, 30, tzinfo=UTC)
    decided = Decision(1, late, "placement", "placement", "adopt", "home")
    assert Before(decided={"placement": decided}).remark("placement") == "decided in April 2027"
