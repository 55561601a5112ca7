"""Which rectangles of which pages a finding's words cover, by the places that the loader kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.loaders.pdf.letters import around_both

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jargon_scanner.document import Block
    from jargon_scanner.findings import Finding
    from jargon_scanner.loaders.pdf.letters import Places
    from jargon_scanner.loaders.pdf.page import Place, Placed


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a finding, or the part of a word that belongs to it.

    Attributes:
        word: as the loader placed it.
        start: offset of the part's first letter in the word.
        end: offset just after its last letter.
        goes_on: true when it stands in one line with the piece before it.
    """

    word: Placed
    start: int
    end: int
    goes_on: bool


def pieces_of(finding: Finding, block: Block) -> Mapping[int, list[Piece]]:
    """The pieces of a finding by the number of their page; words that run over a page have two."""
    found: defaultdict[int, list[Piece]] = defaultdict(list)
    start, end = finding.location.start, finding.location.end
    before = -1
    for word in block.anchor or ():
        stop = word.start + word.length
        if word.start >= end or stop <= start:
            continue
        # The loader writes a space between words of one line, and something else where a line ends.
        goes_on = block.text[before : word.start] == " " and bool(found[word.page])
        found[word.page].append(Piece(word, start - word.start, end - word.start, goes_on))
        before = stop
    return {page: pieces for page, pieces in found.items() if pieces}


def strips(pieces: list[Piece], places: Places) -> list[Place]:
    """The rectangles that some pieces cover on their page: one for each line."""
    found: list[Place] = []
    for piece in pieces:
        place = places.part(piece.word, piece.start, piece.end)
        if piece.goes_on:
            found[-1] = around_both(found[-1], place)
        else:
            found.append(place)
    return found
