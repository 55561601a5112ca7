"""How good is it: the shared measure over the annotated documents, written into the README's table.

python -m tests.benchmarks.quality            print the table
python -m tests.benchmarks.quality --write    and put it into README.md
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "eval"
README = ROOT / "README.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

#: Figure, what it says to a person, and whether it is a share.
ROWS = (
    ("acronym_f1", "acronyms found in the right place (F1)"),
    ("jargon_f1", "jargon found in the right place (F1)"),
    ("blaming_f1", "wording that could hurt, found in the right place (F1)"),
    ("exact_f1", "exactly the right words marked (F1)"),
    ("innocent_flagged", "innocent words flagged (share of 116)"),
    ("clean_per_1000", "flags in 1,000 words of a clean page"),
    ("top_good", "first suggestion good or near (share)"),
    ("top_bad", "first suggestion bad (share)"),
    ("expansion_right_of_given", "long form right, where one is given (share)"),
    ("ambiguous", "acronyms with several meanings read rightly (share)"),
    ("rewrites", "sentences rewritten well (share of 69)"),
)


def measure(folder: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "figures.json"
        scanner = f'"{sys.executable}" -m jargon_scanner'
        command = [
            sys.executable,
            str(SHARED / "measure.py"),
            str(folder),
            "--scanner",
            scanner,
            "--json",
            str(out),
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        figures: dict[str, float] = json.loads(out.read_text(encoding="utf-8"))
        return figures


def table(figures: dict[str, float]) -> str:
    rows = [f"| {words} | {figures[key]:.2f} |" for key, words in ROWS]
    return "\n".join(["| what | figure |", "| --- | --- |", *rows])


def main() -> int:
    if not SHARED.is_dir():
        print("the annotated documents are not beside this checkout")
        return 1
    shown = table(measure(SHARED))
    print(shown)
    if "--write" in sys.argv[1:]:
        text = README.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(f"{before}{BEGIN}\n{shown}\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
