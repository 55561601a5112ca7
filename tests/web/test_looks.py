"""The looks that can be checked without eyes: contrast, from the stylesheet itself, and our own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jargon_scanner import scan_text, web

STATIC = Path(web.__file__).with_name("static")
TOKENS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", (STATIC / "tokens.css").read_text(encoding="utf-8")))


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", ["ground", "desk", "acronym-ground", "jargon-ground", "blaming-ground"])
def test_ink_is_read_on_every_ground(ground):
    assert contrast("ink", ground) >= 15


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("quiet", "ground", 7), ("quiet", "desk", 4.5), ("acronym", "acronym-ground", 5.9), ("acronym", "ground", 4.5),
        ("jargon", "jargon-ground", 5.9), ("blaming", "blaming-ground", 7.4), ("good", "ground", 4.5), ("bad", "ground", 4.5),
        ("edge", "ground", 3), ("edge", "desk", 3), ("ring", "ink", 3),
        ("bad", "acronym-ground", 4.5), ("bad", "jargon-ground", 4.5), ("bad", "blaming-ground", 4.5),
        ("good", "acronym-ground", 4.5), ("good", "jargon-ground", 4.5), ("good", "blaming-ground", 4.5),
        ("ink", "warm", 15), ("ink", "card", 15), ("ink", "tint", 7), ("ink", "face", 7), ("quiet", "warm", 7),
        ("strong", "warm", 7), ("strong", "card", 7), ("strong", "tint", 4.5), ("on-strong", "strong", 10),
        ("edge", "warm", 3), ("edge", "card", 3), ("bad", "warm", 4.5), ("bad", "card", 4.5),
        ("day", "night", 15), ("ring", "night", 7),
    ],
)  # fmt: skip
def test_everything_that_is_read_has_contrast(ink, ground, least):
    assert contrast(ink, ground) >= least


def test_colours_stand_in_one_place():
    sheets = [path for path in STATIC.glob("*.css") if path.name != "tokens.css"]
    colours = re.findall(r"#[0-9a-fA-F]{3,8}\b", "".join(one.read_text(encoding="utf-8") for one in sheets))
    assert len(sheets) > 1
    assert [colour for colour in colours if not colour.startswith("#show")] == []


def test_our_own_words_pass_our_own_scan(visitor, scanner):
    for path in ("/", "/nothing"):
        page = visitor.get(path).text
        words = re.sub(r"<[^>]+>", " ", page[page.index("<body") :])
        found = [one.text for one in scan_text(words, scanner=scanner).findings]
        assert [one for one in found if one not in {"jargon", "Jargon", "MB", "PDF"}] == []
