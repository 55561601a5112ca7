"""Sentences in which new words stand, read again from a few of the documents that have them."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.errors import DocumentError
from jargon_scanner.library.new_words.gather import unpack
from jargon_scanner.loaders import load

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_EACH = 3
_AROUND = 80
_ROWS = (
    "SELECT content.phrases, min(document.path) FROM document JOIN content ON content.id = document.content "
    "WHERE document.run = ? GROUP BY content.id ORDER BY 2"
)


def contexts(db: sqlite3.Connection, run: int, phrases: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Up to three sentences for each phrase, each from another document, as far as those are still there.

    Args:
        db: of the store.
        run: the run whose documents are read.
        phrases: in small letters.
    """
    wanted = set(phrases)
    homes: dict[str, set[str]] = defaultdict(set)
    missing = dict.fromkeys(phrases, _EACH)
    for packed, path in db.execute(_ROWS, (run,)):
        for phrase, _ in unpack(packed) if packed else ():
            if phrase in wanted and missing[phrase]:
                missing[phrase] -= 1
                homes[path].add(phrase)
    found: dict[str, list[str]] = defaultdict(list)
    for path, here in sorted(homes.items()):
        try:
            text = load(Path(path)).text
        except DocumentError:  # it was readable a moment ago and is gone now: its words have other homes
            continue
        for phrase in here:
            around = _around(text, phrase)
            if around:
                found[phrase].append(around)
    return {phrase: tuple(sentences) for phrase, sentences in found.items()}


def _around(text: str, phrase: str) -> str:
    words = r"\s+".join(re.escape(word).replace("'", "['’]") for word in phrase.split(" "))
    match = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
    if match is None:
        return ""
    before = text[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2]
    after = text[match.end() : match.end() + _AROUND].partition("\n")[0]
    left = "…" if len(before) == _AROUND else ""
    right = "…" if len(after) == _AROUND else ""
    return f"{left}{before}{match[0]}{after}{right}"
