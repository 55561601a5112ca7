"""TBX-Basic (ISO 30042:2019, in the style with categories as attributes): a concept for each sense.

Status of a term: ``preferredTerm`` is what to write, ``admittedTerm`` what may be written, ``deprecatedTerm``
what is better not written. Words that the law needs are preferred, and explained.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from jargon_scanner.lexicon.entry import AnyEntry, ShortForm
from jargon_scanner.lexicon.exchange.wordings import spelled_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.load import Lexicon

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MODEL = (
    '<?xml-model href="https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA/'
    'TBXcoreStructV03_TBX-Basic_integrated.rng" type="application/xml" '
    'schematypens="http://relaxng.org/ns/structure/1.0"?>'
)
_PARTS = {"noun": "noun", "verb": "verb", "adjective": "adjective", "adverb": "adverb"}
_PREFERRED, _ADMITTED, _DEPRECATED = (
    f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated")
)


@dataclass(frozen=True, slots=True)
class _Written:
    """One term of a concept: the words, their status, part of speech, and sort ("" for an ordinary term)."""

    words: str
    status: str
    pos: str
    sort: str = ""


def write_tbx(lexicon: Lexicon) -> bytes:
    """All entries in force that are flagged, as TBX."""
    root = Element("tbx", {"style": "dca", "type": "TBX-Basic", "xmlns": _NAMESPACE, _LANGUAGE: "en-GB"})
    description = SubElement(SubElement(root, "tbxHeader"), "fileDesc")
    SubElement(SubElement(description, "titleStmt"), "title").text = lexicon.name
    source = SubElement(SubElement(description, "sourceDesc"), "p")
    source.text = f"jargon-scanner {lexicon.version}, SHA-256 {lexicon.sha256}"
    body = SubElement(SubElement(root, "text"), "body")
    for located in lexicon.entries.values():
        if not (isinstance(located.entry, ShortForm) and located.entry.familiar):
            subject = lexicon.categories.get(located.entry.category)
            _add(body, located.entry, subject.name if subject else located.entry.category)
    indent(root)
    xml = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_MODEL}\n{xml}\n'.encode()


def _add(body: Element, entry: AnyEntry, subject: str) -> None:
    for identifier, meaning, terms in _concepts(entry):
        concept = SubElement(body, "conceptEntry", {"id": identifier})
        SubElement(concept, "descrip", {"type": "subjectField"}).text = subject
        section = SubElement(concept, "langSec", {_LANGUAGE: "en-GB"})
        if meaning:
            SubElement(section, "descrip", {"type": "definition"}).text = meaning
        if entry.why:
            SubElement(section, "note").text = entry.why
        for term in _once(terms):
            place = SubElement(section, "termSec")
            SubElement(place, "term").text = term.words
            SubElement(place, "termNote", {"type": "administrativeStatus"}).text = term.status
            SubElement(place, "termNote", {"type": "partOfSpeech"}).text = _PARTS.get(term.pos, "other")
            if term.sort:
                SubElement(place, "termNote", {"type": "termType"}).text = term.sort


def _concepts(entry: AnyEntry) -> Iterator[tuple[str, str | None, list[_Written]]]:
    """Id, meaning and terms of each concept that an entry is about."""
    own = _PREFERRED if entry.treatment == "explain" else _DEPRECATED
    if entry.treatment == "ask":
        own = _ADMITTED
    best = _PREFERRED if entry.treatment == "replace" else _ADMITTED
    if not isinstance(entry, ShortForm):
        words = [plain for wording in (entry.term, *entry.also) for plain in spelled_out(wording)]
        terms = [_Written(one, own, entry.pos) for one in words]
        drop_ins = [wording.replace for wording in entry.say if wording.replace]
        terms += [
            _Written(one, _ADMITTED if place else best, entry.pos) for place, one in enumerate(drop_ins)
        ]
        yield f"c-{entry.id}", entry.meaning, terms
        return
    for number, sense in enumerate(entry.senses, start=1):
        terms = [_Written(one, _DEPRECATED, sense.pos, "acronym") for one in (entry.short, *entry.also)]
        terms.append(_Written(sense.long, _PREFERRED, sense.pos, "fullForm"))
        terms += [_Written(one.replace, _ADMITTED, sense.pos) for one in sense.say if one.replace]
        identifier = f"c-{entry.id}" if len(entry.senses) == 1 else f"c-{entry.id}-{number}"
        yield identifier, sense.meaning or entry.meaning, terms


def _once(terms: Iterable[_Written]) -> Iterator[_Written]:
    seen: set[str] = set()
    for term in terms:
        if term.words not in seen:
            seen.add(term.words)
            yield term
