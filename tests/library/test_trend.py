"""Trends and comparisons, and the intervals that go with a sample."""

import math
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jargon_scanner.intervals import Estimate, median, rate, share
from jargon_scanner.library.compare import compare
from jargon_scanner.library.store import Store
from jargon_scanner.library.trend import history


def test_a_share_has_the_interval_of_the_textbook():
    # Wilson's interval of 10 in 50, as in R: prop.test(10, 50, correct = FALSE)
    found = share(10, 50)
    assert (found.low, found.high) == pytest.approx((0.1124, 0.3304), abs=1e-4)


@example(0, 3)
@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_in_its_interval(part, more):
    found = share(part, part + more)
    assert 0 <= found.low <= found.value <= found.high <= 1


@given(st.lists(st.floats(5, 25), min_size=1, max_size=60))
def test_a_median_lies_in_its_interval(ages):
    found = median(ages)
    assert found.low is None or found.low <= found.value <= found.high


def test_intervals_hold_what_they_promise():
    dice = random.Random(4)
    hits = {"rate": 0, "median": 0}
    for _ in range(400):
        sizes = [dice.randrange(100, 2000) for _ in range(60)]
        counts = [sum(dice.random() < 0.03 for _ in range(size)) for size in sizes]
        hits["rate"] += (found := rate(counts, sizes)).low <= 30 <= found.high
        hits["median"] += (found := median([dice.gauss(14, 2) for _ in range(60)])).low <= 14 <= found.high
    assert all(0.9 <= count / 400 <= 1 for count in hits.values()), hits


def test_too_little_gives_no_interval():
    assert share(0, 0) == rate([], []) == median([]) == Estimate(None)
    assert rate([3], [1000]) == Estimate(3.0)
    assert median([12.0, 14.0]) == Estimate(13.0)


def test_history_has_a_point_for_each_run_and_service(library, store, scanned):
    scanned(library, name="Northtown")
    (library / "Early help" / "plan b.md").write_text("All is well today.", "utf-8")
    scanned(library, name="Northtown")
    scanned(library, name="Elsewhere")
    points = history(store, "Northtown")
    assert [point.service for point in points] == [None, "Children in care", "Early help"] * 2
    whole, later = points[0], points[3]
    assert later.per_1000_words.value < whole.per_1000_words.value
    assert whole.per_1000_words.low is None
    assert math.isclose(sum(whole.by_category.values()), whole.per_1000_words.value)


def test_what_is_new_gone_and_moved_is_told_by_document(library, store, scanned):
    before = scanned(library)
    plan = library / "Early help" / "plan c.md"
    plan.write_text("He absconded twice.\n\nIt is a statutory visit.\n\nHe likes running.", "utf-8")
    (library / "Early help" / "plan b.md").unlink()
    (library / "Early help" / "plan d.md").write_text("Mum failed to engage with us.", "utf-8")
    after = scanned(library)
    found = compare((store, before), (store, after))
    (changed,) = found.documents
    assert changed.path == "Early help/plan c.md"
    assert "abscond" in {term for term, _ in changed.new}
    assert "statutory visit" in {term for term, _ in changed.moved}
    assert found.added == ("Early help/plan d.md",)
    assert found.removed == ("Early help/plan b.md",)
    assert found.new_blaming == 2
    assert found.same_words


def test_two_stores_of_the_same_documents_do_not_differ(library, store, scanned, tmp_path):
    from jargon_scanner.library.analysis import Recipe
    from jargon_scanner.library.engines.family import Setup
    from jargon_scanner.library.scope import Wishes, scan_library

    run = scanned(library)
    with Store(tmp_path / "other.sqlite") as other:
        there = scan_library([library], other, Recipe(), Wishes(setup=Setup(processes=0)))
        found = compare((store, run), (other, there))
    assert (found.terms, found.documents, found.added, found.removed) == ((), (), (), ())
