"""Overlapping candidates settled: of two that share words, the longer; of equals, the graver."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.pipeline.candidates import Candidate

_GRAVITY = {"blaming": 0, "acronym": 1, "jargon": 2}


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stay, in reading order; no two of them share a word."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        places = range(candidate.start, candidate.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.start)


def _rank(candidate: Candidate) -> tuple[int, int, bool, int, str]:
    known = candidate.entry is None
    length = candidate.end - candidate.start
    return -length, _GRAVITY[candidate.kind], known, candidate.start, candidate.entry or ""
