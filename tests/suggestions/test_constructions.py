"""Each construction of English that a wording meets, from a table that a person can read and extend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from jargon_scanner.scan import scan_text
from tests.small_lexicons import scanner_of, short, term

CONSTRUCTIONS: dict[str, list[dict[str, Any]]] = yaml.load(
    Path(__file__).with_name("constructions.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
)
NOTHING_FITS = "-"


def entry_of(written: dict[str, Any]) -> dict[str, Any]:
    if "short" in written:
        sense = {"long": written["long"]} | ({"plural": written["plural"]} if "plural" in written else {})
        return short(written["short"], sense)
    say = [one if isinstance(one, dict) else {"replace": one} for one in written["say"]]
    fields = {"inflect": written["inflect"]} if "inflect" in written else {}
    return {**term(written["term"], written["pos"], **fields), "say": say}


def rows() -> Iterator[Any]:
    for construction, entries in CONSTRUCTIONS.items():
        for written in entries:
            for row in written["rows"]:
                sentence, expected = row.split(" → ")
                yield pytest.param(entry_of(written), sentence, expected, id=f"{construction}: {sentence}")


@pytest.mark.parametrize(("entry", "sentence", "expected"), list(rows()))
def test_a_wording_becomes_good_english(entry: dict[str, Any], sentence: str, expected: str) -> None:
    findings = [one for one in scan_text(sentence, scanner=scanner_of(entry)).findings if one.entry]
    drop_ins = [one.sentence for one in findings[0].suggestions if one.mode == "replace"]
    assert (drop_ins or [NOTHING_FITS])[0] == expected
