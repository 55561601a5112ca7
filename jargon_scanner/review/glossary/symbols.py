"""A drawing for a word, by what it is about: for people who find their way by pictures."""

from __future__ import annotations

import re

#: Drawings, each with words that speak for it. The first that fits is taken; of the term first, then of what
#: is said instead, then of the meaning.
_ABOUT: dict[str, str] = {
    "court": "court judge judges law legal order orders hearing solicitor lawyer",
    "school": "school education pupil learning teacher nursery college exam lessons sen ehcp pep",
    "health": "health doctor hospital nurse medical ill illness mental camhs medicine feelings",
    "meeting": "meeting meetings conference review reviews panel group",
    "home": "home house placement live lives living foster residential accommodation move moving",
    "family": "family families mum dad parent parents brother brothers sister sisters sibling siblings "
    "contact gran relatives",
    "safe": "safe safety safeguarding harm protection protect risk danger hurt",
    "plan": "plan plans assessment report form referral record check pathway",
    "money": "money pay benefit benefits grant allowance cost",
    "worker": "worker workers officer practitioner professional adviser advocate manager team person",
}
_WORD_BY_DRAWING = {word: drawing for drawing, words in reversed(_ABOUT.items()) for word in words.split()}
#: What stands beside a word that is about none of these.
ANY_WORD = "a wording"


def symbol_for(*texts: str) -> str:
    """The name of the drawing for a word.

    Args:
        texts: its term, what is said instead, and its meaning, in this order.
    """
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        found = {_WORD_BY_DRAWING[word] for word in words if word in _WORD_BY_DRAWING}
        for drawing in _ABOUT:
            if drawing in found:
                return drawing
    return ANY_WORD
