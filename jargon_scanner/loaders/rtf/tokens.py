"""Rich Text as a row of tokens: braces, control words and symbols, bytes of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind: TypeAlias = Literal["open", "close", "word", "symbol", "byte", "text"]

_TOKEN = re.compile(
    rb"(?P<brace>[{}])"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<text>[^\\{}\r\n\x00]+)",
    re.DOTALL,
)


class Token(NamedTuple):
    """One token.

    Attributes:
        kind: what it is.
        name: the control word or symbol.
        number: the number behind a control word, if there is one.
        data: the bytes of text.
    """

    kind: Kind
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file; raw binary data is passed over, as are the line breaks between tokens."""
    at, end = 0, len(data)
    while at < end:
        match = _TOKEN.search(data, at)
        if match is None:
            return
        at = match.end()
        token = _token(match)
        if token.name == "bin" and token.number:
            at += max(token.number, 0)
            continue
        yield token


def _token(match: re.Match[bytes]) -> Token:
    group = match.lastgroup
    if group == "text":
        return Token("text", data=match["text"])
    if group == "brace":
        return Token("open" if match["brace"] == b"{" else "close")
    if group == "byte":
        return Token("byte", data=bytes((int(match["byte"], 16),)))
    if group == "symbol":
        return Token("symbol", match["symbol"].decode("latin-1"))
    number = match["number"]
    return Token("word", match["word"].decode("ascii"), None if number is None else int(number))
