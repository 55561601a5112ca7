"""An entry as a person reads it: its forms, and what stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from jargon_scanner.lexicon.entry import AnyEntry, ShortForm, Term
from jargon_scanner.lexicon.patterns import Pattern, Word, patterns_of
from jargon_scanner.lexicon.short_forms import shapes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WIDTH = 100
_SHORT = 30


def forms_of(entry: AnyEntry, classes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Every form that an entry finds, slots as they are written.

    Raises:
        ValueError: a term names a slot or class that is not there.
    """
    if isinstance(entry, ShortForm):
        return tuple(dict.fromkeys("".join(shape.texts) for shape in shapes_of(entry)))
    patterns = patterns_of(entry, classes)
    return tuple(dict.fromkeys(form for pattern in patterns for form in _forms(pattern)))


def _forms(pattern: Pattern) -> Iterator[str]:
    head = pattern.elements[pattern.head]
    heads = sorted(head.forms, key=lambda form: (len(form), form)) if isinstance(head, Word) else [""]
    for form in heads:
        parts = []
        for place, element in enumerate(pattern.elements):
            if place == pattern.head and isinstance(element, Word):
                parts.append(form)
            elif isinstance(element, Word):
                parts.append("|".join(sorted(element.forms)[:3]))
            else:
                parts.append("..." if element.name == "gap" else f"<{element.name}>")
        yield " ".join(parts).replace(" '", "'").replace(" - ", "-")


def plain_of(entry: AnyEntry) -> dict[str, Any]:
    """An entry as plain data: what was written, under the names of the file format."""
    data: dict[str, Any] = entry.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)
    return {key: value for key, value in data.items() if value not in ([], {})}


def yaml_of(entry: AnyEntry) -> str:
    """An entry as it stands in a lexicon file, as one item of ``entries``."""
    text = yaml.dump(
        [_ordered(entry)],
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
        default_flow_style=False,
    )
    return str(text)


def _ordered(entry: AnyEntry) -> dict[str, Any]:
    """Plain data in the order of ``FORMAT.md``: what it is, what it means, what to say, when, examples."""
    data = plain_of(entry)
    first = ["id", "term" if isinstance(entry, Term) else "short", "also", "pos"]
    last = ["only", "unless", "source", "young_people_prefer", "examples"]
    middle = [key for key in data if key not in (*first, *last)]
    return {key: data[key] for key in (*first, *middle, *last) if key in data}


class _Dumper(yaml.SafeDumper):
    """Writes lists under their key, indented, as curators do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists inside mappings."""
        del indentless
        super().increase_indent(flow, indentless=False)


def _yes_or_no(dumper: yaml.SafeDumper, value: bool) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if value else "no")


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    """Lists of short words on one line, others with a line for each item."""
    short = bool(items) and all(isinstance(item, str) and len(item) <= _SHORT for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Dumper.add_representer(bool, _yes_or_no)
_Dumper.add_representer(list, _list)
