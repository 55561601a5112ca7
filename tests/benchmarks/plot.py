"""A plot of words a second: one bar a line, on a logarithmic scale, as SVG that any browser shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import log10

from tests.benchmarks.timing import Figure

_WIDTH, _LEFT, _ROW = 900, 380, 18
_LEAST, _MOST = 3.0, 8.0
_OURS, _OTHERS = "#1d70b8", "#b1b4b6"


def drawn(results: Mapping[str, Sequence[Figure]]) -> str:
    """The plot of every benchmark that counts words."""
    parts: list[str] = []
    y = 30
    for name, figures in results.items():
        counted = [one for one in figures if one.words and one.seconds]
        if not counted:
            continue
        parts.append(f'<text x="8" y="{y}" font-weight="bold">{escape(name.replace("_", " "))}</text>')
        for one in counted:
            y += _ROW
            parts.append(_bar(one, y))
        y += 2 * _ROW
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{y}" font-family="Arial" font-size="12">'
    return "\n".join([head, "<title>Words a second, logarithmic scale</title>", *parts, "</svg>"]) + "\n"


def _bar(one: Figure, y: int) -> str:
    speed = one.words / one.seconds
    share = (min(max(log10(speed), _LEAST), _MOST) - _LEAST) / (_MOST - _LEAST)
    length = 2 + share * (_WIDTH - _LEFT - 110)
    colour = _OURS if one.what.startswith("jargon-scanner") else _OTHERS
    return (
        f'<text x="{_LEFT - 8}" y="{y}" text-anchor="end">{escape(one.what)}</text>'
        f'<rect x="{_LEFT}" y="{y - 10}" width="{length:.0f}" height="12" fill="{colour}"/>'
        f'<text x="{_LEFT + length + 6:.0f}" y="{y}">{speed:,.0f}</text>'
    )
