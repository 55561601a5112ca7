"""A first look at somebody's own words, before anybody reads them: could they tell who somebody is?

The patterns and the capitals of ``redact``, and one rule more, because people write "my mate sarah" without a
capital: a word that the dictionary does not know may be a name. So a spelling of one's own is held too; a
moderator sees it a moment later. No model is asked: this happens while somebody waits for the next question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.redact.capitals import WORD, capitalised, is_harmless, is_word, without_possessive
from jargon_scanner.redact.harmless import KIN, NAMES_TOO, TITLES
from jargon_scanner.redact.patterns import patterned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.review.cards import Card
    from jargon_scanner.review.sessions import Moderation

#: Spellings of every day that name nobody.
_EVERYDAY = frozenset(
    "aint arent aye bc becos bet bruh cant cos coz cuz didnt dno doesnt dont dunno em gonna gotta hafta "
    "hasnt havent idk ik im imo innit isnt ive kinda lol lotta mate nah nan nans nope obvs ok okay omg outta "
    "pls prob probs rly shouldnt sorta tbh thats theyre theyve thx tho tryna ur wanna wasnt wat werent wont "
    "wouldnt wtf ya yea yeah yep youre youve".split()
)
#: After these a word that is in the dictionary is a name too: "a girl called grace", "mr king".
_BEFORE_A_NAME = TITLES | KIN | frozenset(
    "called named name names friend mate brother sister cousin partner boyfriend girlfriend".split()
)  # fmt: skip
_NUMBER_WORD = (
    r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|ten|eleven|twelve|\w+teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_NUMBER_IN_WORDS = re.compile(rf"\b{_NUMBER_WORD}(?:[\s,-]+{_NUMBER_WORD}){{2,}}\b", re.IGNORECASE)
_SIGNS = re.compile(r"[\d@#]|\.(?:com|co|uk|org|net)\b|snap(?:chat)?|insta(?:gram)?|tiktok", re.IGNORECASE)


def first_look(words: str, card: Card) -> Moderation:
    """Whether somebody's words are held, because they may name somebody or hold a number.

    Args:
        words: as they were typed.
        card: what they were said about; its own words name nobody.

    Returns:
        "held", or "open". Either way a moderator decides whether anybody else sees them.
    """
    return "held" if any(_signs_of_somebody(words, card)) else "open"


def get_ready() -> None:
    """Load the dictionary, which takes a second, before the first answer comes."""
    is_word("ready")


def _signs_of_somebody(words: str, card: Card) -> Iterator[object]:
    yield _SIGNS.search(words)
    yield _NUMBER_IN_WORDS.search(words)
    yield from patterned(words)
    own = _own_words(card)
    yield from capitalised(words, own)
    yield from _unknown(words, own)


def _own_words(card: Card) -> frozenset[str]:
    """The words of a card in the letters in which it has them, and in small ones."""
    texts = (card.term, card.meaning, *card.wordings)
    found = {without_possessive(word) for text in texts for word in WORD.findall(text)}
    return frozenset(found | {word.lower() for word in found})


def _unknown(words: str, own: frozenset[str]) -> Iterator[str]:
    """Words without a capital that may be names all the same."""
    before = ""
    for match in WORD.finditer(words):
        word = match[0].lower().replace("’", "'")
        bare = without_possessive(word)
        is_known = bare in own or bare in _EVERYDAY or is_harmless(bare, own) or _are_words(bare)
        if not is_known or (bare in NAMES_TOO and before in _BEFORE_A_NAME):
            yield word
        before = before if bare in ("is", "was") else bare


def _are_words(word: str) -> bool:
    return all(part == "" or is_word(part) for part in word.split("-"))
