"""The model reads a sentence where an answer hangs on it, and the findings are those of reading them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.tokens import Doc

from jargon_scanner.document import Document
from jargon_scanner.errors import DocumentError
from jargon_scanner.loaders import load
from jargon_scanner.loaders import text as plain_text
from jargon_scanner.pipeline.grammar import Grammar
from jargon_scanner.pipeline.memory import Memory
from jargon_scanner.pipeline.state import Unread, state_of, token_read
from jargon_scanner.scan import Scanner, scan_document
from tests.benchmarks.texts import CORPUS, SAMPLES, case_files, paragraphs

QUICK = ("child_and_family_assessment.docx", "duty_notes.txt", "chronology.md", "letter_to_child.md")


class Thorough(Grammar):
    """Reads every sentence before anything is asked."""

    def _questions(self, doc: Doc) -> Iterator[Unread]:
        for start in sorted(set(state_of(doc).words.starts)):
            yield Unread(doc, start)


@pytest.fixture(scope="module")
def thorough(scanner: Scanner) -> Scanner:
    grammar = Thorough(scanner.reader.grammar.model, scanner.lexicon)
    return replace(scanner, reader=replace(scanner.reader, grammar=grammar, memory=Memory(scanner.lexicon)))


def same_findings(document: Document, scanner: Scanner, thorough: Scanner) -> None:
    quick, whole = (scan_document(document, scanner=one) for one in (scanner, thorough))
    assert quick.findings == whole.findings, document.path
    assert quick == whole, document.path


@pytest.mark.parametrize("name", QUICK)
def test_a_samples_findings_are_those_of_reading_every_sentence(
    name: str, scanner: Scanner, thorough: Scanner
) -> None:
    same_findings(load(SAMPLES / name), scanner, thorough)


@pytest.mark.slow
def test_the_samples_findings_are_those_of_reading_every_sentence(
    scanner: Scanner, thorough: Scanner
) -> None:
    read = 0
    for path in sorted(SAMPLES.iterdir()):
        if path.is_file() and path.suffix not in (".py", ".zip"):
            try:
                document = load(path)
            except DocumentError:
                continue  # an old format whose program is not on this computer
            same_findings(document, scanner, thorough)
            read += 1
    assert read > 20


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared collection is not beside this checkout")
@pytest.mark.parametrize("part", range(8))
def test_the_collections_findings_are_those_of_reading_every_sentence(
    part: int, scanner: Scanner, thorough: Scanner
) -> None:
    text = "\n\n".join(paragraphs()[part::8])
    same_findings(plain_text.read(Path("collection.txt"), text.encode()), scanner, thorough)


@pytest.mark.slow
def test_made_case_files_findings_are_those_of_reading_every_sentence(
    scanner: Scanner, thorough: Scanner
) -> None:
    for text in case_files(20, seed=7):
        same_findings(plain_text.read(Path("case.md"), text.encode()), scanner, thorough)


def asked(scanner: Scanner, text: str, word: int) -> Doc:
    doc = scanner.reader(text)
    scanner.reader.grammar.read([Unread(doc, state_of(doc).words.starts[word])])
    return doc


def test_the_model_reads_only_sentences_that_ask(scanner: Scanner) -> None:
    doc = asked(scanner, "The cat sat on the mat. The worker undertook two visits.", 8)
    assert [token.text for token in doc if token.tag_] == ["The", "worker", "undertook", "two", "visits", "."]
    assert [token.lemma_ for token in doc if token.text == "undertook"] == ["undertake"]
    assert [one.text for one in doc.sents] == ["The cat sat on the mat.", "The worker undertook two visits."]
    words = state_of(doc).words
    assert token_read(doc, words, 9).tag_ == "VBD"
    with pytest.raises(Unread):
        token_read(doc, words, 1)


def test_a_sentence_that_is_read_later_leaves_the_first_as_it_is(scanner: Scanner) -> None:
    doc = asked(scanner, "The cat sat on the mat. The worker undertook two visits. Sam rang.", 8)
    before = [(token.tag_, token.dep_, token.head.i, token.lemma_) for token in doc][7:12]
    scanner.reader.grammar.read([Unread(doc, 0)])
    assert [(token.tag_, token.dep_, token.head.i, token.lemma_) for token in doc][7:12] == before
    assert doc[2].tag_ == "VBD"
    assert not doc[14].tag_
    assert len(list(doc.sents)) == 3


def test_line_breaks_and_markup_do_not_reach_the_model(scanner: Scanner) -> None:
    plain = asked(scanner, "The worker undertook two visits.", 0)
    broken = asked(scanner, "The worker\n  undertook *two* visits.", 0)
    assert [(t.text, t.tag_, t.dep_) for t in broken if t.text.isalpha()] == [
        (t.text, t.tag_, t.dep_) for t in plain if t.text.isalpha()
    ]


def test_work_that_asks_is_done_again_when_its_sentence_is_read(scanner: Scanner) -> None:
    doc = scanner.reader("The cat sat. The dog ran. The worker undertook two visits.")
    words = state_of(doc).words
    tags = scanner.reader.grammar.answer(range(3), lambda place: (token_read(doc, words, place * 4 + 1)).tag_)
    assert tags == ["NN", "NN", "NN"]
