"""New words: found where many documents say them, never where the lexicon knows them or one writer does."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.library.new_words.decisions import decide, decisions, undecided
from jargon_scanner.library.new_words.gather import gather, pack, unpack
from jargon_scanner.library.new_words.spelling import meant
from jargon_scanner.library.new_words.weigh import weigh
from jargon_scanner.library.tally import tally
from tests.library.test_scope import facts


def document(text):
    from pathlib import Path

    from jargon_scanner.loaders import text as plain

    return plain.read(Path("a.txt"), text.encode())


def test_phrases_begin_and_end_with_words_that_carry_meaning():
    counts = gather(document("The quality of care planning was good."), [])
    assert "quality of care planning" in counts
    assert "care planning" in counts
    assert not any(phrase.startswith(("the ", "of ")) or phrase.endswith(" of") for phrase in counts)


def test_phrases_do_not_cross_marks_numbers_findings_or_names():
    text = "We held panel, then gateway meeting with Aisha today. Form 7 done. Step down plan."
    covered = text.index("Step down")
    counts = gather(document(text), [(covered, covered + len("Step down"))])
    assert {"gateway meeting", "panel"} <= set(counts)
    assert not {"panel gateway", "step", "aisha", "form done", "down plan", "step down"} & set(counts)


@given(
    st.dictionaries(st.text("abc d'", min_size=1).filter(lambda one: one == one.strip()), st.integers(1, 99))
)
def test_packing_loses_nothing(counts):
    assert dict(unpack(pack(Counter(counts)))) == counts


def test_what_many_documents_say_and_english_does_not_comes_first():
    documents = [(1, [("gateway panel", 2), ("gateway", 2), ("panel", 2), ("today", 5)])] * 9
    documents += [(1, [("zorbing", 40), ("today", 5)])]
    ranked = [one.phrase for one in weigh(lambda: iter(documents), 20_000)]
    assert ranked[0] == "gateway panel"
    assert "zorbing" not in ranked
    assert "gateway" not in ranked  # it never stands alone


def test_forms_of_one_word_are_one_word():
    documents = [(1, [("genogram", 1), ("genograms", 2), ("genogram's", 1)])] * 4
    (one,) = weigh(lambda: iter(documents), 1000)
    assert (one.phrase, one.times) == ("genograms", 16)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("safegaurding", "safeguarding"),
        ("assesment", "assessment"),
        ("genogram", ""),
        ("child", ""),
        ("zzq", ""),
    ],
)
def test_a_slip_of_the_fingers_is_told(word, said):
    assert meant(word) == said


def test_a_library_shows_its_new_words_with_sentences_until_somebody_decides(library, store, scanned):
    for number in range(4):
        path = library / "Early help" / f"note {number}.txt"
        path.write_text(f"Visit {number}: the squiggleplan was agreed with everyone.", "utf-8")
    run = scanned(library)
    (row,) = [row for row in tally(store, run).new_words if row.phrase == "squiggleplan"]
    assert (row.documents, row.times) == (4, 4)
    assert row.contexts[0] == "Visit 0: the squiggleplan was agreed with everyone."
    decide(store, "squiggleplan", "rejected", "the name of our form")
    assert "squiggleplan" not in {row.phrase for row in tally(store, run).new_words}
    assert facts(store, run)


def test_undoing_is_a_decision_and_none_is_lost(store, scanned, library):
    for number in range(4):
        (library / "Early help" / f"note {number}.txt").write_text(
            "The squiggleplan is here. A squiggleplan helps.", "utf-8"
        )
    run = scanned(library)
    assert "squiggleplan" in {row.phrase for row in undecided(store, run)}
    decide(store, "Squiggleplan ", "rejected", "a form")
    assert "squiggleplan" not in {row.phrase for row in undecided(store, run)}
    decide(store, "squiggleplan", "open", "no, it is jargon")
    assert "squiggleplan" in {row.phrase for row in undecided(store, run)}
    assert [(one.phrase, one.outcome) for one in decisions(store)] == [
        ("squiggleplan", "rejected"),
        ("squiggleplan", "open"),
    ]
