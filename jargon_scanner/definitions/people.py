"""Whether words that spell letters are a person's name, and the letters their initials: "Amara Okoro (AO)".

No list of names is asked: such lists know the names of some peoples and not of others. What is neither
English nor the Welsh of services, and stands without an article, is likelier somebody than something.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import is_plural_noun, is_word

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_PART = r"(?:(?:Mc|Mac|[OD]['’])?[A-Z][a-zà-ÿ'’-]+(?:-[A-Z][a-zà-ÿ]+)?|[A-Z]\.?)"
_NAME = re.compile(_PART)
#: What stands before a name, as part of a pattern.
TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Master|Cllr)\.?"
_NAME_OF = {count: rf"{_PART}(?: {_PART}){{{count - 1}}}" for count in (2, 3)}
_BEFORE = {count: re.compile(rf"(?<![\w’'-]){name}$") for count, name in _NAME_OF.items()}
_AFTER = {count: re.compile(rf"(?:{TITLE} )?({name})(?![\w’'-])") for count, name in _NAME_OF.items()}
#: Letters behind a name, in brackets or in the next cell of a table; and before one, in a list of who is who.
_LETTERS_BEHIND = re.compile(r"[(\[|\n] ?([A-Z]{2,3})(?= ?[)\]|\n])")
_LETTERS_BEFORE = re.compile(r"([A-Z](?<![\w&/'’-].)[A-Z]{1,2})(?: ?[:=]| [–-])[ \t]+(?=[A-Z])")
_BEHIND_A_TITLE = re.compile(rf"\b{TITLE} $")
_ARTICLE = re.compile(
    r"\b(?:the|an?|our|his|her|their|my|your|this|that|each|every|yr?|ein|eich) $", re.IGNORECASE
)
_FAR = 80
_MOST_WORDS = 3
#: What bodies are called, that people are not.
_BODIES = frozenset(
    "service team council trust centre hub house home school academy college nursery hospital clinic court "
    "police panel board group project scheme programme plan unit agency network partnership society charity "
    "fund act order city county borough street road church mosque temple".split()
)
#: Words that the names of Welsh services are made of, as they stand and softened.
_WELSH = frozenset(
    "adolygiad adran addysg adroddiad anghenion arbennig asesiad asiantaeth awdurdod blant bobl bwrdd bwydo "
    "canolfan cefnogaeth cefnogi cenedlaethol clwb coleg corfforaethol cyfarfod cyfiawnder cyfreithiol "
    "cyfun cymdeithas cymdeithasol cymorth cymru cymunedol cynhadledd cynllun cyngor cynradd cyntaf cynnar "
    "cyswllt deulu diogelu dinas dîm dysgu eiriolaeth gofal gofalwyr gogledd gorllewin grŵp gwaith "
    "gweithgor gweithredu gwarchod gwasanaeth gwasanaethau gymorth gymru gynnar gyswllt heddlu ieuenctid "
    "iechyd integredig lleol lles llesiant lleoliad llys maethu meddwl meithrin meithrinfa oedolion ofal "
    "panel partneriaeth person phobl plant plentyn pobl prifysgol prosiect rhaglen rhanbarthol rhieni "
    "rhwydwaith sir swyddfa swyddog teulu teuluoedd teuluol tîm tystiolaeth uned uwchradd wasanaeth "
    "ychwanegol ymddiriedolaeth ymyrraeth ymgynghorol ysgol ysgolion".split()
)


def is_person(words: Sequence[str], letters: str, before: str) -> bool:
    """Whether words are surely a person's name, and letters its initials.

    Args:
        words: what spells the letters.
        letters: the short form's.
        before: what stands before the words in their sentence.
    """
    if not _has_initials(words, letters):
        return False
    if _BEHIND_A_TITLE.search(before):
        return True
    return not (any(map(_is_told_apart, words)) or _ARTICLE.search(before))


def may_be_person(words: Sequence[str], letters: str, before: str) -> bool:
    """Whether two words may be a person's name: one of them is none of the words that things are called by.

    Args:
        words: as for ``is_person``.
        letters: as for ``is_person``.
        before: as for ``is_person``.
    """
    if len(words) != len("AO") or not _has_initials(words, letters) or _ARTICLE.search(before):
        return False
    small = [word.lower() for word in words]
    is_body = not _BODIES.isdisjoint(small) or not _WELSH.isdisjoint(small) or is_plural_noun(small[-1])
    return not is_body and not all(map(_is_told_apart, words))


def initials_in(text: str, known: Container[str]) -> Iterator[str]:
    """Letters that stand beside the name of which they are the initials.

    Args:
        text: of a whole document.
        known: letters that mean something in the field: beside what may be a name they explain nothing.
    """
    for letters, name, before in chain(_behind_names(text), _before_names(text)):
        words = name.split()
        if is_person(words, letters, before) or (letters in known and may_be_person(words, letters, before)):
            yield letters


def _behind_names(text: str) -> Iterator[tuple[str, str, str]]:
    """Letters, the name right before them, and what stands before it."""
    for match in _LETTERS_BEHIND.finditer(text):
        before = text[max(0, match.start() - _FAR) : match.start()].rstrip(" ")
        name = _BEFORE[len(match[1])].search(before)
        if name is not None:
            yield match[1], name[0], before[: name.start()]


def _before_names(text: str) -> Iterator[tuple[str, str, str]]:
    """Letters, the name right behind them, and what stands between."""
    for match in _LETTERS_BEFORE.finditer(text):
        name = _AFTER[len(match[1])].match(text, match.end())
        if name is not None:
            yield match[1], name[1], text[match.end() : name.start(1)]


def _has_initials(words: Sequence[str], letters: str) -> bool:
    return len(words) == len(letters) <= _MOST_WORDS and all(
        _NAME.fullmatch(word) and word[0].lower() == letter.lower()
        for word, letter in zip(words, letters, strict=True)
    )


def _is_told_apart(word: str) -> bool:
    """Whether a word is one that things are called by, and not a name alone."""
    return len(word.rstrip(".")) > 1 and (is_word(word) or word.lower() in _WELSH)
