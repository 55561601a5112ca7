"""What a process remembers of the documents that it has read."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper

from jargon_scanner.choices import Choices
from jargon_scanner.scan import Scanner, scan_text

NOTE = (
    "Mother: SIMI ZEPHYRINE\n\nThe Zephyrine Quillfeather Team (ZQT) rang. ZEPHYRINE's mum failed to engage. "
    "QUILLFEATHER is late.\n\n"
    + "Simi said that zephyrine shops were quillfeathered on the way to school. "
    * 12
)


def functions_that_know(word: str) -> list[str]:
    """The functions of ours that remember something with this word in it."""
    ours = (
        one
        for one in gc.get_objects()
        if isinstance(one, _lru_cache_wrapper) and one.__module__.startswith("jargon_scanner")
    )
    return [one.__qualname__ for one in ours if word in repr(gc.get_referents(one)).casefold()]


def test_no_word_of_a_document_is_left_when_its_text_is_forgotten(scanner: Scanner) -> None:
    scan_text(NOTE, scanner=scanner, choices=Choices(reader="child", sentences=True, advice=True))
    assert functions_that_know("zephyrine")
    scanner.forget_texts()
    assert functions_that_know("zephyrine") == []
    assert functions_that_know("quillfeather") == []
