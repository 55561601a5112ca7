"""Explanations in a sentence: "long form (SF)", "SF: long form", "the long form, known as SF".

``ways`` says where a short form stands and on which side its long form would be; ``spelling`` says which
words of that side, if any, spell it. Without words that spell the letters there is no definition. Schwartz
and Hearst (see ``spelling``) read "long form (SF)" and "SF (long form)"; the other ways go beyond them. No
long form begins before the sentence that it stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jargon_scanner.definitions.people import is_person
from jargon_scanner.definitions.spelling import Spelled, letters_of, spelled_at_end, spelled_at_start
from jargon_scanner.definitions.ways import BETWEEN_TWO, TWO_IN_BRACKETS, Way, ways_in
from jargon_scanner.lexicon.forms import is_word
from jargon_scanner.recall import remembering

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Definition:
    """One explanation of a short form.

    Attributes:
        short: the short form as written, without plural or possessive ending.
        long: the long form as written, line breaks made spaces.
        start: offset of the short form in the document's text; ``end`` is just after it.
        pattern: how it was given: "long (short)", "short (long)", "short: long", "table"…
        end: see ``start``.
        long_start: offset of the long form in the document's text; ``long_end`` is just after it.
        long_end: see ``long_start``.
        on_every_page: whether it stands in the header of pages, where a reader meets it first.
    """

    short: str
    long: str
    start: int
    pattern: str
    end: int
    long_start: int
    long_end: int
    on_every_page: bool = False

    @property
    def known_from(self) -> int:
        """Offset in the document's text from which on a reader knows it."""
        return 0 if self.on_every_page else self.start


#: A full stop, but not that of an initial or a title; a semicolon; an empty line; the next line of a list.
_SENTENCE_END = re.compile(
    r"[.!?;|\n](?:(?<=[.!?])(?<!\b[A-Z].)(?<!\bDr.)(?<!\bMrs.)(?<!\bMr.)(?<!\bSt.)(?<!\be\.g.)(?<!\bi\.e.)"
    r"\s+(?=[A-Z])|(?<=[;|])\s|(?<=\|)|(?<=\n)(?:\s*\n|(?=\W*[A-Z][A-Z0-9&/]+\b\s*[:=–-])))"
)
#: A short form in small letters (mgm) has at most so many; longer words in brackets are words.
_LOWER_CASE_MOST = 4
_ONE_MORE_WORD = re.compile(r" (?!here|now|too|again)[a-z'’-]+(?=\s*(?:[,)]|$))")
_DOTTED = re.compile(r"(?:\w\.)+")
_IN_CAPITALS = re.compile(r"[A-Z].*[A-Z0-9&]|^[A-Z]$")


def definitions_in(text: str, offset: int = 0) -> Iterator[Definition]:
    """Every definition in a text, by the way it is given; the same one may come in two ways.

    Args:
        text: a paragraph, or any text that no sentence crosses.
        offset: where it begins in the document's text.
    """
    for way in ways_in(text):
        for match in way.pattern.finditer(text):
            if "long" in match.re.groupindex:
                yield from _long_after(match, text, offset, way)
            else:
                yield from _long_before(match, text, offset, way)
    if "(" in text or "[" in text:
        for match in TWO_IN_BRACKETS.finditer(text):
            yield from _two_before(match, text, offset)


def _long_before(match: re.Match[str], text: str, offset: int, way: Way) -> Iterator[Definition]:
    written = _written(match["short"])
    found = _spelled_before(_bare(written), text, match.start()) if is_short(written) else None
    if found is None or (way.exact and found.cost > 0):
        return
    start = offset + match.start("short")
    yield from explained(written, start, text, (found.start, found.end), offset, way.name)


def _spelled_before(short: str, text: str, end: int) -> Spelled | None:
    """The words before ``end`` that spell a short form, as a range of ``text``.

    Words of an earlier pair of brackets belong to the long form only where it cannot do without them.
    """
    sentence = _floor(text, end)
    behind_brackets = max(text.rfind(")", sentence, end - 1), text.rfind("]", sentence, end - 1)) + 1
    for floor in dict.fromkeys((max(sentence, behind_brackets), sentence)):
        found = spelled_at_end(short, text[floor:end].rstrip())
        if found is not None:
            return Spelled(floor + found.start, floor + found.end, found.cost)
    return None


def _two_before(match: re.Match[str], text: str, offset: int) -> Iterator[Definition]:
    """Long forms explained in one pair of brackets: "child in need and child protection (CIN/CP)".

    Where only one of the two short forms is spelled, the other is another name for the same thing.
    """
    end = match.start()
    for group in (2, 1):
        found = _spelled_before(match[group], text, end)
        if found is None or found.cost > 0:
            continue
        start = offset + match.start(group)
        yield from explained(match[group], start, text, (found.start, found.end), offset, "long (short)")
        joined = BETWEEN_TWO.search(text, 0, found.start)
        end = joined.start() if joined else found.start


def _floor(text: str, end: int) -> int:
    """Where the words before ``end`` begin: with their sentence, or after a bracket that is still open."""
    start = max([0, *(border.end() for border in _SENTENCE_END.finditer(text, 0, end))])
    depth = 0
    for place in range(end - 1, start - 1, -1):
        if text[place] in ")]":
            depth += 1
        elif text[place] in "([":
            if depth == 0:
                return place + 1
            depth -= 1
    return start


def _long_after(match: re.Match[str], text: str, offset: int, way: Way) -> Iterator[Definition]:
    written, given = _written(match["short"]), match["long"]
    if not is_short(written):
        return
    short = _bare(written)
    found = _spelled_after(short, given, is_said=way.name == "stands for")
    if found is None and "=" in match[0]:
        # Behind an equals sign all words are meant, those before the first letter too.
        found = spelled_at_end(short, given.rstrip())
        if found is not None and found.cost == 0:
            found = Spelled(len(given) - len(given.lstrip()), found.end, 0.0)
    if found is None or (way.exact and found.cost > 0):
        return
    rest = given[found.end :].lstrip("\"”’'*_ ")
    sure = found.cost == 0 and way.name != "short (long)"
    if rest and rest[0] not in ",;:(/–-" and not sure:
        return
    span = (match.start("long") + found.start, match.start("long") + found.end)
    start = offset + match.start("short")
    yield from explained(written, start, text, span, offset, way.name)


def _spelled_after(short: str, given: str, *, is_said: bool) -> Spelled | None:
    """The words at the start of ``given`` that spell a short form: all of them, or as many as do.

    Args:
        short: the short form.
        given: what follows it.
        is_said: whether the words before say that this is what it stands for: then one more word before a
            mark belongs to it, whatever it begins with ("KITE stands for Keeping In Touch Every week").
    """
    first = spelled_at_start(short, given)
    if first is not None and first.cost == 0:
        if given[first.end : first.end + 1] == ",":
            return first
        more = _ONE_MORE_WORD.match(given, first.end) if is_said else None
        if more is not None:
            return replace(first, end=more.end())
    return spelled_at_start(short, given, whole=True) or first


def explained(
    written: str, start: int, text: str, span: tuple[int, int], offset: int, pattern: str
) -> Iterator[Definition]:
    """The definition of a short form by the words of a text, if it is one.

    Args:
        written: the short form with the endings it has.
        start: its offset in the document.
        text: the text that the long form stands in.
        span: half-open range of the long form in that text.
        offset: where that text begins in the document.
        pattern: how it is given.
    """
    first, last = span
    short = _bare(written)
    end = start + len(written)
    if text.count("(", first, last) > text.count(")", first, last) and text[last : last + 1] == ")":
        last += 1
    if text.count(")", first, last) > text.count("(", first, last):
        return
    if text[last : last + 1] == "." and text[first:last].endswith(("Ltd", "Inc", "Corp", "Co")):
        last += 1
    long = " ".join(text[first:last].replace("*", "").split())
    if _is_definition(short, long, text[:first]):
        yield Definition(short, long, start, pattern, end, offset + first, offset + last)


@remembering(20_000)
def is_short(written: str) -> bool:
    """Whether it is written as a short form: in capitals, or as no word is ("mgm", "Cafcass")."""
    short = _bare(written)
    letters = letters_of(short)
    if not re.search("[a-z]", letters):
        return False
    return _is_in_capitals(short) or (
        not is_word(short) and (len(letters) <= _LOWER_CASE_MOST or short.istitle())
    )


def _is_in_capitals(short: str) -> bool:
    return _IN_CAPITALS.search(short) is not None


def _is_definition(short: str, long: str, before: str) -> bool:
    letters = letters_of(short)
    words = long.split()
    if not is_short(short) or (len(letters) < 2 and len(words) < 2):
        return False
    if len(letters) > _LOWER_CASE_MOST and not _is_in_capitals(short):
        spelled = spelled_at_end(short, long)
        if spelled is None or spelled.cost > 0:
            return False
    if short in long and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long):
        return False
    if is_person(words, letters, before):
        return False
    return len(words) >= 2 or len(long) > len(short) + 2


def _written(short: str) -> str:
    """The short form without marks that belong to the sentence."""
    return short if _DOTTED.fullmatch(short) else short.rstrip(".-/'’")


def _bare(short: str) -> str:
    """The short form without a possessive or plural ending and without a full stop behind it."""
    short = re.sub(r"['’]s?$", "", short.strip())
    if re.fullmatch(r"[A-Z&]{2,}s", short):
        short = short[:-1]
    return _written(short)
