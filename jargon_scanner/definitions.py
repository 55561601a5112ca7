"""Long forms that a document itself gives for its short forms, and where it gives them.

Letters are matched as in A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation
definitions in biomedical text" (Pacific Symposium on Biocomputing 2003): from right to left, the first letter
of the short form at the start of a word. Beyond it: first letters of words are tried before letters inside
words, the short form may stand first, and dashes, colons, "stands for", "known as" and tables are read too.
Nothing is matched across a sentence or a cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.document import Block


@dataclass(frozen=True, slots=True)
class Definition:
    """One explanation of a short form.

    Attributes:
        short: the short form as written, without plural or possessive ending.
        long: the long form as written, line breaks made spaces.
        start: offset of the short form in the document's text.
        pattern: how it was given: "long (short)", "short (long)", "short: long", "table"…
    """

    short: str
    long: str
    start: int
    pattern: str


_SHORT = r"[A-Za-z0-9][A-Za-z0-9&/.+'’-]{0,9}(?:\([A-Z]\))?"
_CAPITAL_SHORT = r"(?=[^\s]*[A-Z][^\s]*[A-Z0-9])[A-Za-z0-9][A-Za-z0-9&/.+-]{1,9}(?:\([A-Z]\))?"
_DASH = r"\s+[–—-]\s+"
_LONG = r"[A-Za-z][^.;:=|()\[\]\n–—]{3,90}?"
_OPEN_QUOTE, _CLOSE_QUOTE = "[\"“‘']?", "[\"”’']?"
_LONG_BEFORE_BRACKET = re.compile(
    rf"(?<=\s)[(\[]\s*(?:or|also|hereafter|known as|the|an?)?\s*{_OPEN_QUOTE}({_SHORT}){_CLOSE_QUOTE}"
    r"\s*[,;:)\](]"
)
_SHORT_BEFORE_BRACKET = re.compile(rf"(?<![\w])({_CAPITAL_SHORT})['’]?s?\s*[(\[]([^()\[\]]{{4,90}})[)\]]")
_SHORT_THEN_LONG = re.compile(
    rf"(?:^|[;\n.:*]\s*|[-•]\s+)\**({_CAPITAL_SHORT}|[A-Z](?==|\s=))\**\s*(?::|=|–|—|\s-\s)\s*\**({_LONG})(?=\s*(?:[.;|\n*]|$))"
)
_BETWEEN_DASHES = re.compile(rf"{_DASH}({_CAPITAL_SHORT})(?:{_DASH}|[.,;]|$)")
_STANDS_FOR = re.compile(
    rf"(?<!\w)({_CAPITAL_SHORT}){_CLOSE_QUOTE}\s+(?:stands for|is short for|means|refers to|denotes)\s+"
    rf"(?:the\s+|an?\s+)?{_OPEN_QUOTE}({_LONG}){_CLOSE_QUOTE}(?=\s*(?:[.;|,]\s+(?:and|which|not)|[.;|\n]|$))"
)
_KNOWN_AS = re.compile(
    r",?\s*(?:also\s+)?(?:known as|called|referred to as|abbreviated (?:to|as)|shortened to)\s+(?:the\s+)?"
    rf"{_OPEN_QUOTE}({_CAPITAL_SHORT})(?!\w)"
)
_OR_SHORT = re.compile(rf",\s+or\s+{_OPEN_QUOTE}({_CAPITAL_SHORT}){_CLOSE_QUOTE}(?=[,.;]|$)")
_SHORT_OR_LONG = re.compile(rf"(?<!\w)({_CAPITAL_SHORT}),\s+or\s+(?:the\s+)?({_LONG})(?=[,.;]|$)")
_WORD = re.compile(r"[A-Za-z0-9][\w'’&]*")
#: A short form in small letters (mgm) has at most so many; longer words in brackets are words.
_LOWER_CASE_MOST = 4
_SMALL = frozenset("of and the for to in on with a an at by or from &".split())
_SENTENCE_END = re.compile(r"[.!?;|]\s+(?=[A-Z])|\n\s*\n|\|")


def find_definitions(blocks: Iterable[Block]) -> tuple[Definition, ...]:
    """Every definition in a document, in reading order."""
    listed = list(blocks)
    found = [definition for block in listed for definition in _in_text(block.text, block.start)]
    found += _in_tables(listed)
    unique = {(one.short, one.long.casefold(), one.start): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: one.start))


def _in_text(text: str, offset: int) -> Iterator[Definition]:
    for match in _LONG_BEFORE_BRACKET.finditer(text):
        yield from _long_before(match, text, offset, "long (short)", match.start())
    for match in _SHORT_BEFORE_BRACKET.finditer(text):
        yield from _long_after(match, offset, "short (long)")
    for match in _SHORT_THEN_LONG.finditer(text):
        yield from _long_after(match, offset, "short: long")
    for match in _STANDS_FOR.finditer(text):
        yield from _long_after(match, offset, "stands for")
    for match in _SHORT_OR_LONG.finditer(text):
        yield from _long_after(match, offset, "short, or long")
    for pattern, name in (
        (_BETWEEN_DASHES, "dashes"),
        (_KNOWN_AS, "known as"),
        (_OR_SHORT, "long, or short"),
    ):
        for match in pattern.finditer(text):
            yield from _long_before(match, text, offset, name, match.start())


def _long_before(
    match: re.Match[str], text: str, offset: int, pattern: str, end: int
) -> Iterator[Definition]:
    short = _bare(match[1])
    start = max([0, *(border.end() for border in _SENTENCE_END.finditer(text, 0, end))])
    long = _suffix_matching(short, text[start + _open_bracket(text[start:end]) : end])
    if long is not None and _is_definition(short, long):
        yield Definition(short, _one_line(long), offset + match.start(1), pattern)


def _open_bracket(before: str) -> int:
    """Offset just after the last bracket that is open at the end of ``before``; 0 where none is."""
    depth = 0
    for place in range(len(before) - 1, -1, -1):
        if before[place] in ")]":
            depth += 1
        elif before[place] in "([":
            if depth == 0:
                return place + 1
            depth -= 1
    return 0


def _long_after(match: re.Match[str], offset: int, pattern: str) -> Iterator[Definition]:
    short = _bare(match[1])
    long = _prefix_matching(short, match[2])
    if long is not None and _is_definition(short, long):
        yield Definition(short, _one_line(long), offset + match.start(1), pattern)


def _in_tables(blocks: list[Block]) -> Iterator[Definition]:
    """Rows whose first cell is a short form and whose next cell spells it out."""
    for left, right in pairwise(blocks):
        if left.cell is None or right.cell is None:
            continue
        same_row = (left.cell.table, left.cell.row) == (right.cell.table, right.cell.row)
        short = _bare(left.text.strip(" *_:"))
        if not (same_row and re.fullmatch(_SHORT, short) and 2 <= len(short) <= 10):
            continue
        long = _prefix_matching(short, right.text.strip(" *_"))
        if long is not None and _is_definition(short, long):
            yield Definition(short, _one_line(long), left.start + left.text.find(short), "table")


def _bare(short: str) -> str:
    """The short form without a possessive or plural ending and without a full stop behind it."""
    short = re.sub(r"['’]s?$", "", short.strip())
    if re.fullmatch(r"[A-Z&]{2,}s", short):
        short = short[:-1]
    return short if re.fullmatch(r"(?:\w\.)+", short) else short.rstrip(".")


def _letters(short: str) -> str:
    return re.sub(r"[^a-z0-9]", "", short.lower().replace("+", "p"))


def _is_definition(short: str, long: str) -> bool:
    letters = _letters(short)
    words = _WORD.findall(long)
    if not letters or letters.isdigit() or not re.search("[a-z]", letters):
        return False
    if len(letters) < 2 and short.islower():
        return False
    if short[1:].islower() and not short.islower():
        return False
    if short.islower() and (len(letters) > _LOWER_CASE_MOST or is_word(short)):
        return False
    if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long):
        return False
    return len(words) >= 2 or (len(letters) <= 3 and len(long) > len(short) + 2)


def _one_line(long: str) -> str:
    return " ".join(long.replace("*", "").split()).strip(" ,\"“”'’‘")


def _suffix_matching(short: str, text: str) -> str | None:
    """The shortest end of ``text`` that spells ``short``: by first letters of words, else as in the paper."""
    words = list(_WORD.finditer(text))
    letters = _letters(short)
    window = words[-min(len(letters) + 5, 2 * len(letters) + 2) :] if letters else []
    for spelled in (letters, letters.removesuffix("s")):
        for number in range(len(window) - 1, -1, -1):
            if len(spelled) > 1 and _spells_by_initials(spelled, [word[0] for word in window[number:]]):
                return text[window[number].start() :].strip(" ,–—-\"“”‘’'")
    begin = _schwartz_hearst(letters, text, window[0].start()) if window else None
    return None if begin is None else text[begin:].strip(" ,–—-\"“”‘’'")


def _prefix_matching(short: str, text: str) -> str | None:
    """The start of ``text`` that spells ``short``, up to the word that gives its last letter."""
    letters = _letters(short)
    text = re.sub(r"^(?:the|an?)\s+", "", text.strip(" \"“‘'"), flags=re.IGNORECASE)
    words = list(_WORD.finditer(text))
    for number in range(1, min(len(words), 2 * len(letters) + 2) + 1):
        if _spells_by_initials(letters, [word[0] for word in words[:number]]):
            return text[: words[number - 1].end()]
    limit = words[min(len(words), 2 * len(letters) + 2) - 1].end() if words else 0
    if words and letters and _schwartz_hearst(letters, text[:limit], 0) == words[0].start():
        return text[:limit]
    return None


def _spells_by_initials(letters: str, words: list[str]) -> bool:
    """Whether first letters spell the short form; small words and parts after a hyphen may be left out."""
    if not words or (words[0].lower() in _SMALL and words[0][0].lower() != letters[:1]):
        return False
    if words[0][0].lower() != letters[:1]:
        return False
    reachable = {1}
    for word in words[1:]:
        initial = word[0].lower()
        skipped = reachable if word.lower() in _SMALL else set()
        reachable = {
            place + 1 for place in reachable if place < len(letters) and letters[place] == initial
        } | skipped
    return len(letters) in reachable and words[-1].lower() not in _SMALL


def _schwartz_hearst(letters: str, text: str, floor: int) -> int | None:
    """Where the long form begins in ``text`` by Schwartz and Hearst's walk from the right, or None."""
    place = len(text) - 1
    lowered = text.lower()
    for number in range(len(letters) - 1, -1, -1):
        letter = letters[number]
        while place >= floor and not (
            lowered[place] == letter and (number > 0 or place == 0 or not lowered[place - 1].isalnum())
        ):
            place -= 1
        if place < floor:
            return None
        place -= 1
    begin = lowered.rfind(" ", 0, place + 1) + 1
    long_words = _WORD.findall(text[begin:])
    if not long_words or len(long_words) > min(len(letters) + 5, 2 * len(letters)):
        return None
    return begin
