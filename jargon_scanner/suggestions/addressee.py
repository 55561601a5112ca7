"""Whom the document speaks to: wordings chosen for that reader, and said to them as "you"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.findings import LONG_FORM
from jargon_scanner.lexicon.forms import inflect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.entry import Pos, Reader, Wording

_CHILD = re.compile(r"\b(?:the|a) child(?P<own>['’]s)?(?: (?P<next>\w+))?")
_FAMILY = re.compile(r"(?<!your )\b(mum|dad|parents)\b")
_TO_YOU = {"is": "are", "was": "were", "has": "have", "does": "do"}


def offers_for(reader: Reader | None, offers: Iterable[tuple[Wording, Pos]]) -> Iterator[tuple[Wording, Pos]]:
    """The wordings for a reader, those made for them first; without a reader, those in the third person.

    What people have chosen stands before everything else.

    Args:
        reader: whom the document speaks to; None where it speaks of everybody in the third person.
        offers: all wordings of an entry, best first.
    """
    fitting = [offer for offer in offers if not offer[0].reader or reader in offer[0].reader]
    for wording, pos in sorted(fitting, key=lambda offer: (not offer[0].chosen, not offer[0].reader)):
        text = wording.replace
        if text is None or reader in (None, "professional") or wording.source == LONG_FORM:
            yield wording, pos
        else:
            said = _to_the_child(text) if reader == "child" else _to_a_parent(text)
            yield wording.model_copy(update={"replace": said}), pos


def _to_the_child(text: str) -> str:
    """Say "how the child feels" as "how you feel", and "mum" as "your mum"."""

    def you(match: re.Match[str]) -> str:
        following = match["next"] or ""
        said = "your" if match["own"] else "you"
        if not match["own"]:
            following = _TO_YOU.get(following, _base(following))
        return f"{said} {following}".strip()

    return _FAMILY.sub(r"your \1", _CHILD.sub(you, text))


def _to_a_parent(text: str) -> str:
    """Say "how the child feels" as "how your child feels"."""
    return re.sub(r"\b(?:the|a) child\b", "your child", text)


def _base(word: str) -> str:
    """The verb that "you" takes, where a word is one that "the child" takes ("feels", "lives")."""
    lemma = word[:-2] if word.endswith(("sses", "shes", "ches", "oes")) else word.removesuffix("s")
    if word.endswith("ies"):
        lemma = f"{word[:-3]}y"
    return lemma if word.endswith("s") and inflect(lemma, "VBZ") == word else word
