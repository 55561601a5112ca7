"""Inflected forms from a lemma and a part of speech.

Inflection is lemminflect's (https://github.com/bjascob/LemmInflect, MIT), corrected by data in
``lexicons/inflections.yaml`` and led to the British form where it offers both ("travelled", not "traveled").
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Literal, TypeAlias

import yaml

from jargon_scanner.cache import key_of, remembered
from jargon_scanner.lexicon.folders import bundled_folder
from jargon_scanner.recall import remembering
from jargon_scanner.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

Upos: TypeAlias = Literal["NOUN", "VERB", "AUX", "ADJ", "ADV"]

_VERB_TAGS = ("VB", "VBZ", "VBD", "VBN", "VBG")
_TAGS = {
    "NOUN": ("NN", "NNS", "NNP", "NNPS"),
    "VERB": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"),
    "AUX": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"),
    "ADJ": ("JJ", "JJR", "JJS"),
    "ADV": ("RB", "RBR", "RBS"),
}
_DOUBLED_L = ("lled", "lling", "ller")


@cache
def _corrections() -> dict[str, dict[str, dict[str, str]]]:
    text = (bundled_folder() / "inflections.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, dict[str, str]]] = yaml.load(text, Loader=yaml.CBaseLoader)["inflections"]  # noqa: S506  (base loader: strings only)
    return loaded


@cache
def _library_forms(lemma: str, upos: str) -> dict[str, tuple[str, ...]]:
    known = dict(_known_forms(lemma, upos))
    # The rules for unknown words fail on words without letters, and say nothing of very short ones.
    if not known and upos in ("NOUN", "VERB", "ADJ") and len(lemma) > 2 and lemma.isalpha():
        from lemminflect import getAllInflectionsOOV

        known = dict(getAllInflectionsOOV(lemma, upos=upos))
    if upos in ("VERB", "AUX") and known:
        past = known.get("VBD", (lemma + "ed",))
        known.setdefault("VBN", past)
        known.setdefault("VB", (lemma,))
    return known


def inflect(lemma: str, tag: str) -> str:
    """The form of one word under a Penn tag.

    Args:
        lemma: one word, any case; a hyphenated word is inflected in its last part.
        tag: NN, NNS, VB, VBP, VBZ, VBD, VBN, VBG; any other tag gives the lemma.

    Returns:
        The British form. The lemma where no other form is known.
    """
    upos = "NOUN" if tag.startswith("NN") else "VERB" if tag.startswith("VB") else "OTHER"
    corrected = _corrections().get(lemma, {}).get(upos, {})
    if tag in corrected:
        return corrected[tag]
    if upos == "OTHER" or tag == "NN" or tag == "VB" or (tag == "VBP" and lemma != "be"):
        return lemma
    head, hyphen, last = lemma.rpartition("-")
    if hyphen and last:
        return f"{head}-{inflect(last, tag)}"
    offered = _library_forms(lemma, upos).get(tag, ())
    return next((form for form in offered if form.endswith(_DOUBLED_L)), offered[0] if offered else lemma)


def is_collective(lemma: str) -> bool:
    """Whether a noun means many without a plural ending ("staff", "police", "people")."""
    written = _corrections().get(lemma, {}).get("NOUN", {}).get("NNS")
    return written == lemma


#: Plurals without the ending, and nouns that end like a plural and are none, or either.
_PLURALS = frozenset("children men women feet teeth mice geese lives criteria data media phenomena".split())
_EITHER = frozenset("news means series species works headquarters staff people police".split())


@cache
def is_plural_noun(norm: str) -> bool | None:
    """Whether a noun in small letters is a plural by its form; None where only a sentence can tell."""
    if norm in _EITHER or norm.endswith(("men", "folk")) or not norm.isalpha():
        return True if norm in _PLURALS else None
    if not norm.endswith("s"):
        return norm in _PLURALS
    bases = (norm[:-1], norm[:-2], norm[:-3] + "y")
    regular = any(is_word(base) and inflect(base, "NNS") == norm for base in bases)
    return True if regular and not norm.endswith(("ss", "us", "is")) else None


@cache
def singular(word: str) -> str:
    """The singular of a noun in small letters; the word itself where the library knows none."""
    from lemminflect import getLemma

    known: tuple[str, ...] = getLemma(word, upos="NOUN", lemmatize_oov=False)
    return known[0] if known else word


@cache
def all_forms(lemma: str, upos: str | None = None) -> frozenset[str]:
    """Every form a lemma takes, itself included: as one part of speech, or as any.

    Args:
        lemma: one word in small letters.
        upos: NOUN, VERB, ADJ…; None for every part of speech the word can be.
    """
    forms = {lemma}
    for part in (upos,) if upos else ("NOUN", "VERB", "AUX"):
        library = _library_forms(lemma, part) if upos else _known_forms(lemma, part)
        forms.update(form for offered in library.values() for form in offered)
        forms.update(_corrections().get(lemma, {}).get(part, {}).values())
    if len(forms) == 1 and not upos and not is_word(lemma):
        forms.add(inflect(lemma, "NNS"))
    return frozenset(forms)


@cache
def _known_forms(lemma: str, upos: str) -> dict[str, tuple[str, ...]]:
    """Forms of words the library knows: a condition's word may be of any class, so nothing is guessed."""
    lower = lemma.lower()
    if lower not in _table():
        return {}
    known = {tag: offered for tag, offered in _table()[lower].items() if tag in _TAGS[upos]}
    if lemma == lower:
        return known
    written = str.upper if lemma.isupper() else str.capitalize if lemma[:1].isupper() else str.lower
    return {tag: tuple(map(written, offered)) for tag, offered in known.items()}


@cache
def _table() -> Shelf[str, dict[str, tuple[str, ...]]]:
    """The library's table of forms by lemma and tag, packed: it takes long to read the file that holds it."""

    def read() -> Shelf[str, dict[str, tuple[str, ...]]]:
        from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
        from lemminflect.codecs.OverridesCodec import OverridesCodec
        from lemminflect.config import infl_overrides_fn, inflection_lu_fn

        table = InflectionLUCodec.load(inflection_lu_fn)
        for lemma, forms in OverridesCodec.load(infl_overrides_fn).items():
            table[lemma] = {**table.get(lemma, {}), **forms}
        return Shelf(table)

    return remembered("inflections", _key(), read)


def is_word(text: str) -> bool:
    """Whether this is an English word in any inflected form, whatever its case."""
    return text.lower() in _english_words()


@remembering(50_000)
def commonness(word: str) -> float:
    """How common a word in small letters is on the Zipf scale: 0 for none, 7 for "the" (``wordfreq``)."""
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "en"))


def parts_of_speech(norm: str) -> frozenset[str]:
    """What a word in small letters can be: NOUN, VERB, ADJ, ADV. Nothing for a word nobody knows."""
    return _english_words().get(norm, frozenset())


def is_only(part: str, norm: str) -> bool:
    """Whether a word in small letters is this part of speech and can be no other."""
    return parts_of_speech(norm) == {part}


def can_be(part: str, norm: str) -> bool:
    """Whether a word in small letters can be this part of speech: one that nobody knows may be any."""
    possible = _english_words().get(norm)
    return possible is None or part in possible


@cache
def _english_words() -> dict[str, frozenset[str]]:
    """Every form in lemminflect's table with its parts of speech, and the small words that it leaves out."""
    from spacy.lang.en.stop_words import STOP_WORDS

    def read() -> dict[str, frozenset[str]]:
        from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
        from lemminflect.config import lemma_lu_fn

        shared: dict[frozenset[str], frozenset[str]] = {}
        words = dict.fromkeys(STOP_WORDS, frozenset[str]())
        for word, lemmas in LemmaLUCodec.load(lemma_lu_fn).items():
            parts = frozenset(lemmas)
            words[word] = shared.setdefault(parts, parts)
        return words

    return remembered("english-words", _key(), read)


def _key() -> str:
    return key_of([version("lemminflect").encode()], ["lexicon/forms.py", "shelf.py"])


def verb_forms(lemma: str) -> frozenset[str]:
    """The five forms of a verb (and both spellings where two are known)."""
    return all_forms(lemma, "VERB") | {inflect(lemma, tag) for tag in _VERB_TAGS}


def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun."""
    return all_forms(lemma, "NOUN") | {inflect(lemma, "NNS")}


def forms_of_each(words: Iterable[str]) -> frozenset[str]:
    """All forms of several words together."""
    return frozenset(form for word in words for form in all_forms(word.lower()))
