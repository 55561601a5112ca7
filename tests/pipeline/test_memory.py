"""A block that was read before gives the findings that it gives when it is read anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jargon_scanner.document import Document
from jargon_scanner.loaders import load
from jargon_scanner.loaders import text as plain_text
from jargon_scanner.pipeline.memory import Memory
from jargon_scanner.pipeline.state import state_of
from jargon_scanner.scan import Scanner, scan_document, scan_text
from tests.benchmarks.texts import SAMPLES, case_files, template_library
from tests.small_lexicons import scanner_of, short, term


def forgetful(scanner: Scanner) -> Scanner:
    return replace(scanner, reader=replace(scanner.reader, memory=Memory(scanner.lexicon)))


def check(documents: list[Document], scanner: Scanner) -> None:
    remembering = forgetful(scanner)
    for document in [*documents, *reversed(documents)]:
        anew = scan_document(document, scanner=forgetful(scanner))
        assert scan_document(document, scanner=remembering) == anew, document.path


def documents(texts: list[str]) -> list[Document]:
    return [plain_text.read(Path(f"{number}.md"), text.encode()) for number, text in enumerate(texts)]


def test_samples_read_twice_are_read_alike(scanner: Scanner) -> None:
    check([load(SAMPLES / name) for name in ("duty_notes.txt", "child_in_need_plan.docx")], scanner)


def test_documents_that_share_paragraphs_are_read_alike(scanner: Scanner) -> None:
    check(documents([*template_library(3, seed=3), *case_files(3, seed=4)]), scanner)


@pytest.mark.slow
def test_many_documents_that_share_paragraphs_are_read_alike(scanner: Scanner) -> None:
    check(documents([*template_library(20, seed=5), *case_files(30, seed=6)]), scanner)


def test_a_block_is_remembered(scanner: Scanner) -> None:
    remembering = forgetful(scanner)
    one = scan_text("The worker undertook two visits.\n\nThe end.", scanner=remembering)
    held = remembering.reader.memory._held
    two = scan_text("Something else.\n\nThe worker undertook two visits.", scanner=remembering)
    assert remembering.reader.memory._held == held + 20
    assert [finding.text for finding in one.findings] == [finding.text for finding in two.findings]
    for report, at in ((one, 11), (two, 28)):
        assert report.findings[0].start == at
        assert all(edit.replaces[0] >= at for finding in report.findings for edit in finding.suggestions)


def test_words_elsewhere_that_an_entry_listens_to_are_no_other_block() -> None:
    small = scanner_of(
        term("placement", "noun", "home", only=[{"document": ["foster"]}]),
        short("PA", "personal adviser"),
    )
    block = "The placement ended. His PA rang."
    without = scan_text(f"{block}\n\nA student wrote this.", scanner=small)
    with_word = scan_text(f"{block}\n\nA foster carer wrote this.", scanner=small)
    defining = scan_text(f"{block}\n\nThe play area (PA) is shut.", scanner=small)
    assert [one.text for one in without.findings] == ["PA"]
    assert [one.text for one in with_word.findings] == ["placement", "PA"]
    assert defining.findings[0].acronym is not None
    assert without.findings[0].acronym is not None
    assert defining.findings[0].acronym.expansion != without.findings[0].acronym.expansion


def test_what_was_not_met_for_longest_is_forgotten(scanner: Scanner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jargon_scanner.pipeline.memory._MOST_TOKENS", 50)
    remembering = forgetful(scanner)
    for text in ("Dad rang her school.", "Mum rang her school.", "Nan rang her school."):
        scan_text(text, scanner=remembering)
    assert list(remembering.reader.memory._texts) == ["Mum rang her school.", "Nan rang her school."]


def test_a_text_is_forgotten_where_its_surroundings_were_not_met_for_longest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("jargon_scanner.pipeline.memory._MOST_TOKENS", 50)
    kinds = ["foster", "kinship", "respite", "short"]
    small = scanner_of(term("placement", "noun", "home", only=[{"document": kinds}]))
    for kind in kinds:
        scan_text(f"The placement ended.\n\nIt was {kind}.", scanner=small)
    docs = {text: known.docs for text, known in small.reader.memory._texts.items()}
    assert docs == {"The placement ended.": 1, "It was short.": 1}


def test_a_block_that_stands_twice_is_counted_once(scanner: Scanner) -> None:
    remembering = forgetful(scanner)
    scan_text("Dad rang her school.\n\nDad rang her school.", scanner=remembering)
    held = remembering.reader.memory._held
    assert held == 20 * len(remembering.reader.memory._docs)
    scan_text("Dad rang her school.", scanner=remembering)
    assert remembering.reader.memory._held == held


def test_of_a_document_a_block_keeps_only_the_words_that_it_hears() -> None:
    small = scanner_of(term("placement", "noun", "home", only=[{"document": ["foster"]}]))
    scan_text("The placement ended.\n\nHis foster carer lives in Sunderland.", scanner=small)
    contexts = [state_of(doc).context for doc in small.reader.memory._docs.values()]
    assert [set(context.vocabulary) for context in contexts] == [{"foster"}, set()]
