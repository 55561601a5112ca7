"""Many documents: what language a whole library is written in, where, and what to fix first.

``scope.py`` is the flow on one page: walk, analyse, store. ``tally`` counts what the store holds, ``views``
show it, and ``scope`` is all of that in one call.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.library.analysis import Recipe
from jargon_scanner.library.elsewhere import root_of
from jargon_scanner.library.figures import LibraryReport
from jargon_scanner.library.scope import Wishes, scan_library
from jargon_scanner.library.store import Store
from jargon_scanner.library.tally import tally

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LibraryReport", "Recipe", "Store", "Wishes", "scope"]


def scope(
    paths: Iterable[Path | str],
    *,
    store: Path | str | None = None,
    recipe: Recipe | None = None,
    wishes: Wishes | None = None,
) -> LibraryReport:
    """Scan every document of some folders and count what was found.

    Other processes do the work: a program that calls this keeps its own beginning under
    ``if __name__ == "__main__":``.

    Args:
        paths: folders and files; addresses such as "s3://templates" too.
        store: the file that keeps the figures, so that the next call reads only what has changed; nothing is
            kept without it.
        recipe: how to scan.
        wishes: what the library is called, how its folders are ordered, and what does the work.

    Raises:
        UsageError: the store cannot be used.
        LexiconError: a lexicon file holds a mistake.
    """
    with Store(Path(store) if store else None) as kept:
        run = scan_library([root_of(path) for path in paths], kept, recipe or Recipe(), wishes or Wishes())
        return tally(kept, run)
