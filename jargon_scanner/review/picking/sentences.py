"""One or two sentences that show a word: made-up ones first, then the printed wording of forms.

What was written about somebody is taken only where there is nothing else. All that comes from documents has
names, places, dates and numbers hidden, and waits for a person's tick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import ShortForm
from jargon_scanner.lexicon.examples import examples_of
from jargon_scanner.lexicon.spoken import name_of
from jargon_scanner.review.cards import Example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jargon_scanner.lexicon.entry import AnyEntry
    from jargon_scanner.lexicon.examples import Example as LexiconExample
    from jargon_scanner.review.picking.picked import Candidate

MOST = 2
#: A sentence of fewer words shows nothing, one of more is not read.
_FEWEST, _LONGEST = 4, 18


def sentences_for(
    entry: AnyEntry | None, long: str, found: Iterable[Candidate], hide: Callable[[str], str]
) -> tuple[Example, ...]:
    """The sentences of a card.

    Args:
        entry: the lexicon's, with its invented sentences; None for a word that it does not have.
        long: what is meant, of a short form with several long forms.
        found: sentences of documents, best first.
        hide: hides in a text what could tell who it is about.
    """
    examples = [Example(text) for text in _invented(entry, long)][:MOST] if entry else []
    for one in found:
        enough = 1 if one.origin == "document" else MOST
        if len(examples) < enough and _is_read_well(one.text):
            text = hide(" ".join(one.text.split()))
            if one.word in text and all(text != other.text for other in examples):
                examples.append(Example(text, one.origin))
    return tuple(examples)


def _invented(entry: AnyEntry, long: str) -> list[str]:
    """Sentences of the lexicon, the ones with the word as it stands on the card and few others first."""
    name = name_of(entry).casefold()

    def how_far(example: LexiconExample) -> tuple[bool, int]:
        start, end = example.marked[0]
        return example.text[start:end].casefold() != name, len(example.text)

    several = isinstance(entry, ShortForm) and len(entry.senses) > 1 and long
    fitting = [
        one
        for one in examples_of(entry)
        if one.expectation in ("flagged", "rewritten")
        and len(one.marked) == 1
        and _is_read_well(one.text)
        and (not several or one.outcome.casefold() == long.casefold())
    ]
    return list(dict.fromkeys(one.text for one in sorted(fitting, key=how_far)))


def _is_read_well(text: str) -> bool:
    """Whether it is a sentence, of a length that shows the word and is read."""
    return _FEWEST <= len(text.split()) <= _LONGEST and text.rstrip("\"'”’)").endswith((".", "?", "!"))
