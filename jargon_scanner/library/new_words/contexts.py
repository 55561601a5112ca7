"""Sentences in which new words stand, read again from a few of the documents that have them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from jargon_scanner.errors import DocumentError
from jargon_scanner.library.elsewhere import at_hand, root_of
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
    found: dict[str, list[str]] = defaultdict(list)
    for path, here in sorted(_homes(db, run, phrases).items()):
        try:
            with at_hand(root_of(path)) as file:
                text = load(file).text
        except (DocumentError, OSError):  # it was read a moment ago and is gone: its words have other homes
            continue
        for phrase in here:
            around = _around(text, phrase)
            if around:
                found[phrase].append(around)
    return {phrase: tuple(sentences) for phrase, sentences in found.items()}


def _homes(db: sqlite3.Connection, run: int, phrases: Sequence[str]) -> dict[str, set[str]]:
    """The first documents of each phrase, no more than are needed, each with the phrases it has."""
    homes: dict[str, set[str]] = defaultdict(set)
    missing = dict.fromkeys(phrases, _EACH)
    for packed, path in db.execute(_ROWS, (run,)):
        here = missing.keys() & {phrase for phrase, _ in unpack(packed)} if packed else ()
        for phrase in here:
            homes[path].add(phrase)
            missing[phrase] -= 1
            if not missing[phrase]:
                del missing[phrase]
        if not missing:
            break
    return homes


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
