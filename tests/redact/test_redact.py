"""Names, places, dates and numbers hidden, measured on sentences written without sight of the rules.

``sentences.txt`` was written before there were rules; the first measurement hid 378 of the 382 that were
planted in it. ``more_sentences.txt`` was written later and by another hand, before the rules were read; the
first measurement hid 330 of 338 (0.976; names 175 of 176, dates 42 of 47, every number and postcode), and 87 %
of what was hidden had been planted. Terms and holidays of the school year were the one class that was missing.
What is left unhidden tells of nobody: "Mum", "her birthday", "platform 2". Real text will be worse: hence the
person who ticks.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jargon_scanner.redact import Redacted, Redactor

PLANTED = re.compile(r"\[([A-Z])\|([^\]]+)\]")
SETS = {"sentences.txt": 200, "more_sentences.txt": 216}
#: Words that tell of nobody, within what was planted: "Nan Doreen" is hidden when Doreen is.
GENERAL = frozenset("the and of in at a mr mrs ms miss dr nan nana gran auntie uncle grandad baby".split())
SHORT = frozenset("NHS GP IRO CAMHS EHCP LAC ICPC".split())


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor(SHORT)


def planted(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A line as a reader sees it, with the ranges of what was planted in it."""
    text, ranges, place = "", [], 0
    for match in PLANTED.finditer(line):
        text += line[place : match.start()]
        ranges.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        place = match.end()
    return text + line[place:], ranges


def left_of(text: str, start: int, end: int, done: Redacted) -> list[str]:
    """The telling words of a range that nothing hides."""
    words = re.finditer(r"[\w@.+-]*\w", text[start:end])
    return [
        word[0]
        for word in words
        if re.split(r"['’]", word[0])[0].lower() not in GENERAL
        and not any(
            mask.start <= start + word.start() and start + word.end() <= mask.end for mask in done.masks
        )
        and word[0] != "s"
    ]


def lines_of(name: str) -> list[str]:
    written = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line for line in written if not line.startswith("#")]


@pytest.mark.parametrize(("name", "count"), SETS.items())
def test_the_sentences_are_all_there_and_each_is_another(name: str, count: int) -> None:
    lines = lines_of(name)
    assert len(lines) == len(set(lines)) == count


@pytest.mark.parametrize("name", SETS)
def test_nearly_everything_that_was_planted_is_hidden(name: str, redactor: Redactor) -> None:
    hidden: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    missed, masks, right = [], 0, 0
    for line in lines_of(name):
        text, ranges = planted(line)
        done = redactor.redact(text)
        for start, end, kind in ranges:
            left = left_of(text, start, end, done)
            whole[kind] += 1
            hidden[kind] += not left
            missed += [f"{kind} {text[start:end]!r} left {left} in {done.text}"] if left else []
        masks += len(done.masks)
        right += sum(any(m.start < end and start < m.end for start, end, _ in ranges) for m in done.masks)
    print({kind: f"{hidden[kind]}/{whole[kind]}" for kind in whole}, f"precision {right}/{masks}")
    print("\n".join(missed))
    assert hidden.total() / whole.total() >= 0.98
    assert all(hidden[kind] / whole[kind] >= 0.95 for kind in whole)
    assert right / masks >= 0.85


def test_what_names_nobody_stays(redactor: Redactor) -> None:
    for text in (
        "The placement ended, and Mum told the IRO and the Social Worker that it hurt.",
        "Children in care see their GPs in Year 6.",
        "Mum’s plan is good. I’m glad.",
    ):
        assert redactor.redact(text).text == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jay's mum rang.", "[name]'s mum rang."),
        ("JAY SMITH lives here.", "[name] lives here."),
        ("Rhys ap Gwilym came.", "[name] came."),
        ("She is 14 and in Year 6.", "She is [number] and in Year 6."),
        ("He rang on 3 May 2024.", "He rang on [date]."),
        ("He was out of school for the autumn term 2023.", "He was out of school for the [date]."),
        ("He went. Hope cried.", "He went. [name] cried."),
        ("", ""),
    ],
)
def test_what_is_shown_instead(redactor: Redactor, text: str, shown: str) -> None:
    assert redactor.redact(text).text == shown


WORDS = st.lists(
    st.sampled_from(
        "the placement Oluwaseun jay Mum 14 4/6 IRO said. Grace O'Neill 07700900123 a@b.uk and St. (Dot) “Ali”".split()
    ),
    max_size=12,
).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(WORDS | st.text(string.ascii_letters + string.digits + " .,'’-\n", max_size=60))
def test_nothing_is_changed_but_what_is_hidden_and_no_number_is_left(text: str) -> None:
    done = SHARED.redact(text)
    place, rebuilt = 0, ""
    for mask in done.masks:
        assert place <= mask.start < mask.end
        rebuilt += text[place : mask.start] + f"[{mask.kind}]"
        place = mask.end
    assert rebuilt + text[place:] == done.text
    assert not re.search(r"\d\d", done.text)
    assert not re.search(r"(?<=[a-z] )(?:Oluwaseun|Grace|O'Neill|Dot)\b", done.text)


SHARED = Redactor(SHORT)
