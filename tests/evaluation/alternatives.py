"""Which entries give a person too little to choose from, those met most often first.

    python -m tests.evaluation.alternatives PATH...

Scans the documents and counts, for each entry, its findings and how many of them offer no wording that drops in, or
only one. Ends with the share of findings that offer at least two.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from jargon_scanner.report import Report
from jargon_scanner.scan import scan_many

_ENOUGH = 2


def main() -> None:
    """Print the table of the documents named on the command line."""
    offers: dict[str, Counter[int]] = defaultdict(Counter)
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    for report in scan_many([Path(name) for name in sys.argv[1:]]):
        if not isinstance(report, Report):
            continue
        for finding in report.findings:
            if finding.entry is None or finding.owner == "quote":
                continue
            count = sum(one.mode == "replace" for one in finding.suggestions)
            offers[finding.entry][min(count, _ENOUGH)] += 1
            texts[finding.entry][finding.text] += 1
    thin = {entry: counts for entry, counts in offers.items() if counts[0] or counts[1]}
    print("findings\tnone\tone\tentry\tas written")
    for entry, counts in sorted(thin.items(), key=lambda item: -item[1][0] - item[1][1]):
        written = ", ".join(text for text, _ in texts[entry].most_common(3))
        print(counts.total(), counts[0], counts[1], entry, written, sep="\t")
    everything = sum(offers.values(), Counter[int]())
    total = everything.total()
    for count, name in ((_ENOUGH, "two or more"), (1, "one"), (0, "none")):
        print(f"{name}: {everything[count]} of {total} ({everything[count] / max(total, 1):.1%})")


if __name__ == "__main__":
    main()
