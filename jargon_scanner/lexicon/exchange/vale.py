"""A style for Vale (https://vale.sh): substitutions where words drop in, plain mentions where they do not.

Vale knows no senses: entries that are flagged in some company only are left out, and named in its notes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from jargon_scanner.findings import KINDS
from jargon_scanner.lexicon.entry import AnyEntry, ShortForm
from jargon_scanner.lexicon.shown import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.lexicon.load import Lexicon

STYLE = "JargonScanner"
_LEVELS = {"acronym": "warning", "jargon": "suggestion", "blaming": "warning"}
_SLOTS = {
    "<self>": r"\w+sel(?:f|ves)",
    "<someone>": r"\w+(?: \w+)?",
    "<someone's>": r"\w+(?:'s)?",
    "<number>": r"\w+",
}


def write_vale(lexicon: Lexicon) -> Iterator[tuple[str, bytes]]:
    """Every file of the style: its name inside the folder, and what it holds."""
    yield (
        ".vale.ini",
        f"StylesPath = .\nMinAlertLevel = suggestion\n\n[*]\nBasedOnStyles = {STYLE}\n".encode(),
    )
    left_out = []
    swaps: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    mentions: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for located in lexicon.entries.values():
        entry = located.entry
        if isinstance(entry, ShortForm) and entry.familiar:
            continue
        if entry.only:
            left_out.append(entry.id)
            continue
        pattern = _pattern(entry, lexicon)
        wordings = "|".join(_drop_ins(entry))
        if wordings:
            swaps[entry.kind].setdefault(pattern, wordings)
        else:
            mentions[entry.kind].append(pattern)
    for kind in KINDS:
        yield f"{STYLE}/{kind.title()}.yml", _file(_substitution(kind, swaps[kind]))
        if mentions[kind]:
            yield f"{STYLE}/{kind.title()}Rethink.yml", _file(_existence(kind, mentions[kind]))
    notes = f"Made by jargon-scanner {lexicon.version}. Left out, as Vale cannot tell their senses apart:\n\n"
    yield f"{STYLE}/README.md", (notes + "\n".join(f"* {one}" for one in left_out) + "\n").encode()


def _substitution(kind: str, swap: dict[str, str]) -> dict[str, Any]:
    return {
        "extends": "substitution",
        "message": "Could say '%s' in place of '%s'.",
        "level": _LEVELS[kind],
        "ignorecase": kind != "acronym",
        "swap": swap,
    }


def _existence(kind: str, tokens: list[str]) -> dict[str, Any]:
    return {
        "extends": "existence",
        "message": "Could '%s' be said in another way?",
        "level": _LEVELS[kind],
        "ignorecase": kind != "acronym",
        "tokens": tokens,
    }


def _file(data: dict[str, Any]) -> bytes:
    return str(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=float("inf"))).encode()


def _pattern(entry: AnyEntry, lexicon: Lexicon) -> str:
    """All forms as one regular expression, the longest first."""
    forms = sorted(forms_of(entry, lexicon.classes), key=len, reverse=True)
    return f"(?:{'|'.join(_escaped(form) for form in forms)})"


def _escaped(form: str) -> str:
    return "[ -]".join(_escaped_word(word) for word in form.split())


def _escaped_word(word: str) -> str:
    if word == "...":
        return r"(?:\w+ ?){0,3}"
    if word in _SLOTS:
        return _SLOTS[word]
    if word.startswith("<"):
        return r"\w*"
    options = word.split("|")
    escaped = "|".join(re.escape(option) for option in options)
    return f"(?:{escaped})" if len(options) > 1 else escaped


def _drop_ins(entry: AnyEntry) -> list[str]:
    """What could stand there, without conditions and slots; for a short form its long forms."""
    says = list(entry.say)
    longs = []
    if isinstance(entry, ShortForm):
        longs = [sense.long for sense in entry.senses]
        says += [wording for sense in entry.senses for wording in sense.say]
    plain = [one.replace for one in says if one.replace and not one.when and "<" not in one.replace]
    return list(dict.fromkeys((*longs, *plain)))[:3]
