"""Addresses, links and fields are not for people to read, and hold no findings."""

from __future__ import annotations

import pytest

from jargon_scanner.addresses import for_machines
from jargon_scanner.scan import Scanner, scan_text


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        (
            "See https://council.example/placement/siblings for more.",
            ["https://council.example/placement/siblings"],
        ),
        ("Look at www.council.example/respite.", ["www.council.example/respite."]),
        ("Read [our policy](/policies/safeguarding) first.", ["/policies/safeguarding"]),
        ("Read [our policy](/policies/contact_(new)) first.", ["/policies/contact_(new)"]),
        ("Write to lac.team@council.example today.", ["lac.team@council.example"]),
        ("{{ cognition_need_3 }} and {% if placement %}", ["{{ cognition_need_3 }}", "{% if placement %}"]),
        ("Dear <<respondent_name>>, ${placement} ends.", ["<<respondent_name>>", "${placement}"]),
        ("The file is in /shared/placement/notes.docx now.", ["/shared/placement/notes.docx"]),
        ("Seen. <!-- the placement\nform --> Well.", ["<!-- the placement\nform -->"]),
        (
            "One.\njargon-scanner: ignore placement | printed\nTwo.",
            ["jargon-scanner: ignore placement | printed"],
        ),
        ("He and/or she saw mum/dad on 3/4/2024.", []),
        ("The plan (see the placement meeting) is [new] (and short).", []),
    ],
)
def test_what_is_for_machines(text: str, unread: list[str]) -> None:
    assert [text[start:end] for start, end in for_machines(text)] == unread


def test_an_address_holds_no_finding_and_the_words_beside_it_do(scanner: Scanner) -> None:
    text = "[Safeguarding](/policies/safeguarding) is everybody's job: ask safeguarding@school.example."
    findings = scan_text(text, scanner=scanner).findings
    assert [finding.start for finding in findings if finding.entry == "safeguarding"] == [
        text.index("Safeguarding")
    ]
