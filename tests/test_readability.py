"""Readability is of prose: prompts, labels and headings are no prose."""

from __future__ import annotations

from jargon_scanner import Scanner
from jargon_scanner.scan import scan_text

PROSE = "The boys walked to the shop with their nan and then came home for tea. " * 10
PROMPTS = "- Details of any previous multidisciplinary involvement including dates and professionals\n" * 30


def test_a_form_made_of_prompts_has_no_reading_age(scanner: Scanner) -> None:
    assert scan_text(PROMPTS, scanner=scanner).readability.reading_age is None


def test_prompts_do_not_change_the_reading_age_of_the_prose_between_them(scanner: Scanner) -> None:
    alone = scan_text(PROSE, scanner=scanner).readability
    between = scan_text(f"{PROMPTS}\n\n{PROSE}\n\n{PROMPTS}", scanner=scanner).readability
    assert between.reading_age == alone.reading_age is not None


def test_a_sentence_that_ends_in_a_quotation_is_prose(scanner: Scanner) -> None:
    quoted = 'He said that he would like to go home to his nan and "stay there for good." ' * 10
    assert scan_text(quoted, scanner=scanner).readability.reading_age is not None
