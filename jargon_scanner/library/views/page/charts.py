"""What the page draws, as numbers that a template only has to place.

Charts are tables first: every bar stands beside its figure, every shade has its number in it, and the line of
the trend has its table under it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.library.figures import NO_SERVICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jargon_scanner.library.figures import LibraryReport, Point

#: Shades of the heat map, from none to the strongest.
SHADES = 5
#: Reading ages of the first and the last bar of the distribution; each holds all beyond it.
YOUNGEST, OLDEST = 8, 20
_WIDTH, _HEIGHT, _LEFT, _TOP = 640, 220, 40, 24


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its figure as people read it, and its length from 0 to 100."""

    name: str
    figure: str
    length: float


@dataclass(frozen=True, slots=True)
class Shade:
    """One cell of the heat map: findings in 1,000 words, and how strong its shade is, from 0."""

    figure: str
    strength: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Services by category, in findings per 1,000 words."""

    categories: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Shade, ...]], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """One point of the trend, placed in a drawing of ``_WIDTH`` by ``_HEIGHT``."""

    x: float
    y: float
    figure: str
    day: str


def bars(pairs: Sequence[tuple[str, float]], form: str = ",.0f") -> tuple[Bar, ...]:
    """Bars of names and figures, the longest as long as can be."""
    longest = max((figure for _, figure in pairs), default=0.0) or 1.0
    return tuple(Bar(name, f"{figure:{form}}", round(100 * figure / longest, 2)) for name, figure in pairs)


def by_service(report: LibraryReport) -> tuple[Bar, ...]:
    """Findings per 1,000 words of each service, the most first."""
    rows = sorted(report.services, key=lambda row: (-row.per_1000_words, row.service))
    return bars([(row.service or NO_SERVICE, row.per_1000_words) for row in rows], ",.1f")


def named(report: LibraryReport) -> tuple[Bar, ...]:
    """The services of ``by_service`` that have a name."""
    return tuple(bar for bar in by_service(report) if bar.name != NO_SERVICE)


def heat_map(report: LibraryReport) -> HeatMap:
    """Services by category; the strongest shade is the highest figure of all."""
    names = sorted(report.totals.by_category, key=lambda name: -report.totals.by_category[name])
    rates = {
        row.service: [1000 * row.by_category.get(name, 0) / row.words if row.words else 0.0 for name in names]
        for row in report.services
    }
    highest = max((rate for row in rates.values() for rate in row), default=0.0) or 1.0
    return HeatMap(
        tuple(names),
        tuple(
            (
                service or NO_SERVICE,
                tuple(Shade(f"{rate:.1f}", round(SHADES * rate / highest)) for rate in row),
            )
            for service, row in rates.items()
        ),
    )


def reading_ages(report: LibraryReport) -> tuple[Bar, ...]:
    """How many documents need each reading age."""
    ages = Counter(
        min(OLDEST, max(YOUNGEST, int(row.reading_age)))
        for row in report.documents
        if row.reading_age is not None
    )
    return bars([(_age(age), ages[age]) for age in range(YOUNGEST, OLDEST + 1)]) if ages else ()


def _age(age: int) -> str:
    if age == YOUNGEST:
        return f"{age} or younger"
    return f"{age} or older" if age == OLDEST else str(age)


def trend(points: Sequence[Point]) -> tuple[Spot, ...]:
    """The runs of all services together, placed from left to right; none where there is only one."""
    runs = [point for point in points if point.service is None and point.per_1000_words.value is not None]
    if len(runs) < 2:
        return ()
    figures = [point.per_1000_words.value or 0.0 for point in runs]
    highest = max(figures) or 1.0
    step = (_WIDTH - 2 * _LEFT) / (len(runs) - 1)
    return tuple(
        Spot(
            round(_LEFT + number * step, 1),
            round(_TOP + (_HEIGHT - 2 * _TOP) * (1 - figure / highest), 1),
            f"{figure:.1f}",
            point.day,
        )
        for number, (point, figure) in enumerate(zip(runs, figures, strict=True))
    )
