"""What holds inside one pair of braces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Target: TypeAlias = Literal[
    "text", "nothing", "fonts", "styles", "title", "instruction", "choice", "shape-name", "shape-value"
]


@dataclass(slots=True)
class Group:
    """The state of a group; an inner group begins with a copy of it.

    Attributes:
        target: where its characters go.
        is_fresh: true until its first control word, which may name it.
        is_starred: true when readers that do not know its name pass over it.
        leave: called at its end.
        fallback: how many characters stand for a Unicode character in old readers.
        codec: the code page of its bytes.
        font: the name of a font of symbols, whose bytes are pictures; "" in other fonts.
        bold: whether its words are bold.
        hidden: whether they are hidden.
        deleted: whether they are a tracked deletion.
        is_muted: whether they are there for readers of another format.
        in_table: whether the paragraph stands in a table.
        depth: how many tables stand around it.
        style: the paragraph's style.
        outline: the level of heading that the paragraph names for itself.
        in_list: whether it is an item of a list.
    """

    target: Target = "text"
    is_fresh: bool = True
    is_starred: bool = False
    leave: tuple[Callable[[], None], ...] = ()
    fallback: int = 1
    codec: str = "cp1252"
    font: str = ""
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    is_muted: bool = False
    in_table: bool = False
    depth: int = 0
    style: int = 0
    outline: int | None = None
    in_list: bool = False
