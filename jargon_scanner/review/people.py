"""Who takes part: three groups and four age bands. Nothing else is ever asked about a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from jargon_scanner.lexicon.entry import Reader

Group: TypeAlias = Literal["young person", "parent or carer", "professional"]
GROUPS: tuple[Group, ...] = get_args(Group)

AgeBand: TypeAlias = Literal["under 8", "8 to 11", "12 to 15", "16 or over"]
AGE_BANDS: tuple[AgeBand, ...] = get_args(AgeBand)

#: Several people of a group, as they are spoken of.
PLURALS: dict[Group, str] = {
    "young person": "young people",
    "parent or carer": "parents and carers",
    "professional": "professionals",
}
#: Which reader of a document a group speaks for.
READER_OF: dict[Group, Reader] = {
    "young person": "child",
    "parent or carer": "parent",
    "professional": "professional",
}
