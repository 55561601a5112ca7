"""Scanners with a lexicon of a few entries, so that a test shows all that its outcome depends on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jargon_scanner.lexicon.compiled import CompiledLexicon
from jargon_scanner.lexicon.entry import ShortForm, Term
from jargon_scanner.lexicon.load import Lexicon, Located
from jargon_scanner.pipeline.factories import Candidates, Senses
from jargon_scanner.pipeline.grammar import Grammar
from jargon_scanner.pipeline.memory import Memory
from jargon_scanner.pipeline.reader import Reader
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
    return scanner_of_entries(*((ShortForm if "short" in row else Term).model_validate(row) for row in rows))


def scanner_of_entries(*entries: ShortForm | Term) -> Scanner:
    bundled = whole_scanner().lexicon.lexicon
    lexicon = Lexicon(
        entries={entry.id: Located(entry, "test", "test.yaml", 1) for entry in entries},
        categories=bundled.categories, classes=bundled.classes, sha256="0" * 64, layers=(("test", len(entries)),),
    )  # fmt: skip
    ready = CompiledLexicon(lexicon)
    whole = whole_scanner()
    grammar = Grammar(whole.reader.grammar.model, ready)
    return Scanner(
        ready,
        Reader(whole.reader.tokens, Candidates(ready), grammar, Senses(ready), Memory(ready)),
        whole.tool,
    )


@cache
def whole_scanner() -> Scanner:
    return Scanner.create()


def write_lexicon(folder: Path, text: str) -> Path:
    path = folder / "council.yaml"
    path.write_text(text, encoding="utf-8")
    return path
