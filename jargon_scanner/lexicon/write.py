"""Entries put into the text of a lexicon file. What a curator wrote stays as it is, to the letter."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import yaml

from jargon_scanner.errors import LexiconError
from jargon_scanner.lexicon.load import read_entries
from jargon_scanner.lexicon.shown import yaml_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.lexicon.entry import AnyEntry, Silence

NEW_FILE = "domain: {domain}\nentries:\n"


def with_entry(text: str, entry: AnyEntry, name: str, domain: str = "Our own words") -> str:
    """The text of a lexicon file with one entry more, at the end of its entries.

    Args:
        text: the file as it is; "" for a new one.
        entry: what is added.
        name: what errors call the file.
        domain: what a new file is about.

    Raises:
        LexiconError: the file is at fault already, has this id, or cannot be added to without rewriting it.
    """
    old = text if text.strip() else NEW_FILE.format(domain=domain)
    before, faults = read_entries(old, name, name)
    if any(fault.is_error for fault in faults):
        raise LexiconError(f"{name} has mistakes. Mend them first:\n" + "\n".join(map(str, faults)))
    if any(located.entry.id == entry.id for located in before.entries):
        raise LexiconError(
            f"{name} has an entry {entry.id!r} already. Choose another id, or change that one."
        )
    new = _inserted(old, entry, name)
    after, faults = read_entries(new, name, name)
    kept = [located.entry for located in after.entries[:-1]] == [located.entry for located in before.entries]
    if (
        any(fault.is_error for fault in faults)
        or not kept
        or after.entries[-1].entry != entry
        or after.silences != before.silences
    ):
        raise LexiconError(f"{name} is written in a way that cannot be added to. Nothing was changed.")
    return new


def _inserted(old: str, entry: AnyEntry, name: str) -> str:
    node = yaml.compose(old, Loader=yaml.CBaseLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    entries = next((value for key, value in pairs if key.value == "entries"), None)
    if entries is None:
        return f"{old.rstrip()}\nentries:\n{yaml_of(entry)}"
    if isinstance(entries, yaml.SequenceNode) and entries.flow_style and entries.value:
        raise LexiconError(
            f"{name} has its entries on one line, in [ ]. Write each on lines of its own first."
        )
    lines = old.splitlines(keepends=True)
    if isinstance(entries, yaml.SequenceNode) and entries.value and not entries.flow_style:
        indent = entries.start_mark.column
        end = _end_of(entries, lines)
    else:
        indent, end = 0, entries.end_mark.line + 1
        lines = [line.replace("[]", "", 1) if place == end - 1 else line for place, line in enumerate(lines)]
    head = "".join(lines[:end])
    gap = "\n" if isinstance(entries, yaml.SequenceNode) and entries.value else ""
    block = textwrap.indent(yaml_of(entry), " " * indent)
    rest = "".join(lines[end:])
    return f"{head.rstrip()}\n{gap}{block}{rest}"


def _end_of(entries: yaml.SequenceNode, lines: list[str]) -> int:
    """Number of the first line after the last entry; the mark of YAML stands after the space behind it."""
    end = entries.end_mark.line if entries.end_mark.column == 0 else entries.end_mark.line + 1
    last = entries.value[-1].start_mark.line
    while end > last + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return min(end, len(lines))


def lexicon_text(
    entries: Iterable[AnyEntry], silences: Iterable[Silence] = (), *, domain: str, layer: str = "council"
) -> str:
    """A whole lexicon file."""
    head = {"domain": domain, "layer": layer}
    quiet = [silence.model_dump(mode="json") for silence in silences]
    if quiet:
        head["silence"] = quiet  # type: ignore[assignment]  # a list among words
    text = yaml.safe_dump(head, sort_keys=False, allow_unicode=True, width=100)
    return f"{text}entries:\n" + "\n".join(yaml_of(entry) for entry in entries)
