"""Every wording of the bundled lexicon, through its forms: a sample each time, all of them when asked."""

from __future__ import annotations

import random

import pytest

from tests.small_lexicons import whole_scanner
from tests.suggestions.broken import CEILING, FILE, broken, listed
from tests.suggestions.frames import rewritten, terms

SAMPLE = 12


def test_a_sample_of_entries_is_rewritten_in_good_english() -> None:
    known = listed()
    for entry in random.sample(terms(whole_scanner()), SAMPLE):
        new = [one for one in rewritten(entry) if one.fault and one.entry not in known]
        assert [str(one) for one in new] == []


@pytest.mark.slow
def test_broken_rewrites_only_grow_fewer() -> None:
    found = list(broken())
    assert len(found) <= CEILING, f"python -m tests.suggestions.broken writes them to {FILE.name}"
