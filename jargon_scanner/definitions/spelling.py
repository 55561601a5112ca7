"""Whether the letters of a short form are spelled by words, and by which of them.

The idea is that of A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (Pacific Symposium on Biocomputing 2003): the letters stand in the long form in their order,
and the first one begins a word. Theirs walks once from the right and takes the first letters that it meets,
so every spelling is as good to it as any other. Here all ways of spelling are weighed, in the spirit of the
strategies of S. Sohn and others, "Abbreviation definition identification based on automatic precision
estimates" (BMC Bioinformatics 2008): first letters of words cost nothing, letters inside words and words left
out cost something, and the cheapest spelling is taken if it is cheap enough for so many letters. Beyond both:
endings of the plural, digits for number words, and long forms behind the short form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.recall import remembering

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL_WORDS = frozenset("of and the for to in on with a an at by or from as de la du".split())
#: Passed over at the start of a long form that follows its letters.
_OPENINGS = frozenset({"the", "a", "an", "our"})
_GLUE = "-‐‑–/"
_GLUED = re.compile(r"(?:(?:^|[^\s-])[-‐‑–]|/)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W_]+(?:['’][a-z]{1,2}(?![a-z]))?")

# What each step away from "every letter begins a word" costs.
_NEXT_LETTER = 0.3  # "COngress": right behind a letter that was taken
_LETTER_INSIDE = 0.55  # "meThotreXate": further on in a word whose first letter was taken
_LETTER_ALONE = 1.3  # inside a word whose first letter was not
_WORD_LEFT_OUT = 1.3
_NAME_LEFT_OUT = 0.6  # a further word of a name: "United Nations Entity for Gender Equality"
_DIGIT_LEFT_OUT = 0.45  # a digit of the short form that nothing spells, as in "N2O"
_PART_LEFT_OUT = 0.35  # part of a word behind a hyphen, or a number
_LAST_WORD_LEFT_OUT = 1.2  # on top, where nothing of the last word is taken
_LAST_S_LEFT_OUT = 0.5
_SMALL_WORD_FIRST = 0.4
_PART_FIRST = 0.5  # "pre-birth assessment (BA)"
#: A spelling may cost so much for the first two letters, and so much for each further one.
_ALLOWED, _ALLOWED_MORE = 1.3, 0.35
_NEVER = 99.0
_NUMBER_WORDS = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven"}


@dataclass(frozen=True, slots=True)
class Spelled:
    """Words that spell a short form: half-open range in the text that was asked, and what it cost."""

    start: int
    end: int
    cost: float


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    after_hyphen: bool
    in_capitals: bool

    @property
    def skipping(self) -> float:
        """What it costs to take no letter of this word."""
        if self.text in SMALL_WORDS:
            return 0.0
        if self.after_hyphen or self.text.isdigit():
            return _PART_LEFT_OUT
        return _NAME_LEFT_OUT if self.in_capitals else _WORD_LEFT_OUT


def letters_of(short: str) -> str:
    """The letters and digits of a short form in small letters; a plus sign counts as "plus"."""
    return re.sub(r"[\W_]", "", short.lower().replace("+", "p"))


def spelled_at_end(short: str, text: str, *, may_trail: bool = True) -> Spelled | None:
    """The words at the end of ``text`` that spell ``short``, as they stand before "(SF)".

    Args:
        short: the short form.
        text: what stands before it.
        may_trail: whether one word may follow the long form, as in "Family Group Hub building (FGH)".
    """
    words = _words(text, most=_most_words(letters_of(short)))
    best: Spelled | None = None
    for letters, more in _readings(short):
        window = words[-_most_words(letters) :]
        for number in range(len(window) - 1, -1, -1):
            if _may_begin(letters, window[number].text):
                begin, further = _begin(text, window[number])
                cost = _cost(letters, window[number:]) + more + further
                best = _better(best, Spelled(begin, window[-1].end, cost), letters)
    if best is None and may_trail and len(words) > 2 and len(letters_of(short)) > 2:
        before = spelled_at_end(short, text[: words[-2].end], may_trail=False)
        return before if before is not None and before.cost == 0 else None
    return best


def _may_begin(letters: str, word: str) -> bool:
    return word[0] == letters[0] or word == _NUMBER_WORDS.get(letters[0])


def _begin(text: str, word: _Word) -> tuple[int, float]:
    """Where a long form that begins with this word begins, and what it costs to begin there."""
    if not word.after_hyphen or text[word.start - 1] == "/":
        return word.start, _SMALL_WORD_FIRST if word.text in SMALL_WORDS else 0.0
    begin = text.rfind(" ", 0, word.start) + 1
    in_front = text[begin : word.start]
    return begin, 0.0 if re.fullmatch(r"[\d,'’-]+", in_front) else _PART_FIRST


def spelled_at_start(short: str, text: str, *, whole: bool = False) -> Spelled | None:
    """The words at the start of ``text`` that spell ``short``, as they stand in "SF: long form".

    Args:
        short: the short form.
        text: what follows it; articles and quotation marks at its start are passed over.
        whole: whether all words of ``text`` are wanted, as in brackets.
    """
    words = _words(text)
    while words and words[0].text in _OPENINGS and not short.lower().startswith(words[0].text[0]):
        words = words[1:]
    best: Spelled | None = None
    for letters, more in _readings(short):
        if not words or not _may_begin(letters, words[0].text):
            continue
        most = len(words) if whole else min(len(words), _most_words(letters))
        for count in range(most if whole else 1, most + 1):
            last = words[count - 1]
            is_small = last.text in SMALL_WORDS and not last.after_hyphen
            if is_small or count > _most_words(letters) + 2:
                continue
            cost = _cost(letters, words[:count]) + more
            best = _better(best, Spelled(words[0].start, last.end, cost), letters)
    return best


def _better(best: Spelled | None, other: Spelled, letters: str) -> Spelled | None:
    allowed = _ALLOWED + _ALLOWED_MORE * max(0, len(letters) - 2)
    if other.cost > allowed or (best is not None and other.cost >= best.cost):
        return best
    return other


def _readings(short: str) -> Iterator[tuple[str, float]]:
    """The letters to be spelled and what it costs to read them so: as written, and without a last "s".

    That "s" is the ending of a plural, or it makes the letters a word ("PATHS").
    """
    letters = letters_of(short)
    if letters:
        yield letters, 0.0
    if len(letters) > 2 and letters.endswith("s") and not short.islower():
        yield letters[:-1], 0.0 if short.rstrip("'’").endswith("s") else _LAST_S_LEFT_OUT


def _most_words(letters: str) -> int:
    return 2 * len(letters) + 3


def _words(text: str, most: int = 0) -> list[_Word]:
    """The words of a text; of more than ``most``, the last ones."""
    words = ((match[0], *match.span()) for match in list(_WORD.finditer(text))[-most:])
    return [
        _Word(word.lower(), start, end, _is_glued(text, start), word[0].isupper())
        for word, start, end in words
    ]


def _is_glued(text: str, start: int) -> bool:
    """Whether a word is a part of the one before it, behind a hyphen or a slash."""
    return text[start - 1 : start] in _GLUE and _GLUED.search(text, max(0, start - 2), start) is not None


def _cost(letters: str, words: list[_Word]) -> float:
    """The cost of the cheapest way in which the words, from the first one on, spell all the letters."""
    costs = {taken: cost for taken, cost in _takings(letters, 0, words[0].text) if taken}
    costs = _past_digits(letters, costs)
    for word in words[1:-1]:
        costs = _onward(letters, costs, word, word.skipping)
    if len(words) > 1:
        last = words[-1]
        # "Drop-in", "Equality Act 2010"
        belongs = (last.after_hyphen and last.text in SMALL_WORDS) or _YEAR.fullmatch(last.text)
        costs = _onward(letters, costs, last, last.skipping + (0.0 if belongs else _LAST_WORD_LEFT_OUT))
    return costs.get(len(letters), _NEVER)


def _onward(letters: str, costs: dict[int, float], word: _Word, skipping: float) -> dict[int, float]:
    reached: dict[int, float] = {}
    for done, cost in costs.items():
        for taken, price in _takings(letters, done, word.text):
            total = cost + (price if taken else skipping)
            if total < reached.get(done + taken, _NEVER):
                reached[done + taken] = total
    return _past_digits(letters, reached)


def _past_digits(letters: str, costs: dict[int, float]) -> dict[int, float]:
    for done in range(1, len(letters)):
        if letters[done].isdigit() and done in costs:
            costs[done + 1] = min(costs.get(done + 1, _NEVER), costs[done] + _DIGIT_LEFT_OUT)
    return costs


@remembering(50_000)
def _takings(letters: str, done: int, word: str) -> tuple[tuple[int, float], ...]:
    """How many of the next letters a word can give, and for what: 0 for 0, 1 for 0.3…."""
    found = [(0, 0.0)]
    cost, place = 0.0, -1
    if word == _NUMBER_WORDS.get(letters[done : done + 1]):
        return ((0, 0.0), (1, 0.0))
    for number, letter in enumerate(letters[done:], start=1):
        at = word.find(letter, place + 1)
        if at < 0:
            break
        if at > 0:
            cost += _inside(letter, is_first=number == 1, is_next=at == place + 1)
        found.append((number, cost))
        place = at
    return tuple(found)


def _inside(letter: str, *, is_first: bool, is_next: bool) -> float:
    """What a letter costs that does not begin its word; a number is one whole ("section 47")."""
    if is_first:
        return _LETTER_ALONE
    if is_next:
        return 0.0 if letter.isdigit() else _NEXT_LETTER
    return _LETTER_INSIDE
