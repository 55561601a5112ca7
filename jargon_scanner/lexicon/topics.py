"""What words are about: the fields of ``word-classes.yaml``, looked up from words to fields and from senses to fields.

A curator's cues name the surest words beside a short form. Topics catch the others: "the magistrates in the FC"
holds no cue of *family court*, but the sentence and that sense are about the same thing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.lexicon.forms import all_forms
from jargon_scanner.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jargon_scanner.lexicon.entry import OutsideSense, Sense

_PREFIX = "about-"
#: A sense is about the fields that have at least this share of all topical words said of it.
_LEAST_SHARE = 0.2
#: How much more the long form itself says of its field than one word of its explanation or its cues.
_LONG_FORM = 3

#: Fields with their weights, which sum to 1; empty where nothing is known.
Topics: TypeAlias = "tuple[tuple[str, float], ...]"


class TopicIndex:
    """Fields by word."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        """Index the classes whose names begin with "about-"; every word in all its forms."""
        self._fields: dict[str, tuple[str, ...]] = {}
        self._names = frozenset(name.removeprefix(_PREFIX) for name in classes if name.startswith(_PREFIX))
        for name in classes:
            if name.startswith(_PREFIX):
                for word in classes[name]:
                    self._add(word.lower(), name.removeprefix(_PREFIX))

    def _add(self, word: str, field: str) -> None:
        for form in all_forms(word) if word.isalpha() else (word,):
            known = self._fields.get(form, ())
            if field not in known:
                self._fields[form] = (*known, field)

    def of_words(self, norms: Iterable[str]) -> Counter[str]:
        """How many different words of each field there are among words in small letters.

        A word of several fields counts for each of them in part.
        """
        found: Counter[str] = Counter()
        for norm in set(norms):
            fields = self._fields.get(norm, ())
            for field in fields:
                found[field] += 1 / len(fields)  # type: ignore[assignment]
        return found

    def of_sense(self, sense: Sense | OutsideSense) -> Topics:
        """What a sense is about: what its ``about`` says, else what its words are about.

        Raises:
            ValueError: ``about`` names a field that no class of words stands for.
        """
        if sense.about:
            for name in sense.about:
                if name not in self._names:
                    raise ValueError(f"about: {name}: there is no class {_PREFIX}{name} in word-classes.yaml")
            return tuple((name, 1 / len(sense.about)) for name in sense.about)
        name = getattr(sense, "long", None) or getattr(sense, "sense", "")
        found = self.of_words(split_words(name)[1])
        for field in found:
            found[field] *= _LONG_FORM
        said = (getattr(sense, "meaning", None) or "", *sense.cues, *sense.phrases)
        found.update(self.of_words(norm for text in said for norm in split_words(text)[1]))
        total = sum(found.values())
        kept = {field: count for field, count in found.items() if count >= _LEAST_SHARE * total}
        return tuple((field, count / sum(kept.values())) for field, count in kept.items())
