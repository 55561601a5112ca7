"""Peers over running text: linters of plain words in Python and Node, each with its own defaults

Python peers are used where they are installed (pip install proselint scispacy --no-deps). Node peers are used
from the folder that JARGON_BENCHMARK_NODE names, after npm install write-good alex retext retext-english
retext-stringify retext-simplify there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator

import spacy

from jargon_scanner.scan import scan_text
from tests.benchmarks.texts import running_text, warm_scanner, words_in
from tests.benchmarks.timing import Figure, cpu

REFERENCE = "jargon-scanner, whole"

_READ = "import {readFileSync} from 'node:fs'; const text = readFileSync(0, 'utf8'); const begin = process.cpuUsage();"
_TELL = "const used = process.cpuUsage(begin); console.log((used.user + used.system) / 1e6);"
_NODE = {
    "write-good (Node)": ("import check from 'write-good';", "check(text);"),
    "alex (Node)": ("import {text as check} from 'alex';", "check(text);"),
    "retext-simplify (Node)": (
        "import {retext} from 'retext'; import simplify from 'retext-simplify';",
        "await retext().use(simplify).process(text);",
    ),
}


def figures() -> Iterator[Figure]:
    text = running_text(0.25)
    words = words_in(text)
    scanner = warm_scanner()
    yield Figure(REFERENCE, cpu(lambda: scan_text(text, scanner=scanner), 1), words)
    for name, prepare in (
        ("proselint", _proselint),
        ("scispaCy's abbreviations, without its model", _scispacy),
    ):
        try:
            yield Figure(name, cpu(prepare(text), 1), words)
        except ImportError as error:
            yield Figure(name, note=f"not installed: {error.name}")
    for name in _NODE:
        yield _node(name, text, words)
    yield Figure("Vale", note="its makers publish no package in a registry that this run can use")
    yield Figure("LanguageTool", note="its makers publish no package in a registry that this run can use")


def _proselint(text: str) -> Callable[[], object]:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda: LintFile("text", text).lint()


def _scispacy(text: str) -> Callable[[], object]:
    from scispacy.abbreviation import AbbreviationDetector

    nlp = spacy.blank("en")
    detector = AbbreviationDetector(nlp)
    return lambda: [detector(nlp(part)) for part in text.split("\n\n")]


def _node(name: str, text: str, words: int) -> Figure:
    folder = os.environ.get("JARGON_BENCHMARK_NODE")
    if not folder or not shutil.which("node"):
        return Figure(name, note="JARGON_BENCHMARK_NODE names no folder, or node is not here")
    load, work = _NODE[name]
    script = f"{load} {_READ} {work} {_TELL}"
    command = ["node", "--input-type=module", "-e", script]
    done = subprocess.run(command, cwd=folder, input=text, text=True, capture_output=True, check=False)
    if done.returncode:
        return Figure(name, note="it is not installed, or it failed")
    return Figure(name, float(done.stdout), words)
