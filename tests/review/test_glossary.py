"""“Words we use” as young people and parents get it: what stands, for them, and no number that tells of few."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import html5lib
import pikepdf
import pytest

from jargon_scanner.review.cards import Card, Pack
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.drawings import DRAWINGS
from jargon_scanner.review.glossary import symbols
from jargon_scanner.review.glossary.files import files_of
from jargon_scanner.review.glossary.said import INTRO
from jargon_scanner.review.glossary.words import Glossary, glossary_of
from jargon_scanner.scan import scan_text
from tests.review.test_paper import NASTY, text_of_pdf

NOW = datetime(2027, 3, 9, 12, tzinfo=UTC)
CONTACT = Decision(1, NOW, "contact", "contact", "adopt", "family time", chose=14, asked=17, session="s")
KEPT = Decision(
    2, NOW, "iro", "IRO", "keep", "The person who checks your plan.", chose=8, asked=9, session="s"
)
FEW = Decision(3, NOW, "placement", "placement", "adopt", "home", chose=4, asked=9, session="s")
OWN = Decision(4, NOW, "", "our thing", "adopt", "Tuesday group", readers=("parent",))
HISTORY = (CONTACT, KEPT, FEW, OWN)


@pytest.fixture(scope="module")
def entries(scanner):
    return scanner.lexicon.lexicon.entries


def made(entries, history=HISTORY, reader="child", packs=()) -> Glossary:
    return glossary_of(history, packs, entries, reader, date(2027, 3, 20))


def test_words_stand_from_a_to_z_with_who_chose_them(entries) -> None:
    found = made(entries)
    assert [(one.term, one.say, one.chosen) for one in found.words] == [
        ("contact", "family time", "Chosen by 14 of 17 young people, March 2027"),
        ("IRO", "", "Kept by 8 of 9 young people, March 2027"),
        ("placement", "home", "Chosen by young people, March 2027"),
    ]
    assert [letter for letter, _ in found.by_letter] == ["C", "I", "P"]
    assert found.words[1].meaning == "The person who checks your plan."
    assert found.words[2].meaning.startswith("The home where a child lives")


def test_what_was_decided_for_parents_is_for_them_and_stronger_there(entries) -> None:
    theirs = replace(CONTACT, id=5, wording="seeing your child", readers=("parent",), group="parent or carer")
    found = {one.term: one for one in made(entries, (*HISTORY, theirs), "parent").words}
    assert found["contact"].say == "seeing your child"
    assert found["contact"].chosen.endswith("parents and carers, March 2027")
    assert found["our thing"].chosen == "Chosen by our team, March 2027"
    assert "our thing" not in [one.term for one in made(entries).words]


def test_what_was_taken_back_is_gone_and_what_is_asked_again_still_stands(entries) -> None:
    undone = Decision(5, NOW, "contact", "contact", "undo", undoes=1)
    again = Decision(6, NOW, "placement", "placement", "ask again")
    assert [one.term for one in made(entries, (*HISTORY, undone, again)).words] == ["IRO", "placement"]


def test_what_a_newer_card_says_a_word_means_is_stronger_than_the_lexicon(entries) -> None:
    def pack(meaning: str) -> Pack:
        return Pack("p", "t", NOW, (Card("c", "contact", "contact", meaning, (), ()),))

    found = made(entries, packs=(pack("newest"), pack("older")))
    assert found.words[0].meaning == "newest"


def test_the_files_say_it_and_fetch_nothing(entries) -> None:
    nasty = replace(OWN, term=NASTY, wording=NASTY, readers=())
    page, pdf, word = files_of(made(entries, (CONTACT, KEPT, nasty)))
    assert [page.name, pdf.name, word.name] == [
        "words-we-use-young-people.html",
        "words-we-use-young-people.pdf",
        "words-we-use-young-people.docx",
    ]
    tree = html5lib.parse(page.content, namespaceHTMLElements=False)
    assert NASTY in "".join(tree.itertext())
    assert not [
        one for one in tree.iter() if {"src", "href"} & set(one.attrib) and one.get("href", "")[:1] != "#"
    ]
    assert not list(tree.iter("script"))
    paragraphs = "\n".join(one.text for one in docx.Document(io.BytesIO(word.content)).paragraphs)
    for said in ("".join(tree.itertext()), text_of_pdf(pdf.content), paragraphs):
        assert "family time" in said
        assert "Chosen by 14 of 17 young people, March 2027" in said
        assert "We keep this word." in said
    with pikepdf.open(io.BytesIO(pdf.content)) as read:
        assert read.Root.MarkInfo.Marked


@pytest.mark.parametrize("term", ["", " ", "\x85", "\ufeff", "\U0010ffff"])
def test_a_word_that_nobody_can_see_breaks_nothing(entries, term: str) -> None:
    odd = replace(OWN, term=term, wording="\x04Ý", readers=())
    for file in files_of(made(entries, (CONTACT, odd))):
        assert file.content


def test_pictures_are_ours_and_by_what_a_word_is_about() -> None:
    assert {*symbols._ABOUT, symbols.ANY_WORD} <= set(DRAWINGS)
    assert symbols.symbol_for("PEP", "my school plan") == "school"
    assert symbols.symbol_for("contact", "family time") == "family"
    assert symbols.symbol_for("pertinent", "useful") == symbols.ANY_WORD


def test_what_the_glossary_says_around_its_words_passes_our_own_scan(scanner) -> None:
    for reader in ("child", "parent"):
        assert scan_text(" ".join(INTRO[reader]), scanner=scanner).findings == ()
