"""Whose words: a filled-in form compared with the blank one. A pure function over two documents.

Paragraphs that both have are the form's. Between those, the words of both are aligned, and what they share in
runs is the form's, so that a prompt with an answer typed behind it is divided; all else was typed in. Only
words are compared, so the two may be of different formats, with lines that end elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from jargon_scanner.document import Block, Document, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jargon_scanner.document import Owner

_WORD = re.compile(r"\S+")
_HAS_SUBSTANCE = re.compile(r"[^\W_]")

_PROMPT_ENDS = (":", "?")

# A format with pages has these once for each, a format without them once.
_ON_EACH_PAGE = ("header", "footer")

# So many words in a row are no chance: shorter ones count only where they are a whole prompt of the form.
_RUN = 4
# A document that has less than this share of the form's words is hardly that form.
_LEAST_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a document: its block, where it stands in it, how it is compared, if it begins a prompt."""

    block: int
    start: int
    key: str
    begins: bool


def with_owners(document: Document, blank: Document) -> Document:
    """The document with the owner of every block as the comparison shows it.

    Args:
        document: a form that was filled in.
        blank: the form as it is handed out.

    Returns:
        The same text; a block that holds words of both owners is divided where the owner changes. If the
        document has little of the form, a problem ``other-form`` says so.
    """
    printed = _printed(document.blocks, blank.blocks)
    blocks = [piece for block in document.blocks for piece in _divided(block, printed[block.index])]
    problems = document.problems
    wanted = sum(len(_words((block,))) for block in blank.blocks)
    if sum(map(len, printed.values())) < _LEAST_SHARED * wanted:
        problems = (
            *problems,
            Problem(
                "other-form",
                "Less than half of the blank form's words are in this document. Is it the right form?",
            ),
        )
    numbered = tuple(replace(block, index=index) for index, block in enumerate(blocks))
    return replace(document, blocks=numbered, problems=problems)


def _printed(blocks: Sequence[Block], form: Sequence[Block]) -> dict[int, set[int]]:
    """Of each block, by its index, the starts of the words that are the form's."""
    printed: dict[int, set[int]] = {block.index: set() for block in blocks}
    matcher = SequenceMatcher(None, list(map(_key, form)), list(map(_key, blocks)), autojunk=False)
    for kind, form_start, form_end, start, end in matcher.get_opcodes():
        if kind == "equal":
            shared: Iterable[_Word] = _words(blocks[start:end])
        elif kind == "replace":
            shared = _shared(_words(form[form_start:form_end]), _words(blocks[start:end]))
        else:
            continue
        for word in shared:
            printed[word.block].add(word.start)
    repeated = {_key(block) for block in form if block.part in _ON_EACH_PAGE}
    for word in _words(block for block in blocks if block.part in _ON_EACH_PAGE and _key(block) in repeated):
        printed[word.block].add(word.start)
    return printed


def _key(block: Block) -> str:
    return " ".join(block.text.split())


def _words(blocks: Iterable[Block]) -> list[_Word]:
    """The words of some blocks; lines to write on and other marks without a letter end a prompt."""
    words: list[_Word] = []
    for block in blocks:
        begins = True
        for match in _WORD.finditer(block.text):
            if not _HAS_SUBSTANCE.search(match[0]):
                begins = True
                continue
            words.append(_Word(block.index, match.start(), match[0].strip("_.…"), begins))
            begins = match[0].endswith(_PROMPT_ENDS)
    return words


def _shared(form: Sequence[_Word], words: Sequence[_Word]) -> Iterator[_Word]:
    """The words that both have in runs: long ones, and those that are a whole prompt."""
    matcher = SequenceMatcher(None, [word.key for word in form], [word.key for word in words], autojunk=False)
    for form_start, start, size in matcher.get_matching_blocks():
        form_end = form_start + size
        ends = form_end == len(form) or form[form_end].begins
        is_prompt = size > 0 and form[form_start].begins and ends
        if size >= _RUN or (is_prompt and (size > 1 or _stands_alone(words[start]))):
            yield from words[start : start + size]


def _stands_alone(word: _Word) -> bool:
    return word.begins or word.key.endswith(_PROMPT_ENDS)


def _divided(block: Block, printed: set[int]) -> Iterator[Block]:
    """A block in pieces of one owner each; marks without a letter go with what stands before them."""
    owners: list[tuple[re.Match[str], Owner]] = []
    owner: Owner = "template" if printed else "author"
    for match in _WORD.finditer(block.text):
        if _HAS_SUBSTANCE.search(match[0]):
            owner = "template" if match.start() in printed else "author"
        owners.append((match, owner))
    for whose, group in groupby(owners, key=lambda pair: pair[1]):
        pieces = [match for match, _ in group]
        start, end = pieces[0].start(), pieces[-1].end()
        yield replace(block, start=block.start + start, text=block.text[start:end], owner=whose)
