"""``scope history``: whether it gets better, month by month."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.scope.chosen import opened_store
from jargon_scanner.errors import UsageError
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jargon_scanner.intervals import Estimate
    from jargon_scanner.library.figures import Point

_FORMATS = ("text", "csv", "json")


def history(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="A folder of figures.")],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="One library only.", show_default=False)
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="NAME", help="text, csv or json.")] = "text",
) -> None:
    """Show every scan of a library in a row: findings in 1,000 words, short forms explained, reading age.

    Of a random sample each figure has its 95 % interval in brackets.
    """
    from jargon_scanner.library.trend import history as points_of

    if form not in _FORMATS:
        raise UsageError(f"--format {form}: there are {', '.join(_FORMATS)}.")
    with opened_store(folder) as store:
        points = points_of(store, name)
    if not points:
        raise UsageError(f"{folder} holds no finished scan. Run jargon-scanner scope first.")
    typer.echo({"text": _text, "csv": _csv, "json": _json}[form](points).rstrip("\n"))


def _text(points: Sequence[Point]) -> str:
    width = max(len(_service(point)) for point in points)
    lines = [
        f"{'day':10}  {'service':<{width}}  documents  in 1,000 words  could hurt  all explained  reading age"
    ]
    lines += [_line(point, width) for point in points]
    lexicons = {point.lexicon for point in points}
    if len(lexicons) > 1:
        lines += ["", "Our own words changed between these scans, which moves the figures too."]
    return "\n".join(map(visible, lines))


def _line(point: Point, width: int) -> str:
    figures = (
        f"{_number(point.per_1000_words):>14}",
        f"{_number(point.blaming_per_1000):>10}",
        f"{_percent(point.all_explained):>13}",
        f"{_number(point.reading_age):>11}",
    )
    return "  ".join([point.day, f"{_service(point):<{width}}", f"{point.documents:9,}", *figures])


def _service(point: Point) -> str:
    from jargon_scanner.library.figures import NO_SERVICE

    return "all" if point.service is None else point.service or NO_SERVICE


def _number(one: Estimate) -> str:
    if one.value is None:
        return "-"
    return f"{one.value:.1f}" + (f" ({one.low:.1f}-{one.high:.1f})" if one.low is not None else "")


def _percent(one: Estimate) -> str:
    if one.value is None:
        return "-"
    return f"{one.value:.0%}" + (f" ({one.low:.0%}-{one.high:.0%})" if one.low is not None else "")


def _csv(points: Sequence[Point]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    figures = ("per_1000_words", "blaming_per_1000", "all_explained", "reading_age")
    writer.writerow(
        ["run", "day", "sample", "lexicon", "service", "documents", "words"]
        + [f"{name}{part}" for name in figures for part in ("", "_low", "_high")]
    )
    for point in points:
        service = "" if point.service is None else point.service
        row: list[object] = [point.run, point.day, point.sample, point.lexicon, service]
        row += [point.documents, point.words]
        for name in figures:
            one: Estimate = getattr(point, name)
            row += [one.value, one.low, one.high]
        writer.writerow(row)
    return out.getvalue()


def _json(points: Sequence[Point]) -> str:
    return json.dumps([asdict(point) for point in points], ensure_ascii=False, indent=1)
