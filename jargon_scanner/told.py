"""What the documents of a library say of short forms that others of them use without a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.statuses import same_letters, same_words

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Told:
    """A long form that documents of a library give, and which documents those are."""

    text: str
    documents: tuple[str, ...]


#: By what the spellings of a short form have in common: what most documents say of it comes first.
Library: TypeAlias = Mapping[str, tuple[Told, ...]]


def library_of(said: Iterable[tuple[str, str, str]]) -> Library:
    """What a library says, from each short form, long form and document that explains one by the other."""
    found: dict[str, dict[str, Told]] = {}
    for short, long, document in said:
        told = found.setdefault(same_letters(short), {})
        before = told.get(same_words(long), Told(long, ()))
        documents = tuple(dict.fromkeys((*before.documents, document)))
        told[same_words(long)] = Told(plainer(before.text, long), documents)
    return {
        key: tuple(sorted(told.values(), key=lambda one: (-len(one.documents), one.text)))
        for key, told in found.items()
    }


def plainer(one: str, other: str) -> str:
    """Of two ways of writing a long form the one for a list: the singular, the first where neither is."""
    return min(one, other, key=lambda long: len(long.replace("&", "and")))
