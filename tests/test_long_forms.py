"""Which long form a short form has where this document, a library and the lexicon have something to say."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from jargon_scanner.findings import Finding
from jargon_scanner.scan import Scanner, scan_text
from jargon_scanner.told import Told, library_of
from tests.small_lexicons import scanner_of, short

PA = short(
    "PA",
    {"long": "personal adviser", "phrases": ["leaving care PA"], "cues": ["pathway"]},
    {"long": "parenting assessment", "cues": ["parents"]},
)


@pytest.fixture(scope="module")
def few() -> Scanner:
    return scanner_of(PA)


def found(text: str, scanner: Scanner, *said: tuple[str, str, str]) -> Finding:
    """The first finding of a text where a library says this."""
    return scan_text(text, scanner=replace(scanner, library=library_of(said))).findings[0]


def meant(text: str, scanner: Scanner, *said: tuple[str, str, str]) -> list[tuple[str, str]]:
    acronym = found(text, scanner, *said).acronym
    assert acronym is not None
    return [(one.text, one.source) for one in acronym.expansions]


def test_what_nobody_here_explains_means_what_other_documents_say(few: Scanner) -> None:
    finding = found("The YDO shut.", few, ("YDO", "youth drop-in office", "plan.docx"))
    assert finding.acronym is not None
    assert (finding.acronym.status, finding.acronym.expansion) == ("undefined", "youth drop-in office")
    assert finding.acronym.expansions[0].documents == ("plan.docx",)
    assert finding.suggestions[0].sentence == "The youth drop-in office shut."
    assert finding.suggestions[0].source == "other documents"
    assert "Other documents" in (finding.why or "")


def test_the_document_itself_is_stronger_than_the_library(few: Scanner) -> None:
    text = "Her yearly dental outing (YDO) is due."
    assert meant(text, few, ("YDO", "youth drop-in office", "a")) == [("yearly dental outing", "document")]


def test_the_library_decides_between_senses_where_nothing_here_does(few: Scanner) -> None:
    said = ("PA", "Parenting Assessments", "a")
    assert meant("The PA began.", few, said)[0] == ("Parenting Assessments", "library")
    assert found("The PA began.", few).treatment == "ask"
    assert found("The PA began.", few, said).treatment == "replace"


def test_words_here_that_speak_for_another_known_sense_are_stronger(few: Scanner) -> None:
    text = "Her pathway worker is her leaving care PA."
    assert meant(text, few, ("PA", "parenting assessment", "a"))[0] == ("personal adviser", "lexicon")


def test_a_meaning_that_only_the_library_knows_is_asked_where_words_here_speak_for_another(
    few: Scanner,
) -> None:
    finding = found("The pathway PA came.", few, ("PA", "parent ambassador", "a"))
    assert finding.treatment == "ask"
    assert finding.question == "Which does PA mean here: personal adviser or parent ambassador?"
    assert [one.text for one in finding.suggestions] == ["personal adviser", "parent ambassador"]


def test_a_library_of_two_minds_is_for_the_writer_to_settle(few: Scanner) -> None:
    said = [("QZX", "quiet zone exchange", "a"), ("QZX", "quiz extra", "b"), ("QZX", "quiz extra", "c")]
    finding = found("The QZX is on.", few, *said)
    assert finding.question == "Which does QZX mean here: quiz extra or quiet zone exchange?"
    assert meant("The pathway PA came.", few, ("PA", "play area", "a"), ("PA", "pay award", "b")) == [
        ("personal adviser", "lexicon"), ("parenting assessment", "lexicon"), ("pay award", "library"), ("play area", "library"),
    ]  # fmt: skip


def test_most_documents_speak_first_each_once_in_the_plainer_writing() -> None:
    said = [("YDOs", "Youth Drop-in Offices", "a"), ("Y.D.O.", "youth drop-in office", "b"), ("YDO", "yacht dock", "c")]  # fmt: skip
    assert library_of([*said, said[0]]) == {
        "ydo": (Told("youth drop-in office", ("a", "b")), Told("yacht dock", ("c",)))
    }


def test_a_library_goes_with_its_scanner_to_another_process(scanner: Scanner) -> None:
    told = library_of([("YDO", "youth drop-in office", "a")])
    there = pickle.loads(pickle.dumps(replace(scanner, library=told)))
    assert there.library == told


def test_letters_that_everybody_knows_are_explained_where_they_mean_something_else(scanner: Scanner) -> None:
    def found(text: str) -> list[tuple[str, str | None]]:
        acronyms = (one for one in scan_text(text, scanner=scanner).findings if one.acronym)
        return [(one.text, one.acronym.expansion) for one in acronyms if one.acronym]

    renamed = "Dad went to Moving On Together (MOT).\n\nThe MOT is weekly."
    assert found(renamed) == [("MOT", "Moving On Together"), ("MOT", "Moving On Together")]
    assert found("The Ministry of Transport test (MOT) is due.\n\nThe MOT is weekly.") == []
    assert found("The MOT is weekly.") == []
