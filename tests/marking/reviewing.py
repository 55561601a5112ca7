"""Accept all and reject all, for the changes of one author: a small program of its own, over the XML."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from tests.word.builder import zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = "Jargon scanner"
_COMMENT_MARKS = {"commentRangeStart", "commentRangeEnd", "commentReference"}


def accept(data: bytes) -> bytes:
    """The file with all our changes made and all our comments gone."""
    return _settle(data, goes="del", stays="ins")


def reject(data: bytes) -> bytes:
    """The file with none of our changes made and all our comments gone."""
    return _settle(data, goes="ins", stays="del")


def _settle(data: bytes, *, goes: str, stays: str) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    roots = {
        name: parsed for name, content in members.items() if (parsed := _parsed(name, content)) is not None
    }
    comments = {value_of(comment, "id") for root in roots.values() for comment in ours(root, "comment")}
    for name, root in roots.items():
        for element in ours(root, goes):
            element.getparent().remove(element)
        for element in ours(root, stays):
            _unwrap(element)
        _drop_comments(root, comments)
        members[name] = etree.tostring(root)
    return zipped(members)


def _parsed(name: str, content: bytes) -> etree._Element | None:
    """A part of Word's own, if it can be read."""
    if not name.lower().endswith(".xml") or b"wordprocessingml" not in content.replace(b"\0", b""):
        return None
    try:
        return etree.fromstring(content, etree.XMLParser(huge_tree=True))
    except etree.XMLSyntaxError:
        return None


def named(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Elements of Word's own namespace, transitional or strict, in order."""
    for element in root.iter():
        if isinstance(element.tag, str):
            space, _, name = element.tag.rpartition("}")
            if name in names and "wordprocessingml" in space:
                yield element


def value_of(element: etree._Element, name: str) -> str | None:
    return element.get(f"{{{etree.QName(element).namespace}}}{name}")


def ours(root: etree._Element, *names: str) -> list[etree._Element]:
    return [element for element in named(root, *names) if value_of(element, "author") == OURS]


def _unwrap(element: etree._Element) -> None:
    for text in named(element, "delText"):
        text.tag = text.tag.replace("delText", "t")
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)


def _drop_comments(root: etree._Element, comments: set[str | None]) -> None:
    for element in list(named(root, *_COMMENT_MARKS)):
        if value_of(element, "id") not in comments:
            continue
        run = element.getparent()
        run.remove(element)
        if etree.QName(run).localname == "r" and not len(run):
            run.getparent().remove(run)
    for element in ours(root, "comment"):
        element.getparent().remove(element)


def looks(data: bytes) -> dict[str, list[tuple[str, str, str]]]:
    """Every character of every part, with its run's properties and the elements around it, in order."""
    with ZipFile(BytesIO(data)) as archive:
        roots = {name: _parsed(name, archive.read(name)) for name in archive.namelist()}
    return {
        name: [look for run in named(root, "r") for look in _looks_of(run)]
        for name, root in roots.items()
        if root is not None and not name.rsplit("/", 1)[-1].startswith("comments")
    }


def _looks_of(run: etree._Element) -> Iterator[tuple[str, str, str]]:
    around = "/".join(one.tag.rpartition("}")[2] for one in run.iterancestors())
    properties = "".join(_bare(one) for one in run if etree.QName(one).localname == "rPr")
    for element in run:
        kind = etree.QName(element).localname
        if kind in {"t", "delText"}:
            yield from ((letter, properties, around) for letter in element.text or "")
        elif kind != "rPr":
            yield kind, properties, around


def _bare(properties: etree._Element) -> str:
    """Properties as text, without the numbers of tracked changes in them."""
    if next(named(properties, "rPrChange"), None) is None:
        return etree.tostring(properties, method="c14n", with_tail=False).decode()
    copy = etree.fromstring(etree.tostring(properties))
    for element in copy.iter():
        for name in [name for name in element.attrib if etree.QName(name).localname == "id"]:
            del element.attrib[name]
    return etree.tostring(copy, method="c14n").decode()


def ids(data: bytes) -> Counter[tuple[str, str | None]]:
    """How often each number stands on a comment, and on a tracked change."""
    found: Counter[tuple[str, str | None]] = Counter()
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            root = _parsed(name, archive.read(name))
            if root is None:
                continue
            found.update(("comment", value_of(one, "id")) for one in named(root, "comment"))
            found.update(("change", value_of(one, "id")) for one in named(root, "ins", "del", "rPrChange"))
    return found
