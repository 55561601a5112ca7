"""The determiner before a noun, mended for a noun of another number ("another plan", "more help")."""

from __future__ import annotations

from typing import Literal, TypeAlias

Number: TypeAlias = Literal["singular", "plural", "mass"]

ARTICLES = frozenset({"a", "an"})
#: Determiners that a wording's own determiner takes the place of ("the" and "the council").
GIVE_WAY = frozenset("the a an his her their its my our your this that these those".split())
POSSESSIVES = frozenset("his her their its my our your".split())
#: Nouns that count what follows their "of".
COUNTING_NOUNS = frozenset("number couple series pair".split())
_MANY = COUNTING_NOUNS | frozenset(
    "both several two three four five six seven eight nine ten eleven twelve dozen".split()
)
_ONE = frozenset("each every either neither one 1".split())
_COUNTING = _ONE | _MANY
#: What each determiner becomes before a plural noun, and before one that cannot be counted.
_BEFORE_PLURAL = {
    "a": "", "an": "", "this": "these", "that": "those", "much": "many", "little": "few", "less": "fewer",
    "another": "more",
}  # fmt: skip
_BEFORE_MASS = {
    "a": "", "an": "", "another": "more", "these": "this", "those": "that", "many": "much", "few": "little",
    "fewer": "less",
}  # fmt: skip
_BEFORE_SINGULAR = {"these": "this", "those": "that"}
_ONLY_BEFORE_PLURAL = _MANY | {"many", "few", "fewer", "all"}
_KNOWN = (
    frozenset("the some any no all what which".split())
    | frozenset({*_BEFORE_PLURAL, *_BEFORE_MASS, *_BEFORE_SINGULAR})
    | _COUNTING
    | POSSESSIVES
)  # fmt: skip


def is_determiner(norm: str) -> bool:
    """Whether a word in small letters is a determiner, or a number that counts like one."""
    return norm in _KNOWN or norm.isdigit()


def counts_many(norm: str) -> bool:
    """Whether a determiner stands only before a plural."""
    return norm in _ONLY_BEFORE_PLURAL or (norm.isdigit() and norm != "1")


def before_noun(norm: str, number: Number, was: Number) -> str | None:
    """What a determiner becomes before a noun of a number.

    Args:
        norm: the determiner in small letters.
        number: number of the new noun.
        was: number of the old one.

    Returns:
        The determiner, "" where there is none, or None where the new noun cannot stand behind it. "a" and
        "an" come back as they are before a singular: which of them is right, the sound decides.
    """
    if number == was and number != "mass":
        return norm
    if number == "plural":
        return None if norm in _ONE else _BEFORE_PLURAL.get(norm, norm)
    if number == "mass":
        return None if norm in _COUNTING or norm.isdigit() else _BEFORE_MASS.get(norm, norm)
    return None if counts_many(norm) else _BEFORE_SINGULAR.get(norm, norm)
