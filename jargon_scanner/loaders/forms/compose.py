"""From the values that a mapping leads to, to a document: order, sections, labels."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, TypeVar

from jargon_scanner.document import Block, Document, Problem, join_blocks
from jargon_scanner.loaders.lines import Sections, in_section, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jargon_scanner.loaders.forms.mapping import Take

Parent = TypeVar("Parent")

_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Value(Generic[Parent]):
    """One value of a data file that a path leads to.

    Attributes:
        take: what the mapping says of it.
        words: its text.
        order: its place among all values of the file.
        parent: what it stands in: something that can be compared and hashed.
        parent_order: the place of that.
        line: the line that it stands on, where a person can count lines.
    """

    take: Take
    words: str
    order: int
    parent: Parent
    parent_order: int
    line: int | None = None


def document_of(
    path: Path,
    name: str,
    data: bytes,
    values: Iterable[Value[Parent]],
    problems: tuple[Problem, ...] = (),
) -> Document:
    """The document of some values.

    Args:
        path: the file.
        name: its format.
        data: its bytes.
        values: in any order.
        problems: what was met on the way.
    """
    blocks = list(_blocks(_in_order([value for value in values if value.words.strip()])))
    text, placed = join_blocks(blocks)
    if not placed:
        nothing = "No path of the mapping leads to words in this file. Look whether the paths are right."
        problems = (*problems, Problem("no-words", nothing))
    titles = [" ".join(block.text.split()) for block in placed if block.level == 1]
    title = titles[0] if len(titles) == 1 else ""
    return Document(str(path), name, sha256(data).hexdigest(), text, placed, title, None, problems)


def not_taken(names: Counter[str]) -> tuple[Problem, ...]:
    """What is said of the texts of a file that no path leads to.

    Args:
        names: how many there are under each name of a field.
    """
    if not names:
        return ()
    count = names.total()
    shown = ", ".join(name for name, _ in names.most_common(_MOST_NAMES))
    rest = ", …" if len(names) > _MOST_NAMES else ""
    texts = "1 text of this file is" if count == 1 else f"{count:,} texts of this file are"
    return (
        Problem(
            "not-mapped",
            f"{texts} not in the mapping and not read ({shown}{rest}). Take what people read, and list the "
            "rest under leave.",
        ),
    )


def _in_order(values: list[Value[Parent]]) -> list[Value[Parent]]:
    """As they stand in the file; but what stands in a thing comes after the heading of that thing."""
    held = Counter((value.parent, value.take) for value in values if value.take.heading)

    def place(value: Value[Parent]) -> tuple[int, int, int]:
        if value.take.heading and held[value.parent, value.take] == 1:
            return value.parent_order, 0, value.order
        return value.order, 1, 0

    return sorted(values, key=place)


def _blocks(values: Iterable[Value[Parent]]) -> Iterator[Block]:
    sections = Sections()
    counts: Counter[tuple[str, str]] = Counter()
    for value in values:
        take, words = value.take, value.words.strip()
        if take.heading:
            sections.leave(take.heading)
            counts.clear()
            label = f'Heading "{shorten(" ".join(words.split()))}"'
        else:
            label = in_section(sections.path, _counted(take, counts))
        if len(sections.path) > 1:
            label = f'"{shorten(sections.path[0])}", {_inside(label)}'
        yield Block(
            index=0,
            start=0,
            text=words,
            label=label if value.line is None else f"Line {value.line}: {label[:1].lower()}{label[1:]}",
            role="heading" if take.heading else "field",
            section=sections.path,
            level=take.heading,
            owner=take.owner,
        )
        if take.heading:
            sections.enter(take.heading, words)


def _counted(take: Take, counts: Counter[tuple[str, str]]) -> str:
    """Give a value its count: "question 3" or, of what belongs to a question, "question 3, answer 1"."""
    counts[take.of, take.label] += 1
    place = f"{_inside(take.label)} {counts[take.of, take.label]}"
    if take.of:
        return f"{_inside(take.of)} {counts['', take.of]}, {place}"
    for of, label in [key for key in counts if key[0] == take.label]:
        del counts[of, label]
    return place


def _inside(label: str) -> str:
    """A label as it stands inside a sentence; one in capitals stays so."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
