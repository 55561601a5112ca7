"""Words as a reader sees them: the tokens of a ``Doc`` without line breaks, markup and glued hyphens.

The text is never changed. A ``Words`` view says which tokens are words and how each is written once dashes,
quotation marks, case and soft hyphens no longer matter; offsets stay those of the ``Doc``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.lang.en import English
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from jargon_scanner.recall import remembering

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

HYPHENS = "-‐‑‒–—−\u00ad"
_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "″": '"'}
_FOLD = {ord(mark): plain for mark, plain in _QUOTES.items()} | {0x00AD: None, 0x200B: None, 0xFEFF: None}
_FOLD |= {ord(mark): "-" for mark in HYPHENS if mark not in "-\u00ad"}
_MARKUP = re.compile(r"[*_`~#\\]+|\|+|\u00ad+|\u200b+|\ufeff+")
_NO_LIMIT = 2**31
_LETTER_AND_STOP = re.compile(r"[a-z]\.")
_CONTRACTED = {"n't": "not", "'ll": "will", "'ve": "have", "ca": "can", "wo": "will"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one ``Doc``, side by side.

    Attributes:
        tokens: index of each word's token in the ``Doc``.
        texts: each word as written, with plain quotation marks and hyphens.
        norms: each word in small letters, contractions undone ("n't" is "not").
        starts: for each word, the number of the first word of its sentence.
        ends: for each word, the number just after the last word of its sentence.
    """

    tokens: tuple[int, ...]
    texts: tuple[str, ...]
    norms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def sentence(self, word: int) -> range:
        """The numbers of the words in the sentence that this word stands in."""
        return range(self.starts[word], self.ends[word])


def read_words(doc: Doc) -> Words:
    """The words of a ``Doc``. Sentences are its own where it has them, else it is one sentence."""
    tokens: list[int] = []
    texts: list[str] = []
    norms: list[str] = []
    bounds: list[int] = [0]
    has_sentences = doc.has_annotation("SENT_START")
    previous_glued = False
    for token in doc:
        text = token.text
        written, norm, hyphen = _spelling(text)
        if has_sentences and token.is_sent_start and bounds[-1] != len(tokens):
            bounds.append(len(tokens))
        glued = not token.whitespace_
        if not written or (hyphen and previous_glued and glued and token.i + 1 < len(doc)):
            previous_glued = previous_glued and glued
            continue
        previous_glued = glued and not hyphen
        tokens.append(token.i)
        texts.append(written)
        norms.append(norm)
    starts, ends = _bounds(bounds, len(tokens))
    return Words(tuple(tokens), tuple(texts), tuple(norms), starts, ends)


def _bounds(first: list[int], count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    starts: list[int] = []
    ends: list[int] = []
    for start, end in zip(first, [*first[1:], count], strict=True):
        starts += [start] * (end - start)
        ends += [end] * (end - start)
    return tuple(starts), tuple(ends)


@remembering(100_000)
def _spelling(text: str) -> tuple[str, str, bool]:
    """A token as written and as compared (both "" when it is no word), and whether it is a hyphen."""
    if text.isspace() or _MARKUP.fullmatch(text):
        return "", "", text == "\u00ad"
    written = text.translate(_FOLD)
    lowered = written.lower()
    return written, _CONTRACTED.get(lowered, lowered), written == "-"


@remembering(200_000)
def split_words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a short text, as ``texts`` and ``norms``: how lexicon terms are cut like documents are."""
    parts = tuple(text.split(" "))
    # Plain words are cut at spaces alone, whatever the tokenizer; a lexicon holds a hundred thousand of them.
    if all(part.isascii() and part.isalpha() and part not in _exceptions() for part in parts):
        return parts, tuple(_spelling(part)[1] for part in parts)
    words = read_words(tokenizer()(text))
    return words.texts, words.norms


@cache
def _exceptions() -> frozenset[str]:
    """Spellings that the tokenizer cuts by a rule of their own ("cannot")."""
    return frozenset(tokenizer().rules or {})


def tokenizer() -> Tokenizer:
    """English tokens that also part at every dash, slash and bracket inside a word."""
    cut: Tokenizer = blank().tokenizer
    return cut


@cache
def blank() -> Language:
    """A pipeline without components, with the tokenizer that lexicon terms are cut with: one for all uses."""
    nlp = English(create_tokenizer=_tokenizer_of)
    # spaCy's limit is for models that read a text whole. Ours reads sentences, of bounded length.
    nlp.max_length = _NO_LIMIT
    return nlp


def _tokenizer_of(nlp: Language) -> Tokenizer:
    """Made in one go: spaCy reads its special cases anew for each part of a tokenizer that is set later."""
    defaults = nlp.Defaults
    dashes = "".join(mark for mark in HYPHENS if mark not in "-\u00ad")
    infixes = [
        *(defaults.infixes or ()),
        rf"(?<=\w)[{dashes}](?=\w)",
        r"(?<=\w)[(\[{](?=\w)",
        r"\]\(",
        r"(?<=[A-Za-z)\]])[/+|](?=[A-Za-z(\[])",
        r"(?<=[A-Za-z]{2})&(?=[A-Za-z]{2})",
        r"(?<=[a-z])[*_]+(?=\w)",
        r"(?<=\w)[,;](?=[A-Za-z])",
    ]
    prefixes = [*(defaults.prefixes or ()), r"[*_]+", r"/", rf"[{dashes}]", r"\?(?=[A-Z])", r"~"]
    suffixes = [
        *(defaults.suffixes or ()),
        r"[*_]+",
        r"(?<=[A-Za-z])[/]",
        r"(?<=[a-z][A-Z])\.",
        r"(?<=[/&][A-Za-z])\.",
        r"(?<=[A-Z]-[A-Z])\.",
        rf"[{dashes}]",
    ]
    # spaCy glues a full stop to a single letter before it, which swallows the stop after "f/u".
    rules = {
        text: rule
        for text, rule in (defaults.tokenizer_exceptions or {}).items()
        if not _LETTER_AND_STOP.fullmatch(text)
    }
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        url_match=defaults.url_match,
    )
