import re

import pytest
from rich.cells import cell_len

from jargon_scanner.errors import FileMissing
from tests.outputs.test_family import AWKWARD
from tests.reports import HOSTILE, finding, full_report, report


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("case", AWKWARD)
def test_no_line_is_wider_than_the_screen(case, width, show):
    many = show("text", AWKWARD[case], FileMissing("a/" + "long name " * 20), AWKWARD[case], width=width)
    assert [line for line in many.splitlines() if cell_len(line) > width] == []


@pytest.mark.parametrize("case", AWKWARD)
def test_without_colour_no_escape_code_is_written(case, show):
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f]", show("text", AWKWARD[case])) == []


def test_with_colour_the_words_are_the_same(show):
    coloured = show("text", full_report(), colour=True)
    assert "\x1b[" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == show("text", full_report())


def test_a_document_cannot_give_orders_to_the_terminal(show):
    coloured = show("text", AWKWARD["hostile"], colour=True)
    assert "\x1b[31mred" not in coloured
    assert "\x07" not in coloured
    assert "\u202e" not in coloured
    assert "[bold]b[/bold]" in re.sub("\x1b\\[[0-9;]*m", "", coloured)


def test_a_finding_is_shown_in_the_order_that_never_changes(show):
    shown = show("text", full_report())
    block = shown[shown.index("  J  step down") : shown.index("  B  failed")]
    assert [line[5:16].strip() for line in block.splitlines() if line[5:16].strip() in LABELS] == LABELS
    assert "[J step down]" in block
    assert block.splitlines()[0].endswith("4 times here")
    assert len(block.splitlines()[0]) == 80
    assert "Page 3, paragraph 1 (2 times); Page 3, paragraph 4" in block


LABELS = ["Means", "Say", "Reword", "Why", "Chosen", "Also"]


def test_places_are_headings_in_reading_order(show):
    shown = show("text", full_report())
    places = [
        "Page 1, paragraph 1",
        "Page 2, Table 1, row 3, column 2",
        "Page 1, header",
        "Page 4, paragraph 3",
    ]
    assert [line for line in shown.splitlines() if line.startswith("Page ")] == places


def test_who_wrote_the_words_is_said_where_it_is_not_the_writer(show):
    shown = show("text", full_report())
    assert re.search(r"J  contact +printed in the form\n", shown)
    assert re.search(r"J  placement +in the child's or family's own words\n", shown)


def test_the_explanation_that_comes_later_is_named(show):
    assert "(explained later, at Page 4,\n                paragraph 2)" in show("text", full_report())


def test_a_long_sentence_takes_three_lines_at_most_and_keeps_its_words(show):
    shown = show("text", AWKWARD["long"])
    lines = shown.split("J  long\n")[1].split("\n\n")[0].splitlines()
    assert 2 <= len(lines) <= 3
    assert "[J long]" in " ".join(lines)
    assert lines[0].strip().startswith("…")
    assert lines[-1].endswith("…")


def test_words_that_are_long_themselves_are_shown_whole(show):
    words = " ".join(f"word{number}" for number in range(100))
    shown = " ".join(show("text", report(finding(words, f"Before it [{words}] after it."))).split())
    assert f"[J {words}]" in shown


def test_notes_and_problems_are_told_with_their_places(show):
    shown = " ".join(show("text", full_report()).split())
    assert "PA stands for two things in this document. (Page 1, paragraph 1; Page 3, paragraph 2)" in shown
    assert "A picture may hold words that were not read. (Page 3)" in shown


def test_the_summary_closes(show):
    closing = " ".join(show("text", full_report()).split("In short\n")[1].split())
    assert "12 places where a child could stumble (8 different terms)" in closing
    assert "5 acronyms, 6 jargon words, 1 that could hurt" in closing
    assert "13.6 now, 12.1 with the first suggestions taken" in closing
    assert "1,234 words read, 35 of them the child's or family's own" in closing


def test_good_news_is_said_warmly_with_what_was_read(show):
    shown = show("text", report())
    assert "Good news: nothing that a child would stumble over." in shown
    assert "Word document, 4 pages, 1,234 words" in shown


def test_several_documents_have_an_overview_first_and_errors_in_their_place(show):
    shown = show("text", full_report(), FileMissing("b.docx"), report(path="c/clean.docx"))
    overview, first, second, third = shown.split("=" * 80)
    assert overview.startswith("3 documents, 12 findings")
    assert "b.docx was not found" in overview
    assert first.strip().startswith("plan.docx")
    assert second.strip().startswith("Not read   b.docx was not found")
    assert third.strip().startswith("clean.docx")


def test_a_name_is_shown_and_not_obeyed(show):
    assert "{{ 7 * 7 }}" in " ".join(show("text", report(title=HOSTILE)).split())


def test_a_sentence_that_was_just_shown_is_cut_to_a_line(show):
    sentence = "Joanne Sadiq, foster carer; " * 5 + "[{}] and [{}]; " + "Sue Lockwood, supervisor; " * 5
    first = finding("SW", sentence.format("SW", "DT").replace("[DT]", "DT"), kind="acronym")
    second = finding("DT", sentence.format("SW", "DT").replace("[SW]", "SW"), kind="acronym")
    shown = show("text", report(first, second))
    assert len(shown.split("  A  SW\n")[1].split("\n\n")[0].splitlines()) == 3
    assert len(shown.split("  A  DT\n")[1].split("\n\n")[0].splitlines()) == 1


@pytest.mark.parametrize("before", range(60, 80))
def test_the_letter_stands_on_the_line_of_its_word(before, show):
    shown = show("text", report(finding("step down", f"{'x' * before} [step down] now.")))
    assert "[J step" in shown
