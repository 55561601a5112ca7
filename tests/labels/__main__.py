"""The label of a finding leads a person to its words: findings over real files, followed in the files.

python -m tests.labels FOLDER...                      500 findings of the Word and PDF files in some folders
python -m tests.labels --findings 2000 --seed 3 ...   more of them, others
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from jargon_scanner.document import Document
from jargon_scanner.errors import DocumentError
from jargon_scanner.loaders import load
from jargon_scanner.scan import Scanner, scan_document
from tests.labels.followed import Sought, files_in, lead
from tests.loaders.shared import DOCUMENTS


def findings(document: Document, scanner: Scanner) -> Iterator[Sought]:
    for finding in scan_document(document, scanner=scanner).findings:
        place = finding.location
        yield Sought(document.blocks[place.block], place.start, place.end)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=[DOCUMENTS])
    parser.add_argument("--findings", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    scanner = Scanner.create()
    found: list[tuple[Path, Document, Sought]] = []
    for path in files_in(chosen.folders):
        try:
            document = load(path)
        except DocumentError:
            continue  # what cannot be read has no findings
        found += [(path, document, one) for one in findings(document, scanner)]
        scanner.forget_texts()
    picked = random.Random(chosen.seed).sample(found, min(chosen.findings, len(found)))
    counts: Counter[tuple[str, bool]] = Counter()
    for path, document, sought, led in lead(picked):
        counts[document.format, led] += 1
        if not led:
            print(f"  {path.name}: {sought.block.label}: {sought.words}", flush=True)
    for kind in sorted({kind for kind, _ in counts}):
        right, wrong = counts[kind, True], counts[kind, False]
        print(
            f"{kind}: {right:,} of {right + wrong:,} labels lead to the words ({right / (right + wrong):.1%})"
        )
    print(f"of {len(found):,} findings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
