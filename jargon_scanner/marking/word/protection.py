"""What a document forbids, and what any change of it breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.word_file.values import child

if TYPE_CHECKING:
    from jargon_scanner.marking.word.copy import Copy

_SIGNATURES = "_xmlsignatures/"
_ON = {"1", "true", "on"}
_HOW_TO_LIFT = "To lift this, use Review, Restrict Editing in Word"


@dataclass(frozen=True, slots=True)
class Protection:
    """What may be done to a document.

    Attributes:
        changes: whether its words may be changed.
        comments: whether comments may be put in.
        reason: why not, a clause; "" where all may be done.
        advice: a sentence for the person; "" where all may be done.
    """

    changes: bool = True
    comments: bool = True
    reason: str = ""
    advice: str = ""


_OPEN = Protection()
_KINDS = {
    "comments": Protection(
        changes=False,
        reason="the document is protected and takes comments only",
        advice=f"The document is protected: it takes comments, and no changes. {_HOW_TO_LIFT}.",
    ),
    "forms": Protection(
        changes=False,
        comments=False,
        reason="the document is protected and takes answers in its form only",
        advice=f"The document is protected: only its form can be filled in. {_HOW_TO_LIFT}.",
    ),
    "readOnly": Protection(
        changes=False,
        comments=False,
        reason="the document is protected and may only be read",
        advice=f"The document is protected: it may only be read. {_HOW_TO_LIFT}.",
    ),
}


def protection_of(copy: Copy) -> Protection:
    """What the document's settings allow. Protection that only wants changes tracked forbids nothing."""
    part = copy.helper("settings")
    if part is None:
        return _OPEN
    w = part.names.w
    found = child(part.root, f"{w}documentProtection")
    if found is None or found.get(f"{w}enforcement", "0") not in _ON:
        return _OPEN
    return _KINDS.get(found.get(f"{w}edit", ""), _OPEN)


def is_signed(copy: Copy) -> bool:
    """Whether the file carries a digital signature, which any change makes invalid."""
    return any(name.lower().lstrip("/").startswith(_SIGNATURES) for name in copy.package.part_names)
