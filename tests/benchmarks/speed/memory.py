"""Memory: the most that a process holds while it checks one large file"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.texts import paragraphs, words_in
from tests.benchmarks.timing import Figure

REFERENCE = ""
_TEXTS = (1, 3)
_PAGES = 1000
_CHECK = (
    "import sys, resource\n"
    "from jargon_scanner import scan\n"
    "scan(sys.argv[1])\n"
    "used = resource.getrusage(resource.RUSAGE_SELF)\n"
    "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)\n"
)


def figures() -> Iterator[Figure]:
    pool = paragraphs()
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in _TEXTS:
            path = Path(folder) / f"{megabytes}.txt"
            text = _long(pool, megabytes * 1_000_000)
            path.write_text(text, encoding="utf-8")
            yield _checked(f"jargon-scanner, a text of {megabytes} MB", path, words_in(text))
        path = Path(folder) / "long.pdf"
        words = _write_pdf(path, pool)
        if words:
            yield _checked(f"jargon-scanner, a PDF of {_PAGES:,} pages", path, words)
        else:
            yield Figure("a long PDF", note="typst is not installed")


def _long(pool: tuple[str, ...], size: int) -> str:
    """A text of this size in which every paragraph has a number of its own."""
    parts, held = [], 0
    for number, part in enumerate(cycle(pool)):
        parts.append(f"{part} ({number})")
        held += len(parts[-1]) + 2
        if held >= size:
            return "\n\n".join(parts)
    return ""


def _write_pdf(path: Path, pool: tuple[str, ...]) -> int:
    try:
        import typst
    except ImportError:
        return 0
    plain = ["".join(one for one in part if one.isalnum() or one in " .,;\n") for part in pool]
    pages = [" ".join(islice(cycle(plain[number % len(plain) :]), 3))[:1500] for number in range(_PAGES)]
    typst.compile("#pagebreak()\n".join(f"{page}\n" for page in pages).encode(), output=str(path))
    return words_in(" ".join(pages))


def _checked(what: str, path: Path, words: int) -> Figure:
    done = subprocess.run(
        [sys.executable, "-c", _CHECK, str(path)], stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        return Figure(what, note="it did not finish")
    seconds, megabytes = map(float, done.stdout.split())
    return Figure(what, seconds, words, megabytes)
