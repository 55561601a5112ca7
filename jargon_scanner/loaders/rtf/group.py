"""What holds inside one pair of braces, and the tables at the top of a file."""

from __future__ import annotations

from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Font:
    """A font: its name, and the codec of its bytes; "" for one of symbols."""

    name: str = ""
    codec: str = "cp1252"


@dataclass(slots=True)
class Style:
    """A paragraph's style: its name and the level of heading that it makes."""

    name: str = ""
    outline: int | None = None


@dataclass(slots=True)
class Field:
    """A field: its instruction, and what a form field shows where it has no result.

    Attributes:
        instruction: what computes it.
        choices: the items of a list.
        chosen: the number of the chosen item, or whether a box is ticked.
        default: what is chosen until a person chooses.
        length: how much was written when its result began.
    """

    instruction: str = ""
    choices: list[str] = field(default_factory=list)
    chosen: int | None = None
    default: int = 0
    length: int = 0
