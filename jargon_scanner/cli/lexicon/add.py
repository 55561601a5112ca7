"""``lexicon add``: the questions one by one, and a valid entry at the end."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jargon_scanner.cli import destination
from jargon_scanner.cli.chosen import ConfigOption, own_file, paths_of, settings_of
from jargon_scanner.cli.speech import say
from jargon_scanner.errors import LexiconError
from jargon_scanner.findings import KINDS, TREATMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from jargon_scanner.lexicon.entry import AnyEntry
    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.settings import Settings

NEW_FILE = "our-words.yaml"
_PARTS = ("noun", "verb", "adjective", "adverb", "preposition", "conjunction", "phrase", "interjection")
_TREATMENTS = {
    "replace": "the word is never needed",
    "explain": "law or safety needs it: keep it and explain it",
    "ask": "ask what this child calls it",
    "rethink": "it blames: say who did what",
}
_LETTERS = re.compile(r"[A-Z][A-Za-z0-9&/.]*[A-Z0-9]")


def add(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="TERM...", help="The words, as in a dictionary.", show_default=False),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FILE",
            help=f"The lexicon file to add to. Without it, the first one you have chosen, or {NEW_FILE}.",
        ),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Add an entry to your own lexicon file, question by question.

    The forms that it will find are shown before anything is written. The rest of the file stays as it is.
    """
    add_to(" ".join(words or ()), to, settings_of(config))


def add_to(words: str, to: str | None, settings: Settings) -> Path | None:
    """Ask for an entry and add it to a lexicon file.

    Args:
        words: that it is for; "" to ask for them too.
        to: the file; None for the one that was chosen first.
        settings: name the lexicons that are in use.

    Returns:
        The file; None if the person thought better of it.

    Raises:
        LexiconError: the answers make no entry, or the file cannot be added to.
        UsageError: the file cannot be written.
    """
    from jargon_scanner.lexicon.load import read
    from jargon_scanner.lexicon.write import with_entry

    target = Path(to) if to else own_file(settings) or Path(NEW_FILE)
    is_there = target.exists()
    others = [path for path in paths_of(settings) if path.resolve() != target.resolve()]
    lexicon = read([*others, *([target] if is_there else [])])
    entry = _entry(_ask_all(words, lexicon), lexicon)
    _preview(entry, lexicon)
    old = target.read_text(encoding="utf-8") if is_there else ""
    new = with_entry(old, entry, str(target))
    if not typer.confirm(f"Add it to {target}?", default=True, err=True):
        say("Nothing was written.")
        return None
    destination.check_destination(str(target), [])
    with destination.opened(str(target)) as out:
        out.write(new.encode("utf-8"))
    say(f"Added to {target}. Try its sentences with: jargon-scanner lexicon check {target}")
    return target


def _ask_all(words: str, lexicon: Lexicon) -> dict[str, Any]:
    """The answers, as plain data in the form of a lexicon file."""
    words = words or _ask("The words, as in a dictionary (a verb without “to”)", _is_said)
    is_short = bool(_LETTERS.fullmatch(words))
    data: dict[str, Any] = {"id": _free_id(words, lexicon.with_silenced().entries)}
    if is_short:
        data |= {"short": words, "kind": "acronym", "category": "acronym"}
        long = _ask("What do the letters stand for? (capitals only for names)", _is_said)
    else:
        data |= {"term": words, "pos": _choose("What part of speech is it", _PARTS, "noun")}
        data["kind"] = _choose(
            "What kind of finding is it", [kind for kind in KINDS if kind != "acronym"], "jargon"
        )
        fitting = [one.id for one in lexicon.categories.values() if one.kind == data["kind"]]
        for one in fitting:
            say(f"  {one}: {lexicon.categories[one].what}")
        data["category"] = _choose("Which category", fitting, fitting[0])
    for one in TREATMENTS:
        say(f"  {one}: {_TREATMENTS[one]}")
    data["treatment"] = _choose(
        "What is to be done about it", TREATMENTS, "replace" if data["kind"] != "blaming" else "rethink"
    )
    meaning = _ask("What does it mean? Say it to a ten-year-old, in sentences of at most 20 words", _is_said)
    data["why"] = _ask("Why is it better not written? One kind sentence to the writer", _is_said)
    if data["treatment"] in ("ask", "rethink"):
        data["question"] = _ask("Which question would help the writer", _is_said)
    say_instead = [
        {"replace": one} for one in _ask_many("Words that could stand there instead, the best first")
    ]
    say_instead += [{"rephrase": one} for one in _ask_many("Advice to the writer, in a full sentence")]
    if is_short:
        data["senses"] = [{"long": long, "meaning": meaning, "say": say_instead}]
    else:
        data |= {"meaning": meaning, "say": say_instead}
    flagged = _ask_many("A sentence where it is found, the words in square brackets", _has_brackets)
    innocent = _ask_many("A sentence with the same words where it is not meant")
    data["examples"] = {"flagged": flagged, "not_flagged": innocent}
    return data


def _entry(data: dict[str, Any], lexicon: Lexicon) -> AnyEntry:
    """The entry, checked as every lexicon file is."""
    from pydantic import ValidationError

    from jargon_scanner.lexicon.checks import CHECKS, errors_of
    from jargon_scanner.lexicon.faults import faults_of
    from jargon_scanner.lexicon.layers import Located
    from jargon_scanner.lexicon.load import entry_of

    try:
        entry = entry_of(data)
        faults = list(errors_of(Located(entry, "council", "answers", 1), lexicon, CHECKS))
    except ValidationError as error:
        faults = list(faults_of(error, "answers", {}, ("entries",)))
    errors = [fault for fault in faults if fault.is_error]
    if errors:
        raise LexiconError("Nothing was written:\n" + "\n".join(fault.message for fault in errors))
    for fault in faults:
        say(f"Not complete: {fault.message}")
    return entry


def _preview(entry: AnyEntry, lexicon: Lexicon) -> None:
    from jargon_scanner.lexicon.find import Finder, names_of
    from jargon_scanner.lexicon.shown import forms_of, yaml_of

    say(f"It finds: {', '.join(forms_of(entry, lexicon.classes))}")
    others = [named.located for named in Finder(lexicon).named(next(iter(names_of(entry))))]
    for other in others:
        say(f"These words are found already by {other.entry.id} ({other.file}:{other.line}).")
    typer.echo(yaml_of(entry))


def _free_id(words: str, taken: Collection[str]) -> str:
    slug = "-".join(re.findall(r"[a-z0-9]+", words.lower())) or "word"
    if slug not in taken:
        return slug
    return next(name for number in range(2, len(taken) + 3) if (name := f"{slug}-{number}") not in taken)


def _ask(question: str, check: Callable[[str], str]) -> str:
    """Ask until the answer will do; ``check`` says what is wrong with it, or nothing."""
    while True:
        answer = str(typer.prompt(question, default="", show_default=False, err=True)).strip()
        fault = check(answer)
        if not fault:
            return answer
        say(fault)


def _ask_many(question: str, check: Callable[[str], str] | None = None) -> list[str]:
    """Ask again and again, until the answer is empty."""
    answers: list[str] = []
    while True:
        answer = str(
            typer.prompt(
                f"{question} (Enter when there are no more)", default="", show_default=False, err=True
            )
        ).strip()
        if not answer:
            return answers
        fault = check(answer) if check else ""
        if fault:
            say(fault)
        else:
            answers.append(answer)


def _choose(question: str, names: Iterable[str], default: str) -> str:
    from jargon_scanner.lexicon.faults import did_you_mean

    known = tuple(names)

    def is_known(answer: str) -> str:
        return "" if answer in known else f"It is one of {', '.join(known)}.{did_you_mean(answer, known)}"

    while True:
        answer = (
            str(typer.prompt(f"{question} ({', '.join(known)})", default=default, err=True)).strip().lower()
        )
        fault = is_known(answer)
        if not fault:
            return answer
        say(fault)


def _is_said(answer: str) -> str:
    return "" if answer else "Please say something here."


def _has_brackets(answer: str) -> str:
    return (
        "" if re.search(r"\[[^\[\]]+\]", answer) else "Put the words into square brackets: He [stepped down]."
    )
