"""What words are about: from a word to fields such as school or police, and from a sense to its fields.

A curator's cues name the surest words beside a short form. Topics catch the rest: "the magistrates in the FC"
holds no cue of *family court*, but the sentence and that sense are about the same field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.lexicon.entry import Sense
from jargon_scanner.lexicon.forms import all_forms
from jargon_scanner.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jargon_scanner.lexicon.entry import OutsideSense

_PREFIX = "about-"
#: A sense belongs to the fields that have at least this share of all topical words said of it.
_LEAST_SHARE = 0.2
#: How much more a word of the long form says of its field than one of its explanation or its cues.
_LONG_FORM = 3.0

#: Fields with weights.
Topics: TypeAlias = "dict[str, float]"


class TopicIndex:
    """Fields by word: the classes of ``word-classes.yaml`` whose names begin with "about-"."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        """Index every word of these classes in all its forms."""
        self._by_word: dict[str, tuple[str, ...]] = {}
        self._by_short_form: dict[str, Topics] = {}
        self._names = {name.removeprefix(_PREFIX) for name in classes if name.startswith(_PREFIX)}
        for name in self._names:
            words = {word.lower() for word in classes[_PREFIX + name]}
            forms = {form for word in words for form in (all_forms(word) if word.isalpha() else (word,))}
            for form in forms:
                self._by_word[form] = (*self._by_word.get(form, ()), name)

    def learn(self, short: str, topics: Topics) -> None:
        """Let a short form with one meaning only say what its neighbours are about."""
        self._by_short_form.setdefault(short, topics)

    def of_words(self, norms: Iterable[str], texts: Iterable[str] = ()) -> Topics:
        """What words are about: for each field how many different words there are.

        Args:
            norms: words in small letters. A word of several fields counts for each of them in part.
            texts: the same words as written, where short forms among them are to count as well.
        """
        found: Topics = {}
        for norm in self._by_word.keys() & set(norms):
            fields = self._by_word[norm]
            _add(found, dict.fromkeys(fields, 1 / len(fields)))
        for text in self._by_short_form.keys() & set(texts):
            _add(found, self._by_short_form[text])
        return found

    def of_sense(self, sense: Sense | OutsideSense) -> Topics:
        """The fields of a sense, with weights that sum to 1: as its ``about`` says, else by its words.

        Raises:
            ValueError: ``about`` names a field that no class stands for.
        """
        unknown = [name for name in sense.about if name not in self._names]
        if unknown:
            raise ValueError(f"about: {unknown[0]}: word-classes.yaml has no class {_PREFIX}{unknown[0]}")
        if sense.about:
            return dict.fromkeys(sense.about, 1 / len(sense.about))
        name = getattr(sense, "long", "") or getattr(sense, "sense", "")
        found = {field: _LONG_FORM * count for field, count in self._of_texts((name,)).items()}
        _add(found, self._of_texts((getattr(sense, "meaning", None) or "", *sense.cues)))
        total = sum(found.values())
        kept = {field: count for field, count in found.items() if count >= _LEAST_SHARE * total}
        return {field: count / sum(kept.values()) for field, count in kept.items()}

    def telling_words(self, sense: Sense | OutsideSense) -> list[str]:
        """Words of a long form that belong to a field: cues that nobody has to write down ("guardian")."""
        if not isinstance(sense, Sense):
            return []
        return [
            norm for norm in split_words(sense.long.lower())[1] if norm in self._by_word and len(norm) > 3
        ]

    def _of_texts(self, texts: Iterable[str]) -> Topics:
        return self.of_words(norm for text in texts for norm in split_words(text)[1])


def _add(found: Topics, more: Topics) -> None:
    for field, count in more.items():
        found[field] = found.get(field, 0.0) + count
