"""A lexicon that is ready, with the decisions of a team laid over it: made in a moment, after each decision.

To make a lexicon ready takes seconds. A decision changes what an entry says, and seldom what it is found by.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.decided import LAYER, laid_over
from jargon_scanner.lexicon.load import read_entries, with_decisions
from jargon_scanner.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.lexicon.compiled import CompiledLexicon


def with_reviewed(base: CompiledLexicon, path: Path) -> CompiledLexicon | None:
    """The lexicon with the decisions of one file.

    Args:
        base: with every other layer.
        path: a file of the reviewed layer.

    Returns:
        The same as if all layers had been read together; None where that would find other words, or the
        file has to be looked at: then they have to be.
    """
    data = path.read_bytes()
    try:
        layer, faults = read_entries(data.decode("utf-8"), str(path), str(path))
    except UnicodeDecodeError:
        return None
    if faults or not layer.is_decisions_alone:
        return None
    lexicon = base.lexicon
    changed = laid_over(layer.decisions, lexicon)
    if changed is None or not isinstance(lexicon.entries, Shelf):
        return None
    weaker = {key: (*lexicon.overridden.get(key, ()), lexicon.entries[key]) for key in changed}
    return base.saying(
        replace(
            lexicon,
            entries=lexicon.entries.replacing(changed),
            overridden={**lexicon.overridden, **weaker},
            sha256=with_decisions(lexicon.sha256, data),
            layers=(*lexicon.layers, (f"{LAYER} ({path})", len(layer.decisions))),
        )
    )
