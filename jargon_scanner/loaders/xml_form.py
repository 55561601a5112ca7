"""Forms and answers in XML (.xml), by a mapping file. Nothing is expanded, and nothing is fetched."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree

from jargon_scanner.errors import DamagedFile, UnsafeFile
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.forms.compose import Value, document_of, not_taken
from jargon_scanner.loaders.forms.mapping import covering, mapping_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Document
    from jargon_scanner.loaders.forms.mapping import Mapping, Take

    #: Where a text stands: an element and "" for its own text, "tail" for the text after it, or "@name".
    Place: TypeAlias = tuple[Element, str]

_EXAMPLE = "//question"


def read(path: Path, data: bytes) -> Document:
    """Read the values that a mapping file leads to.

    Raises:
        MappingMissing: no mapping file says how.
        FaultyMapping: it holds mistakes.
        DamagedFile: this is no well-formed XML.
        UnsafeFile: it defines entities of its own.
    """
    mapping = mapping_of(path, _EXAMPLE)
    form = _Form(path, _parsed(path, data), mapping)
    values = [value for number, take in enumerate(mapping.form.take) for value in form.taken(number, take)]
    for number, query in enumerate(mapping.form.leave):
        form.leave(number, query)
    return document_of(path, PART.name, data, values, not_taken(form.left()))


def _parsed(path: Path, data: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise DamagedFile(path, f"it is no well-formed XML ({_place(fault)})") from None
    declared: Any = root.getroottree().docinfo.internalDTD  # the stubs know less of it than lxml
    if declared is not None and any(True for _ in declared.iterentities()):
        raise UnsafeFile(path, "it defines entities, which can stand for other files or for endless text")
    return root


def _place(fault: Exception) -> str:
    line, column = getattr(fault, "position", (0, 0))
    return f"line {line}, column {column}" if line else "its encoding is not what it says"


@dataclass(slots=True)
class _Form:
    """One XML file, and which of its texts are still to be read."""

    path: Path
    root: Element
    mapping: Mapping
    orders: dict[Element, int] = field(init=False)
    texts: dict[Place, str] = field(init=False)

    def __post_init__(self) -> None:
        self.orders = {element: number for number, element in enumerate(self.root.iter())}
        self.texts = dict(_texts(self.root))

    def taken(self, number: int, take: Take) -> Iterator[Value[Element | None]]:
        """What one path leads to. An element gives all text inside it that no earlier path took."""
        for element, name in self._found(f"take.{number}.path", take.path):
            places = [(element, name)] if name else list(_inside(element))
            words = " ".join("".join(self.texts.pop(place, " ") for place in places).split())
            parent = element if name.startswith("@") else element.getparent()
            line: int | None = element.sourceline  # type: ignore[assignment]  # wrong in the stubs
            if words:
                yield Value(
                    take,
                    words,
                    self.orders[element],
                    parent,
                    -1 if parent is None else self.orders[parent],
                    line,
                )

    def leave(self, number: int, query: str) -> None:
        """Take what nobody reads out of the texts."""
        for element, name in self._found(f"leave.{number}", query):
            for place in [(element, name)] if name else list(_inside(element)):
                self.texts.pop(place, None)

    def left(self) -> Counter[str]:
        """How many texts no path led to, by the element or attribute that they stand in."""
        return Counter(
            name if name.startswith("@") else etree.QName(element).localname for element, name in self.texts
        )

    def _found(self, key: str, query: str) -> list[Place]:
        try:
            found = self.root.getroottree().xpath(query, namespaces=self.mapping.form.namespaces or None)
        except (etree.XPathError, TypeError, ValueError) as fault:
            raise self.mapping.fault(self.path, key, f"{query!r} is no XPath 1.0: {fault}.") from None
        places = [_place_of(one) for one in found] if isinstance(found, list) else [None]
        if None in places:
            raise self.mapping.fault(self.path, key, f"{query} leads to no element, attribute or text.")
        return [place for place in places if place]


def _place_of(found: Any) -> Place | None:
    if isinstance(found, etree._Element):  # noqa: SLF001 - lxml's name for its class
        return found, ""
    holder = getattr(found, "getparent", lambda: None)()
    if holder is None:
        return None
    if found.is_attribute:
        return holder, f"@{found.attrname}"
    return holder, "tail" if found.is_tail else "text"


def _inside(element: Element) -> Iterator[Place]:
    for inner in element.iter():
        yield inner, "text"
        if inner is not element:
            yield inner, "tail"


def _texts(root: Element) -> Iterator[tuple[Place, str]]:
    for element in root.iter():
        for name, words in element.attrib.items():
            if words.strip():
                yield (element, f"@{name!s}"), str(words)
        if element.text and element.text.strip():
            yield (element, "text"), element.text
        if element.tail and element.tail.strip():
            yield (element, "tail"), element.tail


PART = Loader(
    name="xml",
    description="a data file (.xml)",
    suffixes=(".xml",),
    recognises=lambda _head: False,
    read=read,
    plain_text=True,
    companion=covering,
)
