"""Running text, stage by stage: where the time goes"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import TypeVar

from jargon_scanner.collect import collect
from jargon_scanner.definitions import find_definitions
from jargon_scanner.expansions import resolve
from jargon_scanner.garbage import uncollected
from jargon_scanner.loaders import text as plain_text
from jargon_scanner.outputs import Look, find_output
from jargon_scanner.outputs.json_object import as_object, encode
from jargon_scanner.readability import measure, prose_sentences
from jargon_scanner.scan import scan_document
from jargon_scanner.suggestions import suggest
from jargon_scanner.surroundings import contexts_of
from tests.benchmarks.texts import running_text, warm_scanner, words_in
from tests.benchmarks.timing import Figure

REFERENCE = "all stages"
Made = TypeVar("Made")


def figures() -> Iterator[Figure]:
    text = running_text(0.25)
    words = words_in(text)
    scanner = warm_scanner()
    reader, lexicon = scanner.reader, scanner.lexicon
    spent: dict[str, float] = {}

    def stage(name: str, work: Callable[[], Made]) -> Made:
        with uncollected():
            begin = process_time()
            made = work()
            spent[name] = process_time() - begin
        return made

    document = stage("load", lambda: plain_text.read(Path("text.txt"), text.encode()))
    definitions = stage("definitions", lambda: find_definitions(document.blocks))
    contexts = stage("surroundings", lambda: contexts_of(document, definitions, lexicon))
    docs = stage("tokenise", lambda: [reader._placed(one) for one in contexts])
    stage("match", lambda: [reader.candidates(doc) for doc in docs])
    stage("grammar for senses", lambda: list(reader.grammar.pipe(docs)))
    stage("senses", lambda: [reader.senses(doc) for doc in docs])
    read = list(zip(document.blocks, docs, contexts, strict=True))
    drafts = stage("collect", lambda: [draft for one in read for draft in collect(*one, lexicon)])
    answer = reader.grammar.answer
    resolved = stage("resolve", lambda: resolve(drafts, definitions, lexicon, answer))
    findings = stage(
        "suggest, with its grammar",
        lambda: answer(resolved, lambda one: suggest(one, document.text, lexicon)),
    )
    prose = stage("prose", lambda: [span for block, doc, _ in read for span in prose_sentences(block, doc)])
    stage("readability", lambda: measure(document.text, prose, findings))
    report = scan_document(document, scanner=scanner)
    stage("report as JSON", lambda: encode(as_object(report)))
    stage("render as a page", lambda: find_output("html", None).write(iter([report]), io.BytesIO(), Look()))
    for name, seconds in spent.items():
        yield Figure(name, seconds, words)
    yield Figure(REFERENCE, sum(spent.values()), words)
