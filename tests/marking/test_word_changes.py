"""Tracked changes: rejected, the copy is the original again; accepted, it says what was suggested."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jargon_scanner.marking.word.tasks import tighten
from jargon_scanner.word_file import read_word
from tests.marking.made import FORM, many_findings, mark, marked, package, root_of, words_of
from tests.marking.reviewing import accept, ids, looks, named, ours, reject, value_of
from tests.word.builder import bold, control, paragraph, row, run, table
from tests.word.test_anchors import Writer, blocks


def texts(root, name):
    return ["".join(element.itertext()) for element in ours(root, name)]


def test_old_words_are_deleted_and_new_ones_inserted() -> None:
    copy = marked(package(paragraph("He will step down to early help.")), ("step down", "move"))
    root = root_of(copy.data)
    assert (texts(root, "del"), texts(root, "ins")) == (["step down"], ["move"])
    assert words_of(accept(copy.data)) == ["He will move to early help."]
    assert words_of(reject(copy.data)) == ["He will step down to early help."]
    assert [(one.action, one.old, one.new, one.label) for one in copy.done] == [
        ("changed", "step down", "move", "Paragraph 1")
    ]


def test_marks_say_who_and_when() -> None:
    root = root_of(marked(package(paragraph("step down")), ("step down", "move")).data)
    for mark_ in ours(root, "ins", "del"):
        assert (value_of(mark_, "author"), value_of(mark_, "date")) == (
            "Jargon scanner",
            "2027-03-14T12:00:00Z",
        )


def test_new_words_look_as_the_found_words_do() -> None:
    body = paragraph(run("Held a ") + bold("step") + run(" down", "<w:i/>") + run(" meeting."))
    root = root_of(marked(package(body), ("step down", "closing")).data)
    inserted = next(iter(ours(root, "ins")))
    assert [one.tag.rpartition("}")[2] for one in inserted[0][0]] == ["b"]


def test_a_run_keeps_its_looks_in_every_piece() -> None:
    data = package(paragraph(run("one two three", "<w:b/><w:color w:val='FF0000'/>")))
    copy = marked(data, ("two", "2"))
    assert looks(reject(copy.data)) == looks(data)


def test_a_tab_and_a_line_break_can_be_part_of_the_words() -> None:
    body = paragraph("<w:r><w:t>step</w:t><w:tab/><w:t>down</w:t><w:br/><w:t>now</w:t></w:r>")
    data = package(body)
    copy = marked(data, ("step\tdown\nnow", "move"))
    assert words_of(accept(copy.data)) == ["move"]
    assert looks(reject(copy.data)) == looks(data)


def test_a_history_of_looks_is_not_copied_into_new_words_and_keeps_numbers_apart() -> None:
    history = (
        '<w:b/><w:rPrChange w:id="7" w:author="Kim" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange>'
    )
    data = package(paragraph(run("one two three", history)))
    copy = marked(data, ("two", "2"))
    assert next(named(next(iter(ours(root_of(copy.data), "ins"))), "rPrChange"), None) is None
    assert set(ids(copy.data).values()) == {1}
    assert looks(reject(copy.data)) == looks(data)


@pytest.mark.parametrize("wrapper", ["hyperlink", "smartTag", "customXml", "bdo"])
def test_words_in_a_wrapper_are_changed_in_it(wrapper: str) -> None:
    data = package(paragraph(run("x ") + f"<w:{wrapper}>{run('step down now')}</w:{wrapper}>"))
    copy = marked(data, ("step down", "move"))
    assert next(iter(ours(root_of(copy.data), "ins"))).getparent().tag.endswith(wrapper)
    assert words_of(accept(copy.data)) == ["x move now"]
    assert looks(reject(copy.data)) == looks(data)


INSERTED = '<w:ins w:id="5" w:author="Kim" w:date="2026-01-01T00:00:00Z">{}</w:ins>'


def test_what_another_inserted_is_deleted_in_their_insertion_and_parted_for_ours() -> None:
    data = package(paragraph(run("He will ") + INSERTED.format(run("step down in May")) + run(".")))
    copy = marked(data, ("down", "back"))
    root = root_of(copy.data)
    deleted, inserted = ours(root, "del")[0], ours(root, "ins")[0]
    assert value_of(deleted.getparent(), "author") == "Kim"
    assert inserted.getparent().tag.endswith("}p")
    assert [value_of(one, "author") for one in named(root, "ins")] == ["Kim", "Jargon scanner", "Kim"]
    assert set(ids(copy.data).values()) == {1}
    assert words_of(accept(copy.data)) == ["He will step back in May."]
    assert looks(reject(copy.data)) == looks(data)


def test_what_another_deleted_is_left_alone() -> None:
    deleted = '<w:del w:id="5" w:author="Kim"><w:r><w:delText>not </w:delText></w:r></w:del>'
    data = package(paragraph(run("He will ") + deleted + run("step down.")))
    copy = marked(data, ("will step", "may step"))
    assert words_of(accept(copy.data)) == ["He may step down."]
    assert looks(reject(copy.data)) == looks(data)


def test_words_that_were_moved_are_commented_on_and_not_changed() -> None:
    data = package(paragraph(f'<w:moveTo w:id="4" w:author="Kim">{run("step down")}</w:moveTo>'))
    assert [one.action for one in marked(data, ("step down", "move")).done] == ["commented"]


def test_a_note_between_the_words_is_never_deleted_with_them() -> None:
    data = package(paragraph('<w:r><w:t>step</w:t><w:footnoteReference w:id="2"/><w:t> down</w:t></w:r>'))
    copy = marked(data, ("step down", "move"))
    assert [one.action for one in copy.done] == ["commented"]
    assert "Not changed here" in copy.done[0].new


def test_a_clean_copy_holds_the_new_words_and_no_marks() -> None:
    copy = marked(
        package(paragraph(run("He will ") + bold("step down."))), ("step down", "move"), as_="clean"
    )
    assert words_of(copy.data) == ["He will move."]
    assert not ours(root_of(copy.data), "ins", "del")
    assert [(one.old, one.new) for one in copy.done] == [("step down", "move")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("an EHC plan", "an education plan", ("EHC", "education")),
        ("the placement", "his home", ("the placement", "his home")),
        ("same", "same", ("same", "same")),
        ("step down to", "move to", ("step down", "move")),
        ("word ", "term ", ("word", "term")),
        ("LAC", "", ("LAC", "")),
    ],
)
def test_whole_words_that_stay_are_left_out_of_a_change(
    old: str, new: str, expected: tuple[str, str]
) -> None:
    start, end, said = tighten(f"x {old} y", 2, 2 + len(old), new)
    assert (f"x {old} y"[start:end], said) == expected


@given(st.text("ab ", min_size=1, max_size=12), st.text("ab ", max_size=12))
def test_a_tightened_change_comes_to_the_same(old: str, new: str) -> None:
    start, end, said = tighten(old, 0, len(old), new)
    assert old[:start] + said + old[end:] == new
    assert start < end


def check_round_trip(data: bytes, step: int = 1) -> None:
    """Marks at many words: all of them taken back, nothing has changed; all accepted, it says what was meant."""
    document = read_word(FORM, data)
    findings = many_findings(document, step)
    copy = mark(document, data, findings)
    rejected = reject(copy.data)
    assert looks(rejected) == looks(data)
    assert words_of(rejected) == words_of(data)
    before, after = ids(data), ids(copy.data)
    assert all(times == 1 or before[number] > 1 for number, times in after.items())
    assert {one.finding for one in (*copy.done, *copy.left)} == {one.id for one in findings}
    changed = {one.finding for one in copy.done if one.action == "changed"}
    clean = mark(document, data, [one for one in findings if one.id in changed], as_="clean")
    assert words_of(accept(copy.data)) == words_of(clean.data)


@settings(max_examples=15, deadline=None)
@given(st.lists(blocks, min_size=1, max_size=4))
def test_marks_in_any_structure_can_be_taken_back_and_accepted(nodes: list[object]) -> None:
    writer = Writer()
    body = "".join(writer.block(node) for node in nodes)
    check_round_trip(package(re.sub(r"(w\d+;)", r"a \1 b ", body)))


@given(
    st.lists(
        st.tuples(st.text("xyz ", min_size=1, max_size=9), st.sampled_from(["", "<w:b/>", "<w:i/>"])),
        min_size=1,
        max_size=8,
    )
)
def test_words_over_any_runs_can_be_changed_and_taken_back(pieces: list[tuple[str, str]]) -> None:
    check_round_trip(
        package(paragraph("a") + paragraph(run("q ") + "".join(run(*piece) for piece in pieces)))
    )


def test_a_change_in_a_table_stays_in_its_cell() -> None:
    data = package(table(row("Plan", "step down"), row("When", "in May")))
    copy = marked(data, ("step down", "move"))
    assert words_of(accept(copy.data)) == ["Plan", "move", "When", "in May"]


def test_a_change_in_an_inline_control_stays_in_it() -> None:
    data = package(paragraph(run("Plan: ") + control(run("step down"))))
    copy = marked(data, ("step down", "move"))
    assert next(iter(ours(root_of(copy.data), "ins"))).getparent().tag.endswith("sdtContent")
    assert words_of(accept(copy.data)) == ["Plan: move"]
