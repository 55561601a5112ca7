#!/usr/bin/env python3
"""Measure the scanner against the blind set: the shared scorer in a temporary folder of symlinks.

    python tests/evaluation/measure.py [SET] [--shared FOLDER] [--scanner COMMAND] [--json OUT] [-v]

The last three are handed to the shared measure.py. SET defaults to `blind` beside this file; --shared to `../shared/eval` beside the project.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("set", nargs="?", type=Path, default=HERE / "blind")
parser.add_argument("--shared", type=Path, default=HERE.parents[2] / "shared" / "eval")
parser.add_argument("--scanner")
parser.add_argument("--json", type=Path)
parser.add_argument("-v", action="store_true")
args = parser.parse_args()
rest = ["-v"] * args.v + [
    part
    for name in ("scanner", "json")
    if getattr(args, name)
    for part in (f"--{name}", str(getattr(args, name)))
]
with tempfile.TemporaryDirectory() as name:
    # score.py finds its lists beside itself, so it must stand with the set
    wanted = [
        "docs",
        "gold.jsonl",
        "innocent.jsonl",
        "rewrites.jsonl",
        "ambiguous_acronyms.jsonl",
        "unknown_acronyms.jsonl",
    ]
    for path in [*(args.set.resolve() / n for n in wanted), args.shared.resolve() / "score.py"]:
        if not path.exists():
            sys.exit(f"missing: {path}")
        Path(name, path.name).symlink_to(path)
    sys.exit(subprocess.call([sys.executable, "-B", str(args.shared.resolve() / "measure.py"), name, *rest]))
