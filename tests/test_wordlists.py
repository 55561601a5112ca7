"""The review of other people's word lists names real rows and known reasons."""

from __future__ import annotations

import tomllib

import pytest

from tests.benchmarks.wordlists import COLUMNS, LEFT_OUT, LISTS, rows_of, variants


@pytest.mark.parametrize(
    ("row", "wordings"),
    [
        ("assist, assistance", ["assist", "assistance"]),
        ("actress (female), actor (male)", ["actress", "actor"]),
        ("1LS/2LS", ["1LS", "2LS"]),
        ("in the event of", ["in the event of"]),
        (r"for example,\_\_etc.", ["for example", "etc."]),
    ],
)
def test_a_row_holds_wordings(row: str, wordings: list[str]) -> None:
    assert list(variants(row)) == wordings


def test_every_row_left_out_has_a_reason_and_stands_in_its_list() -> None:
    review = tomllib.loads(LEFT_OUT.read_text(encoding="utf-8"))
    assert set(review["lists"]) == set(COLUMNS)
    for name, lists in review["lists"].items():
        assert {*lists, lists["rest"]} - {"rest"} <= set(review["reasons"])
        if LISTS.is_dir():
            named = [row for reason, rows in lists.items() if reason != "rest" for row in rows]
            assert set(named) <= set(rows_of(name))
