"""Auditors and documents: never unfair, as even as can be, and every even pairing as likely as any other."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jargon_scanner.errors import UsageError
from jargon_scanner.library.audit.codes import code_of, read_code
from jargon_scanner.library.audit.pairing import pair
from jargon_scanner.library.audit.people import Auditor, Drawn, may_not, read_auditors, why_nobody

PROBLEMS = st.integers(1, 5).flatmap(
    lambda auditors: st.tuples(
        st.lists(st.sets(st.integers(0, auditors - 1)).map(sorted), max_size=7), st.just(auditors)
    )
)


def every_even_pairing(allowed, auditors):
    """By brute force: all pairings of the documents that somebody may read with the least sum of squares."""
    choices = [one or [None] for one in allowed]
    cost = {
        one: sum(count**2 for who, count in Counter(one).items() if who is not None)
        for one in product(*choices)
    }
    least = min(cost.values())
    return {one for one, squares in cost.items() if squares == least}


@settings(deadline=None, max_examples=150)
@given(PROBLEMS, st.integers())
def test_nobody_reads_what_they_may_not_and_loads_are_as_even_as_can_be(problem, seed):
    allowed, auditors = problem
    assert tuple(pair(allowed, auditors, seed)) in every_even_pairing(allowed, auditors)


@pytest.mark.parametrize(
    ("allowed", "auditors"),
    [
        ([[0, 1], [1, 2], [2, 3], [3, 0]], 4),  # one round of all four, or none
        ([[1, 2], [1, 2], [0, 2], [0, 2], [0, 1]], 3),
        ([[0], [0, 1], [1, 2], [0, 1, 2], [2]], 3),
    ],
)
def test_every_even_pairing_is_as_likely(allowed, auditors):
    pairings = every_even_pairing(allowed, auditors)
    draws = 60 * len(pairings)
    times = Counter(tuple(pair(allowed, auditors, seed)) for seed in range(draws))
    assert set(times) == pairings
    chi_square = sum((times[one] - 60) ** 2 / 60 for one in pairings)
    assert chi_square < limit(len(pairings) - 1)


def limit(degrees):
    """The chi-square that one in a thousand exceeds (E. B. Wilson and M. M. Hilferty, 1931)."""
    part = 2 / (9 * degrees)
    return degrees * (1 - part + 3.0902 * part**0.5) ** 3


def test_every_allowed_pair_is_as_likely_where_services_are_alike():
    # Three services with two auditors and four documents each: each document has four fair auditors.
    allowed = [[a for a in range(6) if a // 2 != service] for service in range(3) for _ in range(4)]
    draws = 600
    times = Counter()
    for seed in range(draws):
        chosen = pair(allowed, 6, seed)
        assert set(Counter(chosen).values()) == {2}
        times.update(enumerate(chosen))
    expected = draws / 4
    pairs = [(document, one) for document, may in enumerate(allowed) for one in may]
    assert set(times) == set(pairs)
    chi_square = sum((times[one] - expected) ** 2 / expected for one in pairs)
    assert chi_square < limit(len(pairs))


def test_the_same_seed_pairs_alike_and_another_not():
    allowed = [[0, 1, 2, 3]] * 12
    assert pair(allowed, 4, 7) == pair(allowed, 4, 7)
    assert len({tuple(pair(allowed, 4, seed)) for seed in range(20)}) > 15
    assert pair([], 3, 1) == []


def drawn(service="East", owner="Ann Lee", team="Blue", manager=""):
    return Drawn("a.docx", "a.docx", service, team, owner, manager)


@pytest.mark.parametrize(
    ("auditor", "document", "why"),
    [
        (Auditor("Bo", "West"), drawn(), ""),
        (Auditor("Bo", " east "), drawn(), "of the same service"),
        (Auditor("ann  lee", "West"), drawn(), "its author"),
        (Auditor("Bo", "West", ("Ann Lee",)), drawn(), "manages its author"),
        (Auditor("Bo", "West", ("blue",)), drawn(), "manages its author"),
        (Auditor("Bo", "West"), drawn(manager="BO"), "manages its author"),
        (Auditor("Bo", "West"), drawn(service=""), "nobody said which service it is of"),
    ],
)
def test_who_may_not_read_what(auditor, document, why):
    assert may_not(auditor, document) == why


def test_it_is_said_why_nobody_may_read_a_document():
    auditors = [Auditor("A", "East"), Auditor("B", "East"), Auditor("C", "West", ("Ann Lee",))]
    assert why_nobody(auditors, drawn()) == "Of 3 auditors 2 are of the same service, 1 manages its author."


PEOPLE = st.lists(
    st.builds(Auditor, st.sampled_from("ABCDE"), st.sampled_from(["x", "y", "z"]), st.lists(st.sampled_from(["o1", "t1", "o2"]), max_size=2).map(tuple)),
    min_size=1, max_size=5, unique_by=lambda one: one.name,
)  # fmt: skip
DOCUMENTS = st.lists(
    st.builds(Drawn, st.just("p"), st.just("p"), st.sampled_from(["x", "y", "z", ""]), st.sampled_from(["t1", "t2"]), st.sampled_from(["o1", "o2", "A"]), st.sampled_from(["", "B"])),
    max_size=10,
)  # fmt: skip


@settings(deadline=None)
@given(PEOPLE, DOCUMENTS, st.integers(0, 99))
def test_the_constraints_hold_for_any_people_and_documents(people, documents, seed):
    allowed = [[n for n, one in enumerate(people) if not may_not(one, document)] for document in documents]
    for document, number in zip(documents, pair(allowed, len(people), seed), strict=True):
        if number is None:
            assert why_nobody(people, document)
            continue
        one = people[number]
        assert one.service != document.service != ""
        assert not {document.owner, document.team} & {one.name, *one.manages}
        assert one.name != document.manager


def test_a_list_of_auditors_is_read(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("\ufeffName,Service,Manages\nBo Day,West,Ann Lee; Blue\nCy,East,\n", "utf-8")
    assert read_auditors(path) == (Auditor("Bo Day", "West", ("Ann Lee", "Blue")), Auditor("Cy", "East"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("who,service\nBo,West\n", "row 2: no name"),
        ("name,service\nBo,\n", "row 2: no service"),
        ("name,service\nBo,West\nbo,East\n", "row 3: bo is in the list twice"),
        ("name,service\n", "names nobody"),
    ],
)
def test_a_list_that_cannot_be_used_says_where(tmp_path, text, said):
    path = tmp_path / "people.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=said):
        read_auditors(path)


@given(st.integers(), st.integers(0, 6), st.sampled_from("BCDFGHJKMNPQRSTVWXZ"))
def test_a_slip_in_a_code_is_seen(number, place, letter):
    code = code_of(number, salt=b"x")
    letters = code.replace("-", "")
    assert read_code(code.lower().replace("-", " ")) == code
    wrong = letters[:place] + letter + letters[place + 1 :]
    assert read_code(wrong) == (code if wrong == letters else None)
    swapped = letters[:place] + letters[place : place + 2][::-1] + letters[place + 2 :]
    assert read_code(swapped) == (code if swapped == letters else None)


@pytest.mark.parametrize("written", ["", "KXM", "KXM-RTP-O", "KXM-RT0-B"])
def test_what_is_no_code_is_none(written):
    assert read_code(written) is None
