from __future__ import annotations

import pickle

import pytest

from jargon_scanner.shelf import Shelf

WORDS = {"a": ("first", frozenset({1})), "b": ("second", frozenset({2})), "c": ("third", frozenset())}


def test_a_shelf_is_the_table_it_was_made_from() -> None:
    assert dict(Shelf(WORDS)) == WORDS


@pytest.mark.parametrize("times", [1, 2])
def test_a_shelf_read_back_is_the_same_table_in_the_same_order(times: int) -> None:
    shelf = Shelf(WORDS)
    for _ in range(times):
        shelf = pickle.loads(pickle.dumps(shelf))
    assert "b" in shelf
    assert "z" not in shelf
    assert len(shelf) == 3
    assert shelf["b"] is shelf["b"]
    assert list(shelf.items()) == list(WORDS.items())
    with pytest.raises(KeyError):
        shelf["z"]


def test_what_was_asked_for_is_kept_when_a_shelf_is_packed_again() -> None:
    shelf = pickle.loads(pickle.dumps(Shelf(WORDS)))
    assert shelf["a"] == WORDS["a"]
    assert dict(pickle.loads(pickle.dumps(shelf))) == WORDS
