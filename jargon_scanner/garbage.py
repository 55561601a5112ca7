"""Python's garbage collector, kept waiting while much is made of which nothing is garbage yet.

Python frees what nobody holds any more by itself. Its collector looks for the rest, things that hold each
other in a circle, and looks through all that the process holds for them, the lexicon and the model each time.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


#: Of a process that answers people: a draft makes some ten thousand things, and Python looks after every 700.
_LOOK_AFTER = 50_000


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is looked through inside; where the program has stopped its collector, it stays stopped."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def keep_for_good() -> None:
    """Never look through what this process holds now, and seldom through what comes after.

    For a process that is ready to answer. With a lexicon and a model a look took a quarter of a second, in
    the middle of somebody's typing.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_LOOK_AFTER)
