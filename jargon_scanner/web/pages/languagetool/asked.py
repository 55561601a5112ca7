"""What a program asks: the text, and which remarks its user has switched off.

It is read forgivingly. LibreOffice 7.4 sends its form without any encoding, and others name it JSON: the body
is looked at, never its header.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from jargon_scanner.errors import ScannerError
from jargon_scanner.web.pages.languagetool.annotated import Annotated, Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jargon_scanner.live.remarks import Remark

#: What a form holds when it was encoded as forms are: such characters, and escapes. WHATWG URL Standard,
#: "application/x-www-form-urlencoded serializing"; what careless programs leave as it is besides.
_ENCODED = re.compile(rb"(?:[A-Za-z0-9*\-._+&=~!'():;@/?,$]|%[0-9A-Fa-f]{2})*")
_TEXT = b"text="
_LANGUAGE = b"&language="


class NotUnderstood(ScannerError):
    """A request without a text, or with one that makes no sense."""

    code = "not-understood"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which remarks are wanted, by rule and by category; names in capitals. What is enabled wins.

    Attributes:
        disabled: rules and categories that are switched off.
        enabled: those that are asked for.
        only: whether nothing else is.
    """

    disabled: frozenset[str] = frozenset()
    enabled: frozenset[str] = frozenset()
    only: bool = False

    def wants(self, remark: Remark, category: str) -> bool:
        """Whether a remark of a category is wanted."""
        names = {remark.rule, category}
        if names & self.enabled:
            return remark.rule not in self.disabled
        return not self.only and not names & self.disabled


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: a text, its language ("en-GB"; "auto" where nobody said), and what is wanted."""

    text: Annotated
    language: str = "auto"
    wanted: Wanted = Wanted()

    @property
    def is_english(self) -> bool:
        """Whether the text is in a language that is read here."""
        return self.language.partition("-")[0].lower() in {"en", "auto", ""}


def asked(body: bytes, query: str = "") -> Asked:
    """Read a request.

    Args:
        body: of the request.
        query: of its address, without the question mark; what the body says is stronger.

    Raises:
        NotUnderstood: it has no text.
    """
    fields = {**_form(query.encode()), **fields_of(body)}
    rules = ("Rules", "Categories")
    return Asked(
        _text(fields),
        fields.get("language", "auto").strip(),
        Wanted(
            frozenset(name for kind in rules for name in _names(fields, f"disabled{kind}")),
            frozenset(name for kind in rules for name in _names(fields, f"enabled{kind}")),
            fields.get("enabledOnly", "").lower() in {"true", "yes"},
        ),
    )


def fields_of(body: bytes) -> dict[str, str]:
    """The fields of a form, whether it was encoded or not."""
    if _is_encoded(body):
        return _form(body)
    begin, end = body.find(_TEXT), body.rfind(_LANGUAGE)
    if not body.startswith(_TEXT) and (begin := body.find(b"&" + _TEXT) + 1) == 0:
        return _form(body)
    if end < begin:
        end = len(body)
    text = body[begin + len(_TEXT) : end]
    return {**_form(body[:begin]), **_form(body[end:]), "text": text.decode("utf-8", "replace")}


def _is_encoded(body: bytes) -> bool:
    """Whether a form was encoded. A field without a value's sign is a text that was cut at its own "&"."""
    return bool(_ENCODED.fullmatch(body)) and all(b"=" in field for field in body.split(b"&") if field)


def _form(form: bytes) -> dict[str, str]:
    pairs = parse_qsl(form.decode("utf-8", "replace"), keep_blank_values=True, errors="replace")
    return dict(reversed(pairs))  # of a field that comes twice, the first counts


def _names(fields: Mapping[str, str], field: str) -> list[str]:
    return [name.strip().upper() for name in fields.get(field, "").split(",") if name.strip()]


def _text(fields: Mapping[str, str]) -> Annotated:
    if ("text" in fields) == ("data" in fields):
        raise NotUnderstood("Send the text that is to be checked, as text or as data, and not as both.")
    if "text" in fields:
        return Annotated([Part(fields["text"], fields["text"])])
    try:
        return Annotated(_parts(json.loads(fields["data"])))
    except (ValueError, RecursionError, LookupError, TypeError):
        raise NotUnderstood(
            'The data is not understood. Send {"text": "..."}, or {"annotation": [...]} of pieces with '
            '"text", or with "markup" and "interpretAs".'
        ) from None


def _parts(data: Any) -> list[Part]:
    """The parts of a text that was sent as data; a ``LookupError`` or a ``TypeError`` where it is none."""
    if ("text" in data) == ("annotation" in data):
        raise LookupError
    if "text" in data:
        return [_part(data)]
    return [_part(piece) for piece in data["annotation"]]


def _part(piece: Any) -> Part:
    if ("text" in piece) == ("markup" in piece):
        raise LookupError
    whole = piece["text"] if "text" in piece else piece["markup"]
    read = whole if "text" in piece else piece.get("interpretAs", "")
    if not (isinstance(whole, str) and isinstance(read, str)):
        raise TypeError
    return Part(whole, read)
