"""Scanners with a lexicon of a few entries, so that a test shows all that its outcome depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from jargon_scanner.lexicon.compiled import CompiledLexicon
from jargon_scanner.lexicon.entry import ShortForm, Term
from jargon_scanner.lexicon.load import Lexicon, Located
from jargon_scanner.pipeline.factories import Candidates, Senses
from jargon_scanner.pipeline.grammar import Grammar
from jargon_scanner.scan import Scanner


def term(words: str, pos: str, *say: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": words.replace(" ", "-").replace("<", "").replace(">", "").replace("'", "").lower(), "term": words, "pos": pos, "kind": "jargon",
        "category": "system-word", "treatment": "replace", "say": [{"replace": one} for one in say], **fields,
    }  # fmt: skip


def short(letters: str, *longs: str | dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "id": letters.lower(), "short": letters, "kind": "acronym", "category": "acronym", "treatment": "replace",
        "senses": [{"long": one} if isinstance(one, str) else one for one in longs], **fields,
    }  # fmt: skip


def scanner_of(*rows: dict[str, Any]) -> Scanner:
    bundled = whole_scanner().lexicon.lexicon
    entries = [(ShortForm if "short" in row else Term).model_validate(row) for row in rows]
    lexicon = Lexicon(
        entries={entry.id: Located(entry, "test", "test.yaml", 1) for entry in entries},
        categories=bundled.categories, classes=bundled.classes, sha256="0" * 64, layers=(("test", len(entries)),),
    )  # fmt: skip
    ready = CompiledLexicon(lexicon)
    whole = whole_scanner()
    grammar = whole.nlp.get_pipe("jargon_grammar")
    nlp = _Pipeline(whole.nlp.make_doc, [Candidates(ready), Grammar(grammar.model, ready), Senses(ready)])
    return Scanner(ready, nlp, whole.tool)


@dataclass(frozen=True)
class _Pipeline:
    """The tool's pipeline with other components, so that the model is loaded once for all tests."""

    make_doc: Callable[[str], Doc]
    components: list[Callable[[Doc], Doc]]

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        for doc in docs:
            for component in self.components:
                doc = component(doc)
            yield doc


@cache
def whole_scanner() -> Scanner:
    return Scanner.create()


def write_lexicon(folder: Path, text: str) -> Path:
    path = folder / "council.yaml"
    path.write_text(text, encoding="utf-8")
    return path
