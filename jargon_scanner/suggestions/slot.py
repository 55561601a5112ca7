"""The slot a wording has to fit: what stands before and after a finding, and how its head is inflected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import ShortForm, Term
from jargon_scanner.lexicon.forms import (
    can_be,
    inflect,
    is_collective,
    is_only,
    is_plural_noun,
    is_word,
    parts_of_speech,
)
from jargon_scanner.lexicon.patterns import is_adverb
from jargon_scanner.pipeline.dependencies import is_passive, objects_of, subjects, subjects_of_own
from jargon_scanner.suggestions.determiners import ARTICLES, COUNTING_NOUNS, counts_many, is_determiner
from jargon_scanner.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from jargon_scanner.collect import Draft
    from jargon_scanner.lexicon.entry import AnyEntry

_PERFECT = frozenset({"have", "has", "had", "having", "'ve"})
BE_FORMS = frozenset("be is are am was were been being 's 're 'm".split())
_PLURAL_PRONOUNS = frozenset({"they", "we", "you", "these", "those", "both"})
_OF_MANY = frozenset({"are", "were", "have", "do"})
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should"})
_DO = frozenset({"do", "does", "did"})
_NEGATIONS = frozenset({"not", "never", "hardly", "rarely", "neither", "nor"})
_INSIDE_A_NOUN_PHRASE = frozenset({"amod", "compound", "nmod", "advmod", "cc", "conj", "punct", "nummod"})
_QUALIFIES = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "VERB", "CCONJ", "PUNCT", "NUM"})
#: What a word has to be, and nothing else, to be known to qualify a noun without asking a model.
_ONLY_QUALIFY = (frozenset({"ADJ"}), frozenset({"NOUN"}), frozenset({"ADJ", "NOUN"}))
#: Conjunctions that the library takes for nouns.
_JOINS = frozenset({"or", "and", "if"})
_BEGINS_AN_OBJECT = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_SELVES = {
    **dict.fromkeys("she mum mother girl daughter sister woman nan gran grandma aunt".split(), "herself"),
    **dict.fromkeys("he dad father boy son brother man grandad uncle".split(), "himself"),
    "i": "myself", "you": "yourself", "we": "ourselves",
}  # fmt: skip
_MARKS = re.compile(r"[<>()|.]+")
_ENDS = frozenset((*":;.!?()[]/–—", "--", "---"))
#: Words that stand inside no noun phrase, whatever a model says of them.
OUTSIDE_A_NOUN_PHRASE = (
    frozenset(
        "of in into for to with at on by from between about as through upon against towards across per than "
        "after before during since until via who whose that which or but if when while because so "
        "i you he she it we they me him us them there".split()
    )
    | BE_FORMS
    | _PERFECT
    | _MODALS
    | _DO
    | _NEGATIONS
)
_AND = frozenset({"and", "&"})
_LONGEST_OPENING = 6
_LONGEST_AUXILIARY = 3
#: How a noun hangs on the noun right behind it.
_QUALIFYING = frozenset({"compound", "nmod", "amod"})


@dataclass(frozen=True)
class Slot:
    """Questions about the place of one draft. Words are given in small letters, "" where there is none."""

    draft: Draft
    entry: AnyEntry | None = None

    @cached_property
    def head(self) -> Token:
        """The token that carries the inflection."""
        return self.draft.token(self.draft.candidate.head)

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
    def next_token(self) -> Token | None:
        """The token after the finding in its sentence."""
        return self.draft.token(self.draft.candidate.end) if self.after else None

    @property
    def starts_in_capitals(self) -> bool:
        """Whether the finding is the first word of its sentence and has a capital."""
        return self.opens_sentence(self.draft.finding.start)

    def opens_sentence(self, start: int) -> bool:
        """Whether a sentence begins, with a capital, at an offset in the document's text."""
        words, block = self.draft.words, self.draft.block
        for place in words.sentence(self.draft.candidate.start):
            token = self.draft.doc[words.tokens[place]]
            if block.start + token.idx >= start:
                return self.draft.block.text[start - block.start].isupper()
            if words.texts[place][0].isalnum():
                return False
        return False

    @property
    def ends_like_a_sentence(self) -> bool:
        """Whether the finding's sentence ends with a full stop, as headings and labels do not."""
        last = self.draft.words.ends[self.draft.candidate.start] - 1
        return self.draft.words.texts[last] in (".", "!", "?")

    @property
    def is_plural(self) -> bool:
        """Whether the finding's noun is in the plural."""
        if not isinstance(self.entry, Term):
            return self.draft.candidate.plural or self._letters_stand_for_many
        norm = self.draft.words.norms[self.draft.candidate.head]
        if is_collective(norm) or norm not in self._words_of_entry:
            return True
        by_form = is_plural_noun(norm)
        if by_form is not None:
            return by_form
        if self.head.tag_ in ("NNS", "NNPS"):
            return True
        if self.head.tag_ in ("NN", "NNP"):
            return False
        return norm.endswith("s") and is_word(norm) and inflect(norm.removesuffix("s"), "NNS") == norm

    @property
    def _letters_stand_for_many(self) -> bool:
        """Whether letters without an ending are many all the same: "all LAC", "LAC are seen alone"."""
        if not (isinstance(self.entry, ShortForm) and any(sense.plural for sense in self.entry.senses)):
            return False
        place = self.determiner
        unsaid = place is None or self.draft.words.norms[place] == "the"
        if unsaid and self.after in _OF_MANY:
            return True
        return counts_many(self.before) and not self._may_qualify_what_follows

    @property
    def _may_qualify_what_follows(self) -> bool:
        """Whether the word behind the finding may be a noun that it stands before, as in "all LAC plans"."""
        if not self.after[:1].isalpha() or self.after in OUTSIDE_A_NOUN_PHRASE:
            return False
        return can_be("NOUN", self.after) and self.head.dep_ == "compound"

    @property
    def _words_of_entry(self) -> frozenset[str]:
        """The words of the entry as written there: any other form is an inflected one."""
        if not isinstance(self.entry, Term):
            return frozenset()
        written = (self.entry.term, *self.entry.also)
        return frozenset(norm for term in written for norm in split_words(_MARKS.sub(" ", term))[1])

    @property
    def joins_two(self) -> bool:
        """Whether the finding itself is two things ("wishes and feelings")."""
        candidate = self.draft.candidate
        return not _AND.isdisjoint(self.draft.words.norms[candidate.start : candidate.end])

    @property
    def is_first_of_compound(self) -> bool:
        """Whether the finding modifies the noun right behind it, as "care" does in "care plan"."""
        if not self.after[:1].isalnum() or self.after in OUTSIDE_A_NOUN_PHRASE:
            return False
        last = self.draft.words.norms[self.draft.candidate.end - 1]
        if isinstance(self.entry, Term) and last in OUTSIDE_A_NOUN_PHRASE:
            return False  # "exposure to": the noun behind belongs to the preposition, but not in "CA plan"
        if not can_be("NOUN", self.after):
            return False
        if self._noun_follows:
            return True
        following = self.next_token
        qualifies = self.head.dep_ in _QUALIFYING  # letters are often taken for an adjective: "the PTSD plan"
        return following is not None and qualifies and self.head.head.i == following.i

    @property
    def _noun_follows(self) -> bool:
        """Whether the word behind the finding can be nothing but a noun, and no plural is before it."""
        word = self.draft.words.texts[self.draft.candidate.end]
        return word.islower() and is_only("NOUN", word) and self.after not in _JOINS and not self.is_plural

    @cached_property
    def determiner(self) -> int | None:
        """Number of the word that is the determiner of the noun phrase; None where there is none."""
        words, start = self.draft.words, self.draft.candidate.start
        begins_anew = (
            is_determiner(words.norms[start]) and self.before not in ARTICLES
        )  # not "a 30 hours offer"
        if self.before == "," or begins_anew:
            return None  # "at the door, NR", "the moment the latter": another noun phrase ends before it
        first = max(words.starts[start], start - _LONGEST_OPENING)
        if self.before == "of" and start - 2 >= first and words.norms[start - 2] in COUNTING_NOUNS:
            return start - 2
        found = next((place for place in range(start - 1, first - 1, -1) if self._ends_opening(place)), None)
        if found is None or not is_determiner(words.norms[found]) or self._joins_a_clause(found):
            return None
        return found if all(map(self._qualifies, range(found + 1, start))) else None

    def _joins_a_clause(self, place: int) -> bool:
        """Whether "that" begins a clause here ("she asked that contact stop") and counts nothing."""
        return self.draft.words.norms[place] == "that" and self.draft.token(place).tag_ != "DT"

    def _ends_opening(self, place: int) -> bool:
        """Whether the words that open a noun phrase begin with this one, its determiner, or behind it."""
        norm, text = self.draft.words.norms[place], self.draft.words.texts[place]
        return is_determiner(norm) or norm in OUTSIDE_A_NOUN_PHRASE or text in _ENDS

    def _qualifies(self, place: int) -> bool:
        """Whether a word can stand between a determiner and its noun."""
        if parts_of_speech(self.draft.words.norms[place]) in _ONLY_QUALIFY:
            return True
        token = self.draft.token(place)
        return token.dep_ in _INSIDE_A_NOUN_PHRASE and token.pos_ in _QUALIFIES

    @cached_property
    def verb_tag(self) -> str:
        """The Penn tag of the finding's verb, mended by what stands around it; "" where it is no verb."""
        norm = self.draft.words.norms[self.draft.candidate.head]
        if norm in _MODALS and not self.draft.candidate.past:
            return "MD"
        if norm.endswith("ing") and not self.draft.candidate.past:
            return "VBG"
        previous = self._auxiliary
        if self.draft.candidate.past:
            return "VBN" if previous in _PERFECT or previous in BE_FORMS else "VBD"
        is_past = norm.endswith("ed") and not norm.endswith("eed")  # "limited to authorised people"
        if (previous in _MODALS or previous in _DO or previous == "to") and not is_past:
            return "VB"
        tag = self.head.tag_
        if tag == "MD":
            return "MD"
        if tag == "VBD" and (previous in _PERFECT or previous in BE_FORMS):
            return "VBN"
        if tag in ("VBD", "VBN") and self._is_paired_with_a_participle:
            return "VBN"
        if tag == "VBN" and previous == "" and not is_passive(self.head):
            may_be_past = norm == inflect(self.head.lemma_, "VBD") or norm != inflect(self.head.lemma_, "VBN")
            is_past = self._is_past_of_a_note or self._has_its_own_subject_or_object
            return "VBD" if may_be_past and is_past else "VBN"
        return tag if tag.startswith("VB") else _tag_by_ending(norm)

    @property
    def _is_paired_with_a_participle(self) -> bool:
        """Whether a verb that a model takes for a past follows a participle: "was lost or withheld"."""
        first = self.head.head
        is_joined = self.head.dep_ == "conj" and self.before in ("and", "or", ",")
        return is_joined and first.tag_ == "VBN" and not subjects_of_own(self.head)

    @property
    def _has_its_own_subject_or_object(self) -> bool:
        """Whether a form that may be a participle has what only a verb in the past has beside it."""
        beside = subjects(self.head) or any(objects_of(self.head))
        return bool(beside) and self.head.dep_ not in ("acl", "amod", "relcl")

    @property
    def _is_past_of_a_note(self) -> bool:
        """Whether a note begins with the verb, who did it left out: "Rang Mum; obtained consent"."""
        following = self.next_token
        opens = self.before == "" or self.before in _ENDS
        return (
            opens
            and self.head.tag_ == "VBN"
            and following is not None
            and following.pos_ in _BEGINS_AN_OBJECT
        )

    @property
    def takes_do(self) -> bool:
        """Whether the verb stands with "do", as in a question: "does he know"."""
        return self._auxiliary in _DO

    @property
    def _auxiliary(self) -> str:
        """The auxiliary that the verb follows, adverbs and an inverted subject passed over."""
        found = next((norm for _, norm in self.auxiliaries()), "")
        if found:
            return found
        inverted = [child.lower_ for child in self.head.children if child.dep_ in ("aux", "auxpass")]
        return inverted[-1] if inverted and inverted[-1] in _DO | _MODALS | _PERFECT else ""

    def auxiliaries(self) -> Iterator[tuple[int, str]]:
        """The auxiliaries right before the verb, nearest first: word number and word; adverbs passed over."""
        words, start = self.draft.words, self.draft.candidate.start
        passed = 0
        for place in range(start - 1, words.starts[start] - 1, -1):
            norm = words.norms[place]
            if norm in _MODALS | _PERFECT | BE_FORMS | _DO or norm == "to":
                yield place, norm
            elif not (is_adverb(norm) or norm in ("first", "since", "being")) or passed == _LONGEST_AUXILIARY:
                return
            else:
                passed += 1

    @property
    def is_negated(self) -> bool:
        """Whether "not" or "never" stands before the finding, with nothing but auxiliaries between."""
        words, start = self.draft.words, self.draft.candidate.start
        for place in range(start - 1, max(words.starts[start], start - _LONGEST_AUXILIARY) - 1, -1):
            norm = words.norms[place]
            if norm in _NEGATIONS:
                return True
            if not (is_adverb(norm) or norm in _MODALS | _PERFECT | BE_FORMS | _DO or norm == "to"):
                return False
        return False

    @property
    def is_passive(self) -> bool:
        """Whether the finding's verb is a participle that says what was done to something."""
        return self.verb_tag == "VBN" and (
            self._auxiliary in BE_FORMS or (self._auxiliary == "" and not subjects_of_own(self.head))
        )

    @property
    def has_object(self) -> bool:
        """Whether the finding's verb has its object right behind it."""
        following = self.next_token
        if following is None:
            return False
        if following.pos_ in _BEGINS_AN_OBJECT and (self.verb_tag == "VBG" or self._is_past_of_a_note):
            return True
        return any(child.left_edge.i == following.i for child in objects_of(self.head))

    @property
    def has_object_in_front(self) -> bool:
        """Whether the verb's object stands before it: "what she disclosed"."""
        return any(child.i < self.head.i for child in objects_of(self.head))

    @property
    def is_in_front_of_a_noun(self) -> bool:
        """Whether the finding's participle qualifies the noun behind it: "the [accompanying] form"."""
        following = self.next_token
        return (
            self.verb_tag in ("VBN", "VBG")
            and self.head.dep_ == "amod"
            and self.before not in ("", *_ENDS)
            and following is not None
            and following.pos_ in ("NOUN", "PROPN", "ADJ")
        )

    @property
    def subject_is_plural(self) -> bool:
        """Whether the subject of the finding's verb is plural."""
        verb = self.head.head if self.head.dep_ in ("aux", "auxpass") else self.head
        found = subjects(verb)
        return len(found) > 1 or any(
            token.tag_ in ("NNS", "NNPS") or token.lower_ in _PLURAL_PRONOUNS for token in found
        )

    @property
    def subject_self(self) -> str | None:
        """The "self" of the verb's subject, where one word says whose it is; None where nothing does."""
        found = {_SELVES.get(token.lower_) for token in subjects(self.head)}
        return found.pop() if len(found) == 1 else None

    def captured(self, name: str) -> str | None:
        """What filled a slot of the term, as written."""
        for slot, start, end in self.draft.candidate.captures:
            if slot == name:
                return self.written(start, end)
        return None

    def written(self, start: int, end: int) -> str:
        """The document's text from word ``start`` up to word ``end``, as written."""
        first = self.draft.doc[self.draft.words.tokens[start]]
        last = self.draft.doc[self.draft.words.tokens[end - 1]]
        return self.draft.block.text[first.idx : last.idx + len(last)]

    def between(self, start: int, end: int) -> str:
        """The document's text between two of its offsets."""
        return self.draft.block.text[start - self.draft.block.start : end - self.draft.block.start]

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
