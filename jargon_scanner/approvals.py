"""On whose say-so, in words: the same in every view, and in what is said of an entry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jargon_scanner.findings import Approval

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def in_words(review: Approval) -> str:
    """Who approved a wording, when, and how many were asked, as far as that is said.

    Returns:
        "by 14 of 17 young people, March 2027"; "by Care council, March 2027 (17 people asked)"; "by parents
        and carers, March 2027".
    """
    when = day(review.date)
    if not review.responses:
        return f"by {review.group}, {when}"
    if review.chose is not None:
        return f"by {review.chose:,} of {review.responses:,} {review.group}, {when}"
    people = "person" if review.responses == 1 else "people"
    return f"by {review.group}, {when} ({review.responses:,} {people} asked)"


def day(text: str) -> str:
    """A date as a person writes it: "14 March 2027" for 2027-03-14, "March 2027" for 2027-03."""
    year, _, rest = text.partition("-")
    try:
        whole = date.fromisoformat(text if rest.count("-") else f"{text}-01")
    except ValueError:
        return text
    month = f"{_MONTHS[whole.month - 1]} {year}"
    return f"{whole.day} {month}" if rest.count("-") else month
