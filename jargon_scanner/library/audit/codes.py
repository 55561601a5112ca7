"""Codes of forms: letters that cannot be taken for one another or make a word, and a check letter.

Nineteen letters, a prime, so that the check letter (a weighted sum, as in ISBN-10) finds every letter that is
wrong and every two that changed places.
"""

from __future__ import annotations

import hashlib
import re

_LETTERS = "BCDFGHJKMNPQRSTVWXZ"
_LENGTH = 6
_SHAPE = re.compile(rf"[{_LETTERS}]{{{_LENGTH + 1}}}")


def code_of(*parts: object, salt: bytes) -> str:
    """The code of a form: the same for the same pair, as in "KXM-RTP-B".

    Args:
        parts: what makes it this form and no other.
        salt: of the store, so that a code tells of nothing.
    """
    digest = hashlib.blake2b(repr(parts).encode(), digest_size=8, key=salt).digest()
    number, letters = int.from_bytes(digest, "big"), ""
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return f"{letters[:3]}-{letters[3:]}-{_check(letters)}"


def read_code(written: str) -> str | None:
    """A code as it was given out, however it was typed; None if it is none or has a slip in it."""
    letters = re.sub(r"[^A-Za-z]", "", written).upper()
    if not _SHAPE.fullmatch(letters) or _check(letters[:-1]) != letters[-1]:
        return None
    return f"{letters[:3]}-{letters[3:-1]}-{letters[-1]}"


def _check(letters: str) -> str:
    total = sum(weight * _LETTERS.index(letter) for weight, letter in enumerate(letters, start=1))
    return _LETTERS[total % len(_LETTERS)]
