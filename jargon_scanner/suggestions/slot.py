"""The slot a wording has to fit: what stands before and after a finding, and how its head is inflected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import inflect, is_word
from jargon_scanner.pipeline.dependencies import is_passive, subjects
from jargon_scanner.pipeline.shapes import is_shouted

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jargon_scanner.collect import Draft

_PERFECT = frozenset({"have", "has", "had", "having", "'ve"})
_BE_FORMS = frozenset("be is are am was were been being 's 're 'm".split())
_PLURAL_PRONOUNS = frozenset({"they", "we", "you", "these", "those", "both"})
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should"})


@dataclass(frozen=True)
class Slot:
    """Questions about the place of one draft. Words are given in small letters, "" where there is none."""

    draft: Draft

    @cached_property
    def head(self) -> Token:
        """The token that carries the inflection."""
        return self.draft.doc[self.draft.words.tokens[self.draft.candidate.head]]

    @property
    def before(self) -> str:
        """The word before the finding in its sentence."""
        start = self.draft.candidate.start
        return self.draft.words.norms[start - 1] if start > self.draft.words.starts[start] else ""

    @property
    def after(self) -> str:
        """The word after the finding in its sentence."""
        end = self.draft.candidate.end
        return self.draft.words.norms[end] if end < self.draft.words.ends[self.draft.candidate.start] else ""

    @property
    def opens_sentence(self) -> bool:
        """Whether nothing but opening marks stands before it in its sentence."""
        words, start = self.draft.words, self.draft.candidate.start
        return all(not text[0].isalnum() for text in words.texts[words.starts[start] : start])

    @property
    def is_capitalised(self) -> bool:
        """Whether a wording here begins with a capital: at a sentence start that has one."""
        text = self.draft.finding.text.lstrip("\"'“‘([")
        return self.opens_sentence and text[:1].isupper()

    @property
    def is_shouted(self) -> bool:
        """Whether the line around it is in capitals."""
        return self.draft.finding.kind != "acronym" and is_shouted(
            self.draft.words, self.draft.candidate.start
        )

    @property
    def is_plural(self) -> bool:
        """Whether the finding's noun is in the plural."""
        if self.draft.candidate.plural:
            return True
        if self.draft.finding.kind == "acronym":
            return False
        if self.head.tag_ in ("NNS", "NNPS"):
            return True
        if self.head.tag_ in ("NN", "NNP"):
            return False
        norm = self.draft.words.norms[self.draft.candidate.head]
        return norm.endswith("s") and is_word(norm) and inflect(norm.removesuffix("s"), "NNS") == norm

    @property
    def is_first_of_compound(self) -> bool:
        """Whether the finding modifies the noun right behind it, as "care" does in "care plan"."""
        end = self.draft.candidate.end
        return (
            self.head.dep_ == "compound"
            and self.after != ""
            and self.head.head.i == self.draft.words.tokens[end]
        )

    @property
    def is_modified(self) -> bool:
        """Whether an adjective or noun right before the finding modifies it."""
        start = self.draft.candidate.start
        if not self.before:
            return False
        previous = self.draft.doc[self.draft.words.tokens[start - 1]]
        return previous.dep_ in ("amod", "compound") and previous.head.i >= self.draft.words.tokens[start]

    @cached_property
    def verb_tag(self) -> str:
        """The Penn tag of the finding's verb, mended by what stands around it; "" where it is no verb."""
        tag = self.head.tag_
        norm = self.draft.words.norms[self.draft.candidate.head]
        previous = self._auxiliary_before()
        if self.draft.candidate.past:
            return "VBN" if previous in _PERFECT or previous in _BE_FORMS else "VBD"
        if tag == "MD" or norm in _MODALS:
            return "MD"
        if norm.endswith("ing"):
            return "VBG"
        if previous in _MODALS or previous in ("to", "do", "does", "did"):
            return "VB"
        if tag == "VBD" and (previous in _PERFECT or previous in _BE_FORMS):
            return "VBN"
        if tag == "VBN" and previous == "" and not is_passive(self.head) and subjects(self.head):
            return "VBN" if self.head.dep_ in ("acl", "amod", "relcl") else "VBD"
        return tag if tag.startswith("VB") else _tag_by_ending(norm)

    def _auxiliary_before(self) -> str:
        """The auxiliary that the verb follows, adverbs passed over; "" where there is none."""
        words, start = self.draft.words, self.draft.candidate.start
        for place in range(start - 1, max(words.starts[start], start - 4) - 1, -1):
            norm = words.norms[place]
            if norm in _MODALS | _PERFECT | _BE_FORMS or norm in ("to", "do", "does", "did"):
                return norm
            if not (
                norm == "not" or norm.endswith("ly") or norm in ("never", "also", "always", "still", "since")
            ):
                return ""
        return ""

    @property
    def subject_is_plural(self) -> bool:
        """Whether the subject of the finding's verb is plural."""
        found = subjects(self.head)
        return len(found) > 1 or any(
            token.tag_ in ("NNS", "NNPS") or token.lower_ in _PLURAL_PRONOUNS for token in found
        )

    def captured(self, name: str) -> str | None:
        """What filled a slot of the term, as written."""
        for slot, start, end in self.draft.candidate.captures:
            if slot == name:
                first = self.draft.doc[self.draft.words.tokens[start]]
                last = self.draft.doc[self.draft.words.tokens[end - 1]]
                return self.draft.doc.text[first.idx : last.idx + len(last)]
        return None

    def offset(self, word: int) -> tuple[int, int]:
        """Half-open range of a word in the document's text."""
        token = self.draft.doc[self.draft.words.tokens[word]]
        start = self.draft.block.start + token.idx
        return start, start + len(token)


def _tag_by_ending(norm: str) -> str:
    """A guess for a verb that the model took for another part of speech ("Assessed by SW")."""
    if norm.endswith("ed"):
        return "VBD"
    return "VBZ" if norm.endswith("s") and not norm.endswith("ss") else "VB"
