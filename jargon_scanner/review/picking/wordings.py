"""Two or three wordings of an entry that drop in, as they stand in a dictionary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import ShortForm
from jargon_scanner.lexicon.spoken import name_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.entry import AnyEntry, Sense, Wording

#: More than three are too many to choose from.
MOST = 3
_ARTICLE = re.compile(r"^(?:an?|the) ")


def meant_by(entry: AnyEntry, long: str = "") -> Sense | None:
    """The sense of a short form that has this long form; the commonest one where none has."""
    if not isinstance(entry, ShortForm):
        return None
    return next((one for one in entry.senses if one.long.casefold() == long.casefold()), entry.senses[0])


def meaning_of(entry: AnyEntry, long: str = "") -> str:
    """What it means, for a child; "" where the lexicon does not say."""
    sense = meant_by(entry, long)
    return (sense.meaning if sense else None) or entry.meaning or ""


def wordings_of(entry: AnyEntry, long: str = "") -> tuple[str, ...]:
    """What could be said instead, best first: wordings for children, then those for everybody, then others.

    Args:
        entry: the lexicon's.
        long: what is meant, of a short form; its long form is one of the wordings.
    """
    sense = meant_by(entry, long)
    offered = [*_offered([*(sense.say if sense else ()), *entry.say], name_of(entry))]
    if sense is not None:
        chosen_first = entry.young_people_prefer or sense.pos == "verb" or sense.first == "say"
        offered.insert(min(len(offered), 1) if chosen_first else 0, sense.long)
    return tuple(_different(offered, name_of(entry)))[:MOST]


def _offered(say: Iterable[Wording], name: str) -> Iterator[str]:
    """Wordings that fit wherever the word stands; those with conditions only where there are no others.

    What is meant for another phrase than the word itself never stands for it.
    """
    drop_ins = [one for one in say if one.replace and not one.of and one.reader != ("professional",)]
    fitting = [one for one in drop_ins if _is_for(one, name)] or [
        one for one in drop_ins if not any(condition.phrase for condition in one.when)
    ]
    for wording in sorted(fitting, key=lambda one: bool(one.reader) and "child" not in one.reader):
        yield plain(wording.replace or "")


def _is_for(wording: Wording, name: str) -> bool:
    return not wording.when or any(name in condition.phrase for condition in wording.when)


def _different(wordings: Iterable[str], term: str) -> Iterator[str]:
    seen = {_bare(term)}
    for wording in wordings:
        if _bare(wording) not in seen:
            seen.add(_bare(wording))
            yield wording


def _bare(words: str) -> str:
    return _ARTICLE.sub("", words.casefold())
