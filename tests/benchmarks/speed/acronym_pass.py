"""Short forms: what finding them, explaining them and choosing their meanings costs of a full scan"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from jargon_scanner.definitions.find import _given_in
from jargon_scanner.document import Document
from jargon_scanner.loaders import load
from jargon_scanner.loaders import text as plain_text
from jargon_scanner.pipeline.candidates import Candidate
from jargon_scanner.scan import scan_document
from tests.benchmarks.texts import running_text, warm_scanner, words_in
from tests.benchmarks.timing import Figure

REFERENCE = "a full scan of running text"
LIMIT = 0.05
SAMPLES = Path(__file__).resolve().parents[3] / "sample_docs"
#: What the pass is made of: the module that calls it, and its name there.
PARTS = {
    "long forms in the document": ("jargon_scanner.scan", "find_definitions"),
    "names in capitals": ("jargon_scanner.surroundings", "names_in_capitals"),
    "initials": ("jargon_scanner.surroundings", "initials_in"),
    "known short forms": ("jargon_scanner.pipeline.candidates", "_known_short_forms"),
    "whether unknown ones may be there": ("jargon_scanner.pipeline.candidates", "may_hold_short_shapes"),
    "unknown short forms": ("jargon_scanner.pipeline.candidates", "_unknown_short_forms"),
    "letters of services": ("jargon_scanner.pipeline.candidates", "_service_names"),
    "meant here, before the model is asked": ("jargon_scanner.pipeline.grammar", "is_meant"),
    "meant here, when it has answered": ("jargon_scanner.pipeline.factories", "is_meant"),
    "meanings chosen, statuses": ("jargon_scanner.scan", "resolve"),
    "notes on the document": ("jargon_scanner.scan", "acronym_notes"),
}


def figures() -> Iterator[Figure]:
    """Each text in turn: prose as councils publish it, and records that are full of short forms."""
    prose = plain_text.read(Path("text.txt"), running_text(0.25).encode())
    yield from _figures("running text", [prose])
    paths = sorted(path for path in SAMPLES.glob("*") if path.suffix in (".md", ".txt", ".docx"))
    yield from _figures("the sample documents", [load(path) for path in paths])


def _figures(text: str, documents: list[Document]) -> Iterator[Figure]:
    words = sum(words_in(document.text) for document in documents)
    runs = [_timed(documents) for _ in range(3)]
    # The fastest of each: a run in which memory is tidied up tells only where that happened to begin.
    whole = min(run[0] for run in runs)
    spent = {name: min(run[1][name] for run in runs) for name in PARTS}
    together = sum(spent.values())
    yield Figure(f"a full scan of {text}", whole, words)
    for name, seconds in spent.items():
        yield Figure(f"{text}: {name}", seconds, words, note=f"{seconds / whole:.1%} of the scan")
    yield Figure(f"{text}: all of these", together, words, note=f"{together / whole:.1%}, limit {LIMIT:.0%}")


def _timed(documents: list[Document]) -> tuple[float, dict[str, float]]:
    """Seconds of a scan of all, its model loaded and no block met before, and of each part in it."""
    scanner = warm_scanner()
    _given_in.cache_clear()
    spent: dict[str, list[float]] = {name: [] for name in PARTS}
    with ExitStack() as patches:
        for name, (path, function) in PARTS.items():
            module = import_module(path)
            clocked = _clocked(getattr(module, function), name, spent)
            patches.enter_context(patch.object(module, function, clocked))
        begin = process_time()
        for document in documents:
            scan_document(document, scanner=scanner)
        whole = process_time() - begin
    inside, around = _cost_of_the_clock()
    calls = sum(map(len, spent.values()))
    return whole - calls * around, {name: sum(each) - len(each) * inside for name, each in spent.items()}


def _cost_of_the_clock(times: int = 20_000) -> tuple[float, float]:
    """Seconds that clocking one call adds to the call, and to all: parts are called for every block."""
    spent: dict[str, list[float]] = {"nothing": []}
    clocked = _clocked(lambda _: None, "nothing", spent)
    begin = process_time()
    for _ in range(times):
        clocked("")
    return sum(spent["nothing"]) / times, (process_time() - begin) / times


def _clocked(work: Callable[..., Any], name: str, spent: dict[str, list[float]]) -> Callable[..., Any]:
    def clocked(*given: Any, **named: Any) -> Any:
        if isinstance(given[0], Candidate) and given[0].kind != "acronym":
            return work(*given, **named)
        begin = process_time()
        try:
            made = work(*given, **named)
            return list(made) if isinstance(made, Iterator) else made
        finally:
            spent[name].append(process_time() - begin)

    return clocked
