from __future__ import annotations

import pytest

from jargon_scanner.errors import UsageError
from jargon_scanner.review.passphrase import locked, opens

WORDS = "otter lamp seventeen"


def test_the_passphrase_opens_what_was_kept_and_nothing_else_does() -> None:
    kept = locked(WORDS)
    assert opens(WORDS, kept)
    for other in ("", "otter lamp seventeem", "Otter lamp seventeen", kept):
        assert not opens(other, kept)


def test_what_is_kept_says_nothing_and_is_never_twice_the_same() -> None:
    one, other = locked(WORDS, cost=2), locked(WORDS, cost=2)
    assert one != other
    assert not any(word in one for word in WORDS.split())


def test_a_space_too_many_or_another_way_to_write_a_letter_is_the_same_passphrase() -> None:
    assert opens(" otter  lamp café ", locked("otter lamp cafe\u0301", cost=2))


def test_a_short_passphrase_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match="Three or four words"):
        locked("            a   ")


def test_one_that_nobody_types_is_refused_for_its_length() -> None:
    with pytest.raises(UsageError, match="no more than 200"):
        locked("otter " * 40)
