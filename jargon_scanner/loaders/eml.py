"""E-mails (.eml): the headers a reader sees, the message, and the attachments, each by its own loader."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from jargon_scanner.document import Block, Problem
from jargon_scanner.errors import DamagedFile, DocumentError, UnsafeFile
from jargon_scanner.loaders import text, web_page
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.inside import Collection, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from pathlib import Path
    from typing import Any, TypeAlias

    from jargon_scanner.document import Document
    from jargon_scanner.loaders.inside import Budget

    Part: TypeAlias = Message[Any, Any]

_SHOWN = ("From", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date")
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]")
_SENT = {b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to", b"dkim-signature"}
"""Headers that a mail program writes, and nobody by hand."""
_WORD = re.compile(r"\w+")
_DIFFERENT = 0.5
_BOM = b"\xef\xbb\xbf"


def recognises(head: bytes) -> bool:
    """True for text that begins with headers which only mail programs write."""
    names: set[bytes] = set()
    for line in head[:4096].lstrip(_BOM + b"\r\n").splitlines():
        if line[:1] in {b" ", b"\t"} and names:
            continue
        match = _HEADER.match(line)
        if not match:
            break
        names.add(match[1].lower())
    return len(names) > 1 and bool(names & _SENT) and bool(names & {b"from", b"subject", b"to", b"date"})


def read(path: Path, data: bytes) -> Document:
    """Read an e-mail.

    Raises:
        DamagedFile: there are neither headers nor words in it.
        UnsafeFile: its parts stand so deep in one another that no mail program made it.
        TooLarge: it stands too deep in other files.
    """
    from email.parser import BytesParser

    try:
        message = BytesParser().parsebytes(data.lstrip(_BOM))
    except RecursionError as fault:
        raise UnsafeFile(path, "its parts stand in one another without end") from fault
    collection = Collection(path)
    with opened(path) as budget:
        try:
            _Mail(collection, budget).add(message)
        except RecursionError as fault:
            raise UnsafeFile(path, "its parts stand in one another without end") from fault
    if not message.keys() and not collection.blocks:
        raise DamagedFile(path, "it has neither headers nor words")
    return collection.document(PART.name, data, decoded(message.get("Subject")))


class _Mail:
    """Adds a message and what is attached to it."""

    def __init__(self, collection: Collection, budget: Budget, inside: str = "") -> None:
        self._collection = collection
        self._budget = budget
        self._inside = inside

    def add(self, message: Part) -> None:
        """Add the headers, then the parts."""
        fields = [
            Block(0, 0, " ".join(words.split()), f"E-mail header {name}", role="field")
            for name in _SHOWN
            for words in map(decoded, message.get_all(name, []))
            if words.strip()
        ]
        self._collection.add(fields, inside=self._inside)
        self._part(message)

    def _part(self, part: Part) -> None:
        kind = part.get_content_type()
        if kind == "message/rfc822":
            self._forwarded(part)
        elif kind == "multipart/alternative":
            self._alternatives(part)
        elif part.is_multipart():
            for child in _children(part):
                self._part(child)
        elif kind in {"text/plain", "text/html"} and not _is_attached(part):
            self._body(part)
        elif part.get_content_maintype() == "image" and not _is_attached(part):
            self._say_picture()
        else:
            self._attachment(part)

    def _alternatives(self, part: Part) -> None:
        """The same message in several forms: the page, as mail programs show it; else the text.

        The text is read beside the page where it says something else.
        """
        children = list(_children(part))
        pages = [child for child in children if child.get_content_type() != "text/plain"]
        texts = [child for child in children if child.get_content_type() == "text/plain"]
        first = len(self._collection.blocks)
        for child in pages[-1:] or texts[:1]:
            self._part(child)
        words = {word for block in self._collection.blocks[first:] for word in _words(block.text)}
        for child in texts if pages else ():
            own = _words(_text_of(child))
            if len(own - words) > _DIFFERENT * len(own):
                self._part(child)

    def _body(self, part: Part) -> None:
        data = _BOM + _text_of(part).encode("utf-8", "replace")
        if not data[len(_BOM) :].strip():
            return
        reader = web_page if part.get_content_type() == "text/html" else text
        try:
            document = reader.read(self._collection.path, data)
        except DocumentError as error:
            self._collection.add((), (Problem(error.code, str(error)),), inside=self._inside)
            return
        blocks = [replace(block, label=f"Message, {_begun_small(block.label)}") for block in document.blocks]
        self._collection.add(blocks, document.problems, inside=self._inside)

    def _say_picture(self) -> None:
        problem = Problem("picture", "1 picture in the e-mail was not read. Check any words in it.")
        self._collection.add((), (problem,), inside=self._inside)

    def _forwarded(self, part: Part) -> None:
        for message in _children(part):
            subject = decoded(message.get("Subject")) or "without subject"
            inside = f'Attached e-mail "{subject[:60]}"'
            _Mail(self._collection, self._budget, _joined(self._inside, inside)).add(message)

    def _attachment(self, part: Part) -> None:
        name = decoded(part.get_filename()) or _made_up_name(part)
        data = _bytes_of(part)
        if data:
            self._collection.add_file(
                _joined(self._inside, "Attachment"), _plain_name(name), data, self._budget
            )


def decoded(header: object) -> str:
    """A header as a reader sees it; as it stands where its encoding is none."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    raw = str(header or "")
    try:
        return str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        return raw


def _children(part: Part) -> Iterator[Part]:
    payload: object = part.get_payload()
    for child in payload if isinstance(payload, list) else ():
        yield cast("Part", child)


def _bytes_of(part: Part) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text_of(part: Part) -> str:
    """The text of a part, in the encoding that it names; any other way where it is in none."""
    data = _bytes_of(part)
    charset = str(part.get_content_charset() or "")
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", "replace")


def _is_attached(part: Part) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _made_up_name(part: Part) -> str:
    from mimetypes import guess_extension

    return f"without a name{guess_extension(part.get_content_type()) or ''}"


def _plain_name(name: str) -> str:
    """The last step of a name: folders in it are of the sender's computer."""
    return name.replace("\\", "/").rsplit("/", 1)[-1].replace("\0", "").strip() or "without a name"


def _begun_small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _joined(outer: str, inner: str) -> str:
    return f"{outer}: {inner}" if outer else inner


def _words(said: str) -> set[str]:
    return set(_WORD.findall(said.lower()))


PART = Loader(
    name="eml",
    description="an e-mail",
    suffixes=(".eml",),
    recognises=recognises,
    read=read,
    plain_text=True,
)
