from __future__ import annotations

import gc

import pytest

from jargon_scanner.garbage import uncollected
from jargon_scanner.scan import Scanner, scan_text
from tests.benchmarks.texts import PARAGRAPH


def test_the_collector_waits_and_goes_on_even_after_a_failure() -> None:
    seen: list[bool] = []

    @uncollected()
    def fail() -> None:
        seen.append(gc.isenabled())
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()
    assert seen == [False]
    assert gc.isenabled()


def test_a_collector_that_the_program_stopped_stays_stopped() -> None:
    gc.disable()
    try:
        with uncollected(), uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_scan_leaves_no_circles_behind(scanner: Scanner) -> None:
    """Only because of this may the collector wait: what a document took goes when its report is there."""
    scan_text(PARAGRAPH, scanner=scanner)
    scanner.forget_texts()
    gc.collect()
    scan_text("\n\n".join(f"{PARAGRAPH} Visit {number}." for number in range(100)), scanner=scanner)
    scanner.forget_texts()
    assert gc.collect() < 100
