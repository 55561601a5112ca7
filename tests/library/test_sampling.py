"""Samples that anybody can draw again, in which every document has the same chance."""

from collections import Counter
from pathlib import Path

import pytest

from jargon_scanner.library.places import Structure
from jargon_scanner.library.sampling import Sample, draw
from jargon_scanner.library.trend import history

ROOT = Path("library")


def listed(count, service="East"):
    return [(ROOT / service / f"{number}.txt", ROOT) for number in range(count)]


def test_the_same_seed_draws_the_same_documents_and_another_seed_others():
    first = draw(listed(100), Structure(), Sample(10, 7))
    assert first == draw(list(listed(100)), Structure(), Sample(10, 7))
    assert first != draw(listed(100), Structure(), Sample(10, 8))
    assert len(first) == 10


def test_a_new_document_changes_at_most_one_of_those_drawn():
    before = set(draw(listed(100), Structure(), Sample(10, 7)))
    after = set(draw(listed(101), Structure(), Sample(10, 7)))
    assert len(before - after) <= 1


def test_each_service_gives_its_share_and_a_small_one_all_it_has():
    both = [*listed(50), *listed(3, "West")]
    drawn = Counter(path.parent.name for path, _ in draw(both, Structure(), Sample(10, 1)))
    assert drawn == {"East": 10, "West": 3}


def test_every_document_has_the_same_chance():
    times = Counter(
        path.name for seed in range(2000) for path, _ in draw(listed(20), Structure(), Sample(5, seed))
    )
    expected = 2000 * 5 / 20
    chi_square = sum((times[f"{number}.txt"] - expected) ** 2 / expected for number in range(20))
    assert chi_square < 43.8  # 19 degrees of freedom, p = 0.001


def test_only_the_month_that_was_asked_for_is_drawn():
    months = Structure(listed={"East/3.txt": {"month": "2027-03"}, "East/5.txt": {"month": "2027-03"}})
    drawn = draw(listed(20), months, Sample(10, 1, "2027-03"))
    assert [path.name for path, _ in drawn] == ["3.txt", "5.txt"]


def test_a_sample_is_a_point_of_the_trend_with_its_sureness(library, store, scanned):
    scanned(library)
    scanned(library, sample=Sample(1, 3))
    (
        whole,
        *_,
    ) = history(store)
    drawn = next(point for point in history(store) if point.sample and point.service is None)
    assert not whole.sample
    assert drawn.documents == 2
    assert drawn.all_explained.low is not None
    assert store.db.execute("SELECT seed FROM run WHERE kind = 'sample'").fetchone() == (3,)


@pytest.mark.parametrize("seed", [0, -5, 10**12])
def test_any_number_is_a_seed(seed):
    assert len(draw(listed(9), Structure(), Sample(4, seed))) == 4
