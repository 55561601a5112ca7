"""Overlapping candidates settled: of two that share words, the longer; of equals, the graver."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.pipeline.candidates import Candidate

_GRAVITY = {"blaming": 0, "acronym": 1, "jargon": 2}


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stay, in reading order; no two of them share a word.

    A longer piece of jargon that holds a short form ("CP plan") stays whole, as a finding of an acronym.
    """
    ranked = sorted(candidates, key=_rank)
    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in ranked:
        places = range(candidate.start, candidate.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(_with_letters(candidate, ranked))
    return sorted(kept, key=lambda candidate: candidate.start)


def _with_letters(candidate: Candidate, others: list[Candidate]) -> Candidate:
    if candidate.kind != "jargon":
        return candidate
    inside = (
        other
        for other in others
        if other.kind == "acronym" and candidate.start <= other.start and other.end <= candidate.end
    )
    letters = next(inside, None)
    return candidate if letters is None else replace(candidate, kind="acronym", letters=letters)


def _rank(candidate: Candidate) -> tuple[int, int, bool, int, str]:
    known = candidate.entry is None
    length = candidate.end - candidate.start
    return -length, _GRAVITY[candidate.kind], known, candidate.start, candidate.entry or ""
