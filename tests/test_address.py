"""Whom a document speaks to."""

from __future__ import annotations

import pytest

from jargon_scanner.choices import Choices
from jargon_scanner.lexicon.entry import Reader
from jargon_scanner.scan import scan_text
from tests.small_lexicons import scanner_of, term

ECOMAP = {
    **term("ecomap", "noun"),
    "say": [{"replace": "map of who the child knows"}, {"replace": "map of your world", "for": "child"}],
}
VIEW = term("viewpoint", "noun", "what the child's mum says")
LETTER = "Dear Tobi,\n\nTobi likes the park. The child sees Mum there. Your mum is well.\n"


@pytest.mark.parametrize(
    ("reader", "texts"),
    [
        (None, ["map of who the child knows"]),
        ("professional", ["map of who the child knows"]),
        ("parent", ["map of who your child knows"]),
        ("child", ["map of your world", "map of who you know"]),
    ],
)
def test_wordings_are_chosen_for_the_reader(reader: Reader | None, texts: list[str]) -> None:
    report = scan_text("We drew an ecomap.", scanner=scanner_of(ECOMAP), choices=Choices(reader=reader))
    assert [one.text.removeprefix("a ") for one in report.findings[0].suggestions] == texts


def test_what_is_the_childs_is_yours() -> None:
    report = scan_text("We heard viewpoint.", scanner=scanner_of(VIEW), choices=Choices(reader="child"))
    assert report.findings[0].suggestions[0].text == "what your mum says"


def notes(reader: Reader | None) -> list[str]:
    report = scan_text(LETTER, scanner=scanner_of(VIEW), choices=Choices(reader=reader))
    return [note.message for note in report.notes if note.code == "say-you"]


def test_a_letter_to_a_child_can_say_you() -> None:
    tobi, child, mum = notes("child")
    assert "“Tobi” once" in tobi
    assert "“the child” once. Say “you”" in child
    assert "“mum or dad” once" in mum


def test_a_letter_to_a_parent_can_say_your_child() -> None:
    (child,) = notes("parent")
    assert "Say “your child”" in child


@pytest.mark.parametrize("reader", [None, "professional"])
def test_the_third_person_is_kept_otherwise(reader: Reader | None) -> None:
    assert notes(reader) == []
