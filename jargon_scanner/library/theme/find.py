"""Which sentences of a scan belong to a theme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.lexicon.find import Finder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from jargon_scanner.lexicon.entry import AnyEntry
    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.library.store import Store

_BY_ENTRY = """
    SELECT occurrence.content, occurrence.sentence, count(*) FROM copies JOIN occurrence USING (content)
    JOIN term ON term.id = occurrence.term WHERE term.{column} = ? GROUP BY 1, 2
"""
_SENTENCES = """
    SELECT DISTINCT occurrence.content, occurrence.sentence, sentence.text FROM copies
    JOIN occurrence USING (content) JOIN sentence ON sentence.id = occurrence.sentence
"""


@dataclass(frozen=True, slots=True)
class Theme:
    """What is followed.

    Attributes:
        name: as it is shown.
        entries: ids of the lexicon entries that it is; () for a category and for words.
        category: its id; "" for entries and for words.
        words: what is looked for in sentences; "" where a finding decides.
        notice: what the lexicon says of it: sentences on what it means and why it matters.
        invented: sentences of the lexicon, about nobody, before and after.
    """

    name: str
    entries: tuple[str, ...] = ()
    category: str = ""
    words: str = ""
    notice: tuple[str, ...] = ()
    invented: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence of a content that belongs to the theme, and how often it stands for it."""

    content: int
    sentence: int
    times: int


def theme_of(written: str, lexicon: Lexicon) -> Theme:
    """The theme that a person named: a category, else a term or short form, else words of sentences.

    Raises:
        UsageError: nothing is named.
    """
    plain = written.strip()
    if not re.search(r"\w", plain):
        raise UsageError("Name a theme: a term, a category, or words that stand in sentences.")
    category = lexicon.categories.get("-".join(plain.lower().split()))
    if category is not None:
        entries = [one.entry for one in lexicon.entries.values() if one.entry.category == category.id]
        return Theme(
            category.name,
            category=category.id,
            notice=(category.what, category.why),
            invented=_invented(entries),
        )
    named = [one.located.entry for one in Finder(lexicon).named(plain)]
    if named:
        said = dict.fromkeys(one for entry in named for one in (entry.meaning, entry.why) if one)
        return Theme(
            plain,
            tuple(dict.fromkeys(entry.id for entry in named)),
            notice=tuple(said),
            invented=_invented(named),
        )
    return Theme(plain, words=plain)


def _invented(entries: Iterable[AnyEntry]) -> tuple[tuple[str, str], ...]:
    """Sentences of some entries with their outcome, as the lexicon has them: "He [stepped down]. → …"."""
    lines = (line.partition("→") for entry in entries for line in entry.examples.rewritten)
    return tuple((re.sub(r"[\[\]]", "", before).strip(), after.strip()) for before, _, after in lines)


def hits(db: sqlite3.Connection, store: Store, theme: Theme) -> tuple[Hit, ...]:
    """The sentences of the run that is being counted which belong to a theme.

    Only sentences with a finding are stored, so words are looked for in those.

    Raises:
        UsageError: words are looked for, and the store keeps none.
    """
    if theme.words:
        if not store.keeps_text:
            raise UsageError(
                "These figures keep no sentences (--no-text), so no words can be looked for in them. "
                "A term or a category of the lexicon can be followed."
            )
        return _by_words(db, theme.words)
    column, keys = ("category", (theme.category,)) if theme.category else ("entry", theme.entries)
    rows = (row for key in keys for row in db.execute(_BY_ENTRY.format(column=column), (key,)))
    found = tuple(Hit(*row) for row in rows)
    if found or theme.category or not store.keeps_text:
        return found
    return _by_words(db, theme.name)  # the lexicon knows it, and lets it stand


def _by_words(db: sqlite3.Connection, words: str) -> tuple[Hit, ...]:
    wanted = _pattern(words)
    rows = (row for row in db.execute(_SENTENCES) if wanted.search(row[2]))
    return tuple(Hit(content, sentence, 1) for content, sentence, _ in rows)


def _pattern(words: str) -> re.Pattern[str]:
    """Words in a row, each in any of its forms."""
    parts = ("|".join(sorted(map(re.escape, _forms(word)), key=len, reverse=True)) for word in words.split())
    return re.compile(r"(?<!\w)" + r"\W+".join(f"(?:{part})" for part in parts) + r"(?!\w)", re.IGNORECASE)


def _forms(word: str) -> set[str]:
    from lemminflect import getAllInflections, getAllLemmas

    lemmas = {lemma for found in getAllLemmas(word.lower()).values() for lemma in found} | {word.lower()}
    inflected = (form for lemma in lemmas for found in getAllInflections(lemma).values() for form in found)
    return {word, *lemmas, *inflected}
