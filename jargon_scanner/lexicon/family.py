"""The words that one family uses, as a social worker writes them down: ``contact = family time``.

Stronger than every lexicon. For words that an entry finds already, the family's own come first, wherever the
entry's sense rules hold; ``= keep`` leaves the words alone; words that no entry knows become entries.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import yaml

from jargon_scanner.lexicon.entry import AnyEntry, ShortForm, Wording
from jargon_scanner.lexicon.faults import Fault
from jargon_scanner.lexicon.find import Finder
from jargon_scanner.lexicon.layers import Kept, Located
from jargon_scanner.lexicon.own_words import Counting, entry_for, meant, says

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from jargon_scanner.lexicon.load import Lexicon

SOURCE = "this family's own words"
#: Ids of entries for words that no lexicon knows begin so: no entry of a lexicon does.
_MADE_BY = "words-we-use"
_WHY = "This family has words of their own for it."
_KEEP = frozenset({"", "keep"})
_SIGNS = re.compile(r"\s*(?:=>|->|→|=|\t|;)\s*")
_FILE_KEYS = frozenset({"domain", "entries", "silence", "layer"})
_HEADINGS = frozenset({"word", "words", "term", "they write", "we write", "professional word"})


@dataclass(frozen=True, slots=True)
class WordWeUse:
    """One line of the list: words of a document, and the family's own; "" to keep them as they are."""

    words: str
    own: str
    file: str
    line: int


def is_their_own(identifier: str) -> bool:
    """Whether an entry's id was made from words that only this family uses."""
    return identifier.startswith(f"{_MADE_BY}-")


def is_word_list(path: Path, data: bytes) -> bool:
    """Whether a file is a list of words rather than a lexicon file: text, CSV, or YAML without entries."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        return True
    try:
        node = yaml.compose(_decoded(data), Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return False
    return isinstance(node, yaml.MappingNode) and not _FILE_KEYS & {key.value for key, _ in node.value}


def read_words_we_use(path: Path, data: bytes) -> tuple[list[WordWeUse], list[Fault]]:
    """The lines of a list of words, and what is wrong with it.

    Args:
        path: text with ``words = own words`` a line, CSV with two columns, or YAML with ``words: own words``.
        data: what it holds.
    """
    text = _decoded(data)
    reader = {".yaml": _from_yaml, ".yml": _from_yaml, ".csv": _from_csv}.get(path.suffix.lower(), _from_text)
    listed: dict[str, WordWeUse] = {}
    faults: list[Fault] = []
    for line, words, own in reader(text):
        if not words or own is None:
            faults.append(
                Fault("E006", str(path), line, f"{words or own!r}: write a line as word = our word")
            )
            continue
        one = WordWeUse(words, "" if own.casefold() in _KEEP else own, str(path), line)
        first = listed.setdefault(words.casefold(), one)
        if first.own != one.own:
            message = f"{words!r} is written in line {first.line} with other words. Keep one of the two."
            faults.append(Fault("E007", str(path), line, message))
    return list(listed.values()), faults


def _decoded(data: bytes) -> str:
    """Text as the programs of an office save it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _from_text(text: str) -> Iterator[tuple[int, str, str | None]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            words, *own = _SIGNS.split(line.strip(), maxsplit=1)
            if not own and line.count(",") == 1:
                words, *own = line.split(",")
            yield number, words.strip(), own[0].strip() if own else None


def _from_csv(text: str) -> Iterator[tuple[int, str, str | None]]:
    first = text.splitlines()[0] if text.strip() else ""
    if "=" in first and "," not in first:
        yield from _from_text(text)
        return
    rows = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    for row in rows:
        cells = [cell.strip() for cell in row]
        heading = rows.line_num == 1 and cells[:1] and cells[0].casefold() in _HEADINGS
        if any(cells) and not heading:
            yield rows.line_num, cells[0], cells[1] if len(cells) > 1 else None


def _from_yaml(text: str) -> Iterator[tuple[int, str, str | None]]:
    node = yaml.compose(text, Loader=yaml.CBaseLoader)
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value if isinstance(node, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == "words" and isinstance(value, yaml.MappingNode):
            yield from (_pair(*pair) for pair in value.value)
        else:
            yield _pair(key, value)


def _pair(key: yaml.Node, value: yaml.Node) -> tuple[int, str, str | None]:
    own = value.value.strip() if isinstance(value, yaml.ScalarNode) else None
    return key.start_mark.line + 1, str(key.value).strip(), "" if own in ("~", "null") else own


def apply_words(words: Iterable[WordWeUse], lexicon: Lexicon) -> Lexicon:
    """The lexicon with a family's own words on top.

    Args:
        words: the list's lines.
        lexicon: all other layers.
    """
    finder, counting = Finder(lexicon), Counting(lexicon)
    entries, overridden = dict(lexicon.entries), dict(lexicon.overridden)
    kept: list[Kept] = []
    count = 0
    for one in words:
        if not one.own:
            kept.append(Kept(one.words, one.file, one.line))
            continue
        own = counting.wording(one.own, SOURCE)
        known = meant([named.located for named in finder.named(one.words)], one.own)
        changed = [_with_own(located.entry, own) for located in known]
        changed = changed or [entry_for(one.words, own, made_by=_MADE_BY, why=_WHY)]
        for located in known:
            overridden[located.entry.id] = (*overridden.get(located.entry.id, ()), entries[located.entry.id])
        entries.update((entry.id, Located(entry, "family", one.file, one.line)) for entry in changed)
        count += 1
    layer = (f"family ({', '.join(sorted({one.file for one in words}))})", count + len(kept))
    return replace(
        lexicon,
        entries=entries,
        overridden=overridden,
        kept=(*lexicon.kept, *kept),
        layers=(*lexicon.layers, layer),
    )


def _with_own(entry: AnyEntry, own: Wording) -> AnyEntry:
    """The entry with the family's words before its own. Nothing is left to ask: the family has said.

    Where the lexicon would not swap words without a person choosing, only the family's own may be swapped in.
    """
    changes: dict[str, Any] = {"treatment": "replace", "question": None, "decided": ()}
    advice_only = entry.treatment != "replace"

    def say(wordings: Sequence[Wording]) -> tuple[Wording, ...]:
        others = (one for one in wordings if not (says(one, own.replace) or (advice_only and one.replace)))
        return (own, *others)

    if isinstance(entry, ShortForm):
        senses = tuple(
            sense.model_copy(update={"say": say(sense.say), "first": "say"}) for sense in entry.senses
        )
        return entry.model_copy(update={**changes, "senses": senses, "familiar": False})
    return entry.model_copy(update={**changes, "say": say(entry.say)})
