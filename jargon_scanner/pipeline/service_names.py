"""Words in capitals that are no shout but the letters of a service: "referred to HOPS", "the KITE group".

A word in capitals is mostly said loudly ("it is NOT safe"), so capitals alone are no sign. It is a short form
where nothing around it is loud, it is no everyday word, and it keeps the company of a service: people are
referred to it and work for it, it has groups and workers, it visits and writes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.company import is_name
from jargon_scanner.lexicon.forms import commonness, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.words import Words

_CAPITALS = re.compile(r"[A-Z](?<![A-Za-z0-9].)[A-Z]{3,7}(?![A-Za-z0-9])")
#: Words with these endings are made to be said, not to be spelled out: nobody calls a service so.
_MADE_WORD = re.compile(r".+(?:ING|ED|ION|MENT|NESS|ITY|LY|....IVE|ANCE|ENCE|ACY|SHIP|FUL|LESS|HOOD)")
#: On the Zipf scale of ``wordfreq``; above, a word is so common that capitals are likelier to be loud.
_COMMON, _COMMON_BESIDE_STAFF = 4.9, 5.3
#: People, places and worries that stand without an article where a service would.
_EVERYDAY = frozenset(
    "mummy daddy mama papa nana nanna granny grandma grandad grandpa auntie uncle sister brother "
    "sibling siblings twins school schools nursery college hospital clinic court courts police prison "
    "church mosque town work home care bedtime refuge hostel hotel shelter probation housing health "
    "outreach nurture kinship respite dental refugee asylum legal abuse harm drugs drug alcohol "
    "cannabis cocaine heroin ketamine crack knife knives weapon theft fire risk anger stress sleep food "
    "money debt rent debts blame shame grief love danger self crisis duty triage christmas easter "
    "summer winter spring autumn noon lunch dinner breakfast text email phone zoom video teams skype "
    "post staff crying running racism sexism suicide bullies anyone everyone someone nobody nothing "
    "parent parents carer carers child children baby babies family families foster mother father adult "
    "adults urgent extra male female final draft initial sober drunk unseen solo alone twice once "
    "weekly daily thrice twelve seven eight target repeat brief overdue withdrawn banned unpaid paid "
    "joint virtual drama chess homework rugby football swim netball cricket tennis judo karate yoga "
    "reiki gym dance music maths phonics blue sport sports buddy student agency crime tesco asda aldi "
    "lidl youth teenager girls boys women adopters tenant victim victims witness midwife nurse doctor "
    "dentist".split()
)
_HAS_STAFF = frozenset(
    "group groups team teams worker workers project programme programmes service course session "
    "sessions scheme hub club practitioner practitioners referral referrals mentor coordinator "
    "keyworker staff volunteer volunteers drop-in workshop workshops counsellor youthworker".split()
)
_PEOPLE = frozenset(
    "worker workers staff mentor someone somebody practitioner practitioners professional professionals "
    "coordinator keyworker advocate colleague colleagues volunteer volunteers counsellor".split()
)
_REFERRED = frozenset(
    "referred referral referrals refer signposted signpost open closed linked transferred introduced "
    "re-referred self-referred goes going go went been gone".split()
)
_WORKS = frozenset(
    "works work working worked engages engaging engaged sessions session placed involved".split()
)
_GIVEN = frozenset(
    "support help update updates report reports letter feedback call email advice input".split()
)
_MET = frozenset(
    "attends attended attending attend joined joins join contacted contacting contact emailed phoned "
    "ask asked asking rang via".split()
)
_DOES = frozenset(
    "visited visit visits wrote write writes rang ring rings called call emailed email phoned offered "
    "offer offers helped help helps met meet meets sent send supported support supports contacted "
    "contact agreed agree closed close saw see sees ran run runs reported report assessed assess "
    "accepted accept completed complete provided provide provides continue continues changed".split()
)
_DOING = frozenset(
    "visiting seeing supporting helping working offering going meeting running closing".split()
)
_HELPING_VERBS = frozenset(
    "will would can could has have had is are was were also both now then still been to be".split()
)


def words_in_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges of all that may be the letters of a service."""
    return (match.span() for match in _CAPITALS.finditer(text))


def is_service_name(words: Words, place: int) -> bool:
    """Whether the word in capitals at ``place`` is written so because its letters stand for a service."""
    text = words.texts[place]
    if not is_word(text) or _MADE_WORD.fullmatch(text):
        return False
    if words.norms[place] in _EVERYDAY or _is_loud_around(words, place):
        return False
    common = commonness(words.norms[place])
    if _beside_staff(words, place):
        return common < _COMMON_BESIDE_STAFF
    return common < _COMMON and (_is_visited(words, place) or _acts(words, place))


def _is_loud_around(words: Words, place: int) -> bool:
    """Whether a word beside it is in capitals too, or it is a name in capitals ("GREEN, Amara")."""
    beside = [
        number for number in (place - 1, place + 1) if words.starts[place] <= number < words.ends[place]
    ]
    return any(
        (words.texts[number].isupper() and len(words.texts[number]) > 1 and is_word(words.texts[number]))
        or (number < place and is_name(words, number) and number != words.starts[place])
        for number in beside
    )


def _beside_staff(words: Words, place: int) -> bool:
    """Whether somebody works for it: "someone from STEP", "the STEP worker"."""
    before, two_before = _norm(words, place - 1, place), _norm(words, place - 2, place)
    after = _norm(words, place + 1, place)
    return after in _HAS_STAFF or (before in ("from", "at") and two_before in _PEOPLE)


def _is_visited(words: Words, place: int) -> bool:
    """Whether people are sent to it or hear from it, and it ends the phrase it stands in."""
    before, two_before = _norm(words, place - 1, place), _norm(words, place - 2, place)
    governed = (
        before in _MET
        or (before == "to" and two_before in _REFERRED)
        or (before in ("with", "at", "by") and two_before in _WORKS)
        or (before in ("from", "through") and two_before in _GIVEN)
    )
    return governed and not _norm(words, place + 1, place).isdigit()


def _acts(words: Words, place: int) -> bool:
    """Whether it does what staff do, at the start of what is said: "HOPS will write to Mum"."""
    if _norm(words, place - 1, place) not in ("", "and", "but", "that", "said", "says", ",", "then", "when"):
        return False
    following, helped = place + 1, False
    while (norm := _norm(words, following, place)) in _HELPING_VERBS:
        helped, following = True, following + 1
    return norm in _DOES or (helped and norm in _DOING)


def _norm(words: Words, number: int, place: int) -> str:
    """The word of that number in small letters, or nothing outside the sentence of ``place``."""
    return words.norms[number] if words.starts[place] <= number < words.ends[place] else ""
