"""``scope compare OLD NEW``: what is new, gone and moved between two scans of a library."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.scope.chosen import opened_run
from jargon_scanner.errors import UsageError
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.library.compare import Comparison, DocumentChange

FAILED_ON = 1
_TOP = 20
_FAILS = {"new-blaming": "new wording that could hurt", "new": "any new finding"}


def compare(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A folder of figures; figures@2027-03 is that month's scan.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same folder, or another.")],
    form: Annotated[str, typer.Option("--format", metavar="NAME", help="text or json.")] = "text",
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="NAME",
            help="Leave with exit code 1 on new-blaming (new wording that could hurt) or new (anything new).",
        ),
    ] = None,
) -> None:
    """Say what changed between two scans: term by term, and document by document.

    Exit code: 0 nothing of --fail-on; 1 something of it; 2 wrong usage.
    """
    from jargon_scanner.library.compare import compare as compare_runs

    if fail_on is not None and fail_on not in _FAILS:
        raise UsageError(f"--fail-on {fail_on}: there are {' and '.join(_FAILS)}.")
    if form not in ("text", "json"):
        raise UsageError(f"--format {form}: there are text and json.")
    with opened_run(old) as before, opened_run(new) as after:
        found = compare_runs(before, after)
    typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1) if form == "json" else _text(found))
    raise typer.Exit(FAILED_ON if _fails(found, fail_on) else 0)


def _fails(found: Comparison, name: str | None) -> bool:
    if name == "new":
        return any(one.new for one in found.documents) or any(one.after > one.before for one in found.terms)
    return name == "new-blaming" and found.new_blaming > 0


def _text(found: Comparison) -> str:
    parts = [
        []
        if found.same_words
        else ["The two scans used different words of ours, so some changes are not the documents'."],
        _section("Terms, before → now:", (f"{t.term}  {t.before:,} → {t.after:,}" for t in found.terms)),
        _section("Documents that changed:", map(_document, found.documents)),
        _section("Documents that are new:", found.added),
        _section("Documents that are gone:", found.removed),
        [f"New wording that could hurt: {found.new_blaming:,}."],
    ]
    return "\n\n".join("\n".join(map(visible, part)) for part in parts if part)


def _document(one: DocumentChange) -> str:
    said = [("new", one.new), ("gone", one.gone), ("moved", one.moved)]
    return f"{one.path}: " + "; ".join(
        f"{name} {', '.join(f'{term} ({count})' for term, count in terms)}" for name, terms in said if terms
    )


def _section(title: str, lines: Iterable[str]) -> list[str]:
    listed = [f"  {line}" for line in lines]
    more = [f"  and {len(listed) - _TOP:,} more: --format json has all."] if len(listed) > _TOP else []
    return [title, *listed[:_TOP], *more] if listed else []
