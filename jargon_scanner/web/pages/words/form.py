"""The form in which an entry is written or changed, to and from the plain data of a lexicon file.

It shows what most entries have. What an entry has besides, such as its conditions, stays as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Form

from jargon_scanner.errors import ScannerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: What a person can choose for a word that is no short form.
PARTS = ("noun", "verb", "adjective", "adverb", "preposition", "conjunction", "phrase", "interjection")
TREATMENTS = {
    "replace": "the word is never needed",
    "explain": "law or safety needs it: keep it and explain it",
    "ask": "ask what this child calls it",
    "rethink": "it blames: say who did what",
}
_LETTERS = re.compile(r"[A-Z][A-Za-z0-9&/.]*[A-Z0-9]")
_MOST = 4000

Line = Annotated[str, Form(max_length=400)]
Lines = Annotated[str, Form(max_length=_MOST)]


class NotInThisForm(ScannerError):
    """An entry that the form has no room for."""

    code = "not-in-this-form"


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands in the form. Several of a sort stand on a line each.

    Attributes:
        words: the words as in a dictionary, or the letters.
        also: other spellings.
        long: what letters stand for.
        pos: part of speech.
        category: its id; "" for the one of short forms.
        treatment: what is to be done.
        meaning: for a ten-year-old.
        why: one sentence to the writer.
        question: to the writer.
        instead: wordings that drop in.
        advice: how to write the sentence anew.
        flagged: sentences where it is found, the words in square brackets.
        innocent: sentences where it is not.
        of: id of the entry that is changed; "" for a new one.
    """

    words: str = ""
    also: str = ""
    long: str = ""
    pos: str = "noun"
    category: str = ""
    treatment: str = "replace"
    meaning: str = ""
    why: str = ""
    question: str = ""
    instead: str = ""
    advice: str = ""
    flagged: str = ""
    innocent: str = ""
    of: str = ""

    def row(self, kinds: Mapping[str, str], before: Mapping[str, Any]) -> dict[str, Any]:
        """The entry as plain data.

        Args:
            kinds: the kind of each category, by id.
            before: the entry that is changed; empty for a new one.
        """
        is_short = "short" in before if before else bool(_LETTERS.fullmatch(self.words.strip()))
        category = before.get("category", "acronym") if is_short else self.category
        same = category == before.get("category")
        examples = {**before.get("examples", {}), "flagged": _several(self.flagged)}
        row = {
            **before,
            "id": before.get("id") or _slug(self.words),
            "kind": before["kind"] if same else kinds.get(category, "jargon"),
            "category": category,
            "treatment": self.treatment,
            "also": _several(self.also),
            "why": _one(self.why),
            "question": _one(self.question),
            "examples": _filled({**examples, "not_flagged": _several(self.innocent)}),
        }
        if is_short:
            (sense,) = before.get("senses", [{}])
            sense = {**sense, "long": _one(self.long), "meaning": _one(self.meaning)}
            sense["say"] = self._wordings(sense.get("say", []))
            return _filled({**row, "short": _one(self.words), "senses": [_filled(sense)]})
        own = {"term": _one(self.words), "pos": self.pos, "meaning": _one(self.meaning)}
        return _filled({**row, **own, "say": self._wordings(before.get("say", []))})

    def _wordings(self, before: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The wordings of the form; one whose words were there keeps what else was said of it."""
        instead, advice = _several(self.instead), _several(self.advice)
        if (instead, advice) == (_said(before, "replace"), _said(before, "rephrase")):
            return before
        known: dict[tuple[str, str], dict[str, Any]] = {
            (name, one[name]): one for one in before for name in ("replace", "rephrase") if name in one
        }
        wanted = [("replace", text) for text in instead]
        rest = [("rephrase", text) for text in advice]
        advice_first = bool(before) and "rephrase" in before[0]
        ordered = (*rest, *wanted) if advice_first else (*wanted, *rest)
        return [known.get((name, text), {name: text}) for name, text in ordered]


def answers_of(row: dict[str, Any]) -> Answers:
    """The form filled in with an entry that is there.

    Raises:
        NotInThisForm: it is a short form of several meanings.
    """
    senses = row.get("senses", [])
    if len(senses) > 1 or (senses and row.get("say")):
        raise NotInThisForm("This short form has several meanings. Change it in a lexicon file.")
    body = senses[0] if senses else row
    said = body.get("say", [])
    examples = row.get("examples", {})
    return Answers(
        words=row.get("short") or row.get("term", ""),
        also=_lines(row.get("also", [])),
        long=body.get("long", ""),
        pos=row.get("pos", "noun"),
        category=row["category"],
        treatment=row["treatment"],
        meaning=body.get("meaning", ""),
        why=row.get("why", ""),
        question=row.get("question", ""),
        instead=_lines(_said(said, "replace")),
        advice=_lines(_said(said, "rephrase")),
        flagged=_lines(examples.get("flagged", [])),
        innocent=_lines(examples.get("not_flagged", [])),
        of=row["id"],
    )


def answers(
    words: Line = "",
    also: Lines = "",
    long: Line = "",
    pos: Line = "noun",
    category: Line = "",
    treatment: Line = "replace",
    meaning: Lines = "",
    why: Lines = "",
    question: Lines = "",
    instead: Lines = "",
    advice: Lines = "",
    flagged: Lines = "",
    innocent: Lines = "",
    of: Line = "",
) -> Answers:
    """The form as it was sent."""
    return Answers(
        words, also, long, pos, category, treatment, meaning, why, question, instead, advice, flagged,
        innocent, of,
    )  # fmt: skip


def _said(wordings: Iterable[Mapping[str, Any]], name: str) -> list[str]:
    return [one[name] for one in wordings if name in one]


def _slug(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.lower())) or "word"


def _one(text: str) -> str:
    return " ".join(text.split())


def _several(text: str) -> list[str]:
    return [_one(line) for line in text.splitlines() if line.strip()]


def _lines(texts: Any) -> str:
    return "\n".join([texts] if isinstance(texts, str) else texts)


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    """What was filled in; an empty answer is none."""
    return {key: value for key, value in row.items() if value not in ("", [], {})}
