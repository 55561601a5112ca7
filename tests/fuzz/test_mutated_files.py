"""A hundred broken files of each format; ``python -m tests.fuzz`` reads two thousand."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.__main__ import jobs, sources
from tests.fuzz.mutations import mutated
from tests.fuzz.reading import Outcome, outcomes

SOURCES = sources([])
SHORT = 100


@pytest.fixture(scope="module")
def became() -> tuple[Outcome, ...]:
    """What became of the broken files of all formats, in the same two processes."""
    return tuple(outcomes(chain.from_iterable(jobs(files, SHORT) for files in SOURCES.values())))


@pytest.mark.parametrize("suffix", SOURCES)
def test_a_broken_file_is_read_or_refused_with_an_error_of_ours(
    suffix: str, became: tuple[Outcome, ...]
) -> None:
    read = [one for one in became if one.source.suffix.lower() == suffix]
    broken = [one for one in read if not one.is_promised]
    assert len(read) == SHORT
    assert not broken, "\n".join(f"{one.source.name} --seed {one.seed}: {one.what}" for one in broken)


@given(st.binary(min_size=1), st.integers(min_value=0))
def test_the_same_seed_breaks_a_file_in_the_same_way(data: bytes, seed: int) -> None:
    assert mutated(data, seed) == mutated(data, seed)


def test_a_mutation_changes_most_files() -> None:
    path = Path(SOURCES[".docx"][0])
    whole = path.read_bytes()
    assert sum(mutated(whole, seed) != whole for seed in range(20)) >= 18


def test_a_damaged_package_can_be_broken_further() -> None:
    whole = Path(SOURCES[".docx"][0]).read_bytes()
    damaged = whole[:200] + bytes(100) + whole[300:]
    assert any(mutated(damaged, seed) != damaged for seed in range(20))
