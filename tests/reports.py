"""Reports built by hand: what a view is given, without a scan."""

from dataclasses import replace
from itertools import count

from jargon_scanner.document import Problem
from jargon_scanner.findings import Acronym, Approval, Expansion, Finding, Location, Suggestion
from jargon_scanner.report import (
    DocumentInfo,
    Figures,
    LexiconInfo,
    ModelInfo,
    Note,
    Readability,
    Report,
    ToolInfo,
    summarise,
)

_ids = count(1)

HOSTILE = (
    '<script>alert("x")</script> & \'"><img src=http://evil.example/x onerror=alert(1)>'
    " \x1b[31mred\x07\u202e {{ 7 * 7 }} [bold]b[/bold]"
)
WIDE = "我们在会议上讨论了孩子的计划，然后决定了下一步。" * 6


def finding(text="step down", sentence=None, *, start=None, label="Page 1, paragraph 1", block=0, **changes):
    """A finding in a sentence; ``[...]`` marks the words there, else the first of them are meant."""
    sentence = f"The plan is to [{text}] to early help." if sentence is None else sentence
    place = sentence.find(f"[{text}]")
    if place >= 0:
        sentence = sentence.replace(f"[{text}]", text, 1)
    begins = 0 if start is None else start
    start = begins + max(place if place >= 0 else sentence.find(text), 0)
    end = start + len(text)
    made = Finding(
        id=f"f{next(_ids)}",
        kind="jargon",
        category="system-word",
        treatment="replace",
        owner="author",
        question=None,
        entry=None,
        text=text,
        start=start,
        end=end,
        location=Location(label, 1, "body", block, start, end),
        sentence=sentence,
        meaning=None,
        why=None,
        acronym=None,
        suggestions=(),
        confidence=0.9,
    )
    return replace(made, **changes)


def swap(text, made, *, review=None):
    """A wording that drops in for the words of a finding."""
    start, end = made.start, made.end
    changed = made.sentence.replace(made.text, text, 1)
    return Suggestion("replace", text, (start, end), changed, "general knowledge", review)


def advice(text, made):
    """Advice to write the sentence anew."""
    return Suggestion("rephrase", text, (made.start, made.end), None, "general knowledge")


def report(
    *findings,
    path="drafts/plan.docx",
    notes=(),
    problems=(),
    words=1234,
    child_words=35,
    age=13.6,
    after=12.1,
    **document,
):
    """A report of the findings."""
    info = DocumentInfo(path, "docx", "ab" * 32, "", 4, words)
    return Report(
        tool=ToolInfo("0.1.0", LexiconInfo("bundled", "1", "cd" * 32), ModelInfo("en_core_web_sm", "3.8.0")),
        document=replace(info, **document),
        readability=Readability(age, 18.2, 0.21, Figures(after, 16.0, 0.15), "Coleman–Liau"),
        findings=tuple(findings),
        summary=summarise(tuple(findings), words, child_words),
        notes=tuple(notes),
        problems=tuple(problems),
    )


def full_report():
    """A report with every kind, treatment, owner and status, with repeats, notes and problems."""
    down = finding(
        "step down",
        "Since things are safer now and the family has met every goal, "
        "the plan is to [step down] to early help in May.",
        label="Page 2, Table 1, row 3, column 2",
        block=3,
        entry="step-down",
        meaning="ending a social worker's plan because things are safer",
        why="a child reads stairs, not help.",
    )
    review = Approval("Northtown young people's group", "2027-03-14", 17)
    down = replace(
        down,
        suggestions=(
            swap("move to early help", down, review=review),
            swap("finish the plan", down),
            advice("Say what will stop and what will go on.", down),
        ),
    )
    again = [
        finding("stepped down", label=f"Page 3, paragraph {n}", block=10 + n, entry="step-down")
        for n in (1, 1, 4)
    ]
    engage = finding(
        "failed to engage",
        "Mum [failed to engage] with the service.",
        label="Page 2, Table 1, row 3, column 2",
        block=3,
        start=200,
        kind="blaming",
        category="blame",
        treatment="rethink",
        question="What was offered, and what got in the way?",
        why="it blames Mum, and does not say what happened.",
    )
    engage = replace(engage, suggestions=(swap("has not yet been able to come to", engage),))
    conference = finding(
        "ICPC",
        "The [ICPC] is on 3 May.",
        block=1,
        kind="acronym",
        category="meeting",
        treatment="explain",
        entry="icpc",
        meaning="a meeting about how to keep you safe",
        acronym=Acronym(
            "undefined",
            "initial child protection conference",
            (Expansion("initial child protection conference", 0.97, "lexicon"),),
        ),
    )
    adviser = finding(
        "PA",
        "Ask your [PA] first.",
        block=2,
        kind="acronym",
        category="people",
        acronym=Acronym(
            "redefined",
            "personal adviser",
            (
                Expansion("personal adviser", 0.7, "document"),
                Expansion("parenting assessment", 0.3, "library"),
            ),
        ),
    )
    later = finding(
        "EHCP",
        "An [EHCP] was asked for.",
        block=2,
        start=40,
        kind="acronym",
        category="school",
        acronym=Acronym("defined-later", "education, health and care plan"),
    )
    explained = finding(
        "EHCP",
        label="Page 4, paragraph 2",
        block=20,
        kind="acronym",
        category="school",
        acronym=Acronym("defined", "education, health and care plan"),
    )
    unknown = finding(
        "ZZQ",
        "The [ZZQ] was sent.",
        block=2,
        start=80,
        kind="acronym",
        category="unknown-acronym",
        acronym=Acronym("unknown", None),
    )
    contact = finding(
        "contact",
        "[contact] is on Saturdays.",
        label="Page 1, header",
        block=30,
        treatment="ask",
        owner="template",
        question="Ask Jay what they call this.",
        category="family-time",
    )
    contact = replace(
        contact, suggestions=(swap("family time", contact), swap("seeing mum and dad", contact))
    )
    quoted = finding(
        "placement",
        "“I like my [placement]”, said Jay.",
        label="Page 4, paragraph 3",
        block=31,
        owner="quote",
    )
    return report(
        conference,
        adviser,
        later,
        unknown,
        down,
        engage,
        *again,
        explained,
        contact,
        quoted,
        notes=(
            Note(
                "acronym-two-meanings",
                "PA stands for two things in this document.",
                ("Page 1, paragraph 1", "Page 3, paragraph 2"),
            ),
        ),
        problems=(Problem("image-of-text", "A picture may hold words that were not read.", "Page 3"),),
    )
