"""Words picked at the command line, and sentences ticked one by one."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime

import openpyxl
import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.review.cards import Card, Example, Pack
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.record import decisions, open_record, packs
from tests.small_lexicons import whole_scanner

NOW = datetime(2027, 3, 9, tzinfo=UTC)
TEXT = "Oluwaseun Adeyemi told us that the wraparound meeting went badly for him.\n\nThe placement ended.\n"


def run(*words, answers=None):
    result = CliRunner().invoke(app, [str(word) for word in words], input=answers)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a plan. The bundled lexicon is the one that the tests have loaded once."""
    for name in ("prepare", "make_glossary"):
        module = sys.modules[f"jargon_scanner.cli.review.{name}"]
        loaded = module.lexicon_of
        monkeypatch.setattr(
            module,
            "lexicon_of",
            lambda settings, load=loaded: (
                load(settings) if settings.lexicon else whole_scanner().lexicon.lexicon
            ),
        )
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.txt").write_text(TEXT, "utf-8")
    return tmp_path


def kept():
    with open_record() as record, record.reading() as db:
        return packs.all_packs(db)


def test_words_by_hand_and_from_a_document_make_a_pack(folder):
    told = run(
        "review", "prepare", "--title", "Spring", "--document", "plan.txt", "--words", "LAC, our thing"
    ).stdout
    (pack,) = kept()
    assert [card.term for card in pack.cards][:2] == ["LAC", "our thing"]
    assert "placement end" in [card.term for card in pack.cards]
    assert f"Pack {pack.id}: Spring, {len(pack.cards)} words." in told
    assert "No sentence was found for: our thing" in told
    assert "plan.txt" not in told  # its name could be a child's


def test_words_of_a_scope_are_picked_and_a_scope_without_text_says_so(folder):
    (folder / "library").mkdir()
    (folder / "library" / "plan.txt").write_text(TEXT, "utf-8")
    run("scope", folder / "library", "--output", "figures", "--processes", 0, "--no-text")
    told = run("review", "prepare", "--title", "Spring", "--from", "figures", "--most", 1)
    assert "made-up sentences only" in told.stderr
    assert len(kept()[0].cards) == 1


def test_nothing_to_pick_from_is_said(folder):
    assert "--from FOLDER" in run("review", "prepare", "--title", "Spring").stderr
    (folder / "plain.txt").write_text("The dog ran home.\n", "utf-8")
    told = run("review", "prepare", "--title", "Spring", "--document", "plain.txt")
    assert (told.exit_code, kept()) == (2, ())


@pytest.mark.slow
def test_a_sentence_of_a_document_comes_with_its_names_hidden_and_waits(folder):
    (folder / "own.yaml").write_text(
        "domain: ours\nentries:\n- {id: wraparound-meeting, term: wraparound meeting, pos: noun, kind: jargon, "
        "category: system-word, treatment: replace, meaning: A meeting., why: Nobody knows it., say: [{replace: meeting}]}\n",
        "utf-8",
    )
    told = run(
        "review", "prepare", "--title", "Spring", "--document", "plan.txt", "--lexicon", "own.yaml"
    ).stdout
    assert "1 sentence waits for your tick" in told
    (card,) = (card for card in kept()[0].cards if card.entry == "wraparound-meeting")
    assert card.examples == (
        Example("[name] told us that the wraparound meeting went badly for him.", "document"),
    )


def test_sentences_are_ticked_one_by_one(folder, monkeypatch):
    examples = tuple(
        Example(f"[name] had contact {number}.", "document") for number in ("once", "twice", "often")
    )
    with open_record() as record, record.writing() as db:
        packs.add(db, Pack("p1", "Spring", NOW, (Card("c1", "contact", "contact", "", (), examples),)))
    assert "Nobody can be asked here" in run("review", "tick", "p1").stderr
    monkeypatch.setattr(sys.modules["jargon_scanner.cli.review.tick"], "is_watched", lambda _: True)
    asked = run("review", "tick", "p1", answers="what\nt\nremove\nsk\n")
    assert "[name] had contact once." in asked.stdout
    assert "It is one of tick, remove" in asked.stderr
    (card,) = kept()[0].cards
    assert [(one.text, one.ticked) for one in card.examples] == [
        ("[name] had contact once.", True),
        ("[name] had contact often.", False),
    ]
    run("review", "tick", "p1", answers="t\n")
    assert "No sentence waits" in run("review", "tick", "p1").stdout
    assert run("review", "tick", "p9").exit_code == 2


def test_a_pack_is_printed_and_its_answers_come_back(folder):
    identifier = re.search(
        r"Pack (\w+):", run("review", "prepare", "--title", "May", "--words", "LAC").stdout
    )[1]
    told = run("review", "print", identifier, "--output", "paper")
    assert sorted(path.name for path in (folder / "paper").iterdir()) == [
        "may-answers.xlsx",
        "may-cards.docx",
        "may-cards.pdf",
        "may-tally.docx",
        "may-tally.pdf",
    ]
    assert "paper/may-cards.pdf" in told.stdout
    assert run("review", "print", identifier, "--output", "paper", "--for", "cats").exit_code == 2
    book = openpyxl.load_workbook(folder / "paper" / "may-answers.xlsx")
    book["One by one"].append([1, "Young person", "", "1. LAC", "Yes"])
    book.save(folder / "typed.xlsx")
    assert "--name" in run("review", "import", "typed.xlsx").stderr
    brought = run("review", "import", "typed.xlsx", "--name", "Tuesday group").stdout
    assert "Tuesday group, the answers of 1 person." in brought
    assert "Nothing was changed" in run("review", "import", "typed.xlsx", "--name", "Tuesday group").stdout
    missing = run("review", "import", "none.xlsx")
    assert (missing.exit_code, "none.xlsx could not be read" in missing.stderr) == (2, True)


def test_a_glossary_is_made_of_what_was_decided(folder):
    assert "Nothing has been decided" in run("review", "glossary", "--output", "words").stderr
    with open_record() as record, record.writing() as db:
        decision = Decision(0, NOW, "contact", "contact", "adopt", "family time")
        decisions.append(db, decision)
    told = run("review", "glossary", "--output", "words", "--for", "parents").stdout
    assert "words/words-we-use-parents.pdf" in told
    assert "family time" in (folder / "words" / "words-we-use-parents.html").read_text("utf-8")
    assert run("review", "glossary", "--output", "words", "--for", "cats").exit_code == 2
