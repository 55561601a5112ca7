"""What a reader chooses to see: kinds, categories, and words that are left alone, each with its reason.

Choices are made over all findings of a document before anything is counted, so that every figure is right;
and whatever they leave out is counted and said: nothing is hidden in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

from jargon_scanner.lexicon.find import Finder
from jargon_scanner.report import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from jargon_scanner.findings import Finding
    from jargon_scanner.lexicon.entry import Reader
    from jargon_scanner.lexicon.find import Named
    from jargon_scanner.lexicon.load import Lexicon

#: A list of words to leave alone, for the documents of its folder and of the folders in it.
IGNORE_FILE = ".jargon-scanner-ignore"

_MARK = re.compile(r"jargon-scanner:[ \t]*ignore[ \t]+(?P<rule>[^\n]*?)[ \t]*(?:-->|$)", re.MULTILINE)

KEPT = "this family uses these words themselves"

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Ignore:
    """Words to leave alone.

    Attributes:
        words: as a person wrote them: words in any form, a short form in any spelling, or an entry's id.
        reason: why; "" where nobody said.
        origin: where that was said: a file, an option.
    """

    words: str
    reason: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What is to be shown. Empty: everything.

    Attributes:
        kinds: only these kinds; empty for all.
        categories: only these categories; empty for all. With kinds too, a finding of either is shown.
        ignored: words that are left alone.
        advice: whether long sentences, and passives that leave out who acted, are noted.
        reader: whom the document speaks to; None for the third person.
        sentences: whether whole sentences are proposed, with all first choices made.
    """

    kinds: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    ignored: tuple[Ignore, ...] = ()
    sentences: bool = False
    advice: bool = False
    reader: Reader | None = None

    def beside(self, document: Path) -> Choices:
        """These choices, with the lists of words to leave alone that lie beside and above a document."""
        return replace(self, ignored=(*self.ignored, *ignored_beside(document.resolve().parent)))

    def inside(self, text: str) -> Choices:
        """These choices, with the marks that a document itself holds."""
        return replace(self, ignored=(*self.ignored, *ignored_inside(text)))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many findings were left out, and for what: an ``Ignore``, or the choice of kinds or categories."""

    ignored: tuple[tuple[Ignore, int], ...] = ()
    unchosen: int = 0
    chosen: tuple[str, ...] = ()


def choose(
    items: Iterable[tuple[Item, Finding]], choices: Choices, lexicon: Lexicon
) -> tuple[list[Item], LeftOut]:
    """The items that are shown, and what was left out.

    Args:
        items: anything that stands for a finding, with the finding as far as it is known.
        choices: what is to be shown.
        lexicon: the lexicon they were found with; what this family keeps is left alone too.
    """
    rules = (*(Ignore(kept.words, KEPT) for kept in lexicon.kept), *choices.ignored)
    counts: Counter[Ignore] = Counter()
    shown: list[Item] = []
    unchosen = 0
    for item, finding in items:
        rule = next((one for one in rules if is_ignored(finding, one.words, lexicon)), None)
        if rule is not None:
            counts[rule] += 1
        elif not _is_chosen(finding, choices):
            unchosen += 1
        else:
            shown.append(item)
    chosen = (*sorted(choices.kinds), *sorted(choices.categories))
    return shown, LeftOut(tuple((rule, counts[rule]) for rule in rules if counts[rule]), unchosen, chosen)


def _is_chosen(finding: Finding, choices: Choices) -> bool:
    if not choices.kinds and not choices.categories:
        return True
    return finding.kind in choices.kinds or finding.category in choices.categories


def is_ignored(finding: Finding, words: str, lexicon: Lexicon) -> bool:
    """Whether a finding is what these words name: exactly that, in any of its forms."""
    named = _named(words, _finder(_ById(lexicon)))
    if not named:
        return _bare(finding.text) == _bare(words)
    return any(one.located.entry.id == finding.entry and one.finds(finding.text) for one in named)


def is_known(words: str, lexicon: Lexicon) -> bool:
    """Whether words name anything of the lexicon."""
    return bool(_named(words, _finder(_ById(lexicon))))


def like(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Names of the lexicon that are written nearly so."""
    return _finder(_ById(lexicon)).like(words)


class _ById:
    """A lexicon as the key of a cache: itself, whatever is in it."""

    __slots__ = ("lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and self.lexicon is other.lexicon


@lru_cache(maxsize=4)
def _finder(key: _ById) -> Finder:
    return Finder(key.lexicon)


@lru_cache(maxsize=2000)
def _named(words: str, finder: Finder) -> tuple[Named, ...]:
    return finder.named(words)


def _bare(text: str) -> str:
    """A text as it is compared where no lexicon knows it: letters and digits, a plural ending left off."""
    folded = re.sub(r"[\W_]+", "", text.casefold().replace("’s", "").replace("'s", ""))
    return folded.removesuffix("s")


def notes_on(left_out: LeftOut) -> tuple[Note, ...]:
    """What was left out, a note for each reason."""
    notes = [
        Note("ignored", f"“{rule.words}” is left alone, {_times(count)}: {_because(rule)}.")
        for rule, count in left_out.ignored
    ]
    if left_out.unchosen:
        names = " or ".join(left_out.chosen)
        were = "1 finding is" if left_out.unchosen == 1 else f"{left_out.unchosen:,} findings are"
        notes.append(Note("ignored", f"{were} not shown, because only {names} was asked for."))
    return tuple(notes)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _because(rule: Ignore) -> str:
    reason = rule.reason.rstrip(".") or "nobody said why"
    return f"{reason} ({rule.origin})" if rule.origin else reason


def parse_ignore(line: str, origin: str) -> Ignore:
    """One line of a list of words to leave alone: ``words | reason``."""
    words, _, reason = line.partition("|")
    return Ignore(words.strip(), reason.strip(), origin)


def ignored_inside(text: str) -> Iterator[Ignore]:
    """What the marks in a document leave alone, in all of it: ``jargon-scanner: ignore words | reason``.

    A mark stands on a line of its own, or in a comment of Markdown or HTML.
    """
    rules = (parse_ignore(mark["rule"], "a mark in the document") for mark in _MARK.finditer(text))
    return (rule for rule in rules if rule.words)


@cache
def ignored_beside(folder: Path) -> tuple[Ignore, ...]:
    """What the lists of a folder and of the folders above it leave alone, the nearest list first."""
    found: list[Ignore] = []
    for place in (folder, *folder.parents):
        path = place / IGNORE_FILE
        if path.is_file():
            found += read_ignore_file(path)
    return tuple(found)


def read_ignore_file(path: Path) -> Sequence[Ignore]:
    """The lines of one list; empty lines and those that begin with ``#`` say nothing."""
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    rules = (parse_ignore(line, path.name) for line in lines if not line.lstrip().startswith("#"))
    return [rule for rule in rules if rule.words]
