from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from jargon_scanner.choices import Choices
from jargon_scanner.edits import apply, plan
from jargon_scanner.findings import Approval
from jargon_scanner.lexicon.load import load, read
from jargon_scanner.scan import Scanner, scan_text
from tests.small_folders import BUNDLED, bundled
from tests.small_lexicons import short, term

HEAD = "domain: What we were told\nlayer: reviewed\nwordings:\n"
CHOSEN = "chosen: {group: young people, date: 2027-03, chose: 14, of: 17}"
BY = Approval("young people", "2027-03", 17, 14)


@pytest.fixture
def reviewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A reviewed layer of these rows, on a bundled lexicon of a few entries."""
    more = [
        short("LAC", "looked after child", "Local Area Coordinator"),
        term("family dynamics", "noun", "how the family gets on", also=["family composition"]),
        term("failed to engage", "verb", treatment="rethink", kind="blaming", category="blame", question="What got in the way?"),
    ]  # fmt: skip
    more.append(
        term(
            "respite",
            "noun",
            say=[{"replace": "short breaks", "number": "plural"}, {"replace": "short break"}],
        )
    )
    more[1]["say"].append({"replace": "who is in the family", "of": ["family composition"]})
    folder = bundled(tmp_path / "bundled", *BUNDLED, *more)
    monkeypatch.setattr("jargon_scanner.lexicon.load.bundled_folder", lambda: folder)

    def reviewed(*rows: str) -> Path:
        path = tmp_path / "reviewed.yaml"
        listed = ("  - " + indent(f"{row}\n{CHOSEN}", "    ").strip() + "\n" for row in rows)
        path.write_text(HEAD + "".join(listed), encoding="utf-8")
        return path

    return reviewed


def findings(path: Path, text: str, reader=None):
    scanner = Scanner.create(lexicon=[path])
    return scan_text(text, scanner=scanner, choices=Choices(reader=reader)).findings


def first(path: Path, text: str, reader=None):
    (finding, *_) = findings(path, text, reader)
    return finding.suggestions[0]


def test_the_entry_keeps_all_that_is_its_own(reviewed) -> None:
    path = reviewed("id: placement\noutcome: adopt\nsay: new home")
    before, after = load(), load([path])
    old, new = before["placement"], after["placement"]
    assert (new.only, new.unless, new.say, new.examples.flagged) == (
        old.only,
        old.unless,
        old.say,
        old.examples.flagged,
    )
    assert after.overridden["placement"] == (before.entries["placement"],)
    assert after.entries["placement"].line == 4


def test_the_chosen_wording_comes_first_fits_its_sentence_and_says_who_chose_it(reviewed) -> None:
    path = reviewed("id: placement\noutcome: adopt\nsay: new home")
    one = first(path, "His placements have ended.")
    assert (one.text, one.sentence, one.review) == ("new homes", "His new homes have ended.", BY)
    assert one.source == "chosen by young people"


def test_a_wording_is_counted_as_the_entry_counts_it(reviewed) -> None:
    path = reviewed("id: respite\noutcome: adopt\nsay: short break")
    assert first(path, "Mum asked for respite.").text == "short breaks"


def test_a_decision_for_one_reader_is_theirs_alone(reviewed) -> None:
    path = reviewed(
        "id: placement\noutcome: adopt\nsay: new home",
        "id: placement\noutcome: adopt\nsay: place to live\nfor: child",
    )
    text = "The placement has ended."
    assert first(path, text).text == "new home"
    assert first(path, text, "parent").text == "new home"
    assert first(path, text, "child").text == "place to live"
    assert [one.review for one in findings(path, text, "child")[0].suggestions][1:] == [None] * 1


def test_a_word_that_is_kept_is_explained_and_not_swapped(reviewed) -> None:
    path = reviewed("id: placement\noutcome: keep\nmeaning: The home where you live now.")
    (finding,) = findings(path, "His placement has ended.")
    assert (finding.treatment, finding.meaning, finding.review) == (
        "explain",
        "The home where you live now.",
        BY,
    )
    assert plan([finding]).edits == ()


def test_of_a_short_form_only_the_meaning_that_was_asked_about_is_said_anew(reviewed) -> None:
    path = reviewed("id: lac\noutcome: adopt\nof: looked after child\nsay: child we care for")
    assert first(path, "The LAC (looked after child) came. The LAC left.").review is None
    (finding, *_) = findings(path, "She is a looked after child. She is a LAC in foster care.")
    assert ("child we care for" in [one.text for one in finding.suggestions]) == (
        finding.acronym.expansion == "looked after child"
    )


def test_a_term_with_wordings_of_its_own_takes_no_decision_about_the_others(reviewed) -> None:
    path = reviewed("id: family-dynamics\noutcome: adopt\nsay: how we get on at home")
    assert first(path, "We talked about family dynamics.").text == "how we get on at home"
    assert first(path, "We talked about family composition.").text == "who is in the family"


def test_approved_wordings_are_taken_in_bulk_but_never_where_law_safety_or_blame_is_at_stake(
    reviewed,
) -> None:
    path = reviewed(
        "id: contact\noutcome: adopt\nsay: family time",
        "id: failed-to-engage\noutcome: adopt\nsay: stay away",
    )
    text = "Contact is weekly. Mum failed to engage. The placement ended."
    found = findings(path, text)
    assert apply(text, plan(found, only_approved=True).edits) == (
        "Family time is weekly. Mum failed to engage. The placement ended."
    )
    assert [one.review for one in found if one.treatment == "rethink" for one in one.suggestions[:1]] == [BY]


def test_words_that_no_lexicon_knows_become_an_entry(reviewed) -> None:
    path = reviewed(
        "term: kinship panel\noutcome: adopt\nsay: meeting about your family",
        "term: kinship panel\noutcome: keep\nmeaning: People who decide.\nfor: parent",
    )
    text = "Two kinship panels met."
    assert first(path, text).text == "meetings about your family"
    assert findings(path, text, "parent")[0].treatment == "explain"


def test_a_decision_about_an_entry_that_is_gone_is_not_lost(reviewed) -> None:
    path = reviewed(
        "id: placement-home\nterm: placement\noutcome: adopt\nsay: new home",
        "id: care-hub\nterm: care hub\noutcome: adopt\nsay: family centre",
    )
    lexicon = read([path])
    assert [(one.code, one.line) for one in lexicon.faults] == [("W401", 4), ("W401", 9)]
    assert "laid over 'placement'" in lexicon.faults[0].message
    assert first(path, "The care hub is shut.").text == "family centre"
    assert load([path])  # no command stops over it


def test_a_meaning_has_to_be_named_where_there_are_several(reviewed) -> None:
    path = reviewed(
        "id: lac\noutcome: adopt\nsay: child we care for", "id: lac\noutcome: adopt\nof: lake\nsay: pond"
    )
    assert [one.code for one in read([path]).faults] == ["W403", "W403"]
    assert "looked after child, Local Area Coordinator" in read([path]).faults[0].message


def test_a_decision_is_heard_above_a_weaker_silence(reviewed, tmp_path: Path) -> None:
    silent = tmp_path / "council.yaml"
    silent.write_text("domain: x\nsilence:\n  - {id: placement, reason: our forms print it}\nentries: []\n")
    path = reviewed("id: placement\noutcome: adopt\nsay: new home")
    lexicon = read([silent, path])
    assert [one.code for one in lexicon.faults] == ["W402"]
    assert lexicon.silenced == {}
    assert lexicon["placement"].decided


def test_a_family_is_stronger_than_a_group(reviewed, tmp_path: Path) -> None:
    words = tmp_path / "family.txt"
    words.write_text("placement = Nan's house")
    path = reviewed("id: placement\noutcome: adopt\nsay: new home")
    assert load([path, words])["placement"].decided == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("id: contact\noutcome: adopt", "needs 'say'"),
        ("outcome: keep", "'id'"),
        ("id: contact\noutcome: adobt\nsay: x", "Did you mean 'adopt'"),
        ("id: contact\noutcome: adopt\nsay: x\nfor_: child", "Did you mean 'for'"),
    ],
)
def test_a_mistake_is_named_with_its_line(reviewed, row: str, told: str) -> None:
    (fault, *_) = read([reviewed(row)]).faults
    assert fault.is_error
    assert fault.line >= 4
    assert told in fault.message


def test_decisions_stand_in_a_reviewed_layer_only(reviewed) -> None:
    path = reviewed("id: contact\noutcome: adopt\nsay: family time")
    path.write_text(path.read_text().replace("reviewed", "council"))
    assert "layer: reviewed" in read([path]).faults[0].message


def test_every_view_says_who_chose_it(reviewed) -> None:
    from jargon_scanner.lexicon.explained import explain
    from jargon_scanner.outputs.folding import Term
    from jargon_scanner.outputs.wording import facts

    path = reviewed(
        "id: placement\noutcome: adopt\nsay: new home", "id: contact\noutcome: keep\nmeaning: Family time."
    )
    swapped, kept = findings(path, "The placement ended. Contact is weekly.")
    said = "by 14 of 17 young people, March 2027"
    assert ("Chosen", (f"“new home” {said}",)) in [(one.label, one.texts) for one in facts(Term(swapped))]
    assert ("Kept", (f"to be explained, as chosen {said}",)) in [
        (one.label, one.texts) for one in facts(Term(kept))
    ]
    assert [(line.label, line.text) for line in explain(load([path])["placement"])][1:3] == [
        ("Say", "new home"), ("Chosen", said),
    ]  # fmt: skip


def test_the_reviewed_layer_of_the_data_folder_is_read_by_itself(reviewed, data_folder: Path) -> None:
    from jargon_scanner.cli.chosen import lexicon_of, settings_of

    before = settings_of()
    assert before.lexicon == ()
    data_folder.mkdir()
    reviewed("id: placement\noutcome: adopt\nsay: new home").rename(data_folder / "reviewed.yaml")
    assert settings_of().lexicon == (data_folder / "reviewed.yaml",)
    assert lexicon_of(settings_of())["placement"].decided


def test_a_decision_is_laid_over_in_a_moment_and_comes_to_the_same(
    reviewed, data_folder: Path, tmp_path: Path
) -> None:
    from jargon_scanner.lexicon.reviewed import with_reviewed
    from jargon_scanner.pipeline.factories import compiled

    path = reviewed(
        "id: placement\noutcome: adopt\nsay: new home",
        "id: placement\noutcome: keep\nfor: parent",
        "id: lac\noutcome: adopt\nof: looked after child\nsay: child we care for",
    )
    (silent := tmp_path / "council.yaml").write_text(
        "domain: x\nsilence:\n  - {id: iro, reason: we know it}\n"
    )
    base = compiled((str(silent),))
    quick, whole = with_reviewed(base, path), load([silent, path])
    assert quick is not None
    assert dict(quick.lexicon.entries) == dict(whole.entries)
    assert (quick.lexicon.sha256, quick.lexicon.overridden) == (whole.sha256, whole.overridden)
    assert base.lexicon["placement"].decided == ()
    for row in (
        "term: kinship panel\noutcome: adopt\nsay: talk",
        "id: iro\noutcome: keep",
        "id: gone\noutcome: keep",
    ):
        assert with_reviewed(base, reviewed(row)) is None  # other words would be found


def test_a_decision_in_the_data_folder_is_read_anew_each_time(reviewed, data_folder: Path) -> None:
    from jargon_scanner.pipeline.factories import compiled

    data_folder.mkdir()
    path = data_folder / "reviewed.yaml"
    for said in ("new home", "place to live"):
        path.write_text(reviewed(f"id: placement\noutcome: adopt\nsay: {said}").read_text())
        assert [one.say for one in compiled((str(path),))["placement"].decided] == [said]
    path.write_text(HEAD.replace("wordings:", "wordings: []"))
    assert compiled((str(path),))["placement"].decided == ()
