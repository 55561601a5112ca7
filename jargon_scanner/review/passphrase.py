"""The facilitators' passphrase: what is kept of it cannot be turned back into it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata

from jargon_scanner.errors import UsageError

#: Three or four words have as many letters.
LEAST_CHARACTERS = 12
_MOST_CHARACTERS = 200

# The cost that OWASP's cheat sheet on storing passwords gives for scrypt in 32 MB.
_COST, _BLOCK, _LANES = 2**15, 8, 3
_SALT_BYTES, _KEY_BYTES = 16, 32


def locked(passphrase: str, cost: int = _COST) -> str:
    """What is kept of a passphrase: ``scrypt$cost$block$lanes$salt$key``, salt and key in hexadecimal.

    Args:
        passphrase: as it was typed.
        cost: scrypt's N, a power of two.

    Raises:
        UsageError: it is too short to be safe, or longer than anybody types.
    """
    typed = _typed(passphrase)
    if len(typed) > _MOST_CHARACTERS:
        raise UsageError(f"Please choose no more than {_MOST_CHARACTERS} letters.")
    if len(typed) < LEAST_CHARACTERS:
        raise UsageError(
            f"Please choose at least {LEAST_CHARACTERS} letters. Three or four words that do not belong "
            "together are easy to remember and hard to guess."
        )
    salt = secrets.token_bytes(_SALT_BYTES)
    key = _key(typed, salt, cost, _BLOCK, _LANES)
    return f"scrypt${cost}${_BLOCK}${_LANES}${salt.hex()}${key.hex()}"


def opens(passphrase: str, kept: str) -> bool:
    """Whether this is the passphrase that was kept; takes as long for one that is nearly right."""
    _, cost, block, lanes, salt, key = kept.split("$")
    given = _key(_typed(passphrase), bytes.fromhex(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(given, bytes.fromhex(key))


def _typed(passphrase: str) -> str:
    """The same from every keyboard: one way to write é, and no space that a tablet has added."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split())


def _key(typed: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    memory = 128 * block * (cost + lanes + 2)
    return hashlib.scrypt(
        typed.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=2 * memory, dklen=_KEY_BYTES
    )
