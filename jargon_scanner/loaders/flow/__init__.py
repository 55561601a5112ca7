"""A flow of passages: what the loaders share whose formats are paragraphs, tables and notes.

A loader walks over its file (``tree``) with a ``Pen`` in hand and writes down the passages that it meets;
``document_of`` makes blocks of them: who owns the words, under which heading they stand, how a person finds
them. The loader knows its format alone, and nothing here knows any format.
"""

from jargon_scanner.loaders.flow.compose import compose, document_of
from jargon_scanner.loaders.flow.passages import Gathered, Passage, Story
from jargon_scanner.loaders.flow.pen import Pen
from jargon_scanner.loaders.flow.tree import Leave, pass_through, walk
from jargon_scanner.table_labels import Place

__all__ = [
    "Gathered",
    "Leave",
    "Passage",
    "Pen",
    "Place",
    "Story",
    "compose",
    "document_of",
    "pass_through",
    "walk",
]
